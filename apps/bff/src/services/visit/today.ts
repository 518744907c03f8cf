import type { VisitsToday } from '@assist/contracts';
import type { CivilDate } from '@assist/policy';
import { and, desc, eq, sql } from 'drizzle-orm';
import { dayInShanghai } from '../../clock.ts';
import { visits } from '../../db/authentication.ts';
import { workItems } from '../../db/schema.ts';
import type { Context } from '../context.ts';
import type { Staff } from '../staff/who.ts';
import { arrangedOf, personOfVisit } from './sealed.ts';

/** As many as a clerk looks through at once; how many there are beside them is said. */
const MOST = 60;

/** 今天上门: what was arranged for today in this township, mornings first. Found by its item, so that who may not see the item sees no visit. */
export async function visitsToday(ctx: Context, staff: Staff, most = MOST): Promise<VisitsToday> {
  const day: CivilDate = dayInShanghai(ctx.clock());
  const rows = await ctx.db
    .select({ visit: visits, workItemId: workItems.id, total: sql<number>`count(*) over ()::int` })
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
    .limit(most);
  return {
    day,
    total: rows[0]?.total ?? 0,
    visits: rows.map(({ visit, workItemId }) => ({
      workItemId,
      whoName: personOfVisit(ctx, visit).name,
      half: visit.half === 'afternoon' ? 'afternoon' : 'morning',
      where: visit.place,
      visitors: [...(arrangedOf(ctx, visit)?.visitors ?? [])],
    })),
  };
}
