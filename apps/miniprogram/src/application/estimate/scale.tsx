import type { Fen } from '@assist/policy';
import { Text, View } from '@tarojs/components';
import { accessible } from '@/platform/accessible';
import { yuanInDigits } from '@/wording/amount';
import type { Estimate } from './estimate';

const yuan = (amount: Fen): string => `${yuanInDigits(amount)} 元`;

/** What the scale tells: it need not stand below it once more. */
export const toldByScale = ({ position }: Estimate): readonly string[] =>
  position ? [position.each, position.subsistence, position.marginal].map(yuan) : [];

/** Two marks nearer than this share of the bar would write over each other. */
const APART = 0.24;

/** Where the family stands between the lines: each figure at its mark, or below the bar where they would not stand beside each other. */
export function Scale({ estimate: { position } }: { readonly estimate: Estimate }) {
  if (!position) return null;
  const { each, subsistence, marginal } = position;
  const whole = Math.max(each, marginal) * 1.15;
  const share = (amount: number): string => `${Math.round((1000 * amount) / whole) / 10}%`;
  const marks = [
    { name: '低保线', at: subsistence },
    { name: '边缘线', at: marginal },
  ];
  const apart = (marginal - subsistence) / whole >= APART;
  return (
    <View
      className="scale-box"
      {...accessible({
        role: 'img',
        label: [`您家每人每月约 ${yuan(each)}`, ...marks.map(({ name, at }) => `${name} ${yuan(at)}`)].join('，'),
      })}
    >
      <View className={`scale__each scale__each--${each / whole < 0.37 ? 'start' : each / whole > 0.63 ? 'end' : 'middle'}`}>
        <View className="scale__each-words" style={{ left: share(each) }}>
          您家每人每月约 <Text className="scale__figure">{yuan(each)}</Text>
        </View>
      </View>
      <View className="scale">
        <View className="scale__part scale__part--one" style={{ left: '0', width: share(subsistence) }} />
        <View className="scale__part scale__part--two" style={{ left: share(subsistence), width: share(marginal - subsistence) }} />
        {marks.map(({ name, at }) => (
          <View key={name} className="scale__tick" style={{ left: share(at) }} />
        ))}
        <View className="scale__you" style={{ left: share(each) }} />
      </View>
      <View className={`scale__names ${apart ? 'scale__names--apart' : ''}`}>
        {marks.map(({ name, at }) => (
          <View key={name} className="scale__name" style={{ left: share(at) }}>
            <View>{name}</View>
            <View className="scale__amount">{yuan(at)}</View>
          </View>
        ))}
      </View>
    </View>
  );
}
