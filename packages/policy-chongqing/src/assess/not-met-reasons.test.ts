import type { Finding } from '@assist/policy';
import { describe, expect, it } from 'vitest';
import { ALL_CASES } from '../benefits/all-cases.ts';
import { family, IN_2025, person, yuan } from '../benefits/case-table.ts';
import { assess } from './assess.ts';

const leavesOf = (finding: Finding): Finding[] => (finding.children.length === 0 ? [finding] : finding.children.flatMap(leavesOf));
const notMet = (finding: Finding): string[] => leavesOf(finding).flatMap((leaf) => (leaf.verdict === 'not-met' ? [leaf.rule] : []));
const find = (findings: readonly Finding[], rule: string): Finding | undefined => {
  for (const one of findings) {
    const found = one.rule === rule ? one : find(one.children, rule);
    if (found) return found;
  }
  return undefined;
};
const conditions = (household: ReturnType<typeof family>): Finding => {
  const found = find(assess(household, IN_2025).findings, 'subsistence-allowance');
  if (!found) throw new Error('no finding');
  return found;
};
/** Of whom everything is told, and who has nothing. */
const poor = (told: Parameters<typeof family>[1] = {}, member: Parameters<typeof person>[1] = {}) =>
  family([person('m1', member)], { assets: { financial: yuan(0), vehicles: [], dwellings: [], businesses: 0 }, ...told });

describe('一条不满足，就只说那一条', () => {
  it('样样够的一家：一条“不满足”也没有', () => {
    expect(notMet(conditions(poor()))).toEqual([]);
  });

  it('只有收入高：说的只是收入，财产、花销不跟着说', () => {
    const wage = { kind: 'wage', amount: yuan(9000), per: 'month' } as const;
    const found = conditions(poor({}, { work: 'employed', income: [wage] }));
    expect(found.verdict).toBe('not-met');
    expect(notMet(found).every((rule) => rule.startsWith('subsistence-allowance/income'))).toBe(true);
    expect(notMet(found).length).toBeGreaterThan(0);
  });

  it('每一例、每一棵：说“不满足”的上一层，下面真有一条不满足；都满足的，没有一条说不满足', () => {
    let refused = 0;
    const look = (finding: Finding, where: string): void => {
      if (finding.children.length > 0 && finding.verdict === 'not-met') {
        refused += 1;
        expect(notMet(finding).length, `${where}: ${finding.rule}`).toBeGreaterThan(0);
      }
      for (const child of finding.children) look(child, where);
    };
    for (const one of ALL_CASES) for (const finding of assess(one.household, one.on).findings) look(finding, one.title);
    expect(refused).toBeGreaterThan(20);
  });
});
