import { randomUUID } from 'node:crypto';
import type { RecordedEvent, StandardStep } from '@assist/contracts';
import { type CivilDate, type DivisionCode, dateText, type Fen, yuanText } from '@assist/policy';
import { standardInForce } from '@assist/policy-chongqing';
import { and, eq } from 'drizzle-orm';
import { dayInShanghai } from '../../clock.ts';
import { procedureEvents, standardProposals } from '../../db/schema.ts';
import { record } from '../audit/record.ts';
import { caseById } from '../case-file/case-file-of.ts';
import { citations } from '../clause/citations.ts';
import type { Context } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { ServiceProblem } from '../problem.ts';
import { insertRun } from '../procedure/open-run.ts';
import { putOnRecord } from '../procedure/put-on-record.ts';
import type { RunRow } from '../procedure/record.ts';
import { lockRun } from '../procedure/record-event.ts';
import { roleOf } from '../procedure/who.ts';
import { requireHandler, type Staff } from '../staff/who.ts';
import { busyAmong, type ProposalRow, proposalsOf, rowOf, type StandardRunRow, standardRunOf, workOutCase } from './rows.ts';

export interface Stepped {
  readonly caseId: string;
  readonly done: boolean;
  readonly missing: string[];
}

/**
 * One step of the raise for several households, each by itself: whether it may be is the policy package's to say, as for one taken alone.
 * A step that stands is done; what is refused says what is missing, and keeps nobody else back.
 * @throws ServiceProblem `not-found`, `forbidden`
 */
export async function stepStandardRun(
  ctx: Context,
  staff: Staff,
  standardRunId: string,
  { step, caseIds }: { readonly step: StandardStep; readonly caseIds: readonly string[] },
): Promise<{ items: Stepped[] }> {
  const run = await standardRunOf(ctx, standardRunId);
  if (step === 'opinion') requireHandler(staff);
  const items: Stepped[] = [];
  for (const caseId of new Set(caseIds)) items.push(await stepOne(ctx, staff, run, step, caseId));
  return { items };
}

async function stepOne(ctx: Context, staff: Staff, run: StandardRunRow, step: StandardStep, caseId: string): Promise<Stepped> {
  try {
    const missing = await inTransaction(ctx, (tx) => take(tx, staff, run, step, caseId));
    return { caseId, done: missing.length === 0, missing };
  } catch (problem) {
    if (!(problem instanceof ServiceProblem)) throw problem;
    const said = problem.fields?.map((one) => one.sentence.replaceAll('｜', '，')) ?? [];
    return { caseId, done: false, missing: said.length ? said : ['没有找到，或者刚才有人动过，请看最新的'] };
  }
}

/** @returns what keeps it from being done; empty once it stands */
async function take(tx: Context, staff: Staff, run: StandardRunRow, step: StandardStep, caseId: string): Promise<string[]> {
  const [row] = await tx.db
    .select()
    .from(standardProposals)
    .where(and(proposalsOf(run), eq(standardProposals.caseId, caseId)))
    .for('update');
  if (!row) throw new ServiceProblem('not-found');
  if (row.outcome !== 'raise') return ['这一户不是要加的，不在这里办'];
  if (step === 'opinion' && !row.procedureRunId) return propose(tx, staff, run, row);
  if (!row.procedureRunId) return ['先要有镇街的意见'];
  const raise = await lockRun(tx, staff, row.procedureRunId);
  const [stands] = await tx.db
    .select({ id: procedureEvents.id })
    .from(procedureEvents)
    .where(and(eq(procedureEvents.runId, raise.id), eq(procedureEvents.kind, step)));
  if (stands) return [];
  await putOne(tx, staff, raise, step === 'confirmed' ? confirmation(run) : { kind: step });
  return [];
}

/** The opinion, in the name of who gives it; worked out once more, for what it rests on may have changed since. */
async function propose(tx: Context, staff: Staff, run: StandardRunRow, row: ProposalRow): Promise<string[]> {
  const opened = await caseById(tx, row.caseId);
  if (!opened) throw new ServiceProblem('not-found');
  const today = dayInShanghai(tx.clock());
  const busy = await busyAmong(tx, [row.caseId]);
  const values = rowOf(opened, workOutCase(tx, opened, today, busy.has(row.caseId)), today);
  const same = and(eq(standardProposals.caseId, row.caseId), eq(standardProposals.standardFrom, row.standardFrom));
  if (values.outcome !== 'raise' || values.workedOut !== row.workedOut || values.paid !== row.paid) {
    await tx.db.update(standardProposals).set(values).where(same);
    return ['册上的和算的时候不一样了，刚才重新算过，请再看一眼'];
  }
  const runId = randomUUID();
  const actor = { kind: 'staff', id: staff.staffId } as const;
  const raise = await insertRun(tx, {
    runId,
    officeId: opened.row.officeId,
    district: opened.row.district,
    procedure: 'raise',
    openedOn: today,
    caseId: row.caseId,
    person: { name: opened.members[0]?.person.name ?? '', members: opened.row.members },
    number: opened.row.registerNumber,
    first: [{ event: { kind: 'opened', reason: because(run, row) }, on: today, role: 'township', actor }],
  });
  await record(tx, { actor, action: 'procedure-opened', object: ['procedure', runId], officeId: opened.row.officeId, result: 'raise' });
  await tx.db.update(standardProposals).set({ procedureRunId: runId }).where(same);
  await putOne(tx, staff, raise, {
    kind: 'opinion',
    reason: because(run, row),
    proposal: { benefits: [{ kind: 'subsistence', amount: row.workedOut as Fen }] },
  });
  return [];
}

const putOne = (tx: Context, staff: Staff, raise: RunRow, event: RecordedEvent): Promise<void> =>
  putOnRecord(tx, raise, {
    eventId: randomUUID(),
    event,
    on: dayInShanghai(tx.clock()),
    role: roleOf(staff),
    actor: { kind: 'staff', id: staff.staffId },
  });

const sourcesOf = (run: StandardRunRow): readonly string[] =>
  standardInForce(run.district as DivisionCode, run.standardFrom as CivilDate)?.sources ?? [];

function because(run: StandardRunRow, row: ProposalRow): string {
  const papers = citations(sourcesOf(run)).map((one) => one.label);
  return `${dateText(run.standardFrom as CivilDate)}起低保标准变了（${papers.join('、')}），按新标准重新算，每月从${yuanText(row.paid as Fen)}变成${yuanText(row.workedOut as Fen)}`;
}

const confirmation = (run: StandardRunRow): RecordedEvent => ({
  kind: 'confirmed',
  reason: `按${dateText(run.standardFrom as CivilDate)}起的标准，同意`,
  clauses: ['JLP53-6-2', ...sourcesOf(run)].filter((id) => run.district === '500107' || !id.startsWith('JLP53-')),
});
