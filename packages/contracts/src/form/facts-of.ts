import type { DivisionCode } from '@assist/policy';
import type { Household } from '@assist/policy-chongqing';
import type { ApplicationForm } from './application-form.ts';

/**
 * The facts of a form that rules may know. Names, papers, phones and addresses stay behind,
 * so that a stored receipt of an assessment holds none of them.
 * @param district 6-digit code of the district that would handle it
 */
export function factsOf(form: Partial<ApplicationForm>, district: DivisionCode): Household {
  return {
    district,
    ...(form.area && { area: form.area }),
    members: (form.members ?? []).map(
      ({ name: _n, paper: _p, paperKept: _k, phone: _t, registration: _r, residence: _h, residencePermit: _c, ...facts }) => facts,
    ),
    ...(form.supporters && { supporters: form.supporters.map(({ wouldAgree: _w, ...facts }) => facts) }),
    ...(form.assets && { assets: form.assets }),
    ...(form.spending && { spending: form.spending }),
    ...(form.emergency && { emergency: { kind: form.emergency.kind, startedOn: form.emergency.startedOn, urgent: form.emergency.urgent } }),
  };
}
