import { type ApplicationForm, type Signature, STATEMENT_HASHES, STATEMENTS } from '@assist/contracts';
import { ageOn, type CivilDate } from '@assist/policy';

const ADULT_YEARS = 18;
const APPLICANT = 'm1';

/** Everybody beside the applicant who is 18, or whose age is not known: their consent is still to come (SAL2026-40). */
export const otherAdults = (form: ApplicationForm, today: CivilDate) =>
  form.members.filter((m) => m.id !== APPLICANT && (m.birthDate === undefined || ageOn(m.birthDate, today) >= ADULT_YEARS));

/** The signatures to keep: what came, and "not yet" for every adult who has no record of the cross-check. */
export function signaturesToKeep(form: ApplicationForm, signatures: readonly Signature[], today: CivilDate): Signature[] {
  const missing = otherAdults(form, today).filter((m) => !signatures.some((s) => s.memberId === m.id && s.statement === 'cross-check'));
  const version = STATEMENTS['cross-check'].version;
  const hash = STATEMENT_HASHES['cross-check'];
  return [
    ...signatures,
    ...missing.map((m): Signature => ({ statement: 'cross-check', version, hash, memberId: m.id, status: 'not-yet' })),
  ];
}

/** What a helper ticked in the applicant's name stands as "not yet" until the applicant says that it was they. */
export const withoutHelpersTicks = (signatures: readonly Signature[]): Signature[] =>
  signatures.map(({ at, ...one }) =>
    one.memberId === APPLICANT && one.statement !== 'privacy-notice' ? { ...one, status: 'not-yet' } : { ...one, at },
  );
