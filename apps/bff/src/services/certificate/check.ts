import type { CertificateCheck } from '@assist/contracts';
import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import { certificates } from '../../db/schema.ts';
import { caseById } from '../case-file/case-file-of.ts';
import { cited } from '../clause/citations.ts';
import { type Context, now } from '../context.ts';
import { certificateHash, facePlace, type SealedFace, stillHolds } from './face.ts';

export interface LookedAt {
  readonly check: CertificateCheck;
  /** Where it is good. */
  readonly certificateId: string | undefined;
}

/**
 * Is this certificate good? For anyone, without signing in; it shows what stands on it and nothing else. Unknown, past its time,
 * taken back and "the benefit ended" are one answer, so that nobody learns from it what happened to somebody. Writes nothing.
 */
export async function lookAtCertificate(ctx: Context, code: string): Promise<LookedAt> {
  const good = and(
    eq(certificates.codeHash, certificateHash(ctx, code)),
    isNull(certificates.takenBackAt),
    gt(certificates.expiresAt, now(ctx)),
  );
  const [row] = await ctx.db.select().from(certificates).where(good);
  const sealed = row && ctx.cipher.openJson<SealedFace>(facePlace(row.id), row.faceSealed);
  if (!row || !sealed || !stillHolds(await caseById(ctx, row.caseId), row.memberId, sealed.kinds))
    return {
      check: { kind: 'not-found', sentence: cited('没有查到管用的证明。可能是码写错了、过了日子，请本人再开一张。', ['SAL2026-11']) },
      certificateId: undefined,
    };
  return {
    check: {
      kind: 'valid',
      face: sealed.face,
      sentence: cited('这张证明现在管用。请和本人的证件对一下名字；只用在这一次，不要另外记下来。', ['SAL2026-11', 'SAL2026-42']),
    },
    certificateId: row.id,
  };
}

/** Its person sees how often it was looked at. */
export async function countCheck(ctx: Context, { check, certificateId }: LookedAt): Promise<CertificateCheck> {
  if (certificateId)
    await ctx.db
      .update(certificates)
      .set({ checks: sql`${certificates.checks} + 1` })
      .where(eq(certificates.id, certificateId));
  return check;
}
