import { expect, test } from 'vitest';
import type { Case } from './case-table.ts';
import { findingOfCase, yuan } from './case-table.ts';

/** One test a case: verdict, reason, figures and what is asked for, all as the case derived them. */
export function checkCases(cases: readonly Case[]): void {
  test.each(cases.map((one) => [one.title, one] as const))('%s', (_, one) => {
    const finding = findingOfCase(one);
    expect(finding, `no finding of ${one.node}`).toBeDefined();
    if (finding === undefined) return;
    expect([finding.verdict, ...(one.reason === undefined ? [] : [finding.reason])], one.because).toEqual([
      one.verdict,
      ...(one.reason === undefined ? [] : [one.reason]),
    ]);
    for (const [name, amount] of Object.entries(one.yuan ?? {})) expect(finding.numbers[name]?.value, name).toBe(yuan(amount));
    for (const [name, value] of Object.entries(one.figures ?? {})) expect(finding.numbers[name]?.value, name).toBe(value);
    if (one.missing !== undefined) expect([...finding.missing].sort()).toEqual([...one.missing].sort());
    expect(finding.clauses.length > 0 || finding.children.length > 0).toBe(true);
  });
}
