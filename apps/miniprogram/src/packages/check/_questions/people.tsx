import type { Fen } from '@assist/policy';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { DISABILITY_NAMES, GRADE_NAMES, ILLNESS_NAMES, WORK_NAMES } from '@/application/words/names';
import { AmountInput } from '@/components/amount-input';
import { Choices } from '@/components/choice';
import { Select } from '@/components/select';
import { yuanInDigits } from '@/wording/amount';
import { aboutPerson, type Doing, type PersonAnswer } from '../_logic/answers';
import { calledBy } from '../_logic/form-of';
import { asksDoing, asksWorkCosts, saidOfAll } from '../_logic/questions';
import type { QuestionProps } from './question-props';

/** Most families tap once: nobody. Only where somebody is, it is asked of whom. */
function NobodyOrWhom({
  field,
  some,
  answers,
  change,
  children,
}: QuestionProps & { readonly field: 'disability' | 'illness'; readonly some: string; readonly children: React.ReactNode }) {
  const nobody = answers.people.every((p) => p[field] === 'none');
  const [asked, setAsked] = useState(!nobody && answers.people.some((p) => p[field] !== undefined));
  return (
    <>
      <Choices
        label={some}
        value={asked ? 'some' : nobody ? 'nobody' : undefined}
        onChange={(value) => {
          setAsked(value === 'some');
          if (value === 'nobody') change((a) => saidOfAll(a, field));
        }}
        options={[
          { value: 'nobody', title: '都没有' },
          { value: 'some', title: some },
        ]}
      />
      {asked ? children : null}
    </>
  );
}

const GRADES = { none: '没有', '1': GRADE_NAMES[0], '2': GRADE_NAMES[1], '3': GRADE_NAMES[2], '4': GRADE_NAMES[3] } as const;

export const Disability = (props: QuestionProps) => (
  <NobodyOrWhom {...props} field="disability" some="有人有残疾证">
    {props.answers.people.map((p) => (
      <OneDisability key={p.id} {...props} person={p} name={calledBy(p.id, props.answers)} />
    ))}
  </NobodyOrWhom>
);

function OneDisability({ person, name, change }: QuestionProps & { readonly person: PersonAnswer; readonly name: string }) {
  const said = person.disability;
  const has = typeof said === 'object' ? said : undefined;
  return (
    <View className="gap">
      <Select
        label={`${name}，残疾证`}
        options={GRADES}
        value={said === 'none' ? 'none' : has ? (String(has.grade) as '1') : undefined}
        onChange={(grade) =>
          change((a) =>
            aboutPerson(a, person.id, {
              disability: grade === 'none' ? 'none' : { ...has, grade: Number(grade) as 1 | 2 | 3 | 4 },
            }),
          )
        }
      />
      {has ? (
        <Select
          label={`${name}，哪一类`}
          options={DISABILITY_NAMES}
          value={has.category}
          onChange={(category) => change((a) => aboutPerson(a, person.id, { disability: { ...has, category } }))}
        />
      ) : null}
    </View>
  );
}

export const Illness = (props: QuestionProps) => (
  <NobodyOrWhom {...props} field="illness" some="有人得病">
    {props.answers.people.map((p) => (
      <View key={p.id} className="gap">
        <Select
          label={calledBy(p.id, props.answers)}
          options={ILLNESS_NAMES}
          value={p.illness}
          onChange={(illness) => props.change((a) => aboutPerson(a, p.id, { illness }))}
        />
      </View>
    ))}
  </NobodyOrWhom>
);

const DOING_NAMES: Readonly<Record<Doing, string>> = {
  employed: WORK_NAMES.employed,
  flexible: WORK_NAMES.flexible,
  away: '在外打工',
  farming: WORK_NAMES.farming,
  business: WORK_NAMES.business,
  unemployed: WORK_NAMES.unemployed,
  'cannot-work': WORK_NAMES['cannot-work'],
  student: WORK_NAMES.student,
  'studies-away': '在外地上学',
  retired: WORK_NAMES.retired,
};

export const Doings = ({ answers, change }: QuestionProps) => (
  <>
    {answers.people.filter(asksDoing).map((p) => (
      <View key={p.id} className="gap">
        <Select
          label={`${calledBy(p.id, answers)}现在`}
          options={DOING_NAMES}
          value={p.doing}
          onChange={(doing) => change((a) => aboutPerson(a, p.id, { doing }))}
        />
      </View>
    ))}
  </>
);

export function Income({ answers, change }: QuestionProps) {
  const earning = answers.people.filter(asksDoing);
  const told = earning.filter((p) => p.income !== undefined);
  const total = told.reduce((sum, p) => sum + (p.income ?? 0), 0);
  const count = answers.people.length;
  return (
    <>
      {earning.map((p) => (
        <View key={p.id} className="gap">
          <AmountInput
            label={`${calledBy(p.id, answers)}一个月`}
            hint="没有写 0"
            value={p.income}
            onChange={(income) => change((a) => aboutPerson(a, p.id, { income }))}
          />
          {asksWorkCosts(p) ? (
            <AmountInput
              label={`${calledBy(p.id, answers)}为上班花的，一个月`}
              hint="车费、饭钱这些，可以减掉一些。没有写 0"
              value={p.workCosts}
              onChange={(workCosts) => change((a) => aboutPerson(a, p.id, { workCosts }))}
            />
          ) : null}
        </View>
      ))}
      {told.length === earning.length ? (
        <View className="check-total">
          {`一共 ${yuanInDigits(total as Fen)} 元，${count} 口人，每人约 ${yuanInDigits((Math.round(total / count / 100) * 100) as Fen)} 元`}
        </View>
      ) : null}
    </>
  );
}
