import type { AnyTable, DatedValue } from '@assist/policy';
import { mayDeny } from '@assist/policy';
import { expect, it } from 'vitest';
import { assess } from '../assess/assess.ts';
import { ALL_CASES } from '../benefits/all-cases.ts';
import type { Case } from '../benefits/case-table.ts';
import { findingOfCase, findingUnder } from '../benefits/case-table.ts';
import { TABLES } from './tables.ts';

// A value that was not read on an official page may say met or for-officer, never not-met: move each of them as far as it goes, and
// no case that was denied may be answered differently. One that is would have hung on it.
const unsure = (TABLES as readonly AnyTable[]).flatMap((table) =>
  table.rows.flatMap((row, at) => (mayDeny((row as DatedValue<unknown>).certainty) ? [] : [[table, at] as const])),
);

/** The number, or every number inside, made nothing or beyond all measure; a list also loses all its steps or gets more of them. */
function moved(value: unknown): readonly unknown[] {
  if (typeof value === 'number') return [0, value * 1000];
  if (Array.isArray(value)) return [[], [...value, ...value, ...value]];
  if (typeof value === 'object' && value !== null) {
    const to = (side: 0 | 1) => Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, moved(inner)[side] ?? inner]));
    return [to(0), to(1)];
  }
  return [];
}

/** A rigid-expenditure family is one that fits nothing better (MCA57R-4): where something better fits, no is said by a yes. */
const fitsBetter = ({ node, household, on }: Case) =>
  node.startsWith('rigid-expenditure') &&
  assess(household, on).findings.some((one) => one.rule === 'marginal-family' && one.verdict === 'met');

it('任何一个没在官方页面读到的数，都不能让人够不上：把它改到头，够不上的还是够不上', () => {
  const denied = ALL_CASES.filter((one) => findingOfCase(one)?.verdict === 'not-met' && !fitsBetter(one));
  expect([unsure.length > 50, denied.length > 50]).toEqual([true, true]);
  const hanging = new Set<string>();
  for (const [table, at] of unsure) {
    const row = table.rows[at] as DatedValue<unknown>;
    for (const value of moved(row.value)) {
      const instead = { ...table, rows: table.rows.map((other, index) => (index === at ? { ...row, value } : other)) } as AnyTable;
      for (const one of denied.filter((it) => it.on >= row.from)) {
        if (findingUnder(one, new Map([[table.id, instead]]))?.verdict !== 'not-met') hanging.add(`${table.id} ${row.scope}: ${one.title}`);
      }
    }
  }
  expect([...hanging]).toEqual([]);
}, 120_000);
