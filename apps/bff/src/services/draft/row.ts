import type { DraftSummary } from '@assist/contracts';
import { and, gt, isNotNull, isNull, lte, or } from 'drizzle-orm';
import { instantText } from '../../clock.ts';
import { drafts } from '../../db/schema.ts';
import { type Context, now } from '../context.ts';

export type DraftRow = typeof drafts.$inferSelect;
/** Thirty days after it was last saved, as the privacy notice says. */
export const DRAFT_KEPT_MS = 30 * 24 * 3_600_000;
/** More than anybody needs; a phone that saves under new ids for ever would fill the disk. */
export const MOST_DRAFTS = 20;

/** Its time is past, and the person was told before. One that nobody was told of is there, however late the telling is. */
export const isOver = (ctx: Context) => and(isNotNull(drafts.endingToldAt), lte(drafts.keptUntil, now(ctx)));
export const isThere = (ctx: Context) => or(isNull(drafts.endingToldAt), gt(drafts.keptUntil, now(ctx)));

export const draftPlace = (id: string): string => `draft:${id}`;

export const draftSummary = (row: Omit<DraftRow, 'formSealed' | 'fingerprint' | 'accountId' | 'endingToldAt'>): DraftSummary => ({
  draftId: row.id,
  formVersion: row.formVersion,
  revision: row.revision,
  savedAt: instantText(row.savedAt),
  keptUntil: instantText(row.keptUntil),
});
