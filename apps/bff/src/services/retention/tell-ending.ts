import { and, asc, eq, inArray, isNotNull, isNull, lte, notExists } from 'drizzle-orm';
import { dayInShanghai } from '../../clock.ts';
import { drafts, files } from '../../db/schema.ts';
import { type Context, now } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { tellAccount } from '../message/tell.ts';

const DAY_MS = 24 * 3_600_000;
/** Assumed: a week with its Saturday is enough to go on with something, or to let it go. */
export const TOLD_BEFORE_MS = 7 * DAY_MS;
/** Of a photo that was not sent, as of a draft. */
export const FILE_KEPT_MS = 30 * DAY_MS;
const AT_ONCE = 200;

/**
 * Tells people what of theirs will be deleted a week from now because nobody went on with it, and what they can do. Who was not told yet, for
 * whatever reason, keeps it for a week from being told: nothing a resident has ends without a word. @returns how many were told
 */
export async function tellEnding(ctx: Context): Promise<number> {
  let told = 0;
  for (const some of [tellOfDrafts, tellOfPhotos])
    for (let more = true; more; ) {
      const many = await inTransaction(ctx, some);
      told += many;
      more = many === AT_ONCE;
    }
  return told;
}

async function tellOfDrafts(tx: Context): Promise<number> {
  const soon = new Date(tx.clock() + TOLD_BEFORE_MS);
  const { id, accountId, keptUntil } = drafts;
  const rows = await tx.db
    .select({ id, accountId, keptUntil })
    .from(drafts)
    .where(and(isNull(drafts.endingToldAt), lte(keptUntil, soon)))
    .orderBy(asc(keptUntil))
    .limit(AT_ONCE)
    .for('update', { skipLocked: true });
  for (const row of rows) {
    const until = row.keptUntil > soon ? row.keptUntil : soon;
    await tx.db
      .update(drafts)
      .set({ endingToldAt: now(tx), keptUntil: until })
      .where(eq(drafts.id, row.id));
    await tellAccount(tx, {
      accountId: row.accountId,
      kind: 'unsent-ending',
      params: { what: 'draft', many: 1, until: dayInShanghai(until.getTime()) },
    });
  }
  return rows.length;
}

/** What was said of somebody's photos holds no more: a draft was begun that may name them, and at its end they are said once more. */
export async function photosStay(tx: Context, accountId: string): Promise<void> {
  await tx.db
    .update(files)
    .set({ endingToldAt: null })
    .where(and(eq(files.accountId, accountId), isNotNull(files.endingToldAt)));
}

/** Photos of who has no draft: with one they stay as long as it. One message for all of an account's. */
async function tellOfPhotos(tx: Context): Promise<number> {
  const rows = await tx.db
    .select({ id: files.id, accountId: files.accountId, receivedAt: files.receivedAt })
    .from(files)
    .where(
      and(
        isNull(files.endingToldAt),
        isNull(files.applicationId),
        isNull(files.subjectId),
        isNotNull(files.accountId),
        lte(files.receivedAt, new Date(tx.clock() - FILE_KEPT_MS + TOLD_BEFORE_MS)),
        notExists(tx.db.select({ id: drafts.id }).from(drafts).where(eq(drafts.accountId, files.accountId))),
      ),
    )
    .orderBy(asc(files.receivedAt))
    .limit(AT_ONCE)
    .for('update', { skipLocked: true });
  const ids = rows.map(({ id }) => id);
  if (ids.length > 0)
    await tx.db
      .update(files)
      .set({ endingToldAt: now(tx) })
      .where(inArray(files.id, ids));
  for (const accountId of new Set(rows.map((row) => row.accountId))) {
    const theirs = rows.filter((row) => row.accountId === accountId);
    // The day on which the first of them may end.
    const first = Math.max(tx.clock() + TOLD_BEFORE_MS, Math.min(...theirs.map((one) => one.receivedAt.getTime())) + FILE_KEPT_MS);
    if (accountId)
      await tellAccount(tx, {
        accountId,
        kind: 'unsent-ending',
        params: { what: 'photos', many: theirs.length, until: dayInShanghai(first) },
      });
  }
  return rows.length;
}
