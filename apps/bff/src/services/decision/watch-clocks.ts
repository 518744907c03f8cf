import type { MessageKind } from '@assist/contracts';
import { addDays, type CivilDate } from '@assist/policy';
import { eq, sql } from 'drizzle-orm';
import { dayInShanghai } from '../../clock.ts';
import { caseFiles, procedureRuns } from '../../db/schema.ts';
import { workingDaysLeft } from '../application/clock-view.ts';
import { record } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { tellAccount } from '../message/tell.ts';
import { officeOf } from '../place/offices.ts';
import { clocksOfRun } from '../procedure/clocks.ts';
import { policyRecord, procedureOfRun, type RunRow, recordOf } from '../procedure/record.ts';
import { tellSupervisors } from '../supervisor/tell.ts';
import { accountsOfRun } from './accounts-of-run.ts';
import { isShown } from './of-resident.ts';
import { isToldClock } from './view.ts';

const SOON = 2;
/** Two working days are never further away than this, whatever the holidays. */
const FAR_DAYS = 14;
const TAPER_DAYS = 30;
const BATCH = 100;

type Mark = 'due-soon' | 'due-now';

/**
 * Two working days before a clock's end, and at it: a mark on the township's item, the household told, both on the audit record; each
 * once a step. Thirty days before a taper's end the household is told too, so that nobody is forgotten at it.
 */
export async function watchClocks(ctx: Context): Promise<void> {
  const today = dayInShanghai(ctx.clock());
  for (const mark of ['due-now', 'due-soon'] as const) {
    let after = '00000000-0000-0000-0000-000000000000';
    for (;;) {
      const ids = await near(ctx, mark, today, after);
      for (const id of ids) await inTransaction(ctx, (tx) => mind(tx, id, mark, today));
      if (ids.length < BATCH) break;
      after = ids.at(-1) as string;
    }
  }
}

async function near(ctx: Context, mark: Mark, today: CivilDate, after: string): Promise<string[]> {
  const until = mark === 'due-now' ? today : addDays(today, FAR_DAYS);
  const rows = (await ctx.db.execute(sql`
    select r.id from procedure_runs r join work_items w on w.subject_id = r.id
    where r.ended_on is null and r.id > ${after}::uuid and not (${mark} = any (w.marks)) and w.kind in ('application-run', 'case-run', 'alert')
      and (r.due <= ${until}::date or (r.procedure = 'taper' and exists (
        select from case_files c where c.id = r.case_id and c.taper_until <= ${addDays(today, TAPER_DAYS)}::date)))
    order by r.id limit ${BATCH}`)) as unknown as readonly { id: string }[];
  return rows.map((row) => row.id);
}

async function mind(tx: Context, runId: string, mark: Mark, today: CivilDate): Promise<void> {
  const [run] = await tx.db.select().from(procedureRuns).where(eq(procedureRuns.id, runId)).for('update');
  if (!run || run.endedOn) return;
  if (run.procedure === 'taper') return mindTaper(tx, run, mark, today);
  const clocks = await clocksOfRun(tx, run, procedureOfRun(run), policyRecord(await recordOf(tx, runId)));
  const [clock] = clocks.filter((one) => isToldClock(one.rule));
  if (!clock) return;
  const left = workingDaysLeft(today, clock.by, tx.calendar);
  // At its end the day itself counts; two days before, what is past was told already.
  if (mark === 'due-now' ? clock.by > today : left > SOON || clock.by <= today) return;
  await setMark(tx, run, mark, `${clock.rule}:${clock.by}`);
  if (!isShown(run.procedure)) return;
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

async function mindTaper(tx: Context, run: RunRow, mark: Mark, today: CivilDate): Promise<void> {
  if (!run.caseId) return;
  const [file] = await tx.db.select({ until: caseFiles.taperUntil }).from(caseFiles).where(eq(caseFiles.id, run.caseId));
  const until = file?.until as CivilDate | null | undefined;
  if (!until || (mark === 'due-now' ? until > today : until > addDays(today, TAPER_DAYS))) return;
  await setMark(tx, run, mark, `taper:${until}`);
  if (mark === 'due-now') return;
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

async function setMark(tx: Context, run: RunRow, mark: Mark, clock: string): Promise<void> {
  await tx.db.execute(
    sql`update work_items set marks = array_append(marks, ${mark}) where subject_id = ${run.id}::uuid and kind in ('application-run', 'case-run', 'alert')`,
  );
  await record(tx, {
    actor: { kind: 'system' },
    action: mark === 'due-now' ? 'clock-at-end' : 'clock-near',
    object: ['procedure', run.id],
    officeId: run.officeId,
  });
  await tellSupervisors(tx, {
    officeId: run.officeId,
    kind: mark === 'due-now' ? 'clock-at-end' : 'clock-near',
    subjectId: run.id,
    source: `clock:${run.id}:${clock}:${mark}`,
  });
}
