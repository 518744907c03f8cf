import type { MessageKind, WorkKind } from '@assist/contracts';
import { addDays, type CivilDate } from '@assist/policy';
import { and, eq, type SQL, sql } from 'drizzle-orm';
import { dayInShanghai } from '../../clock.ts';
import { applications, changeNotices, workItems } from '../../db/schema.ts';
import { workingDaysLeft } from '../application/clock-view.ts';
import { record } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { eachApart } from '../each-apart.ts';
import { inTransaction } from '../in-transaction.ts';
import { tellAccount } from '../message/tell.ts';
import { officeOf } from '../place/offices.ts';
import { tellSupervisors } from '../supervisor/tell.ts';
import { withMark } from './clock-marks.ts';
import type { WorkItemRow } from './item-view.ts';

const SOON = 2;
/** Two working days are never further away than this, whatever the holidays. */
const FAR_DAYS = 14;
const BATCH = 100;
/** A procedure's clocks are minded with the procedure; a call for help has its own hour. */
const MINDED_ELSEWHERE: readonly WorkKind[] = ['application-run', 'case-run', 'alert', 'urgent'];

type Mark = 'due-soon' | 'due-now';

/**
 * What waits in the queue with no procedure begun: an application nobody accepted, a change nobody settled, a visit nobody made. Two
 * working days before its day, and on it, the supervisor is told, and whoever sent it; each once for each day that was promised.
 * @returns items that could not be minded, and why; they hold up no other, and are tried again at the next round
 */
export async function watchDays(ctx: Context): Promise<string[]> {
  const today = dayInShanghai(ctx.clock());
  const minded = (mark: Mark) => {
    const is = nearOn(ctx, mark, today);
    return eachApart(
      (except) => near(ctx, is, except),
      (id) => inTransaction(ctx, (tx) => mind(tx, id, mark, is)),
    );
  };
  const whole = (mark: Mark) => {
    const is = wholeNearOn(ctx, mark, today);
    return eachApart(
      (except) => near(ctx, is, except),
      (id) => inTransaction(ctx, (tx) => markAndTell(tx, id, mark, is, ({ totalDue }) => `whole:${id}:${totalDue}:${mark}`)),
    );
  };
  return [...(await minded('due-now')), ...(await minded('due-soon')), ...(await whole('due-now')), ...(await whole('due-soon'))];
}

/** Which items a mark is for. An appointment is kept on its day; one that nobody wrote down afterwards is late on the next. */
function nearOn(ctx: Context, mark: Mark, today: CivilDate): SQL {
  const until = mark === 'due-now' ? today : soon(ctx, today);
  const kinds = sql.param(`{${MINDED_ELSEWHERE.join(',')}}`);
  return sql`open and step_due <= ${until}::date and kind <> all (${kinds}::text[]) and not ('due-now' = any (marks)) and ${
    mark === 'due-now'
      ? sql`not (state = 'arranged' and step_due >= ${today}::date)`
      : sql`step_due > ${today}::date and state <> 'arranged' and not ('due-soon' = any (marks))`
  }`;
}

/**
 * Which changes the day of their whole is near: what somebody can do alone is looked at again by then (DESTITUTE2021-23), long after the first
 * reply. The first reply's marks say nothing of it, so what the supervisors were told does.
 */
function wholeNearOn(ctx: Context, mark: Mark, today: CivilDate): SQL {
  const until = mark === 'due-now' ? today : soon(ctx, today);
  const told = (one: Mark) =>
    sql`exists (select from supervisor_notices n where n.source = 'whole:' || work_items.id || ':' || total_due || ${`:${one}`}::text)`;
  return sql`open and kind = 'change' and step_due <= ${until}::date and total_due <= ${until}::date and not ${told('due-now')} and not ${told(mark)}`;
}

/** Township by township, so that the index of the queue serves. What was minded is not found again. */
async function near(ctx: Context, is: SQL, except: readonly string[]): Promise<string[]> {
  const not = sql.param(`{${except.join(',')}}`);
  const rows = await ctx.db.execute<{ id: string }>(sql`
    select w.id from offices o cross join lateral (
      select id from work_items where office_id = o.id and id <> all (${not}::uuid[]) and ${is} limit ${BATCH}) as w
    limit ${BATCH}`);
  return rows.map((row) => row.id);
}

/** The last day that is two working days away. */
function soon(ctx: Context, today: CivilDate): CivilDate {
  let day = today;
  for (let ahead = 1; ahead <= FAR_DAYS && workingDaysLeft(today, addDays(today, ahead), ctx.calendar) <= SOON; ahead++)
    day = addDays(today, ahead);
  return day;
}

async function mind(tx: Context, id: string, mark: Mark, is: SQL): Promise<void> {
  const sourceOf = ({ stepDue }: WorkItemRow) => `day:${id}:${stepDue}:${mark}`;
  const item = await markAndTell(tx, id, mark, is, sourceOf);
  if (!item) return;
  const { officeId, stepDue } = item;
  const sender = await senderOf(tx, item);
  if (!sender) return;
  const { name: office } = await officeOf(tx, officeId);
  const told: MessageKind = mark === 'due-now' ? 'decision-due' : 'decision-due-soon';
  const params = { office, by: stepDue as CivilDate, what: '给您回话' };
  await tellAccount(tx, { ...sender, kind: told, params, officeId, source: sourceOf(item) });
}

/** Marks it and tells the supervisors. @returns the item, where they were not told of this before */
async function markAndTell(
  tx: Context,
  id: string,
  mark: Mark,
  is: SQL,
  sourceOf: (item: WorkItemRow) => string,
): Promise<WorkItemRow | undefined> {
  // Looked at again: since it was found somebody may have given it another day.
  const [item] = await tx.db
    .update(workItems)
    .set({ marks: withMark(mark) })
    .where(and(eq(workItems.id, id), is))
    .returning();
  if (!item) return undefined;
  const { officeId, subjectId } = item;
  const kind = mark === 'due-now' ? 'clock-at-end' : 'clock-near';
  if (!(await tellSupervisors(tx, { officeId, kind, subjectId: subjectId ?? id, source: sourceOf(item) }))) return undefined;
  await record(tx, { actor: { kind: 'system' }, action: kind, object: ['work-item', id], officeId });
  return item;
}

/** Who waits for a word. While a correction is asked it is the township that waits, and what reminds of that is elsewhere. */
async function senderOf(tx: Context, { kind, applicationId, subjectId, state }: WorkItemRow) {
  if (kind === 'application' && applicationId && state !== 'correction-asked') {
    const [sent] = await tx.db.select({ accountId: applications.accountId }).from(applications).where(eq(applications.id, applicationId));
    return sent && { accountId: sent.accountId, subject: { kind: 'application', id: applicationId } as const };
  }
  if (kind !== 'change' || !subjectId) return undefined;
  const [told] = await tx.db.select({ accountId: changeNotices.accountId }).from(changeNotices).where(eq(changeNotices.id, subjectId));
  return told?.accountId ? { accountId: told.accountId, subject: { kind: 'change', id: subjectId } as const } : undefined;
}
