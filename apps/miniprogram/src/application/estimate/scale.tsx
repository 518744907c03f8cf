import type { Fen } from '@assist/policy';
import { View } from '@tarojs/components';
import { accessible } from '@/platform/accessible';
import { yuanInDigits } from '@/wording/amount';
import type { Estimate } from './estimate';

const yuan = (amount: Fen): string => `${yuanInDigits(amount)} 元`;

/** What the scale tells: it need not stand below it once more. */
export const toldByScale = ({ position }: Estimate): readonly string[] =>
  position ? [position.each, position.subsistence, position.marginal].map(yuan) : [];

/** Where the family stands between the lines: told in words below the bar, for whom a picture says nothing. */
export function Scale({ estimate: { position } }: { readonly estimate: Estimate }) {
  if (!position) return null;
  const { each, subsistence, marginal } = position;
  const whole = Math.max(each, marginal) * 1.15;
  const share = (amount: number): string => `${Math.round((1000 * amount) / whole) / 10}%`;
  const words = [`您家每人每月约 ${yuan(each)}`, `低保线 ${yuan(subsistence)}`, `边缘线 ${yuan(marginal)}`];
  return (
    <View {...accessible({ role: 'img', label: words.join('，') })}>
      <View className="scale">
        <View className="scale__part scale__part--one" style={{ left: '0', width: share(subsistence) }} />
        <View className="scale__part scale__part--two" style={{ left: share(subsistence), width: share(marginal - subsistence) }} />
        <View className="scale__you" style={{ left: share(each) }} />
      </View>
      <View className="scale__names">
        {words.map((line) => (
          <View key={line}>{line}</View>
        ))}
      </View>
    </View>
  );
}
