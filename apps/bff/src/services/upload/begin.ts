import type { UploadState } from '@assist/contracts';
import { eq } from 'drizzle-orm';
import { uploads } from '../../db/authentication.ts';
import { requireNotice } from '../consent/require-notice.ts';
import { type Context, now } from '../context.ts';
import { ServiceProblem } from '../problem.ts';
import type { Resident } from '../session/authenticate.ts';
import { uploadState } from './row.ts';

export interface Announced {
  readonly bytes: number;
  readonly sha256: string;
  readonly mediaType: 'video/mp4' | 'video/quicktime';
}

/** 先说多大. The same again says which pieces are here. @throws ServiceProblem `not-found`, `content-differs`, `signature-missing` */
export async function beginUpload(ctx: Context, who: Resident, uploadId: string, announced: Announced): Promise<UploadState> {
  await requireNotice(ctx, who.accountId);
  await ctx.db
    .insert(uploads)
    .values({ id: uploadId, accountId: who.accountId, ...announced, begunAt: now(ctx) })
    .onConflictDoNothing();
  const [row] = await ctx.db.select().from(uploads).where(eq(uploads.id, uploadId));
  if (!row || row.accountId !== who.accountId) throw new ServiceProblem('not-found');
  if (row.bytes !== announced.bytes || row.sha256 !== announced.sha256 || row.mediaType !== announced.mediaType)
    throw new ServiceProblem('content-differs');
  return uploadState(ctx, row);
}
