import type { Place, PlaceOption, Problem } from '@assist/contracts';
import type { DivisionCode } from '@assist/policy';
import { View } from '@tarojs/components';
import { useEffect, useRef, useState } from 'react';
import { districts, townships } from '@/platform/places';
import { Segments } from './choice';
import { Entry, Pick } from './entry';
import { EntryBox } from './entry-box';
import { Field, type FieldProps } from './field';
import { ProblemNote } from './problem-panel';

export interface PlaceFieldProps extends FieldProps {
  readonly value: Place | undefined;
  readonly onChange: (place: Place | undefined) => void;
  /** Whether the answer may be another province, or nowhere fixed. */
  readonly elsewhere?: boolean;
  /** What the third answer is called where it is about a registration. */
  readonly nowhere?: string;
  /** Whether road and house are asked for. */
  readonly detail?: boolean;
}

const kinds = (nowhere: string) =>
  [
    { value: 'chongqing', title: '重庆' },
    { value: 'elsewhere', title: '外省' },
    { value: 'no-fixed-place', title: nowhere },
  ] as const;

/** Where somebody lives or is registered: district and township of Chongqing, or the province, or nowhere fixed. */
export function PlaceField({ label, aside, hint, problem, value, onChange, elsewhere, nowhere = '没有固定住处', detail }: PlaceFieldProps) {
  // Another answer is tapped and the first one again: what was chosen there comes back.
  const before = useRef<Partial<Record<Place['kind'], Place>>>({});
  if (value) before.current[value.kind] = value;
  const fresh = {
    chongqing: undefined,
    elsewhere: { kind: 'elsewhere', province: '' },
    'no-fixed-place': { kind: 'no-fixed-place' },
  } as const;
  // In Chongqing the value comes with the township; until then only the answer itself is known.
  const [answered, setAnswered] = useState<Place['kind'] | undefined>(value?.kind);
  const kind = value?.kind ?? answered ?? (elsewhere ? undefined : 'chongqing');
  return (
    <Field label={label} {...(aside && { aside })} {...(hint && { hint })} problem={problem}>
      {elsewhere ? (
        <Segments
          label={label}
          options={kinds(nowhere)}
          value={kind}
          onChange={(k) => {
            setAnswered(k);
            onChange(before.current[k] ?? fresh[k]);
          }}
        />
      ) : null}
      {kind === 'chongqing' ? (
        <Townships label={label} value={value?.kind === 'chongqing' ? value : undefined} onChange={onChange} />
      ) : null}
      {value?.kind === 'elsewhere' ? (
        <EntryBox>
          <Entry
            label={`${label}，哪个省`}
            placeholder="哪个省"
            maxLength={20}
            value={value.province}
            onChange={(province) => onChange({ ...value, province })}
          />
        </EntryBox>
      ) : null}
      {detail && value ? (
        <EntryBox>
          <Entry
            label={`${label}，村（社区）、门牌`}
            placeholder="村（社区）、门牌，写得清楚就行"
            long
            maxLength={120}
            value={value.detail ?? ''}
            onChange={(words) => onChange({ ...value, detail: words })}
          />
        </EntryBox>
      ) : null}
    </Field>
  );
}

type InChongqing = Extract<Place, { kind: 'chongqing' }>;

/** A district alone is no answer yet: the value comes with the township. */
function Townships({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: InChongqing | undefined;
  readonly onChange: (place: Place) => void;
}) {
  const [all, setAll] = useState<readonly PlaceOption[]>([]);
  const [inside, setInside] = useState<readonly PlaceOption[]>([]);
  const [district, setDistrict] = useState<string | undefined>(value?.divisionCode.slice(0, 6));
  const [problem, setProblem] = useState<Problem | undefined>();
  const [turn, setTurn] = useState(0);

  const given = value?.divisionCode.slice(0, 6);
  useEffect(() => {
    if (given) setDistrict(given);
  }, [given]);
  useEffect(() => {
    let here = true;
    void districts().then((r) => {
      if (!here) return;
      if (r.ok) setAll(r.data);
      setProblem(r.ok ? undefined : r.problem);
    });
    return () => {
      here = false;
    };
  }, [turn]);
  useEffect(() => {
    let here = true;
    setInside([]);
    if (district)
      void townships(district).then((r) => {
        if (!here) return;
        if (r.ok) setInside(r.data);
        setProblem(r.ok ? undefined : r.problem);
      });
    return () => {
      here = false;
    };
  }, [district, turn]);

  const indexOf = (options: readonly PlaceOption[], code: string | undefined): number | undefined => {
    const index = options.findIndex((o) => o.code === code);
    return index < 0 ? undefined : index;
  };
  return (
    <>
      {problem ? (
        <View className="gap-s">
          <ProblemNote problem={problem} onAgain={() => setTurn(turn + 1)} />
        </View>
      ) : null}
      <EntryBox icon="chevron-down">
        <Pick
          label={`${label}，区县`}
          placeholder="哪个区县"
          options={all.map((o) => o.name)}
          index={indexOf(all, district)}
          onChange={(i) => setDistrict(all[i]?.code)}
        />
      </EntryBox>
      <EntryBox icon="chevron-down">
        <Pick
          label={`${label}，镇街`}
          placeholder={district ? '哪个镇街' : '先选区县'}
          options={inside.map((o) => o.name)}
          index={indexOf(inside, value?.divisionCode)}
          disabled={inside.length === 0}
          onChange={(i) => {
            const code = inside[i]?.code as DivisionCode | undefined;
            if (code) onChange({ kind: 'chongqing', divisionCode: code, ...(value?.detail && { detail: value.detail }) });
          }}
        />
      </EntryBox>
    </>
  );
}
