import type { AnyTable, DatedTable, DivisionCode, Fen, Finding, Verdict } from '@assist/policy';
import { allOf, anyOf, civilDate } from '@assist/policy';
import { describe, expect, it } from 'vitest';
import { ALL_CASES } from '../benefits/all-cases.ts';
import { findingOfCase, findingUnder, holds } from '../benefits/case-table.ts';
import { BENEFITS } from '../benefits/index.ts';
import { DISTRICT_NAMES } from '../districts/codes.ts';
import { FIRST_DAY_OF_SOURCE } from '../values/first-days.expected.ts';
import { STEPS, standardHolds } from '../values/standards.expected.ts';
import { SUBSISTENCE_STANDARD } from '../values/standards.ts';
import { TABLES } from '../values/tables.ts';
import { NODES } from './explain-receipt.ts';
import type { Mutant } from './mutants.ts';
import { mutantsOf } from './mutants.ts';

/** Whether any test of a dated value notices it: a case of a benefit that reads it, or the grid of standards. */
function isNoticed(mutant: Mutant): boolean {
  const instead = new Map([[mutant.table.id, mutant.table]]);
  if (mutant.table.id === SUBSISTENCE_STANDARD.id && !gridHolds(mutant.table as DatedTable<Fen>)) return true;
  return casesReading(mutant.table.id).some((one) => !holds(one, findingUnder(one, instead)));
}

function gridHolds(table: DatedTable<Fen>): boolean {
  return Object.keys(DISTRICT_NAMES).every((code) =>
    STEPS.every((step) =>
      (['urban', 'rural'] as const).every((area) => standardHolds(table, civilDate(step.from), code as DivisionCode, area)),
    ),
  );
}

const READING = new Map(BENEFITS.map((benefit) => [benefit.id, new Set(benefit.tables.map((table) => table.id))]));
function casesReading(table: string) {
  return ALL_CASES.filter((one) => READING.get(one.node.split('/')[0] as string)?.has(table));
}

const score = (mutants: readonly Mutant[]) => {
  const missed = mutants.filter((mutant) => !isNoticed(mutant)).map((mutant) => mutant.name);
  return { total: mutants.length, missed };
};

describe('a broken dated value', () => {
  const mutants = TABLES.flatMap((table) => mutantsOf(table as AnyTable));

  const values = mutants.filter((one) => one.kind === 'value');
  it(`is noticed by a case: every value, one up and one down (${values.length} broken values)`, () => {
    const { total, missed } = score(values);
    expect(total).toBeGreaterThan(300);
    expect(missed).toEqual([]);
  });

  it('is noticed: every first day, one later and one earlier, is not the day its source begins', () => {
    const onTheirDay = (table: AnyTable) => table.rows.every((row) => row.from === FIRST_DAY_OF_SOURCE[row.source]);
    expect(TABLES.filter((table) => !onTheirDay(table)).map((table) => table.id)).toEqual([]);
    const missed = mutants.filter((one) => one.kind === 'day' && onTheirDay(one.table)).map((one) => one.name);
    expect(missed).toEqual([]);
  });
});

describe('a broken combination', () => {
  it('is noticed by a case: every all made any, every any made all', () => {
    const groups = [...NODES.values()].filter((node) => node.kind !== 'rule');
    const noticed = new Set<string>();
    for (const one of ALL_CASES) {
      const finding = findingOfCase(one);
      if (finding !== undefined && groups.some((group) => group.id === one.node) && swapped(finding) !== one.verdict) noticed.add(one.node);
    }
    expect(groups.map((group) => group.id).filter((id) => !noticed.has(id) && !isOneLimb(id))).toEqual([]);
  });
});

/** A combination of one limb says the same either way; the conditions of a benefit are noticed under the benefit's own id. */
function isOneLimb(id: string): boolean {
  const node = NODES.get(id);
  return id.endsWith('/conditions') || (node !== undefined && node.kind !== 'each' && node.children.length === 1);
}

/** What it would say if one limb were enough where all are needed, and the other way round. */
function swapped(finding: Finding): Verdict {
  const verdicts = finding.children.map((child) => child.verdict);
  return finding.verdict === allOf(verdicts) ? anyOf(verdicts) : allOf(verdicts);
}
