import type { ChangeEffect } from '@assist/contracts';
import type { Fen } from '@assist/policy';
import { View } from '@tarojs/components';
import { Card } from '@/components/card';
import { Cites } from '@/components/cite';
import { Icon } from '@/components/icon';
import { Facts } from '@/components/slip';
import { yuanInDigits } from '@/wording/amount';
import { monthInWords } from '../_logic/months';
import { Months } from './months';

/** One estimate: the amount, the months, the sentence and what it rests on. */
export function EffectCard({ effect, title }: { readonly effect: ChangeEffect; readonly title?: string }) {
  const { outcome, amountBefore, amountAfter, taperMonths, fromMonth, sentence, goodNews } = effect;
  const stays = amountBefore !== undefined && amountAfter === amountBefore;
  return (
    <View className={goodNews ? 'effect effect--good' : 'effect'}>
      <Card>
        {title ? <View className="effect__title">{title}</View> : null}
        {goodNews ? (
          <View className="effect__good">
            <Icon name="circle-check" />
            说了对您有好处
          </View>
        ) : null}
        {stays ? <Figure amount={amountAfter} after="元 / 月，不变" /> : null}
        {taperMonths && amountBefore !== undefined ? <Months months={taperMonths} amount={amountBefore} /> : null}
        {!stays && amountBefore !== undefined && amountAfter !== undefined && outcome !== 'stop' ? (
          <View className="below">
            <Figure amount={amountAfter} after="元 / 月，估算" />
            <Facts facts={[{ name: '现在', value: `每月 ${yuanInDigits(amountBefore)} 元` }]} />
          </View>
        ) : null}
        <View>{sentence.sentence}</View>
        {fromMonth && !taperMonths ? <View className="small quiet">{`最早从 ${monthInWords(fromMonth)}起`}</View> : null}
        <Cites few citations={sentence.clauses} />
      </Card>
    </View>
  );
}

const Figure = ({ amount, after }: { readonly amount: Fen; readonly after: string }) => (
  <View className="figure">
    <View className="figure__number">{yuanInDigits(amount)}</View>
    <View className="quiet">{after}</View>
  </View>
);

/** How it was worked out, line by line; what it rests on stands below all of it. */
export const Working = ({ lines }: { readonly lines: ChangeEffect['working'] }) => (
  <Card>
    {lines.map(({ title, text }) => (
      <View key={`${title}${text}`} className="working">
        <View className="working__line">
          <View className="working__name">{title}</View>
          <View className="working__value">{text}</View>
        </View>
      </View>
    ))}
    <Cites few citations={lines.flatMap((line) => line.clauses ?? [])} />
  </Card>
);

/** Help beside it that a change may open. */
export const Referrals = ({ effects }: { readonly effects: readonly ChangeEffect[] }) => {
  const all = new Map(effects.flatMap((effect) => effect.referrals).map((one) => [one.id, one]));
  return (
    <Card>
      {[...all.values()].map((one) => (
        <View key={one.id} className="working">
          <View>{one.title}</View>
          <Cites few citations={one.clauses} />
        </View>
      ))}
    </Card>
  );
};
