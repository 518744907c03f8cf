import type { AuthenticationView, Whom } from '@assist/contracts';
import type { CivilDate } from '@assist/policy';
import { type Contact, namesWanted } from '@assist/policy-chongqing';
import { eq } from 'drizzle-orm';
import { dayInShanghai } from '../../clock.ts';
import { authentications } from '../../db/authentication.ts';
import type { Context } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { ServiceProblem } from '../problem.ts';
import { requireHandler, type Staff } from '../staff/who.ts';
import { attachFiles } from './attach-files.ts';
import { type AuthenticationRow, countContact } from './count-contact.ts';
import { authenticationView } from './view.ts';
import { memberSubject, subjectAtCounter } from './whom.ts';

export interface ByHand {
  readonly whom: Whom;
  readonly contact: Contact;
  readonly on: CivilDate;
  readonly where?: string | undefined;
  readonly secondName?: string | undefined;
  readonly fileIds?: readonly string[] | undefined;
}

/**
 * 登记一次人工认证, at the counter or in the village. The clerk's name goes with it, and a second one where the contact wants two.
 * @throws ServiceProblem `form-invalid`, `two-names-needed`, `not-found`, `content-differs`, `forbidden`
 */
export async function registerAuthentication(
  ctx: Context,
  staff: Staff,
  authenticationId: string,
  seen: ByHand,
): Promise<{ readonly view: AuthenticationView; readonly fresh: boolean }> {
  requireHandler(staff);
  const fingerprint = ctx.hash.fingerprint('authentication-by-hand', seen);
  const before = await registeredBefore(ctx, staff, authenticationId, fingerprint);
  if (before) return { view: await authenticationView(ctx, before, true), fresh: false };
  if (seen.on > dayInShanghai(ctx.clock()))
    throw new ServiceProblem('form-invalid', { fields: [{ path: 'on', sentence: '这一天还没到，请再看一下' }] });
  const second = seen.secondName?.trim();
  const names = [staff.name, ...(second && second !== staff.name ? [second] : [])];
  if (names.length < namesWanted(seen.contact)) throw new ServiceProblem('two-names-needed');
  const whom = await subjectForStaff(ctx, staff, seen.whom);
  const done = await inTransaction(ctx, async (tx) => {
    const counted = await countContact(tx, {
      whom,
      contact: seen.contact,
      on: seen.on,
      by: { kind: 'staff', id: staff.staffId, role: 'staff' },
      detail: { names, where: seen.where },
      unknown: 'tell',
      authenticationId,
      fingerprint,
    });
    if (!counted) throw new Error('an authentication by hand that counts nothing');
    if (counted.fresh)
      await attachFiles(tx, staff, seen.fileIds ?? [], { kind: 'authentication', id: counted.row.id, officeId: staff.officeId });
    return counted;
  });
  return { view: await authenticationView(ctx, done.row, true), fresh: done.fresh };
}

async function registeredBefore(ctx: Context, staff: Staff, id: string, fingerprint: Buffer): Promise<AuthenticationRow | undefined> {
  const [row] = await ctx.db.select().from(authentications).where(eq(authentications.id, id));
  if (!row) return undefined;
  if (row.actorKind !== 'staff' || row.actorId !== staff.staffId) throw new ServiceProblem('not-found');
  if (!row.fingerprint?.equals(fingerprint)) throw new ServiceProblem('content-differs');
  return row;
}

/** A member of a case of this township, or somebody whose card the clerk has in hand. */
async function subjectForStaff(ctx: Context, staff: Staff, whom: Whom) {
  if (!('caseId' in whom)) return subjectAtCounter(ctx, whom, staff.officeId);
  const subject = await memberSubject(ctx, whom.caseId, whom.memberId);
  if (subject.office.id !== staff.officeId) throw new ServiceProblem('not-found');
  return subject;
}
