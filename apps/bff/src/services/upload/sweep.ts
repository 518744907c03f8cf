import { and, eq, inArray, isNull, lt } from 'drizzle-orm';
import { uploadPieces, uploads } from '../../db/authentication.ts';
import { type Context, now } from '../context.ts';
import { type PieceRow, piecePlace } from './row.ts';

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

/** Of unfinished videos: each piece that was confirmed to a phone, with where it is sealed for and how long it is. */
export async function piecesOfUnfinished(ctx: Context) {
  const rows = await ctx.db
    .select({ uploadId: uploadPieces.uploadId, piece: uploadPieces.piece, storedAt: uploadPieces.storedAt, bytes: uploadPieces.bytes })
    .from(uploadPieces)
    .innerJoin(uploads, eq(uploads.id, uploadPieces.uploadId))
    .where(isNull(uploads.finishedAt));
  return rows.map((row) => ({ ...row, place: piecePlace(row.uploadId, row.piece) }));
}

/** Says of a piece that it is not here, so that the phone sends it once more. @returns false where it was no more */
export async function forgetPiece(
  ctx: Context,
  { uploadId, piece, storedAt }: Pick<PieceRow, 'uploadId' | 'piece' | 'storedAt'>,
): Promise<boolean> {
  const gone = await ctx.db
    .delete(uploadPieces)
    .where(and(eq(uploadPieces.uploadId, uploadId), eq(uploadPieces.piece, piece), eq(uploadPieces.storedAt, storedAt)))
    .returning({ piece: uploadPieces.piece });
  await ctx.files.remove(storedAt);
  return gone.length > 0;
}
