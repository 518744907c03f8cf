import type { DraftSummary } from '@assist/contracts';
import { and, count, eq, inArray } from 'drizzle-orm';
import { drafts } from '../../db/schema.ts';
import { requireNotice } from '../consent/require-notice.ts';
import { type Context, now } from '../context.ts';
import { accountsOfPerson } from '../identity/accounts-of-person.ts';
import { inTransaction } from '../in-transaction.ts';
import { ServiceProblem } from '../problem.ts';
import { noteHelperAct } from '../proxy/note-act.ts';
import { photosStay } from '../retention/tell-ending.ts';
import type { Resident } from '../session/authenticate.ts';
import { withNumbers } from './numbers.ts';
import { DRAFT_KEPT_MS, type DraftRow, draftPlace, draftSummary, isOver, isThere, MOST_DRAFTS } from './row.ts';

export interface SavedDraft extends DraftSummary {
  /** Members whose number was to lie here and does not. */
  readonly numbersMissing?: string[];
}

export interface DraftToSave {
  readonly draftId: string;
  readonly formVersion: number;
  /** Revision it is based on, 0 for a new one. */
  readonly baseRevision: number;
  readonly form: Record<string, unknown>;
}

/**
 * Saves what was typed so far. Saving the same again is the same; a draft that was saved elsewhere meanwhile is a conflict
 * that the person settles. A number that the phone no longer holds stays as it lies here. Two WeChat accounts verified as the same person share a draft like two phones of one account.
 * @throws ServiceProblem `conflict`, `not-found` (deleted, or somebody else's), `too-many-requests` (too many drafts), `signature-missing`
 */
export async function saveDraft(ctx: Context, who: Resident, draft: DraftToSave): Promise<SavedDraft> {
  await requireNotice(ctx, who.accountId);
  return inTransaction(ctx, async (tx) => {
    await noteHelperAct(tx, who, 'fill', ['draft', draft.draftId]);
    const own = await accountsOfPerson(tx, who);
    const at = now(tx);
    const gone = and(eq(drafts.id, draft.draftId), inArray(drafts.accountId, own), isOver(tx));
    await tx.db.delete(drafts).where(gone);
    const [before] = await tx.db.select().from(drafts).where(eq(drafts.id, draft.draftId)).for('update');
    const stored = before && own.includes(before.accountId) ? before.formSealed : undefined;
    const { form, missing } = withNumbers(draft.form, stored && tx.cipher.openJson(draftPlace(draft.draftId), stored));
    const saved = {
      formVersion: draft.formVersion,
      formSealed: tx.cipher.sealJson(draftPlace(draft.draftId), form),
      fingerprint: tx.hash.fingerprint('draft', { form, formVersion: draft.formVersion }),
      savedAt: at,
      keptUntil: new Date(at.getTime() + DRAFT_KEPT_MS),
      endingToldAt: null,
    };
    const told = (row: DraftRow): SavedDraft => ({ ...draftSummary(row), ...(missing.length > 0 && { numbersMissing: [...missing] }) });
    if (!before) {
      if (draft.baseRevision !== 0) throw new ServiceProblem('not-found');
      await refuseTooMany(tx, who);
      const [made] = await tx.db
        .insert(drafts)
        .values({ id: draft.draftId, accountId: who.accountId, revision: 1, ...saved })
        .onConflictDoNothing()
        .returning();
      if (made) {
        await photosStay(tx, who.accountId);
        return told(made);
      }
      // Two first savings at once: the other was first.
      const [other] = await tx.db.select().from(drafts).where(eq(drafts.id, draft.draftId));
      return told(sameOr(other as DraftRow, own, saved.fingerprint));
    }
    if (!own.includes(before.accountId)) throw new ServiceProblem('not-found');
    if (before.revision !== draft.baseRevision) return told(sameOr(before, own, saved.fingerprint));
    const [row] = await tx.db
      .update(drafts)
      .set({ ...saved, revision: before.revision + 1 })
      .where(eq(drafts.id, draft.draftId))
      .returning();
    return told(row as DraftRow);
  });
}

/** A retry of what is already there is no conflict. */
function sameOr(row: DraftRow, own: readonly string[], fingerprint: Buffer): DraftRow {
  if (!own.includes(row.accountId)) throw new ServiceProblem('not-found');
  if (!row.fingerprint.equals(fingerprint)) throw new ServiceProblem('conflict');
  return row;
}

async function refuseTooMany(tx: Context, who: Resident): Promise<void> {
  const [row] = await tx.db
    .select({ n: count() })
    .from(drafts)
    .where(and(eq(drafts.accountId, who.accountId), isThere(tx)));
  if ((row?.n ?? 0) >= MOST_DRAFTS) throw new ServiceProblem('too-many-requests');
}
