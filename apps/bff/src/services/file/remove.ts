import { and, eq, inArray, isNull, lt, notExists, or } from 'drizzle-orm';
import { drafts, files } from '../../db/schema.ts';
import { archivesAmong } from '../archive/sweep.ts';
import { record } from '../audit/record.ts';
import { type Context, now } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { ServiceProblem } from '../problem.ts';
import { FILE_KEPT_MS, TOLD_BEFORE_MS } from '../retention/tell-ending.ts';
import type { Resident } from '../session/authenticate.ts';
import { piecesAmong } from '../upload/sweep.ts';
import { soundsAmong } from '../urgent/sound-store.ts';

/**
 * Deletes a photo that was not sent yet. One that is not there is as good as deleted.
 * @throws ServiceProblem `state-changed` for one that was sent
 */
export async function deleteFile(ctx: Context, who: Resident, fileId: string): Promise<void> {
  const mine = and(eq(files.id, fileId), eq(files.accountId, who.accountId));
  const gone = await inTransaction(ctx, async (tx) => {
    const [row] = await tx.db
      .delete(files)
      .where(and(mine, isNull(files.applicationId), isNull(files.subjectId)))
      .returning({ storedAt: files.storedAt });
    if (row) await record(tx, { actor: { kind: 'account', id: who.accountId }, action: 'file-deleted', object: ['file', fileId] });
    return row;
  });
  if (gone) return ctx.files.remove(gone.storedAt);
  const [sent] = await ctx.db.select({ id: files.id }).from(files).where(mine);
  if (sent) throw new ServiceProblem('state-changed');
}

/** A photo on disk without a row is one that somebody was cut off with; this long nobody may be working on it. */
const ORPHAN_MS = 24 * 3_600_000;
const AT_ONCE = 500;

/** Deletes photos that were never sent, then what lies on disk without a row. @returns how many of each */
export async function sweepFiles(ctx: Context): Promise<{ neverSent: number; orphans: number }> {
  const old = await ctx.db
    .delete(files)
    .where(
      and(
        isNull(files.applicationId),
        isNull(files.subjectId),
        // As long as a draft; and while the account has any draft at all, for it may name the photo.
        lt(files.receivedAt, new Date(now(ctx).getTime() - FILE_KEPT_MS)),
        or(isNull(files.accountId), lt(files.endingToldAt, new Date(now(ctx).getTime() - TOLD_BEFORE_MS))),
        notExists(ctx.db.select({ id: drafts.id }).from(drafts).where(eq(drafts.accountId, files.accountId))),
      ),
    )
    .returning({ storedAt: files.storedAt });
  for (const { storedAt } of old) await ctx.files.remove(storedAt);
  let orphans = 0;
  const drop = async (keys: string[]) => {
    if (keys.length === 0) return;
    const rows = await ctx.db.select({ storedAt: files.storedAt }).from(files).where(inArray(files.storedAt, keys));
    const kept = new Set([
      ...rows.map((row) => row.storedAt),
      ...(await piecesAmong(ctx, keys)),
      ...(await soundsAmong(ctx, keys)),
      ...(await archivesAmong(ctx, keys)),
      ...(await carriedAwayAmong(ctx, keys)),
    ]);
    for (const key of keys.filter((k) => !kept.has(k))) {
      await ctx.files.remove(key);
      orphans += 1;
    }
  };
  let keys: string[] = [];
  for await (const key of ctx.files.olderThan(Date.now() - ORPHAN_MS)) {
    keys.push(key);
    if (keys.length === AT_ONCE) {
      await drop(keys);
      keys = [];
    }
  }
  await drop(keys);
  return { neverSent: old.length, orphans };
}

/** Of a district that was carried elsewhere: no other role sees those rows, and what they name stays until somebody asked the other side for it. */
async function carriedAwayAmong({ retention }: Context, keys: readonly string[]): Promise<string[]> {
  const rows = await retention<{ key: string }[]>`
    select stored_at as key from files where stored_at = any (${[...keys]}) union all select stored_at from urgent_sounds where stored_at = any (${[...keys]})`;
  return rows.map(({ key }) => key);
}
