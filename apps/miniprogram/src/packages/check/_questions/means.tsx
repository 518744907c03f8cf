import { EMERGENCIES, type Emergency } from '@assist/policy-chongqing/preview';
import { View } from '@tarojs/components';
import { EMERGENCY_NAMES, SPENDING_NAMES } from '@/application/words/names';
import { AmountInput } from '@/components/amount-input';
import { Choices } from '@/components/choice';
import { Select } from '@/components/select';
import { YesNo } from '@/components/yes-no';
import { type CheckAnswers, withoutUndefined } from '../_logic/answers';
import type { QuestionProps } from './question-props';

const HOUSES = { '0': '没有', '1': '一套', '2': '两套', '3': '三套或更多' } as const;

export const Property = ({ answers, change }: QuestionProps) => (
  <>
    <AmountInput
      label="存款、保险这些，一共大概"
      value={answers.savings}
      onChange={(savings) => change((a) => withoutUndefined({ ...a, savings }) as CheckAnswers)}
    />
    <View className="gap">
      <Select
        label="房子"
        options={HOUSES}
        value={answers.dwellings === undefined ? undefined : (String(answers.dwellings) as keyof typeof HOUSES)}
        onChange={(n) => change((a) => ({ ...a, dwellings: Number(n) }))}
      />
    </View>
    <View className="gap">
      <YesNo label="汽车" yes="有车" no="没有车" value={answers.car} onChange={(car) => change((a) => ({ ...a, car }))} />
    </View>
    <View className="gap">
      <YesNo
        label="店或公司"
        yes="开着"
        no="没有开"
        value={answers.business}
        onChange={(business) => change((a) => ({ ...a, business }))}
      />
    </View>
  </>
);

const SPENT = [
  { key: 'medical', kind: 'medical' },
  { key: 'education', kind: 'education' },
  { key: 'rehabilitation', kind: 'disability-rehabilitation' },
] as const;

export const Spending = ({ answers, change }: QuestionProps) => (
  <>
    {SPENT.map(({ key, kind }) => (
      <View key={key} className="gap">
        <AmountInput
          label={`${SPENDING_NAMES[kind]}，一年自己出了`}
          hint="没有写 0"
          value={answers.spending?.[key]}
          onChange={(amount) => change((a) => ({ ...a, spending: withoutUndefined({ ...a.spending, [key]: amount }) }))}
        />
      </View>
    ))}
  </>
);

export const Receives = ({ answers, change }: QuestionProps) => (
  <Choices
    label="现在领着哪一样"
    value={answers.receives}
    onChange={(receives) => change((a) => ({ ...a, receives }))}
    options={[
      { value: 'none', title: '都没有' },
      { value: 'subsistence-allowance', title: '低保' },
      { value: 'destitute-support', title: '特困供养' },
      { value: 'marginal-family', title: '低保边缘家庭' },
      { value: 'rigid-expenditure', title: '刚性支出困难家庭' },
    ]}
  />
);

export function Supporters({ answers, change }: QuestionProps) {
  const said = answers.supporters;
  return (
    <>
      <Choices
        label="不住一起、该管您家的亲人"
        value={said?.kind}
        onChange={(kind) =>
          change((a) => ({
            ...a,
            supporters: { ...(a.supporters?.kind !== 'none' && a.supporters), kind } as CheckAnswers['supporters'] & object,
          }))
        }
        options={[
          { value: 'none', title: '没有' },
          { value: 'able', title: '有，日子过得去' },
          { value: 'unable', title: '有，他们也难' },
        ]}
      />
      {said && said.kind !== 'none' ? (
        <View className="gap">
          <AmountInput
            label="一个月真给到手的，大概"
            hint="没给写 0"
            value={said.pays}
            onChange={(pays) =>
              change((a) => ({ ...a, supporters: withoutUndefined({ kind: said.kind, pays }) as NonNullable<CheckAnswers['supporters']> }))
            }
          />
        </View>
      ) : null}
    </>
  );
}

export function EmergencyQuestion({ answers, change }: QuestionProps) {
  const said = answers.emergency;
  return (
    <>
      <Choices<'none' | Emergency['kind']>
        label="最近的难事"
        value={said}
        onChange={(emergency) => change((a) => ({ ...a, emergency }))}
        options={[{ value: 'none' as const, title: '没有' }, ...EMERGENCIES.map((kind) => ({ value: kind, title: EMERGENCY_NAMES[kind] }))]}
      />
      {said && said !== 'none' ? (
        <View className="gap">
          <YesNo
            label="今天就过不去了吗"
            yes="是"
            no="还撑得住"
            value={answers.urgent}
            onChange={(urgent) => change((a) => ({ ...a, urgent }))}
          />
        </View>
      ) : null}
    </>
  );
}
