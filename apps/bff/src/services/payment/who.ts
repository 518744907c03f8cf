import type { CivilDate, DivisionCode } from '@assist/policy';
import { APPLICATION, inDistrict } from '@assist/policy-chongqing';
import { and, eq, type SQL } from 'drizzle-orm';
import { dayInShanghai } from '../../clock.ts';
import { offices, paymentLists } from '../../db/schema.ts';
import type { Context } from '../context.ts';
import { ServiceProblem } from '../problem.ts';
import { isHandler, type Staff } from '../staff/who.ts';

export type ListRow = typeof paymentLists.$inferSelect;

/** A township's own lists, or those of the district's townships. */
export const listsSeenBy = (staff: Staff): SQL =>
  staff.role === 'confirmer' ? eq(paymentLists.district, staff.district ?? '') : eq(paymentLists.officeId, staff.officeId);

/**
 * Who lets a list go: whoever decides about money in this district, as the policy package has it for this day. That is the district's
 * bureau; where the city or a district gives the decision to the township, another handler of the township may too. Never who froze it,
 * which the table itself refuses.
 */
export function mayRelease(ctx: Context, staff: Staff, district: string): boolean {
  if (staff.role === 'confirmer') return staff.district === district;
  if (!isHandler(staff)) return false;
  const today: CivilDate = dayInShanghai(ctx.clock());
  const { steps } = inDistrict(APPLICATION, district as DivisionCode, today);
  return steps.some((step) => step.event === 'confirmed' && step.by.includes('township'));
}

/** A list with its township's name, for what the worker does about it. */
export async function listAndOffice(tx: Context, listId: string): Promise<{ readonly row: ListRow; readonly office: string } | undefined> {
  const [found] = await tx.db
    .select({ row: paymentLists, office: offices.name })
    .from(paymentLists)
    .innerJoin(offices, eq(offices.id, paymentLists.officeId))
    .where(eq(paymentLists.id, listId));
  return found;
}

/** A list, held until the transaction ends. @throws ServiceProblem `not-found`, also for what somebody else sees */
export async function lockList(tx: Context, staff: Staff, listId: string): Promise<ListRow> {
  const [row] = await tx.db
    .select()
    .from(paymentLists)
    .where(and(eq(paymentLists.id, listId), listsSeenBy(staff)))
    .for('update');
  if (!row) throw new ServiceProblem('not-found');
  return row;
}

/** @throws ServiceProblem `not-found` */
export async function listOf(ctx: Context, staff: Staff, listId: string): Promise<ListRow> {
  const [row] = await ctx.db
    .select()
    .from(paymentLists)
    .where(and(eq(paymentLists.id, listId), listsSeenBy(staff)));
  if (!row) throw new ServiceProblem('not-found');
  return row;
}
