import { sql } from 'drizzle-orm';
import { type Context, now } from '../context.ts';
import { answerGone, answerUnseen } from '../correction/answers-sent.ts';
import { type SentRow, type Span, sentIn } from './sent.ts';

/**
 * `no-receipt`: nothing says it was received. `unchecked`: what follows taking in was neither done nor waits. `not-told`: its step has no
 * message. `no-item`: nobody in the township has it before them. `no-lane`: it has an item that is closed, or another township's.
 * `not-shown`: an answer is there, and the township still waits for it. `answer-gone`: the township was told of an answer that is not there.
 */
export type GapKind = 'no-receipt' | 'unchecked' | 'not-told' | 'no-item' | 'no-lane' | 'not-shown' | 'answer-gone';
export interface Gap extends SentRow {
  readonly gaps: readonly GapKind[];
}

/** So long the worker may be behind before it counts. */
const BEHIND_MS = 3_600_000;
const AT_ONCE = 500;

/** What of a span has a gap, at most 500: the next night finds the rest. */
export async function findGaps(ctx: Context, span: Span): Promise<Gap[]> {
  const long = new Date(now(ctx).getTime() - BEHIND_MS).toISOString();
  const later = (kind: string, key: string) =>
    sql`exists (select from outbox l where l.done_at is null and l.kind = ${kind} and l.payload->>${key} = sent.id::text)`;
  const rows = await ctx.db.execute<Gap>(sql`
    with sent as (${sentIn(span)}), looked_at as (
      select sent.*, array_remove(array[
        case when received_at is null then 'no-receipt' end,
        case when checked_at is null and saved_at < ${long}::timestamptz
          and not ${later('find-identity-conflict', 'applicationId')} and not ${later('change-told', 'changeId')} then 'unchecked' end,
        case when what = 'application' and saved_at < ${long}::timestamptz and not ${later('tell-resident', 'applicationId')} and exists (
          select from application_events e where e.application_id = sent.id and e.state in ('received', 'correction-asked', 'accepted')
            and e.at < ${long}::timestamptz
            and not exists (select from messages m where m.source = 'application:' || sent.id || ':' || e.id)
            and not (e.state = 'received' and exists (select from messages m
              where m.account_id = sent.account_id and m.kind = 'application-received' and m.subject_id = sent.id))
            and not exists (select from application_events n where n.application_id = sent.id and n.state = e.state and n.id > e.id)) then 'not-told' end,
        case when waits and item_id is null then 'no-item' end,
        case when waits and item_id is not null and (open_while_it_waits and not item_open or item_office <> office_id) then 'no-lane' end,
        case when what = 'correction' and ${answerUnseen(sql`sent.id`)} then 'not-shown' end,
        case when what = 'application' and ${answerGone(sql`sent.id`)} then 'answer-gone' end
      ], null) as gaps from sent)
    select * from looked_at where gaps <> '{}' order by saved_at, id limit ${AT_ONCE}`);
  // Moments come as text out of a statement of one's own.
  return rows.map((row) => ({ ...row, saved_at: new Date(row.saved_at) }));
}
