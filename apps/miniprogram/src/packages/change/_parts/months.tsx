import type { Fen } from '@assist/policy';
import { View } from '@tarojs/components';
import { accessible } from '@/platform/accessible';
import { yuanInDigits } from '@/wording/amount';
import { monthInWords, nextMonth, shortMonth } from '../_logic/months';

/** The months in which the old amount is paid on, and the one in which it is looked at again. */
export function Months({ months, amount }: { readonly months: readonly string[]; readonly amount: Fen }) {
  const first = months[0];
  const last = months.at(-1);
  if (first === undefined || last === undefined) return null;
  const then = nextMonth(last);
  const words = `${monthInWords(first)}到${monthInWords(last)}每月 ${yuanInDigits(amount)} 元不变，${shortMonth(then)}再核一次`;
  return (
    <View className="months" {...accessible({ role: 'img', label: words })}>
      {months.map((month) => (
        <View key={month} className="month">
          <View className="month__box">
            <View className="month__paid" />
          </View>
          {shortMonth(month)}
        </View>
      ))}
      <View className="month">
        <View className="month__box month__box--again">再核</View>
        {shortMonth(then)}
      </View>
    </View>
  );
}
