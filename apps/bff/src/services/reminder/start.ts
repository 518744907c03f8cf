import { randomUUID } from 'node:crypto';
import { addDays } from '@assist/policy';
import { sql } from 'drizzle-orm';
import { dayInShanghai } from '../../clock.ts';
import { reminders } from '../../db/schema.ts';
import { type Context, now } from '../context.ts';
import { REMINDED_BEFORE } from './steps.ts';

/** One statement's worth: far below the time a statement may take, and few enough statements for a million households. */
const AT_ONCE = 25_000;
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
 * statement for a part of it; a person is asked once a period, whatever runs twice. @returns how many were put on
 */
export async function startDueReminders(ctx: Context): Promise<number> {
  const until = addDays(dayInShanghai(ctx.clock()), REMINDED_BEFORE);
  let all = 0;
  let after: Place | undefined = BEFORE_ALL;
  while (after) {
    const to: Place | undefined = await endOfPart(ctx, after, until);
    all += await startPart(ctx, after, to, until);
    after = to;
  }
  return all;
}

/** The last place of the next part; undefined where the rest is one. */
async function endOfPart(ctx: Context, after: Place, until: string): Promise<Place | undefined> {
  const [row] = await ctx.db.execute<Place>(sql`
    select next_authentication::text as due, office_id as office from case_members
    where left_on is null and next_authentication is not null and next_authentication <= ${until}::date
      and (next_authentication, office_id) > (${after.due}::date, ${after.office}::text)
    order by next_authentication, office_id offset ${AT_ONCE} limit 1`);
  return row;
}

async function startPart(ctx: Context, after: Place, to: Place | undefined, until: string): Promise<number> {
  const at = now(ctx).toISOString();
  const rows = await ctx.db.execute(sql`
    insert into reminders (id, kind, office_id, case_id, member_id, due, next_at, started_at)
    select gen_random_uuid(), 'authentication-due', m.office_id, m.case_id, m.member_id, m.next_authentication,
      ${at}::timestamptz, ${at}::timestamptz
    from case_members m join case_files c on c.id = m.case_id
    where m.left_on is null and c.ended_on is null and m.next_authentication <= ${until}::date
      and (m.next_authentication, m.office_id) > (${after.due}::date, ${after.office}::text)${
        to ? sql` and (m.next_authentication, m.office_id) <= (${to.due}::date, ${to.office}::text)` : sql``
      }
      and not exists (
        select 1 from reminders r
        where r.case_id = m.case_id and r.member_id = m.member_id and r.ended_why is distinct from 'moot'
          and r.due > m.next_authentication - ${ONE_PERIOD_DAYS}::int)
    on conflict (case_id, member_id, due) do update
      set step = null, step_at = null, next_at = excluded.next_at, started_at = excluded.started_at, ended_at = null, ended_why = null
      where reminders.ended_why = 'moot'`);
  // What the statement says it did: rows would only be sent to be counted.
  return (rows as unknown as { readonly count: number }).count;
}

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
