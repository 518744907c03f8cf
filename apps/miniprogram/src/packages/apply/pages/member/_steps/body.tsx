import type { MemberForm } from '@assist/contracts';
import { View } from '@tarojs/components';
import { calledName } from '@/application/words/lists';
import { DISABILITY_NAMES, GRADE_NAMES, ILLNESS_NAMES, SELF_CARE_NAMES } from '@/application/words/names';
import { Choices, ManySegments, Segments } from '@/components/choice';
import { Field } from '@/components/field';
import { Head } from '@/components/page';
import { Select } from '@/components/select';
import { TextField } from '@/components/text-field';
import { YesNo } from '@/components/yes-no';
import type { StepProps } from './step-props';

type Disability = Exclude<NonNullable<MemberForm['disability']>, false>;
const options = <T extends string>(names: Readonly<Record<T, string>>) =>
  (Object.keys(names) as T[]).map((value) => ({ value, title: names[value] }));

export function Body({ member, set }: StepProps) {
  const { disability, bedriddenMonths } = member;
  const put = (change: Partial<Disability>) => set({ disability: { category: 'physical', grade: 2, ...(disability || {}), ...change } });
  return (
    <>
      <Head title={`${calledName(member)}身体怎么样？`} lead="照实说就好，说不清先空着。" />
      <Choices label="身体怎么样" value={member.illness} onChange={(illness) => set({ illness })} options={options(ILLNESS_NAMES)} />
      <View className="gap-l">
        <YesNo
          label="有残疾证吗"
          value={disability === undefined ? undefined : disability !== false}
          onChange={(yes) => (yes ? put({}) : set({ disability: false }))}
        />
      </View>
      {disability ? (
        <>
          <View className="gap-l">
            <Select
              label="证上写的哪一类"
              options={DISABILITY_NAMES}
              value={disability.category}
              onChange={(category) => put({ category })}
            />
          </View>
          <View className="gap-l">
            <Field label="证上写的几级">
              <Segments
                label="证上写的几级"
                value={String(disability.grade)}
                onChange={(grade) => put({ grade: Number(grade) as Disability['grade'] })}
                options={GRADE_NAMES.map((title, i) => ({ value: String(i + 1), title }))}
              />
            </Field>
          </View>
        </>
      ) : null}
      <View className="gap-l">
        <YesNo
          label="躺在床上起不来吗"
          value={bedriddenMonths === undefined ? undefined : bedriddenMonths > 0}
          onChange={(yes) => set({ bedriddenMonths: yes ? Math.max(1, bedriddenMonths ?? 1) : 0 })}
          yes="是"
          no="不是"
        />
      </View>
      {bedriddenMonths ? (
        <View className="gap-l">
          <TextField
            label="卧床几个月了"
            keyboard="number"
            maxLength={4}
            value={String(bedriddenMonths)}
            onChange={(text) => set({ bedriddenMonths: Math.min(1500, Math.max(1, Number.parseInt(text, 10) || 1)) })}
          />
        </View>
      ) : null}
      <View className="gap-l">
        <Field label="哪些事自己做不了" aside="可选几样">
          <ManySegments
            label="哪些事自己做不了"
            values={member.cannotDoAlone ?? []}
            onChange={(cannotDoAlone) => set({ cannotDoAlone })}
            options={options(SELF_CARE_NAMES)}
          />
          <View className="gap-s">
            <ManySegments
              label="都能自己做"
              values={member.cannotDoAlone?.length === 0 ? ['none'] : []}
              onChange={(v) => set({ cannotDoAlone: v.length ? [] : undefined })}
              options={[{ value: 'none', title: '都能自己做' }]}
            />
          </View>
        </Field>
      </View>
    </>
  );
}
