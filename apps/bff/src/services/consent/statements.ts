import { EARLIER_STATEMENTS, type Signature, STATEMENT_HASHES, STATEMENTS, type StatementId } from '@assist/contracts';

/** Whether this is a wording we ever showed: version and hash belong together. */
export const isKnownWording = (s: { statement: StatementId; version: string; hash: string }): boolean =>
  (STATEMENTS[s.statement].version === s.version && STATEMENT_HASHES[s.statement] === s.hash) ||
  EARLIER_STATEMENTS.some((one) => one.id === s.statement && one.version === s.version && one.hash === s.hash);

/** What the applicant signs before it is sent; other adults may follow (SAL2026-40). */
const NEEDED: readonly StatementId[] = ['privacy-notice', 'sensitive-data', 'cross-check', 'truthfulness'];

/** Statements that the applicant has not given. @param consents statements given on the account before */
export const missingFromApplicant = (signatures: readonly Signature[], consents: ReadonlySet<string>): StatementId[] =>
  NEEDED.filter(
    (id) =>
      !signatures.some((s) => s.memberId === 'm1' && s.statement === id && s.status === 'given') &&
      // The notice is agreed to when somebody first comes; the other three are signed for this application.
      !(id === 'privacy-notice' && consents.has(id)),
  );
