import type { MemberForm } from '@assist/contracts';
import type { Fen } from '@assist/policy';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { membersOf, withMember } from '@/application/draft/edits';
import type { DraftProps } from '@/application/use-application';
import { calledName } from '@/application/words/lists';
import { INCOME_NAMES } from '@/application/words/names';
import { AmountInput } from '@/components/amount-input';
import { Choice, ManySegments, Segments } from '@/components/choice';
import { Head, Page } from '@/components/page';
import { goBack } from '@/platform/navigate';
import { Fixes } from '../../_parts/fixes';
import { StepActions, StepBar, useSteps } from '../../_parts/steps';

type Income = NonNullable<MemberForm['income']>[number];
type Kind = Income['kind'];
const KINDS = Object.keys(INCOME_NAMES) as Kind[];
/** What most people have stands first; the rest opens with one tap. */
const FIRST: readonly Kind[] = ['wage', 'flexible-work', 'farming', 'business', 'pension', 'basic-pension', 'support', 'social-assistance'];
const WORK: readonly Kind[] = ['wage', 'flexible-work', 'business'];

/** First which kinds, then one amount a screen. */
export function OfMember({ app, form, change, member }: DraftProps & { readonly member: MemberForm }) {
  const income = member.income ?? [];
  const works = income.some((i) => WORK.includes(i.kind));
  const { field } = useRouter().params;
  const steps = useSteps(
    ['kinds', ...income.map((i) => i.kind), ...(works ? (['costs'] as const) : [])],
    field === 'income' ? income.find((i) => i.amount === undefined)?.kind : undefined,
  );
  const [more, setMore] = useState(income.some((i) => !FIRST.includes(i.kind)));
  const path = `members.${membersOf(form).indexOf(member)}`;
  const set = (part: Partial<MemberForm>) => change((f) => withMember(f, member.id, part));
  const putKinds = (kinds: readonly Kind[]) =>
    set({ income: kinds.map((kind) => income.find((i) => i.kind === kind) ?? ({ kind, per: 'month' } as Income)) });
  const current = income.find((i) => i.kind === steps.step);
  const put = (part: Partial<Income>) => set({ income: income.map((i) => (i.kind === steps.step ? { ...i, ...part } : i)) });
  const name = calledName(member);
  return (
    <Page title="收入" actions={<StepActions steps={steps} lastWords="好了" onLast={goBack} />}>
      <StepBar {...steps} />
      {current?.amount === undefined ? <Fixes app={app} under={`${path}.income`} /> : null}
      {steps.step === 'kinds' ? (
        <>
          <Head title={`${name}有哪些收入？`} lead="最近 12 个月有过的都算，可选几样。" />
          <View className="choices">
            <Choice option={{ value: 'none', title: '没有收入' }} on={member.income?.length === 0} onTap={() => set({ income: [] })} />
          </View>
          <ManySegments
            label={`${name}有哪些收入`}
            values={income.map((i) => i.kind)}
            onChange={putKinds}
            options={[...FIRST, ...(more ? KINDS.filter((k) => !FIRST.includes(k)) : [])].map((value) => ({
              value,
              title: INCOME_NAMES[value],
            }))}
          />
          {more ? null : (
            <View className="gap">
              <ManySegments label="还有别的" values={[]} onChange={() => setMore(true)} options={[{ value: 'more', title: '还有别的…' }]} />
            </View>
          )}
        </>
      ) : null}
      {current ? (
        <>
          <Head title={`${name}${INCOME_NAMES[current.kind]}有多少？`} lead="拿到手的，大概的也行。" />
          <AmountInput
            key={current.kind}
            label={`${INCOME_NAMES[current.kind]}`}
            value={current.amount}
            unit={current.per === 'month' ? '元一个月' : '元一年'}
            onChange={(amount) => put({ amount: amount as Fen })}
          />
          <View className="gap-l">
            <Segments
              label="按月还是按年"
              value={current.per}
              onChange={(per) => put({ per })}
              options={[
                { value: 'month', title: '一个月' },
                { value: 'year', title: '一年' },
              ]}
            />
          </View>
        </>
      ) : null}
      {steps.step === 'costs' ? (
        <>
          <Head title={`${name}上班要花多少？`} lead="路费、自己交的社保这些。没有写 0。" />
          <AmountInput label="上班要花的" value={member.workCosts} unit="元一个月" onChange={(workCosts) => set({ workCosts })} />
        </>
      ) : null}
    </Page>
  );
}
