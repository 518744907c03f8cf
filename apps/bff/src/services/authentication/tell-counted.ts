import type { CivilDate } from '@assist/policy';
import { CONTACTS } from '@assist/policy-chongqing';
import { and, eq } from 'drizzle-orm';
import { accounts } from '../../db/schema.ts';
import type { Context } from '../context.ts';
import { tellAccount } from '../message/tell.ts';
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
