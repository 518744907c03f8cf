import { DISTRICT_NAMES, RELATIONS, type Relation } from '@assist/policy-chongqing/preview';
import { View } from '@tarojs/components';
import { useRef } from 'react';
import { RELATION_NAMES } from '@/application/words/names';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Choices } from '@/components/choice';
import { Select } from '@/components/select';
import { TextField } from '@/components/text-field';
import { aboutPerson, withoutPerson, withPerson } from '../_logic/answers';
import { calledBy } from '../_logic/form-of';
import type { QuestionProps } from './question-props';

export const Where = ({ answers, change }: QuestionProps) => (
  <Select
    label="哪个区县"
    options={DISTRICT_NAMES as Readonly<Record<string, string>>}
    value={answers.district}
    placeholder="点这里选区县"
    onChange={(district) => change((a) => ({ ...a, district }))}
  />
);

export const Area = ({ answers, change }: QuestionProps) => (
  <Choices
    label="住在城里还是农村"
    value={answers.area}
    onChange={(area) => change((a) => ({ ...a, area }))}
    options={[
      { value: 'urban', title: '城里' },
      { value: 'rural', title: '农村' },
    ]}
  />
);

const OTHERS = RELATIONS.filter((r) => r !== 'self') as Exclude<Relation, 'self'>[];

export function Who({ answers, change }: QuestionProps) {
  const gone = useRef<string[]>([]);
  const others = answers.people.filter((p) => p.id !== 'm1');
  const options = Object.fromEntries(OTHERS.map((r) => [r, RELATION_NAMES[r]])) as Record<Exclude<Relation, 'self'>, string>;
  return (
    <>
      <Card list>
        {answers.people.map((p) => (
          <View key={p.id} className="check-person">
            <View className="check-person__head">
              <View className="strong">{calledBy(p.id, answers)}</View>
              {p.id === 'm1' ? null : (
                <Button
                  kind="quiet"
                  small
                  label={`去掉${calledBy(p.id, answers)}`}
                  onTap={() => {
                    gone.current.push(p.id);
                    change((a) => withoutPerson(a, p.id));
                  }}
                >
                  去掉
                </Button>
              )}
            </View>
          </View>
        ))}
      </Card>
      <View className="gap">
        <Select
          key={others.length}
          label="再添一个人"
          options={options}
          value={undefined}
          placeholder="点这里选是谁"
          onChange={(relation) => change((a) => withPerson(a, relation as Relation, gone.current))}
        />
      </View>
      <View className="check-total">{`一共 ${answers.people.length} 口人`}</View>
    </>
  );
}

/** Whole years from 0 to 120; anything else is not an age and stays out. */
const ageFrom = (typed: string): number | undefined => {
  const age = /^\d{1,3}$/.test(typed.trim()) ? Number(typed) : undefined;
  return age !== undefined && age <= 120 ? age : undefined;
};

export const Ages = ({ answers, change }: QuestionProps) => (
  <>
    {answers.people.map((p) => (
      <View key={p.id} className="gap">
        <TextField
          label={`${calledBy(p.id, answers)}多少岁`}
          keyboard="number"
          maxLength={3}
          placeholder="周岁"
          value={p.age === undefined ? '' : String(p.age)}
          onChange={(typed) => change((a) => aboutPerson(a, p.id, { age: ageFrom(typed) }))}
        />
      </View>
    ))}
  </>
);
