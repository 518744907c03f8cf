import type { ExplainedFinding, Receipt } from '@assist/policy';
import { citationOf } from '../clauses/index.ts';
import { explainWith } from './explain-with.ts';
import type { ExplainedNotice } from './notices.ts';
import { noticesWith } from './notices.ts';

export { NODES } from './explain-with.ts';

/** A stored receipt in words: nothing is assessed anew, so it reads the same years later. */
export function explainReceipt(receipt: Receipt<unknown>): ExplainedFinding[] {
  return explainWith(receipt, citationOf);
}

/** The notices over a stored receipt in words, each with its clauses. */
export function explainNotices(receipt: Receipt<unknown>): ExplainedNotice[] {
  return noticesWith(receipt, citationOf);
}

export { outlookText } from './explain-with.ts';
