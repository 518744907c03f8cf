import { sql } from 'drizzle-orm';
import { type Context, now } from '../context.ts';
import { type SentKind, sentIn } from './sent.ts';

/** How many of each kind came to each state. What needs nobody of the township is queued by none. */
export interface LedgerLine extends Record<string, unknown> {
  readonly what: SentKind | 'file' | 'sound';
  readonly saved: number;
  readonly received: number;
  readonly checked: number;
  readonly queued: number;
  readonly opened: number;
}

const DAY_MS = 24 * 3_600_000;
/** Looked at by somebody of the staff; taking it in hand is not looking. */
const LOOKED = sql`~ '-(read|opened|looked|heard|tried)$'`;
const openedAt = (ids: readonly string[]) => sql`(select min(l.at) from audit_log l
  where l.object_id in (${sql.raw(ids.map((id) => `${id}::text`).join(', '))}) and l.actor_kind = 'staff' and l.action ${LOOKED})`;

/** The row counts of the last days, by what was sent. */
export async function ledgerFigures(ctx: Context, days: number): Promise<LedgerLine[]> {
  const until = new Date(now(ctx).getTime() + DAY_MS);
  const from = new Date(now(ctx).getTime() - days * DAY_MS);
  return [
    ...(await ctx.db.execute<LedgerLine>(sql`
    with sent as (${sentIn({ from, until })})
    select what, count(*)::int as saved, count(received_at)::int as received, count(checked_at)::int as checked,
      count(item_id)::int as queued, count(${openedAt(['sent.id', 'sent.item_id'])})::int as opened
    from sent group by what
    union all
    select 'file', count(*)::int, count(*)::int, count(f.whole_at)::int, count(coalesce(f.application_id, f.subject_id))::int,
      count(${openedAt(['f.id'])})::int
    from files f where f.received_at >= ${from.toISOString()}::timestamptz
    union all
    select 'sound', count(*)::int, count(*)::int, count(s.whole_at)::int, count(*)::int, 0 from urgent_sounds s
      where s.received_at >= ${from.toISOString()}::timestamptz
    order by what`)),
  ];
}

export interface Delivery extends Record<string, unknown> {
  readonly what: string;
  readonly saved_at: string;
  readonly received_at: string | null;
  readonly checked_at: string | null;
  readonly queued_at: string | null;
  readonly opened_at: string | null;
}

/** When one of them came to each state. @returns undefined where nothing was sent under that id */
export async function deliveryOf(ctx: Context, id: string): Promise<Delivery | undefined> {
  const [row] = await ctx.db.execute<Delivery>(sql`
    with sent as (${sentIn({ from: new Date(0), until: new Date(now(ctx).getTime() + DAY_MS) })})
    select what, saved_at, received_at, checked_at, queued_at, ${openedAt(['sent.id', 'sent.item_id'])} as opened_at from sent where id = ${id}::uuid
    union all
    select 'file', f.received_at, f.received_at, f.whole_at,
      (select w.received_at from work_items w where w.application_id = f.application_id and w.kind = 'application' or w.subject_id = f.subject_id limit 1),
      ${openedAt(['f.id'])}
    from files f where f.id = ${id}::uuid`);
  return row;
}
