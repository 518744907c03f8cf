import { and, inArray, isNull, lt } from 'drizzle-orm';
import { uploadPieces, uploads } from '../../db/authentication.ts';
import { type Context, now } from '../context.ts';

/** An unfinished video is worth nothing after the days within which it has to be taken. */
const KEPT_MS = 3 * 24 * 3_600_000;
const AT_ONCE = 100;

/** Deletes videos that were never sent to their end. @returns how many */
export async function sweepUploads(ctx: Context): Promise<number> {
  const old = await ctx.db
    .select({ id: uploads.id })
    .from(uploads)
    .where(and(isNull(uploads.finishedAt), lt(uploads.begunAt, new Date(now(ctx).getTime() - KEPT_MS))))
    .limit(AT_ONCE);
  if (old.length === 0) return 0;
  const ids = old.map((one) => one.id);
  const pieces = await ctx.db
    .delete(uploadPieces)
    .where(inArray(uploadPieces.uploadId, ids))
    .returning({ storedAt: uploadPieces.storedAt });
  for (const { storedAt } of pieces) await ctx.files.remove(storedAt);
  await ctx.db.delete(uploads).where(and(inArray(uploads.id, ids), isNull(uploads.finishedAt)));
  return ids.length;
}

/** Keys of the store that pieces lie under, out of some. */
export async function piecesAmong(ctx: Context, keys: readonly string[]): Promise<string[]> {
  const rows = await ctx.db
    .select({ storedAt: uploadPieces.storedAt })
    .from(uploadPieces)
    .where(inArray(uploadPieces.storedAt, [...keys]));
  return rows.map((row) => row.storedAt);
}
