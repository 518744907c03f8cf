import type { WorkKind } from '@assist/contracts';
import type { CivilDate } from '@assist/policy';
import { sql } from 'drizzle-orm';
import type { Client } from '../../db/connect.ts';
import { workItems } from '../../db/schema.ts';
import type { Context } from '../context.ts';
import { asWorker } from '../staff/scope.ts';
import type { Staff } from '../staff/who.ts';
import { itemsOf } from './items-of.ts';

/** Of one kind, what this clerk may see of it. */
export interface KindCounts extends Record<string, unknown> {
  readonly kind: WorkKind;
  readonly open: number;
  readonly closed: number;
  readonly held: number;
  readonly mine: number;
  readonly 'correction-answered': number;
  readonly 'correction-asked': number;
  readonly 'not-agreed': number;
  readonly 'reviews-due': number;
  /** This step ended before today, or ends today. */
  readonly past: number;
  readonly today: number;
  readonly nearest: CivilDate | null;
}

/** How an item counts: the same as in the triggers of migrations/0171-queue-counts.sql. */
const SORT = `kind, open, case when open then state else '' end as state, case when open then step_due else 'infinity' end as step_due,
  open and (about || marks) && '{not-agreed,door-not-agreed}' as not_agreed,
  open and kind = 'case-run' and coalesce(about[1] = 'review', false) as review`;
const FIELDS = 'kind, open, state, step_due, not_agreed, review';

/**
 * How many items this clerk's township has of each kind. What is about her relatives or kept from her is not among them, as row security has
 * it for the items themselves. Takes as long for ten million items as for ten thousand: they are counted when they come and change.
 * @param on as this clerk may use it
 * @param hidden of `countsOfRelatives`
 */
export function countsByKind(
  on: Client,
  staff: Pick<Staff, 'staffId' | 'officeId'>,
  hidden: readonly HiddenCount[],
  { at, today }: { readonly at: string; readonly today: CivilDate },
) {
  return on<KindCounts[]>`
    with sorts as (
      select ${on.unsafe(FIELDS)}, n from work_item_counts where office_id = ${staff.officeId}
      union all select ${on.unsafe(SORT)}, 1 from work_items where office_id = ${staff.officeId} and kept_from is not null
      union all select ${on.unsafe(FIELDS)}, n from jsonb_to_recordset(${JSON.stringify(hidden)}::text::jsonb)
        as hidden (kind text, open boolean, state text, step_due date, not_agreed boolean, review boolean, n int)),
    there as (select ${on.unsafe(FIELDS)}, sum(n) as n from sorts group by ${on.unsafe(FIELDS)} having sum(n) > 0),
    in_hand as (
      select kind, count(*)::int as held, count(*) filter (where claimed_by = ${staff.staffId})::int as mine from work_items
      where office_id = ${staff.officeId} and open and claimed_until > ${at}::text::timestamptz group by kind)
    select there.kind, coalesce(sum(n) filter (where open), 0)::int as open, coalesce(sum(n) filter (where not open), 0)::int as closed,
      coalesce(min(held), 0) as held, coalesce(min(mine), 0) as mine,
      coalesce(sum(n) filter (where open and state = 'correction-answered'), 0)::int as "correction-answered",
      coalesce(sum(n) filter (where open and state = 'correction-asked'), 0)::int as "correction-asked",
      coalesce(sum(n) filter (where open and not_agreed), 0)::int as "not-agreed",
      coalesce(sum(n) filter (where open and review), 0)::int as "reviews-due",
      coalesce(sum(n) filter (where open and step_due < ${today}::text::date), 0)::int as past,
      coalesce(sum(n) filter (where open and step_due = ${today}::text::date), 0)::int as today,
      (min(step_due) filter (where open))::text as nearest
    from there left join in_hand using (kind) group by there.kind`;
}

/** So many fewer of a sort. */
export type HiddenCount = Readonly<Record<string, unknown>>;

/**
 * What row security keeps from her because it is about her relatives, to be taken away from what there is.
 * @param tx a transaction of hers; nothing else may be under way in it, since this goes beyond what she sees
 */
export const countsOfRelatives = async (tx: Context, staff: Staff): Promise<HiddenCount[]> =>
  staff.related ? asWorker(tx, () => countHidden(tx, staff.officeId)) : [];

async function countHidden(tx: Context, officeId: string): Promise<HiddenCount[]> {
  const rows = await tx.db.execute(sql`
    with hidden as materialized (
      select id from unnest(string_to_array(nullif(current_setting('assist.hidden', true), ''), ',')::uuid[]) as id),
    found as (${itemsOf(sql`hidden`)})
    select ${sql.raw(FIELDS)}, -count(*)::int as n from (
      select ${sql.raw(SORT)} from ${workItems} where id = any (array(select id from found)) and office_id = ${officeId} and kept_from is null) as theirs
    group by ${sql.raw(FIELDS)}`);
  return [...rows];
}
