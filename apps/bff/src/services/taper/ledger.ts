import type { TaperLedger } from '@assist/contracts';
import { addDays, type DivisionCode } from '@assist/policy';
import { standardInForce } from '@assist/policy-chongqing';
import { sql } from 'drizzle-orm';
import { dayInShanghai } from '../../clock.ts';
import { districtOf } from '../application/receipt.ts';
import { citations } from '../clause/citations.ts';
import type { Context } from '../context.ts';
import type { Staff } from '../staff/who.ts';

/** As early as a taper's end stands in the queue. */
const SOON_DAYS = 30;
const MONTHS = 6;
const CLAUSES = ['JLP53-6-5c', 'YM239-1-3a', 'YM239-1-3b', 'JLP53-6-5a', 'JLP53-6-5b', 'JLP53-6-5d'];

interface Counted extends Record<string, unknown> {
  households: string;
  members: string;
  soon: string;
  not_visited: string;
}

/** 渐退期台账 of this township in figures. Of each household's income it says nothing: the register holds none. */
export async function taperLedger(ctx: Context, staff: Staff): Promise<TaperLedger> {
  const today = dayInShanghai(ctx.clock());
  const soon = addDays(today, SOON_DAYS);
  const tapered = sql`case_files c where c.office_id = ${staff.officeId} and c.ended_on is null and c.taper_until is not null`;
  const [[counted], months, followed] = await Promise.all([
    ctx.db.execute<Counted>(sql`select count(*) as households, coalesce(sum(c.members), 0) as members,
      count(*) filter (where c.taper_until <= ${soon}::date) as soon,
      count(*) filter (where c.taper_until <= ${soon}::date and not exists (
        select from procedure_runs r join procedure_events e on e.run_id = r.id
        where r.case_id = c.id and e.kind = 'visited' and e.happened_on >= c.taper_from)) as not_visited
      from ${tapered}`),
    ctx.db.execute<{ month: string; n: string }>(sql`select to_char(m.first, 'YYYY-MM') as month, count(t.id) as n
      from generate_series(date_trunc('month', ${today}::date::timestamp), date_trunc('month', ${today}::date::timestamp) + make_interval(months => ${MONTHS - 1}::int), interval '1 month') as m (first)
      left join (select c.id, date_trunc('month', c.taper_until::timestamp) as ends from ${tapered}) t on t.ends = m.first
      group by m.first order by m.first`),
    // What a taper's end led to is the procedure that began from it; none began where it stays as it was.
    ctx.db.execute<{ what: 'raise' | 'cut' | 'stop' | 'unchanged'; n: string }>(sql`
      select coalesce((select f.procedure from procedure_runs f where f.parent_id = r.id and f.procedure in ('raise', 'cut', 'stop')
        order by f.created_at limit 1), 'unchanged') as what, count(*) as n
      from procedure_runs r where r.office_id = ${staff.officeId} and r.procedure = 'taper' and r.ended_on >= date_trunc('year', ${today}::date)::date
      group by 1`),
  ]);
  const ended = { raise: 0, unchanged: 0, cut: 0, stop: 0 };
  for (const { what, n } of followed) ended[what] = Number(n);
  const district = districtOf(staff.officeId) as DivisionCode;
  const standard = standardInForce(district, today);
  return {
    households: Number(counted?.households ?? 0),
    members: Number(counted?.members ?? 0),
    soon: Number(counted?.soon ?? 0),
    soonNotVisited: Number(counted?.not_visited ?? 0),
    months: months.map(({ month, n }) => ({ month, households: Number(n) })),
    ended,
    ...(standard && {
      line: { urban: standard.urban, rural: standard.rural, from: standard.from, clauses: citations(standard.sources) },
    }),
    clauses: citations(CLAUSES),
  };
}
