import type { RECIPIENT_KINDS_IN_FORCE, RunView } from '@assist/contracts';
import type { CivilDate, Fen } from '@assist/policy';
import { EVENTS, type EventKind, type Role } from '@assist/policy-chongqing';
import { and, eq, isNull, ne } from 'drizzle-orm';
import { dayInShanghai, instantText } from '../../clock.ts';
import { caseBenefits, offices, postingHolds, staffAccounts, workItems } from '../../db/schema.ts';
import { workingDaysLeft } from '../application/clock-view.ts';
import { assumptionCitation, citations } from '../clause/citations.ts';
import type { Context } from '../context.ts';
import { statementsOf } from '../decision/statements.ts';
import { postingPlace } from '../posting/sealed-places.ts';
import { postingsOfRun } from '../posting/view.ts';
import { type ItemPerson, workItemView } from '../queue/item-view.ts';
import type { Staff } from '../staff/who.ts';
import { clocksOfRun } from './clocks.ts';
import { computedAnew } from './computed-anew.ts';
import { mayBeHandledAs } from './handled-as.ts';
import { policyRecord, procedureOfRun, type RunRow, recordOf, runPersonPlace, type StoredEvent } from './record.ts';
import { stepsNow } from './steps.ts';
import { whoDecided } from './who-decided.ts';

const DECIDES: ReadonlySet<string> = new Set<EventKind>(['confirmed', 'refused']);
const ACTORS = { account: '居民', system: '系统' } as const;

/** A run as one person sees it: the record, what may be recorded next and what is missing, and the clocks. */
export async function runView(ctx: Context, staff: Staff, run: RunRow): Promise<RunView> {
  const today = dayInShanghai(ctx.clock());
  const procedure = procedureOfRun(run);
  const stored = await recordOf(ctx, run.id);
  const record = policyRecord(stored);
  const [office] = await ctx.db.select({ name: offices.name }).from(offices).where(eq(offices.id, run.officeId));
  const names = await staffNames(ctx);
  const role: Role = staff.role === 'confirmer' ? 'district' : staff.role === 'assistant' ? 'village' : 'township';
  const steps = stepsNow(procedure, record, { role, by: staff.staffId }, today);
  const person = ctx.cipher.openJson<ItemPerson>(runPersonPlace(run.id), run.personSealed);
  const [item] = await ctx.db
    .select()
    .from(workItems)
    .where(and(eq(workItems.subjectId, run.id), eq(workItems.officeId, staff.officeId)));
  const paid = run.caseId ? await paidNow(ctx, run.caseId) : undefined;
  const anew = await computedAnew(ctx, run, today);
  const proposed = stored.findLast(({ event }) => event.kind === 'opinion')?.event.proposal;
  const mayAs = mayBeHandledAs(run, record);
  const deciders = await Promise.all(stored.map(({ row }) => (DECIDES.has(row.kind) ? whoDecided(ctx, row) : undefined)));
  return {
    runId: run.id,
    procedure: run.procedure,
    title: procedure.title,
    district: run.district,
    office: { id: run.officeId, name: office?.name ?? '' },
    ...(run.number && { number: run.number }),
    name: person.name,
    members: person.members,
    ...(run.applicationId && { applicationId: run.applicationId }),
    ...(run.caseId && { caseId: run.caseId }),
    ...(run.changeId && { changeId: run.changeId }),
    ...(run.urgentCallId && { urgentCallId: run.urgentCallId }),
    openedOn: run.openedOn as CivilDate,
    ended: run.endedOn !== null,
    events: stored.map(({ row, event }, i) => ({
      eventId: row.id,
      title: EVENTS[row.kind as EventKind],
      at: instantText(row.at),
      who: row.actorKind === 'staff' ? (names.get(row.actorId) ?? '') : ACTORS[row.actorKind],
      event,
      on: row.happenedOn as CivilDate,
      role: row.role as Role,
      ...(deciders[i] && { decidedBy: deciders[i] }),
    })),
    steps: steps.map(({ step, title, done, mine, missing, asks }) => ({
      kind: step.event,
      title,
      by: [...step.by],
      mine: mine && staff.role !== 'auditor',
      possible: missing.length === 0,
      done,
      missing: missing.map((one) => ({
        sentence: one.words,
        clauses: [...citations(one.clauses), ...(one.assumption ? [assumptionCitation(one.assumption)] : [])],
      })),
      asks: asks.map((one) => ({ field: one.field, ...(one.among && { among: [...one.among] }) })),
      clauses: citations(step.clauses),
      ...(step.leftToOfficer && { leftToOfficer: step.leftToOfficer }),
    })),
    clocks: (await clocksOfRun(ctx, run, procedure, record)).map((clock) => ({
      id: clock.rule,
      title: clock.title,
      due: { date: clock.by, provisional: clock.provisional },
      left: workingDaysLeft(today, clock.by, ctx.calendar),
      clauses: [...citations(clock.clauses), ...(clock.assumption ? [assumptionCitation(clock.assumption)] : [])],
    })),
    ...(paid && { paid }),
    ...(proposed && { proposed }),
    ...(mayAs.length && { mayHandleAs: mayAs }),
    ...(item && { item: await workItemView(ctx, item) }),
    ...(await besideRun(ctx, run, stored)),
    notes: [...(anew ? [anew] : []), ...(procedure.notes ?? [])],
  };
}

/** What the household said in the app, and what hangs. */
async function besideRun(
  ctx: Context,
  run: RunRow,
  stored: readonly StoredEvent[],
): Promise<Pick<RunView, 'statements' | 'postings' | 'heldBack'>> {
  const [statements, hung, [hold]] = await Promise.all([
    statementsOf(ctx, run.id, stored),
    postingsOfRun(ctx, run.id),
    ctx.db
      .select()
      .from(postingHolds)
      .where(and(eq(postingHolds.runId, run.id), isNull(postingHolds.liftedAt))),
  ]);
  return {
    ...(statements.length && { statements: statements.map(({ id, at, words, recorded }) => ({ id, at, words, recorded })) }),
    ...(hung.length && { postings: hung }),
    ...(hold && {
      heldBack: { at: instantText(hold.at), reason: ctx.cipher.openText(postingPlace.hold(run.id), hold.reasonSealed) },
    }),
  };
}

async function paidNow(ctx: Context, caseId: string): Promise<RunView['paid']> {
  const rows = await ctx.db
    .select()
    .from(caseBenefits)
    .where(and(eq(caseBenefits.caseId, caseId), isNull(caseBenefits.until)));
  return {
    benefits: rows.map((row) => ({
      kind: row.kind as (typeof RECIPIENT_KINDS_IN_FORCE)[number],
      amount: row.amount as Fen,
      ...(row.memberId && { memberId: row.memberId }),
    })),
  };
}

async function staffNames(ctx: Context): Promise<Map<string, string>> {
  const rows = await ctx.db.select({ id: staffAccounts.id, name: staffAccounts.name }).from(staffAccounts).where(ne(staffAccounts.id, ''));
  return new Map(rows.map((row) => [row.id, row.name]));
}
