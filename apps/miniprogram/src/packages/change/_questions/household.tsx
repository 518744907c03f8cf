import { View } from '@tarojs/components';
import { Choices } from '@/components/choice';
import { Head } from '@/components/page';
import { PlaceField } from '@/components/place-field';
import { TextField } from '@/components/text-field';
import type { ChangeProps } from '../_parts/with-change';

const REPORTERS = [
  { value: 'self', title: '是我自己家的事' },
  { value: 'family', title: '我替家里人说' },
  { value: 'helper', title: '我帮别人家说', under: '邻居、网格员、村干部' },
] as const;

/** Who tells it. Somebody who helps says their name, so that the township can ask back. */
export function ReporterQuestion({ record, change }: ChangeProps) {
  const { reporter } = record.draft;
  const set = (part: Partial<typeof reporter>) => change((draft) => ({ ...draft, reporter: { ...draft.reporter, ...part } }));
  return (
    <>
      <Head title="您替谁说这件事？" lead="谁来说都收。" />
      <Choices label="您替谁说这件事" options={REPORTERS} value={reporter.as as 'self' | undefined} onChange={(as) => set({ as })} />
      {reporter.as === 'family' ? (
        <View className="gap-l">
          <TextField
            label="您是他家的谁"
            aside="可以空着"
            placeholder="比如：女儿"
            maxLength={20}
            value={reporter.relation ?? ''}
            onChange={(relation) => set({ relation })}
          />
        </View>
      ) : null}
      {reporter.as === 'helper' ? (
        <View className="gap-l">
          <TextField label="您叫什么名字" maxLength={50} value={reporter.name ?? ''} onChange={(name) => set({ name })} />
          <TextField
            label="您的电话"
            aside="可以空着"
            keyboard="number"
            maxLength={20}
            value={reporter.phone ?? ''}
            onChange={(phone) => set({ phone })}
          />
        </View>
      ) : null}
    </>
  );
}

const OTHER = 'other';

/** Which household, where the account has several or may mean another one. */
export function WhoseQuestion({ record, family, change, changeBeside }: ChangeProps) {
  const cases = family?.cases ?? [];
  const value = record.beside.otherHousehold ? OTHER : record.draft.caseId;
  const pick = (id: string) => {
    changeBeside((beside) => ({ ...beside, otherHousehold: id === OTHER ? true : undefined }));
    change((draft) => ({ ...draft, caseId: id === OTHER ? undefined : id }));
  };
  return (
    <>
      <Head title="是哪一家的事？" />
      <Choices
        label="是哪一家的事"
        value={value}
        onChange={pick}
        options={[
          ...cases.map((one) => ({
            value: one.caseId,
            title: `${one.members[0]?.name ?? ''}一家`,
            under: `${one.office.name}，${one.benefits.map((b) => b.title).join('、')}`,
          })),
          { value: OTHER, title: '是另外一家' },
        ]}
      />
    </>
  );
}

/** Not found in the register, or not asked yet: told all the same. */
export function PersonQuestion({ record, family, change }: ChangeProps) {
  const lead =
    family?.notShown === 'not-verified' && record.draft.reporter.as !== 'helper'
      ? '您的身份还没核过，看不到册子。不核也能报。'
      : '说清是谁家，镇上才找得到。';
  return (
    <>
      <Head title="是谁家的事？" lead={lead} />
      <TextField
        label="领钱的人叫什么名字"
        maxLength={50}
        value={record.draft.personName ?? ''}
        onChange={(personName) => change((draft) => ({ ...draft, personName }))}
      />
    </>
  );
}

export const ResidenceQuestion = ({ record, change }: ChangeProps) => (
  <>
    <Head title="这家人住在哪里？" lead="选到镇街，就知道归哪里看。" />
    <PlaceField
      label="住在哪里"
      elsewhere
      detail
      value={record.draft.residence}
      onChange={(residence) => change((draft) => ({ ...draft, residence }))}
    />
  </>
);

const KINDS = ['低保', '特困供养', '低保边缘家庭', '刚性支出困难家庭', '说不清'] as const;

export const ReceivesQuestion = ({ record, change }: ChangeProps) => (
  <>
    <Head title="现在领的是什么？" lead="不知道叫什么，选“说不清”就行。" />
    <Choices
      label="现在领的是什么"
      options={KINDS.map((value) => ({ value, title: value }))}
      value={record.draft.receives as (typeof KINDS)[number] | undefined}
      onChange={(receives) => change((draft) => ({ ...draft, receives }))}
    />
  </>
);
