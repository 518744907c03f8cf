import { View } from '@tarojs/components';
import { NOT_YET } from '@/application/change/form-of';
import { RELATION_NAMES } from '@/application/words/names';
import { DateField } from '@/components/date-field';
import { Field } from '@/components/field';
import { Head } from '@/components/page';
import { Select } from '@/components/select';
import { TextField } from '@/components/text-field';
import { today } from '@/platform/clock';
import { IncomeBox } from './income-box';
import type { EventQuestionProps } from './question-props';

type Joins = NonNullable<EventQuestionProps['one']['joins']>;

const { self: _self, ...RELATIONS } = RELATION_NAMES;
const CHILD = ['birth', 'adoption'];

/** Who comes new into the household. A newborn has no income and may have no name yet. */
export function JoinsQuestion({ question, one, set }: EventQuestionProps) {
  const now = today();
  const child = CHILD.includes(question.event);
  const joins: Joins = one.joins ?? {
    id: 'n1',
    livesTogether: true,
    absence: 'none',
    ...(child ? { relation: 'child', income: [] } : question.event === 'marriage' ? { relation: 'spouse' } : {}),
    ...(question.event === 'birth' && one.happenedOn && !one.aboutThen && { birthDate: one.happenedOn }),
  };
  const put = (part: Partial<Joins>) => set({ joins: { ...joins, ...part } });
  return (
    <>
      <Head title="来的是谁？" lead={question.about} />
      <TextField
        label="名字"
        aside={child ? '还没取就空着' : '可以空着'}
        maxLength={50}
        value={joins.name ?? ''}
        onChange={(name) => put({ name })}
      />
      <View className="gap-l">
        <Select label="是领钱的人的什么人" options={RELATIONS} value={joins.relation as never} onChange={(relation) => put({ relation })} />
      </View>
      <View className="gap-l">
        <DateField
          label="哪天出生"
          to={now}
          value={joins.birthDate}
          problem={joins.birthDate && joins.birthDate > now ? NOT_YET : undefined}
          onChange={(birthDate) => put({ birthDate })}
        />
      </View>
      {child ? null : (
        <View className="gap-l">
          <Field label="有没有收入">
            <IncomeBox label="有没有收入" first={['wage', 'flexible-work']} value={joins.income} onChange={(income) => put({ income })} />
          </Field>
        </View>
      )}
    </>
  );
}
