import { type SQL, sql } from 'drizzle-orm';
import { evidenceSent } from '../authentication/evidence-sent.ts';
import { answersSent } from '../correction/answers-sent.ts';
import { doorsSent } from '../round/door-sent.ts';
import { visitsSent } from '../visit/visit-sent.ts';

/** What a resident sends, or an assistant brings back from their door, and somebody has to look at. */
export const SENT_KINDS = [
  'application',
  'change',
  'authentication',
  'urgent',
  'objection',
  'complaint',
  'visit',
  'door',
  'correction',
] as const;
export type SentKind = (typeof SENT_KINDS)[number];

/** Days of Shanghai's clock are not needed here: moments, from (with) and until (without). */
export interface Span {
  readonly from: Date;
  readonly until: Date;
}

/** One row of what was sent in that time, as {@link sentIn} gives it. */
export interface SentRow extends Record<string, unknown> {
  readonly what: SentKind;
  readonly id: string;
  readonly office_id: string;
  readonly account_id: string | null;
  /** On disk; the answer with the receipt; what follows taking in was done. */
  readonly saved_at: Date;
  readonly received_at: Date | null;
  readonly checked_at: Date | null;
  /** Somebody of the township has to do something about it. */
  readonly waits: boolean;
  /** Its item is open as long as it waits; of an objection only its record says whether it was answered. */
  readonly open_while_it_waits: boolean;
  readonly item_id: string | null;
  readonly item_office: string | null;
  readonly item_open: boolean | null;
  readonly queued_at: Date | null;
}

const item = (alias: string, kind: string, on: SQL): SQL =>
  sql`left join work_items ${sql.raw(alias)} on ${sql.raw(alias)}.kind = ${kind} and ${on}`;
const ITEM = sql`w.id as item_id, w.office_id as item_office, w.open as item_open, w.received_at as queued_at`;

/**
 * Everything that was sent in a span of time with where it stands, out of the rows that were written when it was: a second book would be a
 * second truth. To be put into a `with sent as (…)`.
 */
export function sentIn({ from, until }: Span): SQL {
  const when = (column: string) =>
    sql`${sql.raw(column)} >= ${from.toISOString()}::timestamptz and ${sql.raw(column)} < ${until.toISOString()}::timestamptz`;
  return sql`
    select 'application' as what, s.application_id as id, coalesce(a.office_id, s.office_id) as office_id, s.account_id, s.sent_at as saved_at,
      case when a.id is not null then
        (select min(e.at) from application_events e where e.application_id = s.application_id and e.state = 'received') end as received_at,
      s.checked_at, a.state is distinct from 'accepted' as waits, true as open_while_it_waits, ${ITEM}
    from submissions s left join applications a on a.id = s.application_id
    ${item('w', 'application', sql`w.application_id = s.application_id`)}
    where ${when('s.sent_at')}
    union all
    select 'change', n.id, coalesce(c.office_id, n.office_id), n.account_id, n.told_at,
      case when c.id is not null then (select min(e.at) from change_steps e where e.change_id = n.id and e.state = 'received') end,
      n.checked_at, c.state is distinct from 'settled', true, ${ITEM}
    from change_notices n left join changes c on c.id = n.id
    ${item('w', 'change', sql`w.subject_id = n.id`)}
    where ${when('n.told_at')}
    union all
    ${evidenceSent(when('a.at'), ITEM)}
    union all
    select 'urgent', u.id, u.office_id, u.account_id, u.received_at, u.received_at, u.received_at, u.ended_at is null, true, ${ITEM}
    from urgent_calls u ${item('w', 'urgent', sql`w.subject_id = u.id`)}
    where ${when('u.received_at')}
    union all
    select 'objection', o.id, o.office_id, null, o.at, o.at, o.at, r.ended_on is null, false, ${ITEM}
    from procedure_events o join procedure_runs r on r.id = o.run_id
    ${item('w', 'objection', sql`w.subject_id = o.id`)}
    where o.kind = 'objected' and ${when('o.at')}
    union all
    select 'complaint', c.id, c.office_id, c.account_id, c.at, c.at, c.at, c.looked_at_by = 'township' and c.state <> 'answered', true, ${ITEM}
    from complaints c ${item('w', 'complaint', sql`w.subject_id = c.id`)}
    where ${when('c.at')}
    union all
    ${visitsSent(when('v.asked_at'), ITEM)}
    union all
    ${doorsSent(when('doors.at'), ITEM)}
    union all
    ${answersSent(when('n.answered_at'), ITEM)}`;
}
