import type { DatedValue, Figures } from '@assist/policy';
import { benefit, inForce } from '@assist/policy';
import type { Household } from '../../household.ts';
import { MARGINAL_MULTIPLE } from '../../values/multiples.ts';
import { incomeFigures } from '../household/compare.ts';
import type { HouseholdIncome } from '../household/household-income.ts';
import { HOUSEHOLD_INCOME } from '../household/household-income.ts';
import type { StandardRange } from '../household/line.ts';
import { STANDARD } from '../household/line.ts';
import { MARGINAL_CONDITIONS } from './conditions.ts';

/** 低保边缘家庭: not on subsistence allowance, income below 1.5 times the standard, property in order (SAL2026-21, YM239-1-4a). */
export const MARGINAL_FAMILY = benefit({
  id: 'marginal-family',
  title: '低保边缘家庭',
  about: '收入比低保线高一点、没到1.5倍的家庭。不是每月发钱，帮看病、上学、住房、找活。家里重残、重病的人，还可以一个人申请低保。',
  group: 'cascade',
  handledBy: '镇街收下、先看（受理、初审），区民政局定（认定）',
  clauses: ['SAL2026-21', 'YM239-1-4a', 'YMF12-1c'],
  conditions: [MARGINAL_CONDITIONS.node],
  documents: [
    '申请书',
    '户口簿、身份证（有居住证的带居住证）',
    '同意查收入、存款、房子和车（核查授权书）',
    '镇上查不到的收入、财产：拿证明，写承诺也行',
  ],
  leftToOfficer: ['边缘家庭自己的财产限额没有查到，参照低保的看', '低保要人来看时，先看低保'],
  sentences: {
    'met/below': '您家每人每月约 {perCapita}，在边缘线 {line}里面，还低 {gap}。',
    'for-officer/below': '您家每人每月约 {perCapita}，在边缘线 {line}里面。要是低保没批下来，还可以看边缘家庭。',
    'for-officer/above': '您家每人每月约 {perCapita}，比目前查到的边缘线 {line}高 {over}。由工作人员核实，您可以照样申请。',
    'for-officer': '有些情况要工作人员看过才能定，您可以照样申请。',
    'not-met/above': '您家每人每月约 {perCapita}，比边缘线 {line}高 {over}，目前够不上。想申请也可以照样申请。',
    'not-met': '边缘家庭目前够不上。想申请也可以照样申请。',
    unknown: '还差几个问题，答完就能估算。',
  },
  needs: { income: HOUSEHOLD_INCOME, standard: STANDARD, multiple: inForce<Household, number>(MARGINAL_MULTIPLE) },
  figures: marginalFigures,
});

interface MarginalValues {
  readonly income: HouseholdIncome;
  readonly standard: StandardRange | undefined;
  readonly multiple: DatedValue<number> | undefined;
}

function marginalFigures({ income, standard, multiple }: MarginalValues): Figures {
  if (standard === undefined || standard.open || multiple === undefined || income.size === 0) return { numbers: {} };
  const line = 12 * standard.low.value * multiple.value;
  const numbers = { standard: { unit: 'fen-per-month' as const, value: standard.low.value }, ...incomeFigures(income, line) };
  const based = [standard.low, multiple];
  if (!income.complete) return { numbers, based };
  const difference = line * income.size - income.likely;
  return { numbers, based, reason: difference > 0 ? 'below' : difference < 0 ? 'above' : 'at-line' };
}
