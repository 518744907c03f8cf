import { View } from '@tarojs/components';
import type { IncomeDraft } from '@/application/change/change-record';
import { AmountInput } from '@/components/amount-input';
import { Head } from '@/components/page';
import { IncomeBox } from './income-box';
import type { EventQuestionProps } from './question-props';

const FIRST: Readonly<Record<string, readonly IncomeDraft['kind'][]>> = {
  business: ['business'],
  pension: ['pension', 'basic-pension'],
  'land-or-rent': ['land', 'property'],
  'gift-or-compensation': ['compensation', 'gift'],
  'support-changed': ['support'],
};

const WORK: readonly IncomeDraft['kind'][] = ['wage', 'flexible-work', 'business'];

/** All that this person has from now on; what is not said here is not guessed. */
export const IncomeQuestion = ({ question, one, set, name }: EventQuestionProps) => (
  <>
    <Head title={`${name || '这位家人'}现在有哪些收入？`} lead="现在有的都选上，可选几样。" />
    <IncomeBox
      label={`${name || '这位家人'}现在有哪些收入`}
      first={FIRST[question.event] ?? ['wage', 'flexible-work']}
      value={one.income}
      onChange={(income) => set({ income })}
    />
    {one.income?.some(({ kind }) => WORK.includes(kind)) ? (
      <View className="gap-l">
        <AmountInput
          label="上班要花的"
          hint="路费、自己交的社保这些，没有写 0"
          unit="元一个月"
          value={one.workCosts}
          onChange={(workCosts) => set({ workCosts })}
        />
      </View>
    ) : null}
  </>
);
