import type { Citation, CivilDate, ExplainedFinding, Receipt } from '@assist/policy';
import { explainWith } from '../assess/explain-with.ts';
import type { ExplainedNotice } from '../assess/notices.ts';
import { noticesWith } from '../assess/notices.ts';
import { type MemberCounting, whoCountsWith } from '../assess/who-counts.ts';
import type { Household } from '../household.ts';
import { CITED } from './citations.gen.ts';

/**
 * What a phone needs to preview an assessment, and no more (at most 120 kB minified): the same rules, and of the clause register
 * only what the rules can cite. Whatever is stored and shown to a clerk is the server's.
 */
export { assess, POLICY_PACKAGE, POLICY_VERSION } from '../assess/assess.ts';
export { outlookText } from '../assess/explain-with.ts';
export { questionFor } from '../assess/labels.ts';
export { type AloneStanding, mayApplyAlone } from '../assess/may-apply-alone.ts';
export type { ExplainedNotice, NoticeId } from '../assess/notices.ts';
export { NOTICES } from '../assess/notices.ts';
export type { MemberCounting } from '../assess/who-counts.ts';
export { BENEFITS, CASCADE } from '../benefits/index.ts';
export { RECIPIENT_KINDS } from '../benefits/recipient-kinds.ts';
export { DISTRICT_NAMES } from '../districts/codes.ts';
export * from '../household.ts';

const BY_ID: ReadonlyMap<string, Citation> = new Map(CITED.map(([id, label, gist]) => [id, { id, label, gist }]));

export function citationOf(id: string): Citation | undefined {
  return BY_ID.get(id);
}

/** The receipt in words, with the clauses a preview can cite. */
export function explainReceipt(receipt: Receipt<unknown>): ExplainedFinding[] {
  return explainWith(receipt, citationOf);
}

/** The notices over it in words, each with its clauses. */
export function explainNotices(receipt: Receipt<unknown>): ExplainedNotice[] {
  return noticesWith(receipt, citationOf);
}

/** Who of a household counts and who does not, why, and the clauses. */
export function whoCounts(household: Household, on: CivilDate): MemberCounting[] {
  return whoCountsWith(household, on, citationOf);
}
