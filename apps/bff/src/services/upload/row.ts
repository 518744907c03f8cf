import type { UploadState } from '@assist/contracts';
import { and, asc, eq } from 'drizzle-orm';
import { uploadPieces, uploads } from '../../db/authentication.ts';
import type { Context } from '../context.ts';
import { ServiceProblem } from '../problem.ts';
import type { Resident } from '../session/authenticate.ts';

/** Small enough for a bad line: what breaks costs one piece. */
export const PIECE_BYTES = 1024 * 1024;
export type UploadRow = typeof uploads.$inferSelect;
export type PieceRow = typeof uploadPieces.$inferSelect;

/** Where a piece is sealed: no piece fits elsewhere. */
export const piecePlace = (uploadId: string, piece: number): string => `upload:${uploadId}:${piece}`;
export const piecesOf = (row: UploadRow): number => Math.ceil(row.bytes / PIECE_BYTES);
export const bytesOfPiece = (row: UploadRow, piece: number): number =>
  piece < piecesOf(row) - 1 ? PIECE_BYTES : row.bytes - PIECE_BYTES * (piecesOf(row) - 1);

/** @throws ServiceProblem `not-found`, also for somebody else's */
export async function ownUpload(ctx: Context, who: Resident, uploadId: string): Promise<UploadRow> {
  const [row] = await ctx.db
    .select()
    .from(uploads)
    .where(and(eq(uploads.id, uploadId), eq(uploads.accountId, who.accountId)));
  if (!row) throw new ServiceProblem('not-found');
  return row;
}

export const piecesHere = (ctx: Context, uploadId: string): Promise<PieceRow[]> =>
  ctx.db.select().from(uploadPieces).where(eq(uploadPieces.uploadId, uploadId)).orderBy(asc(uploadPieces.piece));

export async function uploadState(ctx: Context, row: UploadRow): Promise<UploadState> {
  const pieces = piecesOf(row);
  const received = row.finishedAt ? Array.from({ length: pieces }, (_, i) => i) : (await piecesHere(ctx, row.id)).map((one) => one.piece);
  return { uploadId: row.id, pieces, pieceBytes: PIECE_BYTES, received };
}

/** 到了哪几块. @throws ServiceProblem `not-found` */
export const readUpload = async (ctx: Context, who: Resident, uploadId: string): Promise<UploadState> =>
  uploadState(ctx, await ownUpload(ctx, who, uploadId));
