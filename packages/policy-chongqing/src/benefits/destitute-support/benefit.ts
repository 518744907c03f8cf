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
  about: '没有劳动能力、没有生活来源、也没有亲人能养的老人、孩子和残疾人，由国家来养。住家里、住供养机构，自己选。',
  group: 'cascade',
  handledBy: '镇街收下、先看（受理、初审），区民政局定（确认）',
  clauses: ['SAL2026-16', 'DESTITUTE2021-4', 'YMF12-8a'],
  conditions: [DESTITUTE_CONDITIONS.node],
  documents: [
    '申请书',
    '身份证件',
    '写明能不能干活、靠什么生活、有什么财产、谁来养（书面声明）',
    '承诺书',
    '残疾人证（有的话）',
    '本人、该养他的亲人都同意查（核查授权）',
  ],
  leftToOfficer: ['有多少财产算多，文件没有查到', '亲人养不养得起', '吃饭、穿衣这些自己能不能做', '选了孤儿保障的孩子，不再算特困'],
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
