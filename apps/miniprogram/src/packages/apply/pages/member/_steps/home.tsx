import { View } from '@tarojs/components';
import { membersOf } from '@/application/draft/edits';
import { same } from '@/application/same';
import { calledName } from '@/application/words/lists';
import { ABSENCE_NAMES } from '@/application/words/names';
import { Segments } from '@/components/choice';
import { Field } from '@/components/field';
import { Head } from '@/components/page';
import { PlaceField } from '@/components/place-field';
import { Select } from '@/components/select';
import { TextField } from '@/components/text-field';
import { YesNo } from '@/components/yes-no';
import { useFix } from '../../../_parts/fixes';
import type { StepProps } from './step-props';

const { none, 'works-elsewhere': works, 'studies-elsewhere': studies, ...REST } = ABSENCE_NAMES;

export function Home({ app, form, member, path, set }: StepProps) {
  const applicant = membersOf(form)[0];
  const self = member.id === 'm1';
  const common = member.absence === 'none' || member.absence === 'works-elsewhere' || member.absence === 'studies-elsewhere';
  const elsewhere = member.absence !== undefined && !common;
  const together = member.registration === undefined ? undefined : same(member.registration, applicant?.registration);
  return (
    <>
      <Head title={`${calledName(member)}现在在哪里？`} />
      <Field label="现在在家住吗">
        <Segments
          label="现在在家住吗"
          value={elsewhere ? 'other' : member.absence}
          onChange={(absence) => set({ absence })}
          options={[
            { value: 'none', title: none },
            { value: 'works-elsewhere', title: works },
            { value: 'studies-elsewhere', title: studies },
            { value: 'other', title: '别的' },
          ]}
        />
      </Field>
      {elsewhere ? (
        <View className="gap-l">
          <Select label="是哪一种" options={REST} value={member.absence as keyof typeof REST} onChange={(absence) => set({ absence })} />
        </View>
      ) : null}
      {self ? null : (
        <>
          <View className="gap-l">
            <YesNo
              label="长期一起吃住吗"
              hint="在外打工、上学，常回来的也算一起"
              value={member.livesTogether}
              onChange={(livesTogether) => set({ livesTogether })}
              yes="一起"
              no="不一起"
            />
          </View>
          {applicant?.registration ? (
            <View className="gap-l">
              <YesNo
                label="户口和您在一处吗"
                value={together}
                onChange={(yes) => set({ registration: yes ? applicant.registration : { kind: 'elsewhere', province: '' } })}
                yes="在一处"
                no="不在"
              />
              {together === false ? (
                <View className="gap-l">
                  <PlaceField
                    label="户口在哪里"
                    elsewhere
                    nowhere="没有或说不清"
                    value={member.registration}
                    onChange={(registration) => set({ registration })}
                  />
                </View>
              ) : null}
            </View>
          ) : null}
          <View className="gap-l">
            <TextField
              label="电话"
              aside="可以先空着"
              keyboard="number"
              maxLength={20}
              value={member.phone ?? ''}
              onChange={(phone) => set({ phone: phone || undefined })}
              problem={useFix(app, `${path}.phone`)}
            />
          </View>
        </>
      )}
    </>
  );
}
