import type { HelperGrant } from '@assist/contracts';
import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import { applications, helperActs, helperGrants, relayAsks, relaySignatures } from '../../db/schema.ts';
import { nameOf } from '../account/account.ts';
import { record } from '../audit/record.ts';
import { type Context, now } from '../context.ts';
import { accountsOfPerson } from '../identity/accounts-of-person.ts';
import { inTransaction } from '../in-transaction.ts';
import { ServiceProblem } from '../problem.ts';
import type { Resident } from '../session/authenticate.ts';
import { raiseSignal } from '../signal/raise.ts';
import { listHelpers } from './view.ts';

/**
 * 我没同意, with one tap: the helper can do nothing more from this moment, what the helper ticked counts for nothing, and the township that
 * has the application is asked to look. Again is the same. Money and what is in force stay as they are.
 * @throws ServiceProblem `not-found`
 */
export const notAgreed = (ctx: Context, who: Resident, grantId: string, actId: string | undefined): Promise<HelperGrant> =>
  inTransaction(ctx, async (tx) => {
    const own = await accountsOfPerson(tx, who);
    const [found] = await tx.db
      .select()
      .from(helperGrants)
      .where(and(eq(helperGrants.id, grantId), inArray(helperGrants.personAccountId, own)))
      .for('update');
    if (!found) throw new ServiceProblem('not-found');
    const at = now(tx);
    if (found.endedWhy !== 'not-agreed')
      await tx.db.update(helperGrants).set({ endedAt: at, endedWhy: 'not-agreed' }).where(eq(helperGrants.id, grantId));
    const of = and(eq(helperActs.grantId, grantId), ...(actId ? [eq(helperActs.id, Number(actId))] : []));
    const [act] = await tx.db.select().from(helperActs).where(of).orderBy(desc(helperActs.id)).limit(1);
    if (act && !act.notAgreedAt) await tx.db.update(helperActs).set({ notAgreedAt: at }).where(eq(helperActs.id, act.id));
    await withdrawTicks(tx, found.personAccountId, found.helperAccountId, at);
    await record(tx, { actor: { kind: 'account', id: who.accountId }, action: 'helper-not-agreed', object: ['helper', grantId] });
    await markSentApplications(tx, grantId);
    const [latest] = await tx.db
      .select({ officeId: applications.officeId })
      .from(applications)
      .where(inArray(applications.accountId, own))
      // First the township that has what the helper sent; another one only where the helper sent nothing.
      .orderBy(
        sql`exists (select from helper_acts a where a.grant_id = ${grantId}::uuid and a.about_kind = 'application' and a.about_id = ${applications.id}) desc`,
        desc(applications.receivedAt),
      )
      .limit(1);
    if (latest)
      await raiseSignal(tx, {
        kind: 'not-agreed',
        officeId: latest.officeId,
        subject: `helper:${grantId}`,
        name: nameOf(tx, who.account) ?? '',
        accountId: who.accountId,
      });
    return (await listHelpers(tx, who)).find((one) => one.grantId === grantId) as HelperGrant;
  });

/** What the helper sent in the person's name carries the mark in the township's queue, as long as it is there. */
const markSentApplications = async (tx: Context, grantId: string): Promise<void> => {
  await tx.db.execute(sql`update work_items set marks = array_append(marks, 'not-agreed')
    where open and kind = 'application' and not ('not-agreed' = any (marks))
      and application_id in (select about_id from helper_acts where grant_id = ${grantId}::uuid and about_kind = 'application')`);
};

/** What this helper ticked in the person's name and nobody confirmed. */
async function withdrawTicks(tx: Context, personAccountId: string, helperAccountId: string | null, at: Date): Promise<void> {
  if (!helperAccountId) return;
  const asks = await tx.db.select({ id: relayAsks.id }).from(relayAsks).where(eq(relayAsks.accountId, personAccountId));
  if (asks.length === 0) return;
  const gone = await tx.db
    .update(relaySignatures)
    .set({ state: 'not-agreed', endedAt: at })
    .where(
      and(
        inArray(
          relaySignatures.askId,
          asks.map((one) => one.id),
        ),
        eq(relaySignatures.accountId, helperAccountId),
        eq(relaySignatures.state, 'to-confirm'),
      ),
    )
    .returning({ askId: relaySignatures.askId });
  if (gone.length > 0)
    await tx.db
      .update(relayAsks)
      .set({ state: 'refused', stateAt: at })
      .where(
        inArray(
          relayAsks.id,
          gone.map((one) => one.askId),
        ),
      );
}
