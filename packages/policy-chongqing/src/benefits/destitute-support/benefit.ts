import type { Fen, Figures } from '@assist/policy';
import { benefit, fen, inForce } from '@assist/policy';
import type { Household } from '../../household.ts';
import { DESTITUTE_STANDARD } from '../../values/destitute.ts';
import { CARE } from './care.ts';
import { DESTITUTE_CONDITIONS } from './conditions.ts';

/** 特困供养 (SAL2026-16, DESTITUTE2021-4): for one person without working ability, livelihood and able supporters. */
export const DESTITUTE_SUPPORT = benefit({
  id: 'destitute-support',
  title: '特困供养',
  about: '没有劳动能力、没有生活来源，也没有人能赡养的老人、孩子和残疾人，由国家供养。可以住在家里，也可以住供养机构，自己选。',
  group: 'cascade',
  handledBy: '镇街受理和初审，区民政局确认',
  clauses: ['SAL2026-16', 'DESTITUTE2021-4', 'YMF12-8a'],
  conditions: [DESTITUTE_CONDITIONS.node],
  documents: [
    '申请书',
    '身份证件',
    '劳动能力、生活来源、财产和赡养情况的书面声明',
    '承诺书',
    '残疾人证（有的话）',
    '本人和义务人的核查授权',
  ],
  leftToOfficer: ['财产限额没有查到', '亲属有没有能力', '生活自理能力评估', '选择孤儿保障的孩子不再认定特困'],
  sentences: {
    met: '家里有人大概率够得上特困供养，每月基本生活 {destituteStandard}，另有照料护理补贴。',
    'for-officer': '家里有人可能够得上特困供养，要工作人员看过才能定。',
    unknown: '还差几个问题，才知道家里有没有人够得上特困供养。',
    'not-met': '家里目前没有人够得上特困供养。想申请也可以照样申请。',
  },
  needs: { conditions: DESTITUTE_CONDITIONS.finding, standard: inForce<Household, Fen>(DESTITUTE_STANDARD), care: CARE },
  figures: ({ conditions, standard, care }): Figures => {
    if (standard === undefined) return { numbers: {} };
    const destituteStandard = { unit: 'fen-per-month' as const, value: standard.value };
    // An amount is told where it is clear whose it is.
    const fitting =
      conditions.verdict === 'not-met' ? [] : care.filter((_, index) => conditions.children[index]?.verdict === conditions.verdict);
    const allowance = fitting.length === 1 ? fitting[0]?.allowance : undefined;
    if (allowance === undefined) return { numbers: { destituteStandard }, based: [standard] };
    return {
      numbers: {
        destituteStandard,
        careAllowance: { unit: 'fen-per-month', value: allowance.value },
        estimatedAmount: { unit: 'fen-per-month', value: fen(standard.value + allowance.value) },
      },
      based: [standard, allowance],
    };
  },
});
