import { type DraftForm, type MemberForm, type Signature, STATEMENT_HASHES, STATEMENTS, type StatementId } from '@assist/contracts';
import { ageOn, type CivilDate } from '@assist/policy';
import { membersOf } from '../draft/edits.ts';

const ADULT_YEARS = 18;
const APPLICANT = 'm1';

/** The three that are signed at sending; the privacy notice was agreed to before anything was collected. */
export const OWN_STATEMENTS = ['sensitive-data', 'cross-check', 'truthfulness'] as const satisfies readonly StatementId[];

/** Statements every other adult stands to on their own. */
const OF_EACH_ADULT = ['sensitive-data', 'cross-check'] as const satisfies readonly StatementId[];

/** Members besides the applicant who are 18 or older, or whose age is not known: they are asked themselves, later. */
export const otherAdults = (form: DraftForm, today: CivilDate): MemberForm[] =>
  membersOf(form).filter((m) => m.id !== APPLICANT && (m.birthDate === undefined || ageOn(m.birthDate, today) >= ADULT_YEARS));

/** The applicant's signature under the wording that is in force now. An older wording does not count: it is shown again. */
export const signed = (signatures: readonly Signature[], statement: StatementId): Signature | undefined =>
  signatures.find(
    (s) =>
      s.statement === statement &&
      s.memberId === APPLICANT &&
      s.status === 'given' &&
      s.version === STATEMENTS[statement].version &&
      s.hash === STATEMENT_HASHES[statement],
  );

const record = (statement: StatementId, memberId: string, status: Signature['status'], at?: string): Signature => ({
  statement,
  version: STATEMENTS[statement].version,
  hash: STATEMENT_HASHES[statement],
  memberId,
  status,
  ...(at !== undefined && { at }),
});

/** The applicant ticks one box or takes the tick away. */
export function withSignature(signatures: readonly Signature[], statement: StatementId, ticked: boolean, at: string): Signature[] {
  const others = signatures.filter((s) => s.statement !== statement || s.memberId !== APPLICANT);
  return ticked ? [...others, record(statement, APPLICANT, 'given', at)] : others;
}

export interface PrivacyConsent {
  readonly version: string;
  readonly hash: string;
  readonly at: string;
}

/** All records that go with a submission: the applicant's, and every other adult as "not yet". */
export function signaturesToSend(
  form: DraftForm,
  signatures: readonly Signature[],
  privacy: PrivacyConsent | undefined,
  today: CivilDate,
): Signature[] {
  const own = OWN_STATEMENTS.map((statement) => signed(signatures, statement) ?? record(statement, APPLICANT, 'not-yet'));
  const promise = form.evidence?.some((one) => one.way === 'declare') ? signed(signatures, 'declaration') : undefined;
  const notice: Signature[] = privacy ? [{ statement: 'privacy-notice', ...privacy, memberId: APPLICANT, status: 'given' }] : [];
  const others = otherAdults(form, today).flatMap((m) => OF_EACH_ADULT.map((statement) => record(statement, m.id, 'not-yet')));
  return [...notice, ...own, ...(promise ? [promise] : []), ...others];
}
