import type { Figures } from '@assist/policy';
import { benefit, fen } from '@assist/policy';
import { incomeFigures } from '../household/compare.ts';
import type { HouseholdIncome } from '../household/household-income.ts';
import { HOUSEHOLD_INCOME } from '../household/household-income.ts';
import type { StandardRange } from '../household/line.ts';
import { STANDARD } from '../household/line.ts';
import type { TopUps } from '../household/top-ups.ts';
import { TOP_UPS } from '../household/top-ups.ts';
import { SUBSISTENCE_CONDITIONS } from './conditions.ts';

/** 低保 for the whole household (SAL2026-18, YM239-1-1a to 1c). */
export const SUBSISTENCE_ALLOWANCE = benefit({
  id: 'subsistence-allowance',
  title: '低保',
  about: '全家每人每月的收入比低保线低，每月把差的部分补上。整户一起申请。',
  group: 'cascade',
  handledBy: '镇街收下、先看（受理、初审），区民政局定（确认）',
  clauses: ['SAL2026-18', 'YM239-1-1a', 'YM239-1-1c', 'YMF12-8a'],
  conditions: [SUBSISTENCE_CONDITIONS.node],
  documents: [
    '低保申请书',
    '户口簿、身份证（有居住证的带居住证）',
    '同意查收入、存款、房子和车（核查授权书）',
    '镇上查不到的收入、财产、花费：拿证明，写承诺也行',
  ],
  leftToOfficer: ['消费情况', '亲属该给多少赡养、抚养费', '财产超过查到的上限时', '收入正好等于低保线时', '必要的上班开销、看病开销扣多少'],
  sentences: {
    'met/below': '您家每人每月约 {perCapita}，比低保线 {standard}低 {gap}。估算每月约 {estimatedAmount}，以审核为准。',
    'for-officer/below':
      '您家每人每月约 {perCapita}，比低保线 {standard}低 {gap}。别的情况要工作人员看过才能定；要是批下来，估算每月约 {estimatedAmount}。',
    'for-officer/above': '您家每人每月约 {perCapita}，比目前查到的低保线 {standard}高 {over}。能不能行要工作人员核实，您可以照样申请。',
    'for-officer/at-line': '您家每人每月正好等于低保线 {standard}，由工作人员来定，您可以照样申请。',
    'for-officer': '有些情况要工作人员看过才能定，您可以照样申请。',
    'not-met/above': '您家每人每月约 {perCapita}，比低保线 {standard}高 {over}，低保目前够不上。可以看看下面别的；想申请也可以照样申请。',
    'not-met': '低保目前够不上。可以看看下面别的；想申请也可以照样申请。',
    unknown: '还差几个问题，答完就能估算。现在也可以直接申请。',
  },
  needs: { income: HOUSEHOLD_INCOME, standard: STANDARD, topUps: TOP_UPS },
  figures: ({ income, standard, topUps }) => subsistenceFigures(income, standard, topUps),
});

/** The line, what the family has, and the amount: the difference for every member, plus the top-ups (F2-41, F2-43). */
export function subsistenceFigures(income: HouseholdIncome, standard: StandardRange | undefined, topUps: TopUps): Figures {
  if (standard === undefined || standard.open || income.size === 0) return { numbers: {} };
  const line = 12 * standard.low.value;
  const numbers = { standard: { unit: 'fen-per-month' as const, value: standard.low.value }, ...incomeFigures(income, line) };
  const based = [standard.low];
  if (!income.complete) return { numbers, based };
  const difference = line * income.size - income.likely;
  if (difference === 0) return { numbers, based, reason: 'at-line' };
  if (difference < 0) return { numbers, based, reason: 'above' };
  const amount = estimatedAmount(difference, topUps.total);
  return { numbers: { ...numbers, ...amount }, based: [...based, ...topUps.based], reason: 'below' };
}

/** Rounded up to the whole fen: a declared assumption, no document says how to round. */
function estimatedAmount(differenceOfYear: number, topUps: number) {
  const difference = Math.ceil(differenceOfYear / 12);
  return {
    difference: { unit: 'fen-per-month' as const, value: fen(difference) },
    topUps: { unit: 'fen-per-month' as const, value: fen(topUps) },
    estimatedAmount: { unit: 'fen-per-month' as const, value: fen(difference + topUps) },
  };
}
