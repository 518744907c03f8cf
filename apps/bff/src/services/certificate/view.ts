import type { CertificatesView, CertificateView, KnownHere } from '@assist/contracts';
import { desc } from 'drizzle-orm';
import { certificates } from '../../db/schema.ts';
import { casesByIds, casesOfResident, type OpenCase } from '../case-file/case-file-of.ts';
import { cited } from '../clause/citations.ts';
import { type Context, now } from '../context.ts';
import type { Resident } from '../session/authenticate.ts';
import { type CertificateRow, certificateCodePlace, faceOf, facePlace, type SealedFace, stillHolds } from './face.ts';
import { certificatesOf } from './of-person.ts';

const MOST = 20;
const WORDS: Record<KnownHere<CertificateView['state']>, string> = {
  valid: '把这个码给要看的人，他只看得到证明上写的。',
  over: '过了日子，码不作数了。还要用，再开一张。',
  'taken-back': '您收回了，码不作数了。',
  'benefit-ended': '上面写的有变化，码不作数了。现在领着的，可以再开一张。',
};

export function certificateView(ctx: Context, row: CertificateRow, opened: OpenCase | undefined): CertificateView {
  const { face, kinds } = ctx.cipher.openJson<SealedFace>(facePlace(row.id), row.faceSealed);
  const state = row.takenBackAt
    ? 'taken-back'
    : row.expiresAt <= now(ctx)
      ? 'over'
      : stillHolds(opened, row.memberId, kinds)
        ? 'valid'
        : 'benefit-ended';
  return {
    certificateId: row.id,
    face,
    ...(state === 'valid' && { code: ctx.cipher.openText(certificateCodePlace(row.id), row.codeSealed) }),
    state,
    sentence: cited(WORDS[state], ['SAL2026-11'], 'certificate-seven-days'),
    checks: row.checks,
  };
}

/** 救助证明: what can be certified today, and what was made. A typed number shows nothing. */
export async function listCertificates(ctx: Context, who: Resident): Promise<CertificatesView> {
  const verified = who.account.identity === 'verified';
  const mine = await casesOfResident(ctx, who);
  const rows = verified
    ? await ctx.db
        .select()
        .from(certificates)
        .where(await certificatesOf(ctx, who))
        .orderBy(desc(certificates.issuedAt))
        .limit(MOST)
    : [];
  const cases = await casesByIds(ctx, [...new Set(rows.map((row) => row.caseId))]);
  const faces = await Promise.all(mine.map(async ({ opened, me }) => ({ caseId: opened.row.id, ...(await faceOf(ctx, opened, me)).face })));
  const possible = faces.filter((face) => face.benefits.length > 0).map(({ caseId, office, benefits }) => ({ caseId, office, benefits }));
  const why = !verified ? 'not-verified' : mine.length === 0 ? 'not-in-register' : possible.length === 0 ? 'nothing-in-force' : undefined;
  return {
    possible,
    given: rows.map((row) => certificateView(ctx, row, cases.get(row.caseId))),
    ...(why && { notShown: why }),
    sentence: cited(
      '证明上写您的名字、正在领哪一样、哪个镇街。不写金额，不写住处，不写家里别人。',
      ['SAL2026-11', 'SAL2026-42'],
      'certificate-seven-days',
    ),
  };
}
