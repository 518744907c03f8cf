import type { Node } from '@assist/policy';
import { all, forOfficer, met, negated, notMet, rule, shared, unknown } from '@assist/policy';
import type { Household } from '../../household.ts';
import { MARGINAL_MULTIPLE } from '../../values/multiples.ts';
import { incomeRule } from '../household/income-rule.ts';
import { propertyRules } from '../household/property-rules.ts';
import { supportRule } from '../household/support-rule.ts';
import { SUBSISTENCE_CONDITIONS } from '../subsistence-allowance/conditions.ts';

const ID = 'marginal-family';

const notOnSubsistence = rule({
  id: `${ID}/not-subsistence`,
  title: '不够低保',
  clauses: ['YM239-1-4a', 'YMF12-1c'],
  needs: { subsistence: SUBSISTENCE_CONDITIONS.finding },
  leftToOfficer: '低保要人来看的，先看低保，再看边缘家庭。',
  sentences: {
    met: '低保目前够不上，可以看边缘家庭。',
    'not-met': '您家大概率够得上低保，那就走低保，不用再看边缘家庭。',
    unknown: '要先看低保够不够。',
    'for-officer': '低保要人来看；要是低保没批下来，再看边缘家庭。',
  },
  decide: ({ subsistence }) => {
    const verdict = negated(subsistence.verdict);
    if (verdict === 'met') return met();
    if (verdict === 'not-met') return notMet();
    return verdict === 'unknown' ? unknown(subsistence.missing) : forOfficer();
  },
});

/** Its finding is looked at by the single application, rigid expenditure and the referrals as well. */
export const MARGINAL_CONDITIONS = shared<Household, Node<Household>>(
  all({
    id: `${ID}/conditions`,
    title: '边缘家庭的条件',
    of: [
      notOnSubsistence,
      incomeRule({
        id: `${ID}/income`,
        title: '收入低于低保线的1.5倍',
        clauses: ['YM239-1-4a', 'SAL2026-21', 'MCA57-13', 'F4-02'],
        multiple: MARGINAL_MULTIPLE,
        lineName: '边缘线',
      }),
      supportRule(`${ID}/support`),
      propertyRules(ID, ['YM239-1-4a', 'F4-02', 'F4-05']),
    ],
  }),
);
