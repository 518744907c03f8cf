import type { StaffTie } from '@assist/contracts';
import { and, desc, eq, isNull, type SQL } from 'drizzle-orm';
import { instantText } from '../../clock.ts';
import { roundTies, staffAccounts } from '../../db/schema.ts';
import { record } from '../audit/record.ts';
import { type Context, now } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { ServiceProblem } from '../problem.ts';
import type { Staff } from '../staff/who.ts';

const MOST = 200;

/** 绑着的手机, newest first: an assistant's own, a clerk's whole township. */
export async function listTies(ctx: Context, staff: Staff): Promise<StaffTie[]> {
  const rows = await withNames(ctx).where(seenBy(staff)).orderBy(desc(roundTies.tiedAt), desc(roundTies.id)).limit(MOST);
  return rows.map(viewOf);
}

/** Ends a tie at once; what was sent stays. Again is the same. @throws ServiceProblem `not-found`, also for another's */
export const endTie = (ctx: Context, staff: Staff, tieId: string): Promise<StaffTie> =>
  inTransaction(ctx, async (tx) => {
    const own = and(eq(roundTies.id, tieId), seenBy(staff));
    const ended = await tx.db
      .update(roundTies)
      .set({ endedAt: now(tx), endedBy: staff.staffId })
      .where(and(own, isNull(roundTies.endedAt)))
      .returning({ id: roundTies.id });
    const actor = { kind: 'staff', id: staff.staffId } as const;
    if (ended.length > 0) await record(tx, { actor, action: 'round-tie-ended', object: ['round-tie', tieId], officeId: staff.officeId });
    const [row] = await withNames(tx).where(own);
    if (!row) throw new ServiceProblem('not-found');
    return viewOf(row);
  });

const seenBy = (staff: Staff): SQL | undefined =>
  and(eq(roundTies.officeId, staff.officeId), staff.role === 'assistant' ? eq(roundTies.staffId, staff.staffId) : undefined);

const withNames = (ctx: Context) =>
  ctx.db
    .select({ tie: roundTies, name: staffAccounts.name, villages: staffAccounts.villages })
    .from(roundTies)
    .innerJoin(staffAccounts, eq(staffAccounts.id, roundTies.staffId));

const viewOf = ({ tie, name, villages }: Awaited<ReturnType<typeof withNames>>[number]): StaffTie => ({
  tieId: tie.id,
  staffId: tie.staffId,
  staffName: name,
  villages: [...villages],
  tiedAt: instantText(tie.tiedAt),
  until: instantText(tie.until),
  ...(tie.endedAt && { endedAt: instantText(tie.endedAt) }),
});
