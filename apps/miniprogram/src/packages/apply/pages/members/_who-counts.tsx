import { type DraftForm, factsOf } from '@assist/contracts';
import type { CivilDate, DivisionCode } from '@assist/policy';
import { type MemberCounting, whoCounts } from '@assist/policy-chongqing/preview';
import { View } from '@tarojs/components';
import { useMemo } from 'react';
import { membersOf } from '@/application/draft/edits';
import { saidForm } from '@/application/draft/said';
import { calledName } from '@/application/words/lists';
import { Card } from '@/components/card';
import { Cites } from '@/components/cite';
import { Section } from '@/components/page';
import { State, type StateKind } from '@/components/state';

const LOOKS: Record<MemberCounting['state'], { readonly kind: StateKind; readonly words: string }> = {
  counted: { kind: 'done', words: '算' },
  'not-counted': { kind: 'none', words: '不算' },
  officer: { kind: 'waiting', words: '要人看' },
  unknown: { kind: 'half', words: '还没说全' },
};

/** Who of the family is counted, and why: the rules' own answer, which nobody ticks. */
export function WhoCounts({ form, district, on }: { readonly form: DraftForm; readonly district: DivisionCode; readonly on: CivilDate }) {
  const lines = useMemo(() => whoCounts(factsOf(saidForm(form), district), on), [form, district, on]);
  return (
    <Section title="谁算在这一户里">
      <Card>
        {membersOf(form).map((m) => {
          const line = lines.find((one) => one.member === m.id);
          if (!line) return null;
          const { kind, words } = LOOKS[line.state];
          return (
            <View key={m.id} className="counts">
              <View className="counts__who">
                <View className="strong">{calledName(m)}</View>
                <State kind={kind}>{words}</State>
              </View>
              <View className="small">{line.open.length ? `${line.sentence}要说的是：${line.open.join('、')}。` : line.sentence}</View>
              <Cites citations={line.clauses} />
            </View>
          );
        })}
      </Card>
      <View className="foot">不算在这一户的人也照样写上，镇上会看。</View>
    </Section>
  );
}
