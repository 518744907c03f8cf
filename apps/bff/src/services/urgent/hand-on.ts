import { and, asc, eq, isNull, lte, notInArray } from 'drizzle-orm';
import { urgentCalls, urgentShares } from '../../db/schema.ts';
import { record } from '../audit/record.ts';
import { type Context, now } from '../context.ts';
import { eachApart } from '../each-apart.ts';
import { inTransaction } from '../in-transaction.ts';
import { tellSupervisors } from '../supervisor/tell.ts';

const AT_ONCE = 100;

/**
 * Hands on to the district's duty what nobody spoke to within the hour: a share of that one call, until it ends. The township keeps it.
 * Several workers never do the same call twice. @returns calls that could not be handed on, and why; they hold up no other
 */
export const handOnUrgent = (ctx: Context): Promise<string[]> =>
  eachApart(
    async (except) => {
      const late = await ctx.db
        .select({ id: urgentCalls.id })
        .from(urgentCalls)
        .where(and(isLate(ctx), notInArray(urgentCalls.id, [...except])))
        .orderBy(asc(urgentCalls.callBackBy))
        .limit(AT_ONCE);
      return late.map((one) => one.id);
    },
    (id) => inTransaction(ctx, (tx) => handOn(tx, id)),
  );

const isLate = (ctx: Context) =>
  and(isNull(urgentCalls.endedAt), isNull(urgentCalls.reachedAt), isNull(urgentCalls.handedOnAt), lte(urgentCalls.callBackBy, now(ctx)));

async function handOn(tx: Context, id: string): Promise<void> {
  // Whoever was first has handed it on: then it is not late any more.
  const [late] = await tx.db
    .update(urgentCalls)
    .set({ handedOnAt: now(tx) })
    .where(and(eq(urgentCalls.id, id), isLate(tx)))
    .returning({ officeId: urgentCalls.officeId, district: urgentCalls.district });
  if (!late) return;
  const { officeId, district } = late;
  await tx.db.insert(urgentShares).values({ callId: id, officeId, district, reason: 'not-called-back', givenAt: now(tx) });
  await record(tx, { actor: { kind: 'system' }, action: 'urgent-handed-on', object: ['urgent-call', id], officeId });
  await tellSupervisors(tx, { officeId, kind: 'urgent-late', subjectId: id, source: `urgent:${id}` });
}
