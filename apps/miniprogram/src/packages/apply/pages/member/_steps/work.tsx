import { ageOn } from '@assist/policy';
import { RECIPIENT_KINDS } from '@assist/policy-chongqing/preview';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { calledName } from '@/application/words/lists';
import { SCHOOLING_NAMES, WORK_NAMES } from '@/application/words/names';
import { Button } from '@/components/button';
import { Choices, ManySegments } from '@/components/choice';
import { Field } from '@/components/field';
import { Head } from '@/components/page';
import { Select } from '@/components/select';
import { today } from '@/platform/clock';
import type { StepProps } from './step-props';

/** Up to this age the school is asked about; above, only where somebody says "goes to school". */
const SCHOOL_AGE = 25;

const COMMON = ['subsistence-allowance', 'marginal-family', 'destitute-support', 'disability-allowances'];
const KINDS = RECIPIENT_KINDS.map((k) => ({ value: k.id, title: k.title }));

export function Work({ member, set }: StepProps) {
  const young = member.birthDate !== undefined && ageOn(member.birthDate, today()) <= SCHOOL_AGE;
  const [more, setMore] = useState(false);
  const values = Object.keys(WORK_NAMES) as (keyof typeof WORK_NAMES)[];
  return (
    <>
      <Head title={`${calledName(member)}现在做什么？`} lead="最近几个月的样子。" />
      <Choices
        label="现在做什么"
        value={member.work}
        onChange={(work) => set({ work })}
        options={values.map((value) => ({ value, title: WORK_NAMES[value] }))}
      />
      {young || member.work === 'student' || member.work === 'child' ? (
        <View className="gap-l">
          <Select label="上学吗" options={SCHOOLING_NAMES} value={member.schooling} onChange={(schooling) => set({ schooling })} />
        </View>
      ) : null}
      <View className="gap-l">
        <Field label="现在领着哪些救助" aside="可选几样">
          <ManySegments
            label="现在领着哪些救助"
            values={member.receives ?? []}
            onChange={(receives) => set({ receives })}
            options={KINDS.filter((k) => more || COMMON.includes(k.value) || member.receives?.includes(k.value))}
          />
          <ManySegments
            label="都没有领"
            values={member.receives?.length === 0 ? ['none'] : []}
            onChange={(v) => set({ receives: v.length ? [] : undefined })}
            options={[{ value: 'none', title: '都没有' }]}
          />
          {more ? null : (
            <Button kind="quiet" onTap={() => setMore(true)}>
              还有别的
            </Button>
          )}
        </Field>
      </View>
    </>
  );
}
