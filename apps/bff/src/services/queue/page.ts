import { LANE_OF, LANES, type Lane, type QueueFilter, type QueuePage, WORK_KINDS, type WorkKind } from '@assist/contracts';
import type { Row } from 'postgres';
import { dayInShanghai } from '../../clock.ts';
import { atOnce } from '../../db/at-once.ts';
import type { Client } from '../../db/connect.ts';
import { workingDaysLeft } from '../application/clock-view.ts';
import { type Context, now } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { ServiceProblem } from '../problem.ts';
import type { Staff } from '../staff/who.ts';
import { countsByKind, countsOfRelatives, type KindCounts } from './counts.ts';
import { NOT_AGREED, viewsOfPage, type WorkItemRow } from './item-view.ts';
import { APPLICATION_OF_ITEM, applicationOfItem, workItemOf } from './take-next.ts';

const PAGE = 50;
const isClosed = (filter: QueueFilter): filter is 'accepted' | 'closed' => filter === 'accepted' || filter === 'closed';
const kindsOf = (lane: Lane): WorkKind[] => WORK_KINDS.filter((kind) => LANE_OF[kind] === lane);
const NOT_AGREED_LIST = `{${NOT_AGREED.join(',')}}`;

/** A part of a text. */
type Part = ReturnType<Client>;

/** The words of the partial indexes stand in the text (`open`, `not open`), so that a plan made once finds them. */
function matching(on: Client, filter: QueueFilter, staff: Staff, at: string): Part {
  if (isClosed(filter)) return on`not w.open`;
  if (filter === 'open') return on`w.open`;
  if (filter === 'mine') return on`w.open and w.claimed_by = ${staff.staffId} and w.claimed_until > ${at}::text::timestamptz`;
  if (filter === 'unclaimed') return on`w.open and (w.claimed_until is null or w.claimed_until <= ${at}::text::timestamptz)`;
  if (filter === 'not-agreed')
    return on`w.open and (w.about && ${NOT_AGREED_LIST}::text::text[] or w.marks && ${NOT_AGREED_LIST}::text::text[])`;
  if (filter === 'reviews-due') return on`w.open and w.kind = 'case-run' and w.about[1] = 'review'`;
  return on`w.open and w.state = ${filter}`;
}

export interface QueueQuestion {
  readonly filter?: QueueFilter | undefined;
  readonly lane?: Lane | undefined;
  readonly kind?: WorkKind | undefined;
  readonly cursor?: string | undefined;
}

/** One page of this township's queue, and how many there are of each kind: in one trip to the database. */
export async function queuePage(ctx: Context, staff: Staff, question: QueueQuestion): Promise<QueuePage> {
  const parts = question.cursor === undefined ? undefined : partsOf(question.cursor);
  const hidden = staff.related ? await inTransaction(ctx, (tx) => countsOfRelatives(tx, staff)) : [];
  const at = now(ctx).toISOString();
  const [rows, counted] = await atOnce<[Row[], KindCounts[]]>(ctx.client, (on) => [
    rowsOf(on, staff, question, at, parts),
    countsByKind(on, staff, hidden, { at, today: dayInShanghai(ctx.clock()) }),
  ]);
  return { ...(await pageOf(ctx, staff, rows)), ...countsOf(ctx, question, counted) };
}

/** Fewest working days left in this step, then in all, then the oldest: days are in the same order as the dates they end on. */
function rowsOf(on: Client, staff: Staff, question: QueueQuestion, at: string, parts: readonly string[] | undefined) {
  const { filter = 'open', lane, kind } = question;
  const order = isClosed(filter) ? on`received_at desc, id desc` : on`step_due, total_due, received_at, id`;
  return on<Row[]>`
    with page as (
      select w.* from work_items w
      where w.office_id = ${staff.officeId} and ${matching(on, filter, staff, at)}
        ${lane ? on`and w.kind = any (string_to_array(${kindsOf(lane).join(',')}::text, ','))` : on``}
        ${kind ? on`and w.kind = ${kind}` : on``} ${parts ? after(on, filter, parts) : on``}
      order by ${order} limit ${on.unsafe(String(PAGE + 1))})
    select page.*, ${on.unsafe(APPLICATION_OF_ITEM)}, s.name as holder,
      exists (select from declared_relations where office_id = ${staff.officeId} and ended_at is null) as relations
    from page left join applications a on a.id = page.application_id and a.office_id = page.office_id
      left join staff_accounts s on s.id = page.claimed_by
    order by ${order}`;
}

