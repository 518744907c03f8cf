import type { VisitsToday } from '@assist/contracts';
import type { CivilDate } from '@assist/policy';
import { and, desc, eq } from 'drizzle-orm';
import { dayInShanghai } from '../../clock.ts';
import { visits } from '../../db/authentication.ts';
import { workItems } from '../../db/schema.ts';
import type { Context } from '../context.ts';
import type { Staff } from '../staff/who.ts';
import { arrangedOf, personOfVisit } from './sealed.ts';

/** No township goes to more doors in a day. Ours. */
const MOST = 60;

/** 今天上门: what was arranged for today in this township, mornings first. Found by its item, so that who may not see the item sees no visit. */
export async function visitsToday(ctx: Context, staff: Staff): Promise<VisitsToday> {
  const day: CivilDate = dayInShanghai(ctx.clock());
  const rows = await ctx.db
    .select({ visit: visits, workItemId: workItems.id })
    .from(workItems)
    .innerJoin(visits, eq(visits.id, workItems.subjectId))
    .where(
      and(
        eq(workItems.officeId, staff.officeId),
        eq(workItems.open, true),
        eq(workItems.kind, 'visit'),
        eq(workItems.state, 'arranged'),
        eq(visits.day, day),
      ),
    )
    .orderBy(desc(visits.half), visits.id)
    .limit(MOST);
  return {
    day,
    visits: rows.map(({ visit, workItemId }) => ({
      workItemId,
      whoName: personOfVisit(ctx, visit).name,
      half: visit.half === 'afternoon' ? 'afternoon' : 'morning',
      where: visit.place,
      visitors: [...(arrangedOf(ctx, visit)?.visitors ?? [])],
    })),
  };
}
