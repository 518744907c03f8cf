import type { ApplicationForm, Place, RoutingQuestion } from '@assist/contracts';
import { provinces } from '@assist/places';
import type { DivisionCode } from '@assist/policy';
import type { Place as PolicyPlace, RoutedMember, WhereToApplyQuestion } from '@assist/policy-chongqing';

const APPLICANT = 'm1';
/** A province that the tables do not know still lies outside Chongqing. */
const SOMEWHERE_ELSE = '990000' as DivisionCode;

function provinceCode(name: string): DivisionCode {
  const found = provinces().find((one) => one.name === name || one.name.startsWith(name) || name.startsWith(one.name.slice(0, 2)));
  return found && !found.code.startsWith('50') ? found.code : SOMEWHERE_ELSE;
}

function policyPlace(place: Place): PolicyPlace | undefined {
  if (place.kind === 'chongqing') return { divisionCode: place.divisionCode };
  return place.kind === 'elsewhere' ? { divisionCode: provinceCode(place.province) } : undefined;
}

function routed(member: RoutingQuestion['members'][number]): RoutedMember {
  const residence = member.residence && policyPlace(member.residence);
  return {
    id: member.id,
    ...(member.registration && { registration: policyPlace(member.registration) ?? 'none' }),
    ...(residence && { residence }),
    ...(member.residencePermit !== undefined && { residencePermit: member.residencePermit }),
  };
}

/** What the policy package is asked. Urgent help goes by where it happens (YMF12-14a), everything else by the household. */
export function routingFor(question: RoutingQuestion): WhereToApplyQuestion {
  const emergencyPlace = question.emergencyPlace && policyPlace(question.emergencyPlace);
  return {
    members: question.members.map(routed),
    applicantId: question.members.some((m) => m.id === APPLICANT) ? APPLICANT : (question.members[0]?.id ?? APPLICANT),
    benefit: emergencyPlace ? 'temporary' : 'subsistence',
    ...(emergencyPlace && { emergencyPlace }),
  };
}

/** The same question out of a form. A member without a residence of their own lives where the household lives. */
export function questionOfForm(form: ApplicationForm): RoutingQuestion {
  return {
    members: form.members.map((m) => ({
      id: m.id,
      ...(m.registration && { registration: m.registration }),
      ...((m.residence ?? form.residence) && { residence: m.residence ?? form.residence }),
      ...(m.residencePermit !== undefined && { residencePermit: m.residencePermit }),
    })),
    ...(form.emergency?.urgent && form.emergency.place && { emergencyPlace: form.emergency.place }),
  };
}
