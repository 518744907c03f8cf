import type { ContactChange } from '@assist/contracts';
import { and, desc, eq, inArray } from 'drizzle-orm';
import { contactChanges } from '../../db/schema.ts';
import { record } from '../audit/record.ts';
import { type Context, now } from '../context.ts';
import { accountsOfPerson } from '../identity/accounts-of-person.ts';
import { inTransaction } from '../in-transaction.ts';
import { ServiceProblem } from '../problem.ts';
import type { Resident } from '../session/authenticate.ts';
import { contactChangeView } from './view.ts';

/** 换电话、银行卡的记录, newest first, from every account that is verified as this person. */
export async function listContactChanges(ctx: Context, who: Resident): Promise<ContactChange[]> {
  const rows = await ctx.db
    .select()
    .from(contactChanges)
    .where(inArray(contactChanges.accountId, await accountsOfPerson(ctx, who)))
    .orderBy(desc(contactChanges.askedAt))
    .limit(100);
  return rows.map((row) => contactChangeView(ctx, row));
}

/**
 * 不是我换的，停下. From any account that is verified as this person, as long as it has not taken effect; stopped again is the same.
 * @throws ServiceProblem `not-found`, `state-changed` (it took effect)
 */
export const stopContactChange = (ctx: Context, who: Resident, contactChangeId: string): Promise<ContactChange> =>
  inTransaction(ctx, async (tx) => {
    const [row] = await tx.db
      .select()
      .from(contactChanges)
      .where(and(eq(contactChanges.id, contactChangeId), inArray(contactChanges.accountId, await accountsOfPerson(tx, who))))
      .for('update');
    if (!row) throw new ServiceProblem('not-found');
    if (row.state === 'stopped') return contactChangeView(tx, row);
    if (row.state === 'effective') throw new ServiceProblem('state-changed');
    const ended = { state: 'stopped', endedAt: now(tx) } as const;
    await tx.db.update(contactChanges).set(ended).where(eq(contactChanges.id, contactChangeId));
    await record(tx, {
      actor: { kind: 'account', id: who.accountId },
      action: 'contact-change-stopped',
      object: ['contact-change', contactChangeId],
      officeId: row.officeId,
    });
    return contactChangeView(tx, { ...row, ...ended });
  });
