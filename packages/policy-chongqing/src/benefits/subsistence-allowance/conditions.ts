import type { Node } from '@assist/policy';
import { all, shared } from '@assist/policy';
import type { Household } from '../../household.ts';
import { incomeRule } from '../household/income-rule.ts';
import { propertyRules } from '../household/property-rules.ts';
import { spendingRule } from '../household/spending-rule.ts';
import { supportRule } from '../household/support-rule.ts';

const ID = 'subsistence-allowance';

const income = incomeRule({
  id: `${ID}/income`,
  title: '收入低于低保线',
  clauses: ['SAL2026-18', 'MCA57-7', 'MCA57-13', 'YM239-1-1d', 'F1-01', 'F1-02'],
  lineName: '低保线',
});

/** Its finding is looked at by the marginal family, the referrals and the cascade as well. */
export const SUBSISTENCE_CONDITIONS = shared<Household, Node<Household>>(
  all({
    id: `${ID}/conditions`,
    title: '低保的条件',
    of: [income, supportRule(`${ID}/support`), propertyRules(`${ID}`, ['MCA57-14']), spendingRule(`${ID}/spending`)],
  }),
);
