import type { Context } from '../context.ts';
import { officeOf } from '../place/offices.ts';
import type { AuthenticationRow } from './count-contact.ts';
import { authenticationPlace } from './sealed-places.ts';
import { findInRegister, memberSubject, type PersonOnPaper, type Subject } from './whom.ts';

/** Whom a record is about, as the register has them now. */
export async function subjectOfRecord(ctx: Context, row: AuthenticationRow): Promise<Subject> {
  if (row.caseId && row.memberId) return memberSubject(ctx, row.caseId, row.memberId);
  const { name, paper } = ctx.cipher.openJson<PersonOnPaper>(authenticationPlace.person(row.id), row.personSealed);
  const office = await officeOf(ctx, row.officeId);
  return { name, paper, hash: row.personHash, inRegister: await findInRegister(ctx, row.personHash), office, mayKnow: true };
}
