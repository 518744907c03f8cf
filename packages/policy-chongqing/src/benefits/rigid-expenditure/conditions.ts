import type { DatedValue, Fen, Finding, Node, Outcome, Verdict } from '@assist/policy';
import { all, allOf, derived, forOfficer, inForce, met, negated, notMet, rule, shared, unknown } from '@assist/policy';
import type { Household } from '../../household.ts';
import { DISPOSABLE_INCOME } from '../../values/rigid.ts';
import { DESTITUTE_CONDITIONS } from '../destitute-support/conditions.ts';
import { incomeBelow } from '../household/compare.ts';
import { AREA, SPENDING } from '../household/facts.ts';
import { HOUSEHOLD_INCOME } from '../household/household-income.ts';
import { propertyRules } from '../household/property-rules.ts';
import { MARGINAL_CONDITIONS } from '../marginal-family/conditions.ts';
import { SUBSISTENCE_CONDITIONS } from '../subsistence-allowance/conditions.ts';
import { spendingShare } from './spending.ts';

const ID = 'rigid-expenditure';

const notElsewhere = rule({
  id: `${ID}/not-elsewhere`,
  title: '不在低保、特困、边缘家庭里',
  clauses: ['MCA57R-4'],
  needs: { subsistence: SUBSISTENCE_CONDITIONS.finding, marginal: MARGINAL_CONDITIONS.finding, destitute: DESTITUTE_CONDITIONS.finding },
  leftToOfficer: '前面几样要人来看的，先看前面几样。',
  sentences: {
    met: '前面几样目前都够不上，可以看刚性支出困难家庭。',
    'not-met': '前面已经有大概率够得上的，先走那一样。',
    unknown: '要先看前面几样够不够。',
    'for-officer': '前面几样要人来看；要是都没批下来，再看这一样。',
  },
  decide: ({ subsistence, marginal, destitute }) => noneOf([subsistence, marginal, destitute]),
});

function noneOf(findings: readonly Finding[]): Outcome {
  const verdict: Verdict = allOf(findings.map((finding) => negated(finding.verdict)));
  if (verdict === 'met') return met();
  if (verdict === 'not-met') return notMet();
  if (verdict === 'for-officer') return forOfficer();
  return unknown(findings.flatMap((finding) => (finding.verdict === 'unknown' ? finding.missing : [])));
}

interface YearLine {
  readonly low: DatedValue<Fen>;
  readonly high: DatedValue<Fen>;
  readonly open: boolean;
}
const NEEDS = {
  area: AREA,
  urban: inForce<Household, Fen>(DISPOSABLE_INCOME, 'urban'),
  rural: inForce<Household, Fen>(DISPOSABLE_INCOME, 'rural'),
};
const LINE = derived<Household, typeof NEEDS, YearLine | undefined>('disposable-line', NEEDS, ({ area, urban, rural }) => {
  if (urban === undefined || rural === undefined) return undefined;
  if (area === 'urban') return { low: urban, high: urban, open: false };
  if (area === 'rural') return { low: rural, high: rural, open: false };
  return rural.value <= urban.value ? { low: rural, high: urban, open: true } : { low: urban, high: rural, open: true };
});

const income = rule({
  id: `${ID}/income`,
  title: '收入低于上年度居民人均可支配收入',
  clauses: ['SAL2026-22', 'MCA57R-4', 'YMF12-1d', 'F4-23'],
  needs: { income: HOUSEHOLD_INCOME, line: LINE },
  leftToOfficer: '当年要用的上年度数字没有查到时，由工作人员看。',
  sentences: {
    met: '您家每人每月约 {perCapita}，比上年度居民平均每月 {line}低。',
    'not-met': '您家每人每月约 {perCapita}，比上年度居民平均每月 {line}高。',
    unknown: '还差几个收入的问题。',
    'for-officer/uncertain': '您家每人每月约 {perCapita}，比查到的上年度居民平均每月 {line}高；这个数没有在官方页面读到，由工作人员核实。',
    'for-officer/no-figure': '上年度居民人均可支配收入还没有查到，由工作人员看。',
    'for-officer': '您家收入和上年度居民平均差不多，由工作人员看。',
  },
  decide: ({ income: ours, line }) => {
    if (line === undefined) return forOfficer({ reason: 'no-figure' });
    return incomeBelow(ours, {
      low: line.low.value,
      high: line.high.value,
      missing: line.open ? ['area'] : [],
      based: [line.low, line.high],
    });
  },
});

const consumption = rule({
  id: `${ID}/consumption`,
  title: '家里的消费',
  clauses: ['F4-21', 'F4-23'],
  certainty: 'second-hand',
  needs: { spending: SPENDING },
  leftToOfficer: '重庆对消费情况另有要求，内容没有查到，一律由工作人员看。',
  sentences: { 'for-officer': '消费情况由工作人员上门时了解，不在这里下结论。' },
  decide: () => forOfficer(),
});

export const RIGID_CONDITIONS = shared<Household, Node<Household>>(
  all({
    id: `${ID}/conditions`,
    title: '刚性支出困难家庭的条件',
    of: [notElsewhere, income, spendingShare, propertyRules(ID, ['MCA57R-4', 'F4-25']), consumption],
  }),
);
