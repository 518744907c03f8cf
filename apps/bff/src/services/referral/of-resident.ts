import type { OwnReferral } from '@assist/contracts';
import { and, desc, eq, inArray, or, type SQL } from 'drizzle-orm';
import { applications, referrals } from '../../db/schema.ts';
import { casesOfResident } from '../case-file/case-file-of.ts';
import type { Context } from '../context.ts';
import { accountsOfPerson } from '../identity/accounts-of-person.ts';
import { inTransaction } from '../in-transaction.ts';
import { ServiceProblem } from '../problem.ts';
import type { Resident } from '../session/authenticate.ts';
import { mayFollow, moveReferral } from './step.ts';
import { ownReferral } from './view.ts';

const MOST = 50;

/** Of one's own cases and applications, and of oneself. A typed number opens nothing. */
async function mine(ctx: Context, who: Resident): Promise<SQL | undefined> {
  const [cases, accounts] = await Promise.all([casesOfResident(ctx, who), accountsOfPerson(ctx, who)]);
  const sent = await ctx.db.select({ id: applications.id }).from(applications).where(inArray(applications.accountId, accounts));
  const caseIds = cases.map((one) => one.opened.row.id);
  const applicationIds = sent.map((one) => one.id);
  const { identity, numberHash } = who.account;
  return or(
    ...(caseIds.length ? [inArray(referrals.caseId, caseIds)] : []),
    ...(applicationIds.length ? [inArray(referrals.applicationId, applicationIds)] : []),
    ...(identity === 'verified' && numberHash ? [eq(referrals.personHash, numberHash)] : []),
  );
}

/** The newest first. */
export async function listOwnReferrals(ctx: Context, who: Resident): Promise<OwnReferral[]> {
  const own = await mine(ctx, who);
  if (!own) return [];
  const rows = await ctx.db.select().from(referrals).where(own).orderBy(desc(referrals.proposedOn), desc(referrals.id)).limit(MOST);
  return Promise.all(rows.map((row) => ownReferral(ctx, row)));
}

/** 要，还是不要. The same answer again is the same. @throws ServiceProblem `not-found`, also for somebody else's, `state-changed` */
export async function answerReferral(
  ctx: Context,
  who: Resident,
  referralId: string,
  answer: 'agree' | 'not-wanted',
): Promise<OwnReferral> {
  return inTransaction(ctx, async (tx) => {
    const own = await mine(tx, who);
    const [row] = own
      ? await tx.db
          .select()
          .from(referrals)
          .where(and(eq(referrals.id, referralId), own))
          .for('update')
      : [];
    if (!row) throw new ServiceProblem('not-found');
    const kind = answer === 'agree' ? 'agreed' : 'not-wanted';
    if (row.state === kind) return ownReferral(tx, row);
    if (!mayFollow(row, kind)) throw new ServiceProblem('state-changed');
    return ownReferral(tx, await moveReferral(tx, row, { kind, how: 'app', actor: { kind: 'account', id: who.accountId } }));
  });
}
