import { randomUUID } from 'node:crypto';
import { addDays } from '@assist/policy';
import { sql } from 'drizzle-orm';
import { dayInShanghai } from '../../clock.ts';
import { reminders } from '../../db/schema.ts';
import { type Context, now } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { REMINDED_BEFORE } from './steps.ts';

/** One statement's worth: far below the time a statement may take, and few enough statements for a million households. */
const AT_ONCE = 25_000;
/** Parts that are written side by side: they have no row in common. */
const SIDE_BY_SIDE = 2;
/** Two dates of one person that lie closer than this are one period: a register that is corrected asks nobody twice. */
const ONE_PERIOD_DAYS = 180;

/** Where a part ends: a date and a township, in the order of the index that is walked. */
interface Place extends Record<string, unknown> {
  readonly due: string;
  readonly office: string;
}
const BEFORE_ALL: Place = { due: '-infinity', office: '' };

/**
 * Puts on the ladder who is to be met within 30 days, or should have been. The register is walked once, by date and township, one
 * statement for a part of it; a person is asked once a period, whatever runs twice.
 * @param atOnce how many people a part has
 * @returns how many were put on
 */
export async function startDueReminders(ctx: Context, atOnce = AT_ONCE): Promise<number> {
  const until = addDays(dayInShanghai(ctx.clock()), REMINDED_BEFORE);
  const parts = await partsOf(ctx, until, atOnce);
  let all = 0;
  const work = async (): Promise<void> => {
    for (let part = parts.shift(); part; part = parts.shift()) {
      // Not `all += await …`: what the other one added meanwhile would be lost.
      const started = await startPart(ctx, part, until);
      all += started;
    }
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, work));
  return all;
}

interface Part {
  readonly after: Place;
  /** The last place of it; undefined where it is the rest. */
  readonly to: Place | undefined;
}

async function partsOf(ctx: Context, until: string, atOnce: number): Promise<Part[]> {
  const parts: Part[] = [];
  for (let after: Place | undefined = BEFORE_ALL; after; after = parts.at(-1)?.to)
    parts.push({ after, to: await endOfPart(ctx, after, until, atOnce) });
  return parts;
}

/** The last place of the next part; undefined where the rest is one. */
async function endOfPart(ctx: Context, after: Place, until: string, atOnce: number): Promise<Place | undefined> {
  const [row] = await ctx.db.execute<Place>(sql`
    select next_authentication::text as due, office_id as office from case_members
    where left_on is null and next_authentication is not null and next_authentication <= ${until}::date
      and (next_authentication, office_id) > (${after.due}::date, ${after.office}::text)
    order by next_authentication, office_id offset ${atOnce}::int limit 1`);
  return row;
}

/**
 * Each row is looked for by its index, a household after the other: left to itself the planner takes row security for a condition that leaves
 * few, and reads the whole register for each part.
 */
const startPart = (ctx: Context, { after, to }: Part, until: string): Promise<number> =>
  inTransaction(ctx, async (tx) => {
    const at = now(ctx).toISOString();
    await tx.db.execute(sql`select set_config('enable_seqscan', 'off', true)`);
    const rows = await tx.db.execute(sql`
      with due as materialized (
        select office_id, case_id, member_id, next_authentication as due from case_members
        where left_on is null and next_authentication is not null and next_authentication <= ${until}::date
          and (next_authentication, office_id) > (${after.due}::date, ${after.office}::text)${
            to ? sql` and (next_authentication, office_id) <= (${to.due}::date, ${to.office}::text)` : sql``
          })
      insert into reminders (id, kind, office_id, case_id, member_id, due, next_at, started_at)
      select gen_random_uuid(), 'authentication-due', office_id, case_id, member_id, due, ${at}::timestamptz, ${at}::timestamptz from due
      -- Not a join that could be turned round.
      where exists (select from case_files c where c.id = due.case_id and c.ended_on is null offset 0)
        and not exists (
          select from reminders r
          where r.case_id = due.case_id and r.member_id = due.member_id and r.ended_why is distinct from 'moot'
            and r.due > due.due - ${ONE_PERIOD_DAYS}::int offset 0)
      on conflict (case_id, member_id, due) do update
        set step = null, step_at = null, next_at = excluded.next_at, started_at = excluded.started_at, ended_at = null, ended_why = null
        where reminders.ended_why = 'moot'`);
    // What the statement says it did: rows would only be sent to be counted.
    return (rows as unknown as { readonly count: number }).count;
  });

/** Puts a message on the ladder: a visit that was arranged, or papers that are asked for. A visit that is moved begins anew. */
export async function startReminder(
  tx: Context,
  start: {
    readonly kind: 'visit-arranged' | 'correction-asked';
    readonly officeId: string;
    /** Absent where the person has none: then the phone of the visit or of the register is tried. */
    readonly accountId?: string;
    /** The visit, or the round of corrections. */
    readonly subjectId: string;
    /** Its message in the inbox. */
    readonly messageId?: string;
  },
): Promise<void> {
  const fresh = { step: null, stepAt: null, nextAt: now(tx), endedAt: null, endedWhy: null };
  await tx.db
    .insert(reminders)
    .values({ id: randomUUID(), ...start, ...fresh, startedAt: now(tx) })
    .onConflictDoUpdate({
      target: [reminders.kind, reminders.subjectId],
      targetWhere: sql`subject_id is not null`,
      set: { ...fresh, messageId: start.messageId ?? null },
      setWhere: sql`${reminders.kind} = 'visit-arranged'`,
    });
}
