import type { MessageKind } from '@assist/contracts';
import { addDays, type CivilDate } from '@assist/policy';
import type { Clock } from '@assist/policy-chongqing';
import { and, eq, inArray, sql } from 'drizzle-orm';
import { dayInShanghai } from '../../clock.ts';
import { caseFiles, procedureRuns, workItems } from '../../db/schema.ts';
import { workingDaysLeft } from '../application/clock-view.ts';
import { record } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { eachApart } from '../each-apart.ts';
import { inTransaction } from '../in-transaction.ts';
import { tellAccount } from '../message/tell.ts';
import { officeOf } from '../place/offices.ts';
import { clocksOfRun } from '../procedure/clocks.ts';
import { policyRecord, procedureOfRun, type RunRow, recordOf } from '../procedure/record.ts';
import { withMark } from '../queue/clock-marks.ts';
import { tellSupervisors } from '../supervisor/tell.ts';
import { accountsOfRun } from './accounts-of-run.ts';
import { isShown } from './of-resident.ts';
import { isToldClock, isToldToHousehold } from './view.ts';

const SOON = 2;
/** Two working days are never further away than this, whatever the holidays. */
const FAR_DAYS = 14;
const TAPER_DAYS = 30;
const BATCH = 100;
const NEVER = 'infinity';

type Mark = 'due-soon' | 'due-now';

/**
 * Two working days before the end of each clock that an office has to keep, and at it: a mark on the township's item, its supervisors and
 * the household told, all on the audit record; each once a clock, whichever other clock ends before it. Thirty days before a taper's end the
 * household is told too, so that nobody is forgotten at it. Each look says when the next one is: a run is not looked at in vain.
 * @returns runs that could not be looked at, and why; they hold up no other, and are tried again at the next round
 */
export function watchClocks(ctx: Context): Promise<string[]> {
  const today = dayInShanghai(ctx.clock());
  return eachApart(
    (except) => toLookAt(ctx, today, except),
    (id) => inTransaction(ctx, (tx) => look(tx, id, today)),
  );
}

/** The words of the index in migrations/0231. */
async function toLookAt(ctx: Context, today: CivilDate, except: readonly string[]): Promise<string[]> {
  const rows = await ctx.db.execute<{ id: string }>(sql`
    select r.id from procedure_runs r
    where r.ended_on is null
      and coalesce(r.watch_on, case when r.procedure = 'taper' then '-infinity'::date else r.due - 30 end, 'infinity'::date) <= ${today}::date
      and r.id <> all (${sql.param(`{${except.join(',')}}`)}::uuid[])
    order by coalesce(r.watch_on, case when r.procedure = 'taper' then '-infinity'::date else r.due - 30 end, 'infinity'::date), r.id
    limit ${BATCH}`);
  return rows.map((row) => row.id);
}

async function look(tx: Context, runId: string, today: CivilDate): Promise<void> {
  const [run] = await tx.db.select().from(procedureRuns).where(eq(procedureRuns.id, runId)).for('update');
  if (!run || run.endedOn) return;
  const watchOn = run.procedure === 'taper' ? await lookAtTaper(tx, run, today) : await lookAtClocks(tx, run, today);
  await tx.db.update(procedureRuns).set({ watchOn }).where(eq(procedureRuns.id, runId));
}

/** @returns the day on which the next of its clocks may have something to say */
async function lookAtClocks(tx: Context, run: RunRow, today: CivilDate): Promise<string> {
  const clocks = await clocksOfRun(tx, run, procedureOfRun(run), policyRecord(await recordOf(tx, run.id)));
  const days: string[] = [];
  for (const clock of clocks.filter((one) => isToldClock(one.rule))) {
    // At its end the day itself counts; what is past was told two days before.
    const mark = clock.by <= today ? 'due-now' : workingDaysLeft(today, clock.by, tx.calendar) <= SOON ? 'due-soon' : undefined;
    if (mark) await tellOf(tx, run, mark, clock);
    if (mark === 'due-soon') days.push(clock.by);
    if (!mark) days.push(later(addDays(clock.by, -FAR_DAYS), addDays(today, 1)));
  }
  return days.sort()[0] ?? NEVER;
}

const later = (a: CivilDate, b: CivilDate): CivilDate => (a > b ? a : b);

async function tellOf(tx: Context, run: RunRow, mark: Mark, clock: Clock): Promise<void> {
  const fresh = await setMark(tx, run, mark, `${clock.rule}:${clock.by}`);
  if (!fresh || !isShown(run.procedure) || !isToldToHousehold(clock.rule)) return;
  const { name: office } = await officeOf(tx, run.officeId);
  const kind: MessageKind = mark === 'due-now' ? 'decision-due' : 'decision-due-soon';
  for (const accountId of await accountsOfRun(tx, run))
    await tellAccount(tx, {
      accountId,
      kind,
      params: { office, by: clock.by, what: clock.title },
      subject: { kind: 'decision', id: run.id },
      officeId: run.officeId,
      source: `clock:${run.id}:${clock.rule}:${clock.by}:${mark}:${accountId}`,
    });
}

/** Its end is a day of the register, which may be written anew: it is looked at every day. */
async function lookAtTaper(tx: Context, run: RunRow, today: CivilDate): Promise<string> {
  if (!run.caseId) return NEVER;
  const [file] = await tx.db.select({ until: caseFiles.taperUntil }).from(caseFiles).where(eq(caseFiles.id, run.caseId));
  const until = file?.until as CivilDate | null | undefined;
  const mark = !until || until > addDays(today, TAPER_DAYS) ? undefined : until <= today ? 'due-now' : 'due-soon';
  if (until && mark) {
    await setMark(tx, run, mark, `taper:${until}`);
    await tellOfTaper(tx, run, until);
  }
  return addDays(today, 1);
}

async function tellOfTaper(tx: Context, run: RunRow, until: CivilDate): Promise<void> {
  const { name: office } = await officeOf(tx, run.officeId);
  for (const accountId of await accountsOfRun(tx, run))
    await tellAccount(tx, {
      accountId,
      kind: 'taper-ending',
      params: { office, until },
      subject: { kind: 'decision', id: run.id },
      officeId: run.officeId,
      source: `taper:${run.id}:${until}:${accountId}`,
    });
}

/** @returns false where this clock was told before */
async function setMark(tx: Context, run: RunRow, mark: Mark, clock: string): Promise<boolean> {
  await tx.db
    .update(workItems)
    .set({ marks: withMark(mark) })
    .where(and(eq(workItems.subjectId, run.id), inArray(workItems.kind, ['application-run', 'case-run', 'alert'])));
  const action = kindOf(mark);
  const fresh = await tellSupervisors(tx, {
    officeId: run.officeId,
    kind: action,
    subjectId: run.id,
    source: `clock:${run.id}:${clock}:${mark}`,
  });
  if (fresh) await record(tx, { actor: { kind: 'system' }, action, object: ['procedure', run.id], officeId: run.officeId });
  return fresh;
}

const kindOf = (mark: Mark) => (mark === 'due-now' ? 'clock-at-end' : 'clock-near');
