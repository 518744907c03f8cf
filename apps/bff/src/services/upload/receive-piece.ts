import { randomUUID } from 'node:crypto';
import type { UploadState } from '@assist/contracts';
import { uploadPieces } from '../../db/authentication.ts';
import type { Context } from '../context.ts';
import { ServiceProblem } from '../problem.ts';
import type { Resident } from '../session/authenticate.ts';
import { bytesOfPiece, ownUpload, piecePlace, piecesHere, piecesOf, uploadState } from './row.ts';

/** Takes in one piece: sealed and safe on disk, then answered. A piece that is here already stays. @throws ServiceProblem `not-found`, `bad-request` */
export async function receivePiece(ctx: Context, who: Resident, uploadId: string, piece: number, bytes: Buffer): Promise<UploadState> {
  const row = await ownUpload(ctx, who, uploadId);
  if (row.finishedAt || (await piecesHere(ctx, uploadId)).some((one) => one.piece === piece)) return uploadState(ctx, row);
  if (piece >= piecesOf(row) || bytes.length !== bytesOfPiece(row, piece)) throw new ServiceProblem('bad-request');
  const storedAt = randomUUID();
  await ctx.files.write(storedAt, ctx.cipher.seal(piecePlace(uploadId, piece), bytes));
  const [made] = await ctx.db
    .insert(uploadPieces)
    .values({ uploadId, piece, storedAt, bytes: bytes.length })
    .onConflictDoNothing()
    .returning({ piece: uploadPieces.piece })
    .catch(async (error: unknown) => {
      await ctx.files.remove(storedAt).catch(() => undefined);
      throw error;
    });
  if (!made) await ctx.files.remove(storedAt);
  return uploadState(ctx, row);
}
