import { LANE_OF, type WorkKind } from '@assist/contracts';
import { sql } from 'drizzle-orm';
import { dayInShanghai } from '../../clock.ts';
import { type Context, now } from '../context.ts';

/** How much waits, how long the oldest has, by something that names no person. Seconds. */
interface Waiting {
  readonly count: number;
  readonly oldestSeconds: number;
}

/** What the whole installation looks like from its database; the same from whichever worker it is asked. */
export interface Measured {
  readonly outbox: Waiting & { readonly stuck: number };
  readonly lanes: ReadonlyMap<string, Waiting & { readonly overdue: number }>;
  /** Procedures that are past their day, by kind of procedure. */
  readonly clocksOverdue: ReadonlyMap<string, number>;
  readonly noticesWaiting: ReadonlyMap<string, Waiting>;
  /** Settled within the last hour: channel, then how it went. */
  readonly notices: readonly { readonly channel: string; readonly result: string; readonly count: number }[];
  /** How long the oldest row of the trail that no batch holds has been there. */
  readonly unsealedSeconds: number;
  /** Connections by who opened them, and how many there may be. */
  readonly connections: ReadonlyMap<string, number>;
  readonly mostConnections: number;
}

/** Tried so often, work needs somebody to look. */
const STUCK_AFTER = 4;
const HOUR_MS = 3_600_000;

/** Counts by indexes of what is open; what is closed costs nothing, however much there is. Reads nothing about a person. */
export async function measure(ctx: Context): Promise<Measured> {
  const at = now(ctx);
  const ask = async <T>(query: ReturnType<typeof sql>): Promise<readonly T[]> => (await ctx.db.execute(query)) as unknown as readonly T[];
  const age = (column: string) => sql`greatest(extract(epoch from ${at.toISOString()}::timestamptz - min(${sql.raw(column)})), 0)::float8`;
  const [outbox] = await ask<{ n: number; age: number | null; stuck: number }>(sql`
    select count(*)::int as n, ${age('run_at')} as age, count(*) filter (where tries >= ${STUCK_AFTER})::int as stuck from outbox where done_at is null`);
  const items = await ask<{ kind: WorkKind; n: number; age: number; overdue: number }>(sql`
    select kind, count(*)::int as n, ${age('received_at')} as age, count(*) filter (where step_due < ${dayInShanghai(at.getTime())}::date)::int as overdue
    from work_items where open group by kind`);
  const clocks = await ask<{ procedure: string; n: number }>(sql`
    select procedure, count(*)::int as n from procedure_runs where ended_on is null and due < ${dayInShanghai(at.getTime())}::date group by procedure`);
  const waiting = await ask<{ channel: string; n: number; age: number }>(sql`
    select channel, count(*)::int as n, ${age('run_at')} as age from sends where state = 'waiting' group by channel`);
  const settled = await ask<{ channel: string; result: string; count: number }>(sql`
    select channel, state as result, count(*)::int as count from sends
    where settled_at is not null and settled_at >= ${new Date(at.getTime() - HOUR_MS).toISOString()}::timestamptz group by channel, state`);
  const [trail] = await ask<{ age: number | null }>(sql`
    select ${age('at')} as age from audit_log
    where transaction >= coalesce((select to_transaction from audit_seals order by batch desc limit 1), '0'::xid8)`);
  const connections = await ask<{ name: string; n: number }>(sql`
    select application_name as name, count(*)::int as n from pg_stat_activity
    where datname = current_database() and application_name like 'assist-%' group by 1`);
  const [limit] = await ask<{ n: number }>(sql`select current_setting('max_connections')::int as n`);
  return {
    outbox: { count: outbox?.n ?? 0, oldestSeconds: outbox?.age ?? 0, stuck: outbox?.stuck ?? 0 },
    lanes: byLane(items),
    clocksOverdue: new Map(clocks.map((one) => [one.procedure, one.n])),
    noticesWaiting: new Map(waiting.map((one) => [one.channel, { count: one.n, oldestSeconds: one.age }])),
    notices: settled,
    unsealedSeconds: trail?.age ?? 0,
    connections: new Map(connections.map((one) => [one.name, one.n])),
    mostConnections: limit?.n ?? 0,
  };
}

function byLane(items: readonly { kind: WorkKind; n: number; age: number; overdue: number }[]): Measured['lanes'] {
  const lanes = new Map([...new Set(Object.values(LANE_OF))].map((lane) => [lane as string, { count: 0, oldestSeconds: 0, overdue: 0 }]));
  for (const { kind, n, age, overdue } of items) {
    const lane = lanes.get(LANE_OF[kind]);
    if (!lane) continue;
    lane.count += n;
    lane.oldestSeconds = Math.max(lane.oldestSeconds, age);
    lane.overdue += overdue;
  }
  return lanes;
}
