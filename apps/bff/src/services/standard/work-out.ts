import { randomUUID } from 'node:crypto';
import { type CivilDate, type DivisionCode, dateText } from '@assist/policy';
import { standardInForce } from '@assist/policy-chongqing';
import { asc, eq, isNull, sql } from 'drizzle-orm';
import { dayInShanghai } from '../../clock.ts';
import { procedureRuns, standardProposals, standardRuns } from '../../db/schema.ts';
import { record } from '../audit/record.ts';
import { casesByIds, type OpenCase } from '../case-file/case-file-of.ts';
import { type Context, now } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { insertRun } from '../procedure/open-run.ts';
import { busyAmong, rowOf, type StandardRunRow, workOutCase } from './rows.ts';

const BATCH = 100;

/**
 * Works out what was begun, a hundred households at a time: each part stands whole or not at all, and whoever goes on after a kill begins
 * behind it. A household has one answer for a standard, however often it is looked at. @returns how many were worked out
 */
export async function workOutStandards(ctx: Context): Promise<number> {
  let worked = 0;
  for (;;) {
    const part = await inTransaction(ctx, workOutPart);
    if (part === undefined) return worked;
    worked += part;
  }
}

async function workOutPart(tx: Context): Promise<number | undefined> {
  const [run] = await tx.db
    .select()
    .from(standardRuns)
    .where(isNull(standardRuns.workedOutAt))
    .orderBy(asc(standardRuns.startedAt), asc(standardRuns.id))
    .limit(1)
    .for('update', { skipLocked: true });
  if (!run) return undefined;
  const inForce = standardInForce(run.district as DivisionCode, dayInShanghai(tx.clock()));
  // A newer one came while it waited: nothing more is worked out by this one.
  const ids = inForce?.from === run.standardFrom ? await nextCases(tx, run) : [];
  const cases = await casesByIds(tx, ids);
  const today = dayInShanghai(tx.clock());
  const busy = await busyAmong(tx, ids);
  for (const opened of cases.values()) await workOutOne(tx, run, opened, today, busy.has(opened.row.id));
  const last = ids.at(-1);
  await tx.db
    .update(standardRuns)
    .set(ids.length < BATCH ? { workedOutAt: now(tx) } : { afterCase: last as string })
    .where(eq(standardRuns.id, run.id));
  return cases.size;
}

/** In force, of this township or district, and without an answer yet; an answer that was left to a person and taken up by nobody is tried again. */
async function nextCases(tx: Context, run: StandardRunRow): Promise<string[]> {
  const whose = run.officeId ? sql`c.office_id = ${run.officeId}` : sql`c.district = ${run.district}`;
  const rows = await tx.db.execute<{ id: string }>(sql`
    select c.id from case_files c
    where c.ended_on is null and ${whose} and c.id > ${run.afterCase}::uuid
      and not exists (select from standard_proposals p where p.case_id = c.id and p.standard_from = ${run.standardFrom}::date
        and (p.outcome <> 'person' or p.worked_out_on = ${dayInShanghai(tx.clock())}::date))
    order by c.id limit ${BATCH} for update of c`);
  return rows.map((row) => row.id);
}

async function workOutOne(tx: Context, run: StandardRunRow, opened: OpenCase, today: CivilDate, busy: boolean): Promise<void> {
  const caseId = opened.row.id;
  const values = rowOf(opened, workOutCase(tx, opened, today, busy), today);
  const [fresh] = await tx.db
    .insert(standardProposals)
    .values({ caseId, standardFrom: run.standardFrom, standardRunId: run.id, ...values })
    .onConflictDoUpdate({
      target: [standardProposals.caseId, standardProposals.standardFrom],
      set: values,
      setWhere: eq(standardProposals.outcome, 'person'),
    })
    .returning();
  if (!fresh) return;
  await record(tx, {
    actor: { kind: 'system' },
    action: 'standard-worked-out',
    object: ['case', caseId],
    officeId: opened.row.officeId,
    result: values.outcome,
  });
  if (values.outcome === 'lower') await lookedAtByOfficer(tx, run, opened, today);
}

/** What would be less becomes a review by an officer, with all its steps; one that is open already does. */
async function lookedAtByOfficer(tx: Context, run: StandardRunRow, { row, members }: OpenCase, today: CivilDate): Promise<void> {
  const [open] = await tx.db
    .select({ id: procedureRuns.id })
    .from(procedureRuns)
    .where(sql`${procedureRuns.caseId} = ${row.id} and ${procedureRuns.procedure} = 'review' and ${procedureRuns.endedOn} is null`);
  const runId = open?.id ?? randomUUID();
  if (!open)
    await insertRun(tx, {
      runId,
      officeId: row.officeId,
      district: row.district,
      procedure: 'review',
      openedOn: today,
      caseId: row.id,
      person: { name: members[0]?.person.name ?? '', members: row.members },
      number: row.registerNumber,
      first: [
        {
          event: {
            kind: 'opened',
            periodFrom: (row.lastReview as CivilDate | null) ?? today,
            reason: `按${dateText(run.standardFrom as CivilDate)}起的标准重新算，和现在发的对不上，请人看。没看完以前照旧发。`,
          },
          on: today,
          role: 'township',
          actor: { kind: 'system' },
        },
      ],
    });
  await tx.db
    .update(standardProposals)
    .set({ procedureRunId: runId })
    .where(sql`${standardProposals.caseId} = ${row.id} and ${standardProposals.standardFrom} = ${run.standardFrom}`);
}
