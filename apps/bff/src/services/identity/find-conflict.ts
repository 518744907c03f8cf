import { createHash, randomUUID } from 'node:crypto';
import type { CivilDate } from '@assist/policy';
import { CLOCK_RULES, runClock } from '@assist/policy-chongqing';
import { desc, eq, inArray } from 'drizzle-orm';
import { dayInShanghai } from '../../clock.ts';
import { accounts, applications, workItems } from '../../db/schema.ts';
import { record } from '../audit/record.ts';
import { type Context, now } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';

/**
 * Looks whether the number of this account was written by others too. Where one of them sent an application, its township gets a task;
 * none of the accounts learns of it. Several accounts all verified as one person are no conflict.
 * @returns how many tasks were made
 */
export const findIdentityConflict = (ctx: Context, accountId: string): Promise<number> =>
  inTransaction(ctx, async (tx) => {
    const [account] = await tx.db.select().from(accounts).where(eq(accounts.id, accountId));
    if (!account?.numberHash) return 0;
    const holders = await tx.db
      .select({ id: accounts.id, identity: accounts.identity })
      .from(accounts)
      .where(eq(accounts.numberHash, account.numberHash))
      .orderBy(accounts.id);
    if (holders.length < 2 || holders.every((one) => one.identity === 'verified')) return 0;
    const sent = await tx.db
      .select({ id: applications.id, officeId: applications.officeId })
      .from(applications)
      .where(
        inArray(
          applications.accountId,
          holders.map((one) => one.id),
        ),
      )
      .orderBy(desc(applications.receivedAt));
    // Of these very accounts: a third one later is a new task, also where the first is settled.
    const subjectHash = createHash('sha256')
      .update(account.numberHash)
      .update(holders.map((one) => one.id).join())
      .digest();
    const latest = new Map([...sent].reverse().map((one) => [one.officeId, one.id]));
    let made = 0;
    for (const [officeId, applicationId] of latest) made += await addTask(tx, officeId, applicationId, subjectHash);
    return made;
  });

async function addTask(tx: Context, officeId: string, applicationId: string, subjectHash: Buffer): Promise<number> {
  const id = randomUUID();
  const due = runClock(CLOCK_RULES.firstReply, dayInShanghai(tx.clock()) as CivilDate, tx.calendar);
  const [made] = await tx.db
    .insert(workItems)
    .values({
      id,
      officeId,
      kind: 'identity-conflict',
      applicationId,
      subjectHash,
      state: 'received',
      receivedAt: now(tx),
      stepDue: due.by,
      stepProvisional: due.provisional,
    })
    .onConflictDoNothing()
    .returning({ id: workItems.id });
  if (!made) return 0;
  await record(tx, { actor: { kind: 'system' }, action: 'identity-conflict-found', object: ['work-item', id], officeId });
  return 1;
}
