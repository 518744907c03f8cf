import { View } from '@tarojs/components';
import { DISABILITY_NAMES, GRADE_NAMES, ILLNESS_NAMES, SCHOOLING_NAMES, WORK_NAMES } from '@/application/words/names';
import { Choices, Segments } from '@/components/choice';
import { Field } from '@/components/field';
import { Head } from '@/components/page';
import { Select } from '@/components/select';
import type { EventQuestionProps } from './question-props';

type Changes = NonNullable<EventQuestionProps['one']['changes']>;
type Disability = Exclude<Changes['disability'], false | undefined>;

/** What is different about somebody: the certificate, the illness, the school. */
export function ChangesQuestion(props: EventQuestionProps) {
  const { question, name } = props;
  const Part = PARTS[question.event] ?? Illness;
  return (
    <>
      <Head title={`${name || '这位家人'}现在是什么情况？`} lead={question.about} />
      <Part {...props} />
    </>
  );
}

const GRADES = ['1', '2', '3', '4'] as const;

function Certificate({ one, set }: EventQuestionProps) {
  const now = one.changes?.disability || undefined;
  const put = (part: Partial<Disability>) =>
    set({ changes: { ...one.changes, disability: { category: now?.category ?? 'physical', grade: now?.grade ?? 4, ...part } } });
  return (
    <>
      <Select label="哪一类残疾" options={DISABILITY_NAMES} value={now?.category} onChange={(category) => put({ category })} />
      <View className="gap-l">
        <Field label="证上写的几级" hint="没看到证，先跳过">
          <Segments
            label="证上写的几级"
            value={now && (String(now.grade) as (typeof GRADES)[number])}
            onChange={(grade) => put({ grade: Number(grade) as Disability['grade'] })}
            options={GRADES.map((value, i) => ({ value, title: GRADE_NAMES[i] ?? value }))}
          />
        </Field>
      </View>
    </>
  );
}

function CertificateEnded(props: EventQuestionProps) {
  const { one, set } = props;
  const now = one.changes?.disability;
  const value = now === undefined ? undefined : now === false ? 'none' : 'other';
  return (
    <>
      <Segments
        label="残疾证现在怎样"
        value={value}
        onChange={(v) => set({ changes: { ...one.changes, disability: v === 'none' ? false : { category: 'physical', grade: 4 } } })}
        options={[
          { value: 'none', title: '到期了，没再办' },
          { value: 'other', title: '等级变了' },
        ]}
      />
      {value === 'other' ? (
        <View className="gap-l">
          <Certificate {...props} />
        </View>
      ) : null}
    </>
  );
}

type IllnessState = NonNullable<Changes['illness']>;

function Illness({ question, one, set }: EventQuestionProps) {
  const states: readonly IllnessState[] =
    question.event === 'illness-ended' ? ['none', 'long-term'] : ['serious-recognised', 'serious-not-recognised', 'long-term'];
  return (
    <Choices
      label="现在的病情"
      value={one.changes?.illness}
      onChange={(illness) => set({ changes: { ...one.changes, illness } })}
      options={states.map((value) => ({ value, title: ILLNESS_NAMES[value] }))}
    />
  );
}

type School = NonNullable<Changes['schooling']>;

function SchoolBegun({ one, set }: EventQuestionProps) {
  const levels = (Object.keys(SCHOOLING_NAMES) as School[]).filter((level) => level !== 'none');
  return (
    <Choices
      label="现在上什么学"
      value={one.changes?.schooling}
      onChange={(schooling) => set({ changes: { ...one.changes, schooling } })}
      options={levels.map((value) => ({ value, title: SCHOOLING_NAMES[value] }))}
    />
  );
}

const AFTER_SCHOOL = ['unemployed', 'employed', 'flexible', 'cannot-work', 'child'] as const;

function SchoolEnded({ one, set }: EventQuestionProps) {
  return (
    <Choices
      label="不上学以后做什么"
      value={one.changes?.work as (typeof AFTER_SCHOOL)[number] | undefined}
      onChange={(work) => set({ changes: { ...one.changes, schooling: 'none', work } })}
      options={AFTER_SCHOOL.map((value) => ({ value, title: WORK_NAMES[value] }))}
    />
  );
}

const PARTS: Readonly<Record<string, typeof Illness>> = {
  'disability-found': Certificate,
  'disability-ended': CertificateEnded,
  'illness-found': Illness,
  'illness-ended': Illness,
  'school-begun': SchoolBegun,
  'school-ended': SchoolEnded,
};
