import { randomUUID } from 'node:crypto';
import type { Proposal, RecordedEvent } from '@assist/contracts';
import type { CivilDate } from '@assist/policy';
import { addDays, addMonths } from '@assist/policy';
import { CLOCK_RULES, runMonths } from '@assist/policy-chongqing';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { caseBenefits, caseFiles, procedureRuns } from '../../db/schema.ts';
import type { Actor } from '../audit/record.ts';
import { openCaseOfApplication } from '../case-file/open-of-application.ts';
import type { Context } from '../context.ts';
import { now } from '../context.ts';
import { afterCheckStep } from '../cross-check/open.ts';
import { giveOnce } from '../payment/give-once.ts';
import { extend } from './extend.ts';
import { insertRun } from './open-run.ts';
import { type RunRow, recordOf, runPersonPlace } from './record.ts';

export interface Happened {
  readonly eventId: string;
  readonly event: RecordedEvent;
  readonly on: CivilDate;
  readonly actor: Actor;
}

/** What an event does beside standing on record. Everything that is not here does nothing: an opinion moves no money. */
export async function afterEvent(tx: Context, run: RunRow, happened: Happened): Promise<void> {
  const { kind } = happened.event;
  await afterCheckStep(tx, run, happened);
  await giveOnce(tx, run, happened);
  if (kind === 'extended' && run.applicationId) return extend(tx, run, run.applicationId, happened.eventId, happened.actor);
  if (kind === 'confirmed' && run.applicationId && run.procedure.startsWith('application')) return grant(tx, run, happened);
  if (kind !== 'takes-effect' || !run.caseId) return;
  if (run.procedure === 'taper') return beginTaper(tx, run, run.caseId, happened);
  if (run.procedure === 'raise' || run.procedure === 'cut') return changeAmounts(tx, run, run.caseId, happened);
  if (run.procedure === 'stop') return stop(tx, run, run.caseId, happened);
}

/** The day from which money changes: the first of the month after (MCA57-21; CQR2016-22 says otherwise, a declared conflict). */
export const firstOfNextMonth = (on: CivilDate): CivilDate =>
  `${addMonths(`${on.slice(0, 7)}-01` as CivilDate, 1).slice(0, 7)}-01` as CivilDate;

/** What the newest opinion proposes. */
export async function proposalOf(tx: Context, runId: string): Promise<Proposal | undefined> {
  const record = await recordOf(tx, runId);
  return record.findLast(({ event }) => event.kind === 'opinion')?.event.proposal;
}

/** Lets the amounts of this run's case be changed by this event, for the rest of the transaction; the table's own trigger looks it up. */
const allowedBy = (tx: Context, eventId: string) => tx.db.execute(sql`select set_config('assist.amounts_by', ${`event:${eventId}`}, true)`);
const noLonger = (tx: Context) => tx.db.execute(sql`select set_config('assist.amounts_by', '', true)`);

async function grant(tx: Context, run: RunRow, { eventId, on }: Happened): Promise<void> {
  const proposal = await proposalOf(tx, run.id);
  const { applicationId, officeId, number } = run;
  if (!applicationId || !proposal || proposal.benefits.length === 0) return;
  const caseId = await openCaseOfApplication(tx, { applicationId, officeId, number }, proposal, firstOfNextMonth(on));
  await tx.db.update(procedureRuns).set({ caseId }).where(eq(procedureRuns.id, run.id));
  await allowedBy(tx, eventId);
  await tx.db.insert(caseBenefits).values(
    proposal.benefits.map((one) => ({
      caseId,
      kind: one.kind,
      memberId: one.memberId ?? '',
      officeId: run.officeId,
      amount: one.amount,
      since: firstOfNextMonth(on),
    })),
  );
  await noLonger(tx);
}

async function changeAmounts(tx: Context, run: RunRow, caseId: string, { eventId, on }: Happened): Promise<void> {
  const proposal = await proposalOf(tx, run.id);
  if (!proposal) return;
  await allowedBy(tx, eventId);
  const from = firstOfNextMonth(on);
  for (const one of proposal.benefits) {
    const same = and(
      eq(caseBenefits.caseId, caseId),
      eq(caseBenefits.kind, one.kind),
      eq(caseBenefits.memberId, one.memberId ?? ''),
      isNull(caseBenefits.until),
    );
    const [there] = await tx.db.select().from(caseBenefits).where(same).for('update');
    if (there?.amount === one.amount) continue;
    await tx.db.insert(caseBenefits).values({
      caseId,
      kind: one.kind,
      memberId: one.memberId ?? '',
      officeId: run.officeId,
      amount: one.amount,
      since: from,
    });
    // The old amount ends where the new one begins; what was paid before stays in the file.
    if (there)
      await tx.db
        .update(caseBenefits)
        .set({ until: addDays(from, -1) })
        .where(and(same, eq(caseBenefits.since, there.since)));
  }
  await noLonger(tx);
  await addUp(tx, caseId);
}

async function stop(tx: Context, run: RunRow, caseId: string, { eventId, on, actor }: Happened): Promise<void> {
  const proposal = await proposalOf(tx, run.id);
  await allowedBy(tx, eventId);
  const last = addDays(firstOfNextMonth(on), -1);
  // A stop names what stays; without a proposal all of the household's own ends.
  const stays = (kind: string, memberId: string) =>
    proposal?.benefits.some((one) => one.kind === kind && (one.memberId ?? '') === memberId);
  const rows = await tx.db
    .select()
    .from(caseBenefits)
    .where(and(eq(caseBenefits.caseId, caseId), isNull(caseBenefits.until)))
    .for('update');
  for (const row of rows) {
    if (stays(row.kind, row.memberId)) continue;
    await tx.db
      .update(caseBenefits)
      .set({ until: last })
      .where(
        and(
          eq(caseBenefits.caseId, caseId),
          eq(caseBenefits.kind, row.kind),
          eq(caseBenefits.memberId, row.memberId),
          eq(caseBenefits.since, row.since),
        ),
      );
  }
  await noLonger(tx);
  await addUp(tx, caseId);
  await insertRun(tx, {
    runId: randomUUID(),
    officeId: run.officeId,
    district: run.district,
    procedure: 'exit',
    openedOn: on,
    caseId,
    parentId: run.id,
    person: tx.cipher.openJson(runPersonPlace(run.id), run.personSealed),
    number: run.number ?? undefined,
    // Who leaves is watched for two years from then on (YMF12-5c).
    first: [
      { event: { kind: 'opened' }, on, role: 'township', actor },
      { event: { kind: 'watched' }, on, role: 'township', actor },
    ],
  });
}

async function beginTaper(tx: Context, run: RunRow, caseId: string, { on }: Happened): Promise<void> {
  const from = firstOfNextMonth(on);
  await tx.db
    .update(caseFiles)
    .set({ taperFrom: from, taperUntil: addDays(runMonths(CLOCK_RULES.taper, from).by, -1), updatedAt: now(tx) })
    .where(and(eq(caseFiles.id, caseId), eq(caseFiles.officeId, run.officeId)));
}

/** The sum and the kinds that lists show, from the benefits that are not at their end. */
async function addUp(tx: Context, caseId: string): Promise<void> {
  await tx.db.execute(sql`
    update case_files set
      amount = coalesce((select sum(amount) from case_benefits b where b.case_id = case_files.id and b.until is null), 0),
      kinds = coalesce((select array_agg(distinct kind order by kind) from case_benefits b where b.case_id = case_files.id and b.until is null), '{}'),
      updated_at = ${now(tx).toISOString()}::text::timestamptz
    where id = ${caseId}::uuid`);
}
