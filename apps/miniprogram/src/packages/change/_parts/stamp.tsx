import type { ChangeReceipt } from '@assist/contracts';
import { View } from '@tarojs/components';
import { Cites } from '@/components/cite';
import { stampWords } from '../_logic/slip-text';

/** 已告知: on which day after it, and no more than that. */
export const Stamp = ({ receipt }: { readonly receipt: ChangeReceipt }) => (
  <>
    <View className="stamp">
      <View className="stamp__seal">已告知</View>
      <View className="stamp__words">{stampWords(receipt)}</View>
    </View>
    {receipt.beforeThreeMonths ? <Cites citations={receipt.beforeThreeMonths.clauses} /> : null}
  </>
);
