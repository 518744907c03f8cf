import { createHash, randomUUID } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import { uploadPieces, uploads } from '../../db/authentication.ts';
import { files } from '../../db/schema.ts';
import { record } from '../audit/record.ts';
import { type Context, now } from '../context.ts';
import { filePlace } from '../file/receive.ts';
import { inTransaction } from '../in-transaction.ts';
import { ServiceProblem } from '../problem.ts';
import type { Resident } from '../session/authenticate.ts';
import { readMovie } from './movie.ts';
import { ownUpload, type PieceRow, piecePlace, piecesHere, piecesOf, type UploadRow } from './row.ts';
import { forgetPiece } from './sweep.ts';

/** A phone that stops at sixty stops a little later. */
const MOST_SECONDS = 61;

export interface Finished {
  readonly fileId: string;
  readonly bytes: number;
}

/**
 * Puts the pieces together: all there, the fingerprint that was announced, a movie of at most a minute. Then it is one sealed file,
 * under the upload's id. Again is the same.
 * @throws ServiceProblem `not-found`, `video-incomplete`; `video-damaged` and `video-too-long`, after which it is sent anew
 */
export async function finishUpload(ctx: Context, who: Resident, uploadId: string): Promise<Finished> {
  const row = await ownUpload(ctx, who, uploadId);
  if (row.finishedAt) return finished(ctx, row);
  const pieces = await piecesHere(ctx, uploadId);
  if (pieces.length < piecesOf(row)) {
    // Somebody else may have finished it between the two questions.
    const again = await ownUpload(ctx, who, uploadId);
    if (again.finishedAt) return finished(ctx, again);
    throw new ServiceProblem('video-incomplete');
  }
  const whole = await wholeOf(ctx, row, pieces);
  const bad = whole && problemOf(row, whole);
  if (!whole || typeof bad === 'string') {
    const latest = await ownUpload(ctx, who, uploadId);
    if (latest.finishedAt) return finished(ctx, latest);
    for (const piece of pieces) await forgetPiece(ctx, piece);
    throw new ServiceProblem(typeof bad === 'string' ? bad : 'video-incomplete');
  }
  const movie = bad as Buffer;
  const storedAt = randomUUID();
  await ctx.files.write(storedAt, ctx.cipher.seal(filePlace(uploadId), movie));
  const made = await inTransaction(ctx, async (tx) => {
    const [mine] = await tx.db
      .update(uploads)
      .set({ finishedAt: now(tx) })
      .where(and(eq(uploads.id, uploadId), isNull(uploads.finishedAt)))
      .returning({ id: uploads.id });
    if (!mine) return false;
    await tx.db.insert(files).values({
      id: uploadId,
      accountId: who.accountId,
      about: 'other',
      mediaType: row.mediaType,
      bytes: movie.length,
      fingerprint: tx.hash.bytes('file:other', movie),
      storedAt,
      receivedAt: now(tx),
    });
    await tx.db.delete(uploadPieces).where(eq(uploadPieces.uploadId, uploadId));
    await record(tx, { actor: { kind: 'account', id: who.accountId }, action: 'video-sent', object: ['file', uploadId] });
    return true;
  }).catch(async (error: unknown) => {
    await ctx.files.remove(storedAt).catch(() => undefined);
    throw error;
  });
  if (!made) await ctx.files.remove(storedAt);
  for (const piece of pieces) await ctx.files.remove(piece.storedAt);
  return { fileId: uploadId, bytes: row.bytes };
}

async function finished(ctx: Context, row: UploadRow): Promise<Finished> {
  const [file] = await ctx.db.select({ id: files.id }).from(files).where(eq(files.id, row.id));
  // Deleted by the person since.
  if (!file) throw new ServiceProblem('not-found');
  return { fileId: row.id, bytes: row.bytes };
}

async function wholeOf(ctx: Context, row: UploadRow, pieces: readonly PieceRow[]): Promise<Buffer | undefined> {
  const parts: Buffer[] = [];
  for (const { piece, storedAt } of pieces) {
    const sealed = await ctx.files.read(storedAt);
    if (!sealed) return undefined;
    parts.push(ctx.cipher.openBytes(piecePlace(row.id, piece), sealed));
  }
  return Buffer.concat(parts);
}

/** The movie without the phone's notes, or why it is none. */
function problemOf(row: UploadRow, whole: Buffer): Buffer | 'video-damaged' | 'video-too-long' {
  if (createHash('sha256').update(whole).digest('hex') !== row.sha256) return 'video-damaged';
  const movie = readMovie(whole);
  if (movie.kind === 'damaged') return 'video-damaged';
  return movie.seconds > MOST_SECONDS ? 'video-too-long' : movie.bytes;
}
