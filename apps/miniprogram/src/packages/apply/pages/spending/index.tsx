import type { DraftForm } from '@assist/contracts';
import type { Fen } from '@assist/policy';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { membersOf } from '@/application/draft/edits';
import { type DraftProps, withDraft } from '@/application/use-application';
import { calledName } from '@/application/words/lists';
import { SPENDING_NAMES } from '@/application/words/names';
import { AmountInput } from '@/components/amount-input';
import { Choice, ManySegments, Segments } from '@/components/choice';
import { Field } from '@/components/field';
import { Head, Page } from '@/components/page';
import { replaceWith } from '@/platform/navigate';
import { Fixes } from '../../_parts/fixes';
import { StepActions, StepBar, useSteps } from '../../_parts/steps';
import '../../_parts/apply.scss';

type Item = NonNullable<DraftForm['spending']>[number];
const KINDS = ['medical', 'education', 'disability-rehabilitation', 'living', 'other'] as const satisfies readonly Item['kind'][];
const LEADS: Record<Item['kind'], string> = {
  medical: '近 12 个月，医保报完自己付的。',
  education: '近 12 个月，学费、住宿费这些。',
  'disability-rehabilitation': '近 12 个月，康复、辅具自己付的。',
  living: '近 12 个月，房租、水电这些省不掉的。',
  other: '近 12 个月，别的省不掉的大钱。',
};

function Spending({ app, form, change }: DraftProps) {
  const spending = form.spending ?? [];
  const put = (next: Item[]) => change((f) => ({ ...f, spending: next }));
  const { field } = useRouter().params;
  const steps = useSteps(['kinds', ...KINDS.filter((k) => spending.some((s) => s.kind === k))], field && spending[Number(field)]?.kind);
  const current = spending.find((s) => s.kind === steps.step);
  const set = (part: Partial<Item>) => put(spending.map((s) => (s === current ? { ...s, ...part } : s)));
  const members = membersOf(form);
  return (
    <Page
      title="看病上学的大开销"
      actions={<StepActions steps={steps} hint="有单子的，后面可以拍给镇上" onLast={() => replaceWith('apply')} />}
    >
      <StepBar {...steps} />
      <Fixes app={app} under="spending" />
      {current ? (
        <>
          <Head title={`${SPENDING_NAMES[current.kind]}，一年花了多少？`} lead={LEADS[current.kind]} />
          <AmountInput
            key={current.kind}
            label={SPENDING_NAMES[current.kind]}
            unit="元一年"
            value={current.amount}
            onChange={(amount) => set({ amount: amount as Fen })}
          />
          {members.length > 1 ? (
            <View className="gap-l">
              <Field label="主要是谁花的" aside="可以先空着">
                <Segments
                  label="主要是谁花的"
                  value={current.member}
                  onChange={(member) => set({ member })}
                  options={members.map((m) => ({ value: m.id, title: calledName(m) }))}
                />
              </Field>
            </View>
          ) : null}
        </>
      ) : (
        <>
          <Head title="一年里有哪些大开销？" lead="省不掉的，可选几样。" />
          <View className="choices">
            <Choice option={{ value: 'none', title: '没有大开销' }} on={form.spending?.length === 0} onTap={() => put([])} />
          </View>
          <ManySegments
            label="一年里有哪些大开销"
            values={spending.map((s) => s.kind)}
            onChange={(kinds) => put(kinds.map((kind) => spending.find((s) => s.kind === kind) ?? ({ kind } as Item)))}
            options={KINDS.map((value) => ({ value, title: SPENDING_NAMES[value] }))}
          />
        </>
      )}
    </Page>
  );
}

export default withDraft('看病上学的大开销', Spending);