async function pageOf(ctx: Context, staff: Staff, found: readonly Row[]): Promise<Pick<QueuePage, 'items' | 'next'>> {
  const page = found.slice(0, PAGE).map((raw) => {
    const row = workItemOf(raw);
    return { row, application: applicationOfItem(row, raw), holder: (raw.holder as string | null) ?? '' };
  });
  const last = page.at(-1)?.row;
  return {
    items: await viewsOfPage(ctx, staff.officeId, page, found[0]?.relations === true),
    next: found.length > PAGE && last ? cursorOf(last) : null,
  };
}

const cursorOf = (row: WorkItemRow): string =>
  Buffer.from(JSON.stringify([row.stepDue, row.totalDue, row.receivedAt.toISOString(), row.id])).toString('base64url');

function after(on: Client, filter: QueueFilter, [stepDue = '', totalDue = '', receivedAt = '', id = '']: readonly string[]): Part {
  if (isClosed(filter)) return on`and (w.received_at, w.id) < (${receivedAt}::text::timestamptz, ${id}::text::uuid)`;
  return on`and (w.step_due, w.total_due, w.received_at, w.id)
    > (${stepDue}::text::date, ${totalDue}::text::date, ${receivedAt}::text::timestamptz, ${id}::text::uuid)`;
}

const CURSOR = [/^\d{4}-\d{2}-\d{2}$/, /^(\d{4}-\d{2}-\d{2}|infinity)$/, /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/, /^[0-9a-f-]{36}$/];

function partsOf(cursor: string): string[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(parts) && parts.length === CURSOR.length && CURSOR.every((shape, i) => shape.test(String(parts[i]))))
      return parts.map(String);
  } catch {
    // Not one of ours: the same problem.
  }
  throw new ServiceProblem('bad-request');
}

/** Everything a page counts, of this lane or kind and of all of them. */
function countsOf(ctx: Context, question: Pick<QueueQuestion, 'lane' | 'kind'>, rows: readonly KindCounts[]) {
  const today = dayInShanghai(ctx.clock());
  const its = rows.filter(({ kind }) => (!question.lane || LANE_OF[kind] === question.lane) && (!question.kind || kind === question.kind));
  const sum = (key: Exclude<keyof KindCounts & string, 'kind' | 'nearest'>, of = its) =>
    of.reduce((total, row) => total + (row[key] as number), 0);
  const pressingOf = (lane: Lane) => {
    const here = rows.filter((row) => LANE_OF[row.kind] === lane);
    const nearest = here.flatMap((row) => row.nearest ?? []).sort()[0];
    return { past: sum('past', here), today: sum('today', here), nearest: nearest ? workingDaysLeft(today, nearest, ctx.calendar) : null };
  };
  const [open, closed] = [sum('open'), sum('closed')];
  return {
    counts: {
      open,
      mine: sum('mine'),
      unclaimed: open - sum('held'),
      'correction-answered': sum('correction-answered'),
      'correction-asked': sum('correction-asked'),
      'not-agreed': sum('not-agreed'),
      'reviews-due': sum('reviews-due'),
      accepted: closed,
      closed,
    },
    lanes: Object.fromEntries(WORK_KINDS.map((kind) => [kind, rows.find((row) => row.kind === kind)?.open ?? 0])) as QueuePage['lanes'],
    pressing: Object.fromEntries(LANES.map((lane) => [lane, pressingOf(lane)])) as QueuePage['pressing'],
  };
}
