import type { Figures } from '@assist/policy';
import { CARE } from '../destitute-support/care.ts';
import { DESTITUTE_CONDITIONS } from '../destitute-support/conditions.ts';
import { members } from '../household/facts.ts';
import { names } from '../recipient-kinds.ts';
import { referral } from './referral.ts';

/**
 * The third of the three subsidies that Yongchuan counts by themselves (YC67-1): for whoever is in destitute support, in three steps by
 * how much they can do alone. The estimate of destitute support has it in already; it is not paid twice.
 */
export const DESTITUTE_CARE = referral({
  id: 'destitute-care-subsidy',
  title: '特困照料护理补贴',
  about: '特困供养的人每月另有一份照料护理补贴，按能不能自理分三档。特困供养的估算里已经算上，不重复给。',
  handledBy: '镇街和区民政局',
  clauses: ['YC67-1', 'DESTITUTE2021-20'],
  leftToOfficer: '哪一档，看民政部门的自理能力评估。',
  sentences: {
    met: '大概率每月约 {allowance}，特困供养的估算里已经算上。',
    'for-officer': '特困供养批下来的话，可能每月约 {allowance}。',
    'met/none': '每月有一份，哪一档看自理能力评估。',
    'for-officer/none': '特困供养批下来的话，每月有一份，哪一档看自理能力评估。',
  },
  needs: { people: members('id', 'receives'), conditions: DESTITUTE_CONDITIONS.finding, care: CARE },
  standings: ({ recognised }) => [recognised.destitute],
  figures: ({ people, conditions, care }): Figures => {
    // An amount is told where it is clear whose it is: the one who receives, or else the one who would fit.
    const receiving = care.filter((_, index) => names(people[index]?.receives ?? [], 'destitute-support'));
    const fitting = conditions.children.flatMap((child, index) => (child.verdict === conditions.verdict ? [care[index]] : []));
    const whose = receiving.length > 0 ? receiving : fitting;
    const allowance = whose.length === 1 ? whose[0]?.allowance : undefined;
    if (allowance === undefined) return { numbers: {}, reason: 'none' };
    return { numbers: { allowance: { unit: 'fen-per-month', value: allowance.value } }, based: [allowance] };
  },
});
