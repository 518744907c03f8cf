import { LANE_OF, LANES, type Lane, type QueueFilter, type QueuePage, WORK_KINDS, type WorkKind } from '@assist/contracts';
import { and, arrayOverlaps, asc, desc, eq, gt, inArray, isNull, lte, or, type SQL, sql } from 'drizzle-orm';
import { dayInShanghai } from '../../clock.ts';
import { workItems } from '../../db/schema.ts';
import { workingDaysLeft } from '../application/clock-view.ts';
import { type Context, now } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { ServiceProblem } from '../problem.ts';
import type { Staff } from '../staff/who.ts';
import { countsByKind, countsOfRelatives, type HiddenCount, type KindCounts } from './counts.ts';
import { NOT_AGREED, type WorkItemRow, workItemViews } from './item-view.ts';

const PAGE = 50;
const isClosed = (filter: QueueFilter): filter is 'accepted' | 'closed' => filter === 'accepted' || filter === 'closed';
const kindsOf = (lane: Lane): WorkKind[] => WORK_KINDS.filter((kind) => LANE_OF[kind] === lane);
const t = workItems;
// In the text and not as a value, so that a prepared statement finds the partial indexes too.
const isOpen = sql`${t.open}`;
const isShut = sql`not ${t.open}`;

/** Nobody has it, or whoever had it let the time run out. */
export const isFree = (at: Date): SQL => or(isNull(t.claimedUntil), lte(t.claimedUntil, at)) as SQL;
/** Fewest working days left in this step, then in all, then the oldest: days are in the same order as the dates they end on. */
export const OLDEST_DUE = [asc(t.stepDue), asc(t.totalDue), asc(t.receivedAt), asc(t.id)] as const;

function matching(filter: QueueFilter, staff: Staff, at: Date): SQL {
  if (isClosed(filter)) return isShut;
  const open = isOpen;
  if (filter === 'open') return open;
  if (filter === 'mine') return and(open, eq(t.claimedBy, staff.staffId), gt(t.claimedUntil, at)) as SQL;
  if (filter === 'unclaimed') return and(open, isFree(at)) as SQL;
  if (filter === 'not-agreed')
    return and(open, or(arrayOverlaps(t.about, [...NOT_AGREED]), arrayOverlaps(t.marks, [...NOT_AGREED]))) as SQL;
  if (filter === 'reviews-due') return and(open, eq(t.kind, 'case-run'), sql`${t.about}[1] = 'review'`) as SQL;
  return and(open, eq(t.state, filter)) as SQL;
}

export interface QueueQuestion {
  readonly filter?: QueueFilter | undefined;
  readonly lane?: Lane | undefined;
  readonly kind?: WorkKind | undefined;
  readonly cursor?: string | undefined;
}

/** One page of this township's queue, and how many there are of each kind. */
export const queuePage = (ctx: Context, staff: Staff, question: QueueQuestion): Promise<QueuePage> =>
  inTransaction(ctx, async (tx) => {
    const hidden = await countsOfRelatives(tx, staff);
    // Row security makes planning cost ten times what running does: a plan that is made once serves every clerk. Waited for: sent together
    // with the questions it would come after them.
    await tx.db.execute(sql`select set_config('plan_cache_mode', 'force_generic_plan', true)`);
    const [page, counted] = await Promise.all([rowsOf(tx, staff, question), countsOf(tx, staff, question, hidden)]);
    return { ...page, ...counted };
  });

async function rowsOf(ctx: Context, staff: Staff, question: QueueQuestion): Promise<Pick<QueuePage, 'items' | 'next'>> {
  const { filter = 'open', lane: asked, kind, cursor } = question;
  const at = now(ctx);
  const lane = and(
    eq(t.officeId, staff.officeId),
    ...(asked ? [inArray(t.kind, kindsOf(asked))] : []),
    ...(kind ? [eq(t.kind, kind)] : []),
  ) as SQL;
  const rows = await ctx.db
    .select()
    .from(t)
    .where(and(lane, matching(filter, staff, at), ...(cursor ? [after(filter, cursor)] : [])))
    .orderBy(...(isClosed(filter) ? [desc(t.receivedAt), desc(t.id)] : OLDEST_DUE))
    .limit(PAGE + 1);
  const page = rows.slice(0, PAGE);
  const last = page.at(-1);
  const items = await workItemViews(ctx, staff.officeId, page, staff);
  return { items, next: rows.length > PAGE && last ? cursorOf(last) : null };
}

const cursorOf = (row: WorkItemRow): string =>
  Buffer.from(JSON.stringify([row.stepDue, row.totalDue, row.receivedAt.toISOString(), row.id])).toString('base64url');

function after(filter: QueueFilter, cursor: string): SQL {
  const parts = partsOf(cursor);
  const [stepDue, totalDue, receivedAt, id] = parts;
  if (isClosed(filter)) return sql`(${t.receivedAt}, ${t.id}) < (${receivedAt}::text::timestamptz, ${id}::uuid)`;
  return sql`(${t.stepDue}, ${t.totalDue}, ${t.receivedAt}, ${t.id}) > (${stepDue}::text::date, ${totalDue}::text::date, ${receivedAt}::text::timestamptz, ${id}::uuid)`;
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
async function countsOf(ctx: Context, staff: Staff, question: Pick<QueueQuestion, 'lane' | 'kind'>, hidden: readonly HiddenCount[]) {
  const today = dayInShanghai(ctx.clock());
  const rows = await countsByKind(ctx, staff, hidden);
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
