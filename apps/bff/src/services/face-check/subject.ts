import { eq } from 'drizzle-orm';
import { accounts } from '../../db/schema.ts';
import { accountPlace } from '../account/account.ts';
import { findInRegister, memberSubject, type PersonOnPaper, type Subject } from '../authentication/whom.ts';
import type { Context } from '../context.ts';
import { officeOf } from '../place/offices.ts';
import { type FaceCheckRow, type FaceSubjectOnPaper, facePlace } from './row.ts';

/** Whom a face check is about, as the register has them now. */
export async function subjectOfFaceCheck(ctx: Context, row: FaceCheckRow): Promise<Subject> {
  if (!row.officeId) throw new Error('a face that stands for a signature is about no authentication');
  if (row.caseId && row.memberId) return memberSubject(ctx, row.caseId, row.memberId);
  const { name, paper } = ctx.cipher.openJson<PersonOnPaper>(facePlace.person(row.id), row.personSealed);
  const office = await officeOf(ctx, row.officeId);
  return { name, paper, hash: row.personHash, inRegister: await findInRegister(ctx, row.personHash), office, mayKnow: false };
}

/** What WeChat is asked with. Undefined once the check is over: then nothing is left to ask. */
export async function wechatSubject(ctx: Context, row: FaceCheckRow) {
  if (!row.subjectSealed) return undefined;
  const { name, number } = ctx.cipher.openJson<FaceSubjectOnPaper>(facePlace.subject(row.id), row.subjectSealed);
  const [account] = await ctx.db.select({ sealed: accounts.openidSealed }).from(accounts).where(eq(accounts.id, row.accountId));
  if (!account) return undefined;
  const openid = ctx.cipher.openText(accountPlace.openid(row.accountId), account.sealed);
  return { sequenceNumber: row.sequenceNumber, name, idNumber: number, openid };
}
