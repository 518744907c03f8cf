import type { AppliesAs } from '@assist/contracts';
import { View } from '@tarojs/components';
import { membersOf } from '@/application/draft/edits';
import type { Estimate, EstimateLine } from '@/application/estimate/estimate';
import type { DraftProps } from '@/application/use-application';
import { calledName } from '@/application/words/lists';
import { Card } from '@/components/card';
import { Choices } from '@/components/choice';
import { Cites } from '@/components/cite';
import { Section } from '@/components/page';

const FAMILY = 'family';

/** Where the rules let one of the family apply alone (单人户): both ways beside each other, each with why. The person chooses, or does not. */
export function AloneOffer({ form, change, estimate }: Pick<DraftProps, 'form' | 'change'> & { readonly estimate: Estimate }) {
  const { alone, benefits } = estimate;
  const whole = benefits.find((b) => b.id === 'subsistence-allowance');
  const single = benefits.find((b) => b.id === 'single-application');
  if (alone.length === 0 || !whole || !single) return null;
  const people = membersOf(form);
  const named = alone.filter((one) => one.member !== undefined);
  // Where the texts name nobody in particular, the family says who it is.
  const who = named.length ? people.filter((m) => named.some((one) => one.member === m.id)) : people;
  const why = (id: string) => {
    const standing = alone.find((one) => one.member === id) ?? alone[0];
    const forms = single.parts.filter((part) => standing?.forms.includes(part.id)).map((part) => part.title);
    return `${standing?.verdict === 'met' ? '大概率符合' : '可能，要人来看'}：${forms.join('、')}`;
  };
  const options = [
    { value: FAMILY, title: '全家一起申请', under: lineWords(whole) },
    ...who.map((m) => ({ value: m.id, title: `${calledName(m)}一个人申请`, under: why(m.id) })),
  ];
  const { appliesAs } = form;
  const chosen = appliesAs?.way === 'single' ? appliesAs.memberId : appliesAs?.way;
  const choose = (value: string) => {
    const way: AppliesAs = value === FAMILY ? { way: 'family' } : { way: 'single', memberId: value };
    change((f) => ({ ...f, appliesAs: way }));
  };
  return (
    <Section title="全家申请，还是一个人申请？">
      <Choices label="全家申请，还是一个人申请" options={options} value={chosen} onChange={choose} />
      <View className="gap">
        <Card>
          <View>全家够不上低保的时候，家里这样的人可以自己申请。全家一起申请，低保以外的也都会看。</View>
          <Cites
            citations={clausesOf(
              single,
              alone.flatMap((one) => one.forms),
            )}
          />
        </Card>
      </View>
      <View className="foot">选哪样都行，不选也能交：不选就全家一起看。</View>
    </Section>
  );
}

const lineWords = (line: EstimateLine): string => `低保：${line.words}。${line.sentence}`;

/** Of the forms that fit, each once. */
const clausesOf = (single: EstimateLine, forms: readonly string[]) => [
  ...new Map(
    [...single.clauses, ...single.parts.filter((part) => forms.includes(part.id)).flatMap((part) => part.clauses)].map((c) => [c.id, c]),
  ).values(),
];
