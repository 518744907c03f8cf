import type { CivilDate } from '@assist/policy';
import { CONTACTS } from '@assist/policy-chongqing';
import { and, eq } from 'drizzle-orm';
import { accounts, caseMembers } from '../../db/schema.ts';
import { openMember } from '../case-file/case-file-of.ts';
import type { Context } from '../context.ts';
import { tellAccount, tellPhone } from '../message/tell.ts';
import type { AuthenticationRow } from './count-contact.ts';
import type { Subject } from './whom.ts';
import { BY_WORDS } from './words.ts';

/**
 * The positive receipt. The person is told on every account verified as theirs; where somebody else did it, they learn who.
 * Who helped is told too, without what the register says.
 */
export async function tellCounted(tx: Context, row: AuthenticationRow, whom: Subject, nextDue: CivilDate | undefined): Promise<void> {
  const on = row.onDay as CivilDate;
  const helper = row.actorKind === 'account' ? row.actorId : undefined;
  const own = await tx.db
    .select({ id: accounts.id })
    .from(accounts)
    .where(and(eq(accounts.numberHash, whom.hash), eq(accounts.identity, 'verified')));
  const common = { subject: { kind: 'authentication', id: row.id } as const, officeId: row.officeId };
  // Without an account: by the phone of the register, which says nothing about whom.
  const phone = own.length === 0 && helper && row.role !== 'self' ? await phoneInRegister(tx, whom) : undefined;
  if (phone) await tellPhone(tx, { phone, kind: 'authentication-by-helper', officeId: row.officeId });
  for (const { id } of own) {
    const source = `authentication:${row.id}:counted:${id}`;
    if (helper && helper !== id && row.role !== 'self')
      await tellAccount(tx, {
        ...common,
        accountId: id,
        kind: 'authentication-by-helper',
        params: { who: whom.name, on, by: BY_WORDS[row.role] },
        source,
      });
    else
      await tellAccount(tx, {
        ...common,
        accountId: id,
        kind: 'authentication-counted',
        params: { who: whom.name, on, how: CONTACTS[row.contact].title, ...(nextDue && { nextDue }) },
        source,
      });
  }
  if (helper && !own.some((one) => one.id === helper))
    await tellAccount(tx, {
      ...common,
      accountId: helper,
      kind: 'authentication-counted',
      params: { who: whom.name, on, how: CONTACTS[row.contact].title, ...(nextDue && row.role === 'family' && { nextDue }) },
      source: `authentication:${row.id}:counted:${helper}`,
    });
}

async function phoneInRegister(tx: Context, { inRegister }: Subject): Promise<string | undefined> {
  if (!inRegister || inRegister.left) return undefined;
  const { caseId, memberId } = inRegister;
  const [member] = await tx.db
    .select()
    .from(caseMembers)
    .where(and(eq(caseMembers.caseId, caseId), eq(caseMembers.memberId, memberId)));
  return member && openMember(tx, member).phone;
}
