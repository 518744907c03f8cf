import type { CivilDate, Finding } from '@assist/policy';
import { addDays, civilDate } from '@assist/policy';
import { describe, expect, it, test } from 'vitest';
import { ALL_CASES } from '../benefits/all-cases.ts';
import { clause, policyDocument } from '../clauses/index.ts';
import { FIRST_DAY_OF_SOURCE } from '../values/first-days.expected.ts';
import { FIRST_STANDARD } from '../values/standards.ts';
import { assess } from './assess.ts';
import { CITED_OUTSIDE } from './cited-outside.ts';

const documentOf = (id: string) => policyDocument(id.slice(0, id.indexOf('-')));
const firstDayOf = (id: string) => clause(id)?.from ?? documentOf(id)?.from ?? FIRST_DAY_OF_SOURCE[id];
const lastDayOf = (id: string) => clause(id)?.until ?? documentOf(id)?.until;

function citedBy(findings: readonly Finding[], into: Set<string>): Set<string> {
  for (const finding of findings) {
    for (const id of finding.clauses) into.add(id);
    citedBy(finding.children, into);
  }
  return into;
}

/** All that the households of the cases are told from on a day, with the district each lives in. */
function citedOn(on: CivilDate): readonly (readonly [id: string, district: string])[] {
  return ALL_CASES.flatMap(({ household }) =>
    [...citedBy(assess(household, on).findings, new Set())].map((id) => [id, household.district] as const),
  );
}

const outOfForce = (on: CivilDate) => {
  const ids = citedOn(on)
    .map(([id]) => id)
    .filter((id) => (firstDayOf(id) ?? on) > on || (lastDayOf(id) ?? on) < on);
  return new Set(ids.map((id) => documentOf(id)?.id ?? id));
};
const declared = (...kinds: readonly string[]) => new Set(CITED_OUTSIDE.filter((one) => kinds.includes(one.id)).flatMap((one) => one.of));

describe('what a receipt cites is in force on the day that is looked at', () => {
  const newest = civilDate('2026-07-01');
  test.each([newest, civilDate('2026-11-22'), civilDate('2027-11-22')])('without exception from the newest text on: %s', (on) => {
    expect([...outOfForce(on)]).toEqual([]);
  });

  it('on earlier days only the declared texts are cited early, and each of them is', () => {
    const days = [FIRST_STANDARD, civilDate('2022-11-24'), civilDate('2024-10-20'), civilDate('2025-12-01'), addDays(newest, -1)];
    const found = new Set(days.flatMap((on) => [...outOfForce(on)]));
    expect([...found].sort()).toEqual([...declared('before-its-day', 'read-later')].sort());
  });

  it('a district’s text is cited elsewhere only where that is declared, and then nobody is denied by it alone', () => {
    const elsewhere = citedOn(newest).filter(([id, district]) => (documentOf(id)?.district ?? district) !== district);
    expect([...new Set(elsewhere.map(([id]) => documentOf(id)?.id))].sort()).toEqual([...declared('outside-its-district')].sort());
    const alone = (finding: Finding): boolean =>
      (finding.verdict === 'not-met' &&
        finding.clauses.length > 0 &&
        finding.clauses.every((id) => documentOf(id)?.level === 'district')) ||
      finding.children.some(alone);
    expect(ALL_CASES.filter(({ household }) => assess(household, newest).findings.some(alone))).toEqual([]);
  });
});
