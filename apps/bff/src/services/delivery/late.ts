import { sql } from 'drizzle-orm';
import { type Context, now } from '../context.ts';

const HOUR_MS = 3_600_000;
/** Nights and silence have their own hours: what is behind them by more than a day is nobody's plan. */
const LONG_MS = 26 * HOUR_MS;

/**
 * Work that is written down and not done when it should be: in the outbox, on its way to a phone or up a ladder, to another system.
 * A row of the outbox that was given up is tried once more each night for a week, for whatever stood in its way may be gone.
 * @returns one line each, ids only
 */
export async function findLate(ctx: Context): Promise<string[]> {
  const at = now(ctx).getTime();
  const [hour, long, week] = [HOUR_MS, LONG_MS, 7 * 24 * HOUR_MS].map((ms) => new Date(at - ms).toISOString());
  const given = await ctx.db.execute<{ id: string; kind: string }>(sql`
    update outbox set done_at = null, tries = 0, run_at = ${new Date(at).toISOString()}::timestamptz, outcome = 'again: ' || outcome
    where done_at > ${week}::timestamptz and outcome = any (array['given up: failed too often', 'again: given up: failed too often'])
    returning id, kind`);
  const late = await ctx.db.execute<{ line: string }>(sql`
    select 'outbox-late ' || kind || ' ' || id as line from outbox where done_at is null and run_at < ${hour}::timestamptz
    union all select 'send-late ' || channel || ' ' || id from sends
      where state = 'waiting' and run_at < ${long}::timestamptz or state = 'sending' and sending_since < ${long}::timestamptz
    union all select 'reminder-late ' || kind || ' ' || id from reminders where ended_at is null and next_at < ${long}::timestamptz
    union all select 'webhook-late ' || client_id || ' ' || feed_id from platform_deliveries where state = 'waiting' and run_at < ${hour}::timestamptz
      or state = 'sending' and sending_since < ${hour}::timestamptz
    union all select 'webhook-given-up ' || client_id || ' ' || feed_id from platform_deliveries where state = 'given-up' and settled_at > ${week}::timestamptz
    union all select 'feed-unsealed ' || id from platform_feed where seq is null and at < ${hour}::timestamptz
    limit 500`);
  return [...given.map(({ id, kind }) => `outbox-again ${kind} ${id}`), ...late.map(({ line }) => line)];
}

/** Items that nobody can see: of a kind that stands in no lane, or of a township where nobody works. */
export async function findUnseen(ctx: Context, kinds: readonly string[]): Promise<string[]> {
  const rows = await ctx.db.execute<{ line: string }>(sql`
    select 'nobody-there ' || w.office_id || ' ' || count(*) as line from work_items w
    where w.open and not exists (
      select from staff_accounts s where s.office_id = w.office_id and s.disabled_at is null and s.role in ('handler', 'supervisor'))
    group by w.office_id
    union all select 'lane-unknown ' || id from work_items where open and kind <> all (${sql.param(`{${kinds.join(',')}}`)}::text[])
    limit 100`);
  return rows.map(({ line }) => line);
}
