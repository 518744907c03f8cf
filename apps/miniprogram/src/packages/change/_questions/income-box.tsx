import { View } from '@tarojs/components';
import { useState } from 'react';
import type { IncomeDraft } from '@/application/change/change-record';
import { INCOME_NAMES } from '@/application/words/names';
import { AmountInput } from '@/components/amount-input';
import { Choice, ManySegments, Segments } from '@/components/choice';

type Kind = IncomeDraft['kind'];
const KINDS = Object.keys(INCOME_NAMES) as Kind[];
const USUAL: readonly Kind[] = ['wage', 'flexible-work', 'farming', 'pension', 'basic-pension', 'support'];

/** Kinds first, then an amount for each. "None" is an answer. */
export function IncomeBox({
  label,
  first,
  value,
  onChange,
}: {
  readonly label: string;
  /** What this change is mostly about. */
  readonly first: readonly Kind[];
  readonly value: readonly IncomeDraft[] | undefined;
  readonly onChange: (value: readonly IncomeDraft[]) => void;
}) {
  const income = value ?? [];
  const near = [...new Set([...first, ...USUAL])];
  const [more, setMore] = useState(income.some((one) => !near.includes(one.kind)));
  const put = (kind: Kind, part: Partial<IncomeDraft>) => onChange(income.map((one) => (one.kind === kind ? { ...one, ...part } : one)));
  return (
    <>
      <Choice option={{ value: 'none', title: '没有收入' }} on={value?.length === 0} onTap={() => onChange([])} />
      <ManySegments
        label={label}
        values={income.map((one) => one.kind)}
        onChange={(kinds) => onChange(kinds.map((kind) => income.find((one) => one.kind === kind) ?? { kind, per: 'month' }))}
        options={[...near, ...(more ? KINDS.filter((kind) => !near.includes(kind)) : [])].map((kind) => ({
          value: kind,
          title: INCOME_NAMES[kind],
        }))}
      />
      {more ? null : (
        <ManySegments label="还有别的" values={[]} onChange={() => setMore(true)} options={[{ value: 'more', title: '还有别的…' }]} />
      )}
      {income.map((one) => (
        <View key={one.kind} className="gap-l">
          <AmountInput
            label={INCOME_NAMES[one.kind]}
            hint="拿到手的，大概的也行"
            unit={one.per === 'month' ? '元一个月' : '元一年'}
            value={one.amount}
            onChange={(amount) => put(one.kind, { amount })}
          />
          <Segments
            label={`${INCOME_NAMES[one.kind]}，按月还是按年`}
            value={one.per}
            onChange={(per) => put(one.kind, { per })}
            options={[
              { value: 'month', title: '一个月' },
              { value: 'year', title: '一年' },
            ]}
          />
        </View>
      ))}
    </>
  );
}
