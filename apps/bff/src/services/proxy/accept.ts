import type { HelpedPerson } from '@assist/contracts';
import { and, eq, gt, isNull } from 'drizzle-orm';
import { accounts, helperGrants } from '../../db/schema.ts';
import { record } from '../audit/record.ts';
import { requireNotice } from '../consent/require-notice.ts';
import { type Context, now } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { tellAccount } from '../message/tell.ts';
import { ServiceProblem } from '../problem.ts';
import type { Resident } from '../session/authenticate.ts';
import { helpedViews } from './helping.ts';
import { inviteHash } from './invite.ts';
import { helperNameOf } from './row.ts';

/**
 * Takes up an invitation, once. Unknown, past, used and one's own are one answer; opened again by who took it up it is the same.
 * @throws ServiceProblem `relay-link-over`, `signature-missing` (the notice)
 */
export async function acceptHelping(ctx: Context, who: Resident, token: string): Promise<HelpedPerson> {
  await requireNotice(ctx, who.accountId);
  return inTransaction(ctx, async (tx) => {
    const hash = inviteHash(tx, token);
    const [found] = await tx.db.select().from(helperGrants).where(eq(helperGrants.inviteHash, hash)).for('update');
    if (!found || found.personAccountId === who.accountId || found.endedAt) throw new ServiceProblem('relay-link-over');
    if (found.helperAccountId !== null && found.helperAccountId !== who.accountId) throw new ServiceProblem('relay-link-over');
    if (found.helperAccountId === null) {
      const [taken] = await tx.db
        .update(helperGrants)
        .set({ helperAccountId: who.accountId, acceptedAt: now(tx) })
        .where(and(eq(helperGrants.id, found.id), isNull(helperGrants.acceptedAt), gt(helperGrants.inviteExpires, now(tx))))
        .returning();
      if (!taken) throw new ServiceProblem('relay-link-over');
      await record(tx, { actor: { kind: 'account', id: who.accountId }, action: 'helper-accepted', object: ['helper', found.id] });
      await tellAccount(tx, {
        accountId: found.personAccountId,
        kind: 'helper-changed',
        params: { helper: helperNameOf(tx, found), what: 'accepted' },
        source: `helper:${found.id}:accepted`,
      });
    }
    const rows = await tx.db
      .select({ grant: helperGrants, account: accounts })
      .from(helperGrants)
      .innerJoin(accounts, eq(accounts.id, helperGrants.personAccountId))
      .where(eq(helperGrants.id, found.id));
    const [view] = await helpedViews(tx, rows);
    return view as HelpedPerson;
  });
}
