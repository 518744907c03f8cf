import type { Node } from '@assist/policy';
import { forOfficer, inForce, met, notMet, rule, unknown } from '@assist/policy';
import type { Household } from '../../household.ts';
import { RIGID_RATIO } from '../../values/rigid.ts';
import { SPENDING } from '../household/facts.ts';
import type { HouseholdIncome } from '../household/household-income.ts';
import { HOUSEHOLD_INCOME } from '../household/household-income.ts';

/** Necessary spending of the twelve months before, as a part of all income (MCA57R-4 (4), MCA57R-5, F4-22). */
export const spendingShare: Node<Household> = rule({
  id: 'rigid-expenditure/share',
  title: '必需的大开销占收入的比例',
  clauses: ['MCA57R-4', 'MCA57R-5', 'YMF12-1d', 'F4-22'],
  certainty: 'second-hand',
  needs: { spending: SPENDING, income: HOUSEHOLD_INCOME, least: inForce<Household, number>(RIGID_RATIO) },
  leftToOfficer: '看病按票据里自付的合规费用、上学按公办学校收费、其他开销由区县认，都由工作人员看；生活开销按什么算没有查到（F4-25）。',
  sentences: {
    met: '一年里必需的开销约 {spent}，占收入的 {share}，达到 {least}。',
    'met/no-income': '一年里必需的开销约 {spent}，没有收入，比例一定达到。',
    unknown: '还要问一年里看病、上学、康复、生活的开销和收入。',
    'for-officer/uncertain':
      '一年里必需的开销约 {spent}，占收入的 {share}，没有到查到的 {least}；这个比例没有在正式文件里读到，由工作人员核实。',
    'for-officer/no-ratio': '这一天的比例没有查到，由工作人员看。',
    'for-officer': '开销和收入的比例差不多，哪些开销能算由工作人员看。',
  },
  decide: ({ spending, income, least }) => {
    if (least === undefined) return forOfficer({ reason: 'no-ratio' });
    if (spending === undefined) return unknown(['spending']);
    let sure = 0;
    let open = 0;
    for (const item of spending) {
      if (item.kind === 'other') open += item.amount;
      else sure += item.amount;
    }
    const range = rangeOf(income);
    const numbers = {
      spent: { unit: 'fen' as const, value: sure as never },
      share: { unit: 'ratio' as const, value: income.likely > 0 ? Math.round((10_000 * sure) / income.likely) / 10_000 : 0 },
      least: { unit: 'ratio' as const, value: least.value },
    };
    const based = [least];
    if (sure > 0 && range.high === 0) return met({ reason: 'no-income', numbers, based });
    if (sure > 0 && sure >= least.value * range.high) return met({ numbers, based });
    if (range.missing.length > 0) return unknown(range.missing, { based });
    if (sure + open < least.value * range.low) return notMet({ numbers, based });
    return forOfficer({ numbers, based });
  },
});

/** All that counted members bring in, in fen a year, least and most. */
function rangeOf(income: HouseholdIncome): { low: number; high: number; missing: readonly string[] } {
  let low = 0;
  let high = 0;
  const missing: string[] = [];
  for (const person of income.people) {
    if (person.counting.state === 'not-counted') continue;
    if (person.counting.state === 'counted') low += person.income.low;
    high += person.income.high;
    missing.push(...person.counting.missing, ...person.income.missing);
  }
  return { low, high, missing };
}
