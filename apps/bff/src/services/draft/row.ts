import type { DraftSummary } from '@assist/contracts';
import { instantText } from '../../clock.ts';
import type { drafts } from '../../db/schema.ts';

export type DraftRow = typeof drafts.$inferSelect;
/** Thirty days after it was last saved, as the privacy notice says. */
export const DRAFT_KEPT_MS = 30 * 24 * 3_600_000;
/** More than anybody needs; a phone that saves under new ids for ever would fill the disk. */
export const MOST_DRAFTS = 20;

export const draftPlace = (id: string): string => `draft:${id}`;

export const draftSummary = (row: Omit<DraftRow, 'formSealed' | 'fingerprint' | 'accountId'>): DraftSummary => ({
  draftId: row.id,
  formVersion: row.formVersion,
  revision: row.revision,
  savedAt: instantText(row.savedAt),
  keptUntil: instantText(row.keptUntil),
});
