import { addressee, isInsideChongqing, needsTownship, registrationPlace, sameDistrict } from './place.ts';
import type { Candidate, MissingPlace, Place, RoutedMember, WhereToApplyQuestion } from './types.ts';

/**
 * YM239-3-3c: where the district has opened it, whoever holds a residence permit may also apply where they live.
 * A permit nobody asked about is asked only of somebody whom it could help: living in another district than registered.
 */
export function residencePermitCandidates({ members, residencePermitOpen }: WhereToApplyQuestion): {
  readonly candidates: readonly Candidate[];
  readonly missing: readonly MissingPlace[];
} {
  if (!residencePermitOpen) return { candidates: [], missing: [] };
  const away = members.filter(livesAwayInChongqing);
  const missing: MissingPlace[] = [];
  const candidates: Candidate[] = [];
  for (const member of away) {
    const { divisionCode } = member.residence as Place;
    if (member.residencePermit === undefined) missing.push({ field: 'residencePermit', memberId: member.id });
    else if (member.residencePermit && needsTownship(divisionCode)) missing.push({ field: 'residenceTownship', memberId: member.id });
    else if (member.residencePermit) candidates.push(here(member, divisionCode));
  }
  return { candidates, missing };
}

function livesAwayInChongqing(member: RoutedMember): boolean {
  const registration = registrationPlace(member);
  if (!member.residence || !registration) return false;
  return isInsideChongqing(member.residence.divisionCode) && !sameDistrict(registration, member.residence);
}

function here(member: RoutedMember, divisionCode: Place['divisionCode']): Candidate {
  return {
    divisionCode: addressee(divisionCode),
    insideChongqing: true,
    memberId: member.id,
    reason: '有居住证，这里已经开放，也可以向居住的镇街申请。',
    clauses: ['YM239-3-3c', 'SAL2026-37', 'MCA57-5'],
  };
}
