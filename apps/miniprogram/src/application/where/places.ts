import type { DraftForm, OfficeView, Place, RoutingAnswer, RoutingQuestion } from '@assist/contracts';
import type { DivisionCode } from '@assist/policy';
import type { Beside } from '../draft/draft-record.ts';
import { membersOf } from '../draft/edits.ts';

/** Just what routing may know, no names. The household's residence stands for whoever has none of their own. */
export function routingQuestionOf(form: DraftForm): RoutingQuestion {
  return {
    members: membersOf(form).map((m) => {
      const residence = m.residence ?? form.residence;
      return {
        id: m.id,
        ...(m.registration && { registration: m.registration }),
        ...(residence && { residence }),
        ...(m.residencePermit !== undefined && { residencePermit: m.residencePermit }),
      };
    }),
    ...(form.emergency?.urgent && form.emergency.place && { emergencyPlace: form.emergency.place }),
  };
}

/** The office it will go to, as far as it is settled. */
export function officeOf({ routing, officeId }: Beside): OfficeView | undefined {
  if (routing?.kind === 'live' || routing?.kind === 'not-live') return routing.office;
  return routing?.kind === 'choice' ? routing.offices.find((o) => o.id === officeId) : undefined;
}

const districtCode = (place: Place | undefined): DivisionCode | undefined =>
  place?.kind === 'chongqing' ? (place.divisionCode.slice(0, 6) as DivisionCode) : undefined;

/** District whose standards the estimate uses: the office's, else where the applicant is registered or lives. */
export function districtFor(form: DraftForm, beside: Beside): DivisionCode | undefined {
  const office = officeOf(beside);
  if (office) return office.divisionCode.slice(0, 6) as DivisionCode;
  return districtCode(membersOf(form)[0]?.registration) ?? districtCode(form.residence);
}

/** Keeps an answer of the routing, and the chosen office only while it is still among the choices. */
export function withRouting(beside: Beside, routing: RoutingAnswer): Beside {
  const { officeId, ...rest } = beside;
  const still = routing.kind === 'choice' && routing.offices.some((o) => o.id === officeId && o.live);
  return { ...rest, routing, ...(still && officeId !== undefined && { officeId }) };
}
