import { type Place, residentApi } from '@assist/contracts';
import type { DivisionCode } from '@assist/policy';
import { View } from '@tarojs/components';
import { useRef } from 'react';
import { Segments } from '@/components/choice';
import { Pick } from '@/components/entry';
import { EntryBox } from '@/components/entry-box';
import { Field } from '@/components/field';
import { ProblemNote } from '@/components/problem-panel';
import { TextField } from '@/components/text-field';
import { api } from '@/platform/api';
import { useRemote } from '@/platform/use-remote';

const PROVINCES =
  '四川,贵州,湖北,湖南,陕西,云南,广东,浙江,江苏,上海,北京,福建,河南,河北,山西,辽宁,吉林,黑龙江,安徽,江西,山东,广西,海南,西藏,甘肃,青海,宁夏,新疆,天津,内蒙古,香港,澳门,台湾,国外'.split(',');

export interface PlaceFieldProps {
  /** e.g. 户口在哪里 */
  readonly label: string;
  readonly value: Place | undefined;
  readonly onChange: (place: Place) => void;
  /** What the third answer is called: 没有户口、没有固定住处. */
  readonly nowhere: string;
  /** Asks for street and number too. */
  readonly withDetail?: boolean;
  readonly problem?: string | undefined;
}

/** District and township in Chongqing, the province elsewhere, or nowhere. */
export function PlaceField({ label, value, onChange, nowhere, withDetail, problem }: PlaceFieldProps) {
  const kind = value?.kind;
  // Another answer is chosen and chosen back: what stood there before is still there.
  const before = useRef<Partial<Record<Place['kind'], Place>>>({});
  if (value) before.current[value.kind] = value;
  const choose = (next: Place['kind']) => {
    const known = before.current[next];
    if (known) onChange(known);
    else if (next === 'elsewhere') onChange({ kind: 'elsewhere', province: PROVINCES[0] as string });
    else if (next === 'no-fixed-place') onChange({ kind: 'no-fixed-place' });
    else onChange({ kind: 'chongqing', divisionCode: '500000' as DivisionCode });
  };
  return (
    <Field label={label} problem={problem}>
      <Segments
        label={label}
        value={kind}
        onChange={choose}
        options={[
          { value: 'chongqing', title: '重庆' },
          { value: 'elsewhere', title: '外地' },
          { value: 'no-fixed-place', title: nowhere },
        ]}
      />
      {value?.kind === 'chongqing' ? <Township label={label} value={value} onChange={onChange} /> : null}
      {value?.kind === 'elsewhere' ? (
        <EntryBox icon="chevron-down">
          <Pick
            label={`${label}，哪个省`}
            options={PROVINCES}
            index={Math.max(0, PROVINCES.indexOf(value.province))}
            onChange={(i) => onChange({ ...value, province: PROVINCES[i] as string })}
          />
        </EntryBox>
      ) : null}
      {withDetail && value && value.kind !== 'no-fixed-place' ? (
        <View className="gap">
          <TextField
            label="门牌写细一点"
            hint="上门看您时找得到，可以先空着"
            value={value.detail ?? ''}
            maxLength={120}
            onChange={(detail) => onChange({ ...value, ...(detail ? { detail } : { detail: undefined }) } as Place)}
          />
        </View>
      ) : null}
    </Field>
  );
}

type InChongqing = Extract<Place, { kind: 'chongqing' }>;

function Township({ label, value, onChange }: { readonly label: string; readonly value: InChongqing; readonly onChange: (place: Place) => void }) {
  const districts = useRemote(() => api(residentApi.districts, {}));
  const district = value.divisionCode.slice(0, 6);
  const chosen = district !== '500000';
  const remote = districts.remote;
  if (remote.state === 'problem') return <ProblemNote problem={remote.problem} onAgain={districts.reload} />;
  const options = remote.state === 'ready' ? remote.data : [];
  const index = options.findIndex((d) => d.code === district);
  const set = (code: string) => onChange({ ...value, divisionCode: code as DivisionCode });
  return (
    <>
      <EntryBox icon="chevron-down">
        <Pick
          label={`${label}，哪个区县`}
          placeholder={remote.state === 'ready' ? '点这里选区县' : '正在取'}
          options={options.map((d) => d.name)}
          index={index < 0 ? undefined : index}
          onChange={(i) => set(options[i]?.code ?? '500000')}
        />
      </EntryBox>
      {chosen ? <Streets key={district} label={label} district={district} code={value.divisionCode} onChange={set} /> : null}
    </>
  );
}

function Streets({ label, district, code, onChange }: { readonly label: string; readonly district: string; readonly code: string; readonly onChange: (code: string) => void }) {
  const { remote, reload } = useRemote(() => api(residentApi.townships, { params: { district } }));
  if (remote.state === 'problem') return <ProblemNote problem={remote.problem} onAgain={reload} />;
  const options = remote.state === 'ready' ? remote.data : [];
  const index = options.findIndex((t) => t.code === code.slice(0, 9));
  return (
    <EntryBox icon="chevron-down">
      <Pick
        label={`${label}，哪个镇街`}
        placeholder={remote.state === 'ready' ? '点这里选镇街' : '正在取'}
        options={options.map((t) => t.name)}
        index={index < 0 ? undefined : index}
        onChange={(i) => onChange(options[i]?.code ?? district)}
      />
    </EntryBox>
  );
}

/** Whether a place is precise enough to ask the routing with. */
export const isChosen = (place: Place | undefined): boolean => place !== undefined && (place.kind !== 'chongqing' || place.divisionCode !== '500000');
