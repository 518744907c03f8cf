import { sql } from 'drizzle-orm';
import { workItemCounts } from '../../db/schema.ts';
import type { Context } from '../context.ts';

/** A township with fewer rows that are not added up is left alone: its page reads them as quickly. */
const WORTH_IT = 100;

/**
 * Adds up how many items there are of each sort, township by township, so that a page reads few rows. One statement each: whoever counts
 * meanwhile sees all of it as before or as after. Several workers at once add up each row once. @returns how many townships
 */
export async function foldCounts(ctx: Context): Promise<number> {
  const offices = await ctx.db.execute<{ id: string }>(sql`
    select office_id as id from ${workItemCounts} where loose group by office_id having count(*) >= ${WORTH_IT}::int`);
  for (const { id } of offices)
    await ctx.db.execute(sql`
      with gone as (
        delete from ${workItemCounts} where office_id = ${id} returning kind, open, state, step_due, not_agreed, review, n)
      insert into ${workItemCounts} (office_id, kind, open, state, step_due, not_agreed, review, n, loose)
      select ${id}, kind, open, state, step_due, not_agreed, review, sum(n), false from gone
      group by kind, open, state, step_due, not_agreed, review having sum(n) <> 0`);
  return offices.length;
}
