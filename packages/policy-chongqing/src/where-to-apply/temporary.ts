import { addressee, isInsideChongqing, needsTownship } from './place.ts';
import type { WhereToApply, WhereToApplyQuestion } from './types.ts';

const CLAUSES = ['YM239-3-3d', 'YMF12-14a', 'SAL2026-37'];

/** Urgent help is given where the emergency happens; registration and residence are not asked (YMF12-14a). */
export function whereForTemporary({ applicantId, emergencyPlace }: WhereToApplyQuestion): WhereToApply {
  if (!emergencyPlace) return { kind: 'ask', missing: [{ field: 'emergencyPlace' }], clauses: CLAUSES };
  const { divisionCode } = emergencyPlace;
  if (needsTownship(divisionCode)) return { kind: 'ask', missing: [{ field: 'emergencyTownship' }], clauses: CLAUSES };
  return {
    kind: 'township',
    divisionCode: addressee(divisionCode),
    insideChongqing: isInsideChongqing(divisionCode),
    memberId: applicantId,
    reason: '急难救助在事情发生的地方办，不看户口在哪里，也不看住在哪里。',
    clauses: CLAUSES,
  };
}
