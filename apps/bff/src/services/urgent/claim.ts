import type { UrgentView } from '@assist/contracts';
import { addDays, type CivilDate } from '@assist/policy';
import { URGENT_DAY_COUNTS } from '@assist/policy-chongqing';
import { and, desc, eq, inArray } from 'drizzle-orm';
import { dayInShanghai } from '../../clock.ts';
import { applications, urgentCalls } from '../../db/schema.ts';
import { nameOf } from '../account/account.ts';
import { record } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { accountsOfPerson } from '../identity/accounts-of-person.ts';
import { inTransaction } from '../in-transaction.ts';
import { ServiceProblem } from '../problem.ts';
import type { Resident } from '../session/authenticate.ts';
import { raiseSignal } from '../signal/raise.ts';
import { type CallRow, callBySecret } from './row.ts';
import { urgentView } from './view.ts';

/**
 * Puts a call on a verified account: from then on it is found there, on any phone. Once; the same again is the same.
 * @throws ServiceProblem `verification-needed`, `not-found`, `conflict` (on somebody else's account)
 */
export async function claimUrgentCall(ctx: Context, who: Resident, callId: string, secret: string): Promise<UrgentView> {
  if (who.account.identity !== 'verified') throw new ServiceProblem('verification-needed');
  await callBySecret(ctx, callId, secret);
  return inTransaction(ctx, async (tx) => {
    const row = await locked(tx, callId);
    if (row.accountId === who.accountId) return urgentView(tx, row);
    if (row.accountId) throw new ServiceProblem('conflict');
    await tx.db.update(urgentCalls).set({ accountId: who.accountId }).where(eq(urgentCalls.id, callId));
    await record(tx, {
      actor: { kind: 'account', id: who.accountId },
      action: 'urgent-claimed',
      object: ['urgent-call', callId],
      officeId: row.officeId,
    });
    return urgentView(tx, { ...row, accountId: who.accountId });
  });
}

/** 认到自己名下的求助, newest first. */
export async function ownUrgentCalls(ctx: Context, who: Resident): Promise<UrgentView[]> {
  const rows = await ctx.db
    .select()
    .from(urgentCalls)
    .where(inArray(urgentCalls.accountId, await accountsOfPerson(ctx, who)))
    .orderBy(desc(urgentCalls.receivedAt))
    .limit(50);
  return Promise.all(rows.map((row) => urgentView(ctx, row)));
}

/**
 * The call becomes an application that was sent: its day counts as the day that was asked. No document says how long a call keeps its day: one of
 * longer ago (declared) is tied all the same, and an officer looks whether its day counts.
 * @throws ServiceProblem `verification-needed`, `not-found`, `state-changed` (it became another one, or the application was another's)
 */
export async function becomeApplication(ctx: Context, who: Resident, callId: string, applicationId: string): Promise<UrgentView> {
  if (who.account.identity !== 'verified') throw new ServiceProblem('verification-needed');
  const own = await accountsOfPerson(ctx, who);
  return inTransaction(ctx, async (tx) => {
    const row = await locked(tx, callId);
    if (!row.accountId || !own.includes(row.accountId)) throw new ServiceProblem('not-found');
    if (row.applicationId === applicationId) return urgentView(tx, row);
    const [application] = await tx.db
      .select({ id: applications.id, askedOn: applications.askedOn, receivedAt: applications.receivedAt })
      .from(applications)
      .where(and(eq(applications.id, applicationId), inArray(applications.accountId, own)))
      .for('update');
    if (!application) throw new ServiceProblem('not-found');
    if (row.applicationId || application.askedOn || application.receivedAt < row.receivedAt) throw new ServiceProblem('state-changed');
    if (addDays(row.receivedOn as CivilDate, URGENT_DAY_COUNTS.days) >= dayInShanghai(application.receivedAt.getTime()))
      await tx.db.update(applications).set({ askedOn: row.receivedOn }).where(eq(applications.id, applicationId));
    else
      await raiseSignal(tx, {
        kind: 'urgent-long-ago',
        officeId: row.officeId,
        subject: `urgent:${callId}`,
        name: nameOf(tx, who.account) ?? '',
        accountId: who.accountId,
      });
    await tx.db.update(urgentCalls).set({ applicationId }).where(eq(urgentCalls.id, callId));
    await record(tx, {
      actor: { kind: 'account', id: who.accountId },
      action: 'urgent-became-application',
      object: ['urgent-call', callId],
      officeId: row.officeId,
    });
    return urgentView(tx, { ...row, applicationId });
  });
}

async function locked(tx: Context, callId: string): Promise<CallRow> {
  const [row] = await tx.db.select().from(urgentCalls).where(eq(urgentCalls.id, callId)).for('update');
  if (!row) throw new ServiceProblem('not-found');
  return row;
}
