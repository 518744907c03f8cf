import type { PaymentDifference, PaymentDifferenceView } from '@assist/contracts';
import type { CivilDate, Fen } from '@assist/policy';
import { procedure, RECIPIENTS, type Recipient } from '@assist/policy-chongqing';
import { type SQL, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import type { ListRow } from './who.ts';

/**
 * A list against the last one before it, each difference with what made it: the last that the table of benefits wrote down of itself,
 * a procedure's event of this very case or an import. What is only paid later (bounced, without an account) is no difference.
 */
const differencesOf = (list: Pick<ListRow, 'id' | 'month' | 'previousId' | 'officeId'>): SQL => sql`
  -- Put down first: what a full join makes of an id (coalesce) is not trusted by row security as a condition of an index, and each line
  -- would be looked for in all changes there are.
  with d as materialized (
    select case_id, kind, member_id, coalesce(c.register_number, p.register_number) as register_number, c.since,
      coalesce(p.amount, 0) as before, coalesce(c.amount, 0) as after
    from (select * from payment_lines where list_id = ${list.id}::uuid and for_month = ${list.month}::text) c
      full join (
        select l.* from payment_lines l join payment_lists q on q.id = l.list_id and l.for_month = q.month where q.id = ${list.previousId}::uuid
      ) p using (case_id, kind, member_id)
    where c.amount is distinct from p.amount
  )
  select d.*, r.id as run_id, r.procedure, i.id as import_id, i.file_name, v.id as move_id,
    coalesce(case when v.id is not null then (v.moved_at at time zone 'Asia/Shanghai')::date::text end, e.happened_on::text, (i.checked_at at time zone 'Asia/Shanghai')::date::text) as cause_on,
    case when d.before = 0 then 'new' when d.after = 0 then 'stopped' when d.after > d.before then 'raised' else 'less' end as what
  from d
    left join lateral (
      select b.why from benefit_changes b
      where b.case_id = d.case_id and b.kind = d.kind and b.member_id = d.member_id
        and case when d.after > 0 then b.since = d.since and b.what in ('begun', 'amount')
          else b.what <> 'begun' or b.amount = 0 or b.until is not null end
      order by b.id desc limit 1
    ) k on true
    -- It came from another township, or went to one.
    left join lateral (
      select m.id, m.moved_at from case_moves m
      where m.case_id = d.case_id and (d.before = 0 and m.to_office_id = ${list.officeId} or d.after = 0 and m.from_office_id = ${list.officeId})
      order by m.moved_at desc limit 1
    ) v on true
    left join procedure_events e on v.id is null and e.id = (case when k.why like 'event:%' then substr(k.why, 7) end)::uuid
    left join procedure_runs r on r.id = e.run_id and r.case_id = d.case_id
    left join register_imports i on v.id is null and i.id = (case when k.why like 'import:%' then substr(k.why, 8) end)::uuid`;

export interface DifferenceCounts {
  readonly counts: Record<PaymentDifference, number>;
  readonly unexplained: number;
}

export async function countDifferences(ctx: Context, list: ListRow): Promise<DifferenceCounts> {
  const rows = await ctx.db.execute<{ what: PaymentDifference; many: number; unexplained: number }>(sql`
    select what, count(*)::int as many, count(*) filter (where run_id is null and import_id is null and move_id is null)::int as unexplained
    from (${differencesOf(list)}) x group by what`);
  const counts = { new: 0, raised: 0, less: 0, stopped: 0 };
  let unexplained = 0;
  for (const row of rows) {
    counts[row.what] = row.many;
    unexplained += row.unexplained;
  }
  return { counts, unexplained };
}

interface DifferenceRow extends Record<string, unknown> {
  readonly case_id: string;
  readonly kind: Recipient;
  readonly register_number: string;
  readonly before: string;
  readonly after: string;
  readonly what: PaymentDifference;
  readonly run_id: string | null;
  readonly procedure: string | null;
  readonly import_id: string | null;
  readonly move_id: string | null;
  readonly file_name: string | null;
  readonly cause_on: string | null;
}

/** Those without a cause first, then what became less, then the rest. */
export async function differencePage(ctx: Context, list: ListRow, from: number, many: number): Promise<PaymentDifferenceView[]> {
  const rows = await ctx.db.execute<DifferenceRow>(sql`
    select * from (${differencesOf(list)}) x
    order by (run_id is null and import_id is null and move_id is null) desc, array_position(array['stopped', 'less', 'raised', 'new'], what), register_number, kind,
      member_id
    limit ${many} offset ${from}`);
  return [...rows].map((row) => ({
    caseId: row.case_id,
    registerNumber: row.register_number,
    title: RECIPIENTS[row.kind] ?? row.kind,
    what: row.what,
    before: Number(row.before) as Fen,
    after: Number(row.after) as Fen,
    ...(row.run_id && {
      cause: { kind: 'run' as const, id: row.run_id, title: procedure(row.procedure ?? '')?.title ?? '', on: row.cause_on as CivilDate },
    }),
    ...(row.move_id && {
      cause: { kind: 'move' as const, id: row.move_id, title: '搬家，换了镇街', on: row.cause_on as CivilDate },
    }),
    ...(row.import_id && {
      cause: { kind: 'import' as const, id: row.import_id, title: row.file_name ?? '', on: row.cause_on as CivilDate },
    }),
  }));
}
