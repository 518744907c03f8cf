import { randomUUID } from 'node:crypto';
import type { RecordedEvent } from '@assist/contracts';
import type { CivilDate } from '@assist/policy';
import { CLOCK_RULES, POLICY_VERSION, type Role, runClock } from '@assist/policy-chongqing';
import { eq, sql } from 'drizzle-orm';
import { dayInShanghai } from '../../clock.ts';
import { procedureEvents, procedureRuns, workItems } from '../../db/schema.ts';
import type { Actor } from '../audit/record.ts';
import { type Context, now } from '../context.ts';
import { ServiceProblem } from '../problem.ts';
import { withoutClockMarks } from '../queue/clock-marks.ts';
import { type ItemPerson, itemPersonPlace } from '../queue/item-view.ts';
import { clocksOfRun, nearest } from './clocks.ts';
import { eventPlace, policyRecord, procedureOfRun, type RunRow, recordOf, runPersonPlace } from './record.ts';
import { isEnded, waitsFor } from './steps.ts';

export interface FirstEvent {
  readonly event: RecordedEvent;
  readonly on: CivilDate;
  readonly role: Role;
  readonly actor: Actor;
  readonly at?: Date;
}

export interface NewRun {
  readonly runId: string;
  readonly officeId: string;
  /** 6 digits. */
  readonly district: string;
  readonly procedure: string;
  readonly openedOn: CivilDate;
  readonly applicationId?: string | undefined;
  readonly caseId?: string | undefined;
  readonly changeId?: string | undefined;
  readonly parentId?: string | undefined;
  readonly urgentCallId?: string | undefined;
  readonly person: ItemPerson;
  readonly number?: string | undefined;
  readonly first: readonly FirstEvent[];
}

/** Opens a run with the events that stand at its beginning, and its work item. In the caller's transaction. @throws ServiceProblem `not-found` */
export async function insertRun(tx: Context, run: NewRun): Promise<RunRow> {
  const [opening] = run.first;
  if (!opening) throw new Error('a run begins with an event');
  const [row] = await tx.db
    .insert(procedureRuns)
    .values({
      id: run.runId,
      officeId: run.officeId,
      district: run.district,
      procedure: run.procedure,
      openedOn: run.openedOn,
      applicationId: run.applicationId ?? null,
      caseId: run.caseId ?? null,
      changeId: run.changeId ?? null,
      parentId: run.parentId ?? null,
      urgentCallId: run.urgentCallId ?? null,
      personSealed: tx.cipher.sealJson(runPersonPlace(run.runId), run.person),
      number: run.number ?? null,
      lastKind: opening.event.kind,
      lastOn: opening.on,
      lastByRole: opening.role,
      waitsFor: [],
      events: 0,
      policyVersion: POLICY_VERSION,
      createdAt: now(tx),
    })
    .onConflictDoNothing()
    .returning();
  // The id is that of a run which whoever asks may not see.
  if (!row) throw new ServiceProblem('not-found');
  let current: RunRow = row;
  for (const first of run.first) current = await append(tx, current, { eventId: randomUUID(), ...first });
  return current;
}

export interface Append extends FirstEvent {
  readonly eventId: string;
}

/** Puts an event at the end of the record, and the run and its work item where the record then stands. Asks nobody whether it may. */
export async function append(tx: Context, run: RunRow, { eventId, event, on, role, actor, at = now(tx) }: Append): Promise<RunRow> {
  await tx.db.insert(procedureEvents).values({
    runId: run.id,
    seq: run.events + 1,
    id: eventId,
    officeId: run.officeId,
    kind: event.kind,
    happenedOn: on,
    at,
    role,
    actorKind: actor.kind,
    actorId: actor.kind === 'system' ? 'worker' : actor.id,
    eventSealed: tx.cipher.sealJson(eventPlace(eventId), event),
    fingerprint: tx.hash.fingerprint('procedure-event', event),
  });
  return standWhere(tx, { ...run, events: run.events + 1, lastKind: event.kind, lastOn: on, lastByRole: role });
}

/** Writes where a run stands after its record: who it waits for, until when, whether it is over. */
export async function standWhere(tx: Context, run: RunRow): Promise<RunRow> {
  const today = dayInShanghai(tx.clock());
  const procedure = procedureOfRun(run);
  const record = policyRecord(await recordOf(tx, run.id));
  const due = nearest(await clocksOfRun(tx, run, procedure, record));
  const waits = waitsFor(procedure, record, today);
  const ended = isEnded(procedure, record);
  const [row] = await tx.db
    .update(procedureRuns)
    .set({
      events: run.events,
      lastKind: run.lastKind,
      lastOn: run.lastOn,
      lastByRole: run.lastByRole,
      waitsFor: waits,
      due: due?.by ?? null,
      dueProvisional: due?.provisional ?? false,
      endedOn: ended ? today : null,
    })
    .where(eq(procedureRuns.id, run.id))
    .returning();
  await placeItem(tx, row as RunRow, waits.includes('township') || waits.includes('village'));
  return row as RunRow;
}

/** The township's item of a run: open while the township can do something. */
async function placeItem(tx: Context, run: RunRow, open: boolean): Promise<void> {
  const id = randomUUID();
  // Where no clause sets a day, our own promise of a reply stands in.
  const promised = runClock(CLOCK_RULES.firstReply, run.lastOn as CivilDate, tx.calendar);
  const kind = run.applicationId || run.urgentCallId ? 'application-run' : run.procedure === 'alert' ? 'alert' : 'case-run';
  const standing = {
    state: run.endedOn ? ('done' as const) : ('to-do' as const),
    open: open && run.endedOn === null,
    stepDue: run.due ?? promised.by,
    stepProvisional: run.due ? run.dueProvisional : promised.provisional,
    about: [run.procedure, run.lastKind],
  };
  await tx.db
    .insert(workItems)
    .values({
      id,
      officeId: run.officeId,
      kind,
      subjectId: run.id,
      caseId: run.caseId,
      number: run.number,
      personSealed: tx.cipher.sealJson(itemPersonPlace(id), tx.cipher.openJson<ItemPerson>(runPersonPlace(run.id), run.personSealed)),
      receivedAt: now(tx),
      ...standing,
    })
    .onConflictDoUpdate({
      target: [workItems.kind, workItems.subjectId],
      targetWhere: sql`subject_id is not null`,
      set: {
        ...standing,
        // A step further, another clock: what was near is not any more.
        marks: withoutClockMarks,
        ...(standing.open ? {} : { claimedBy: null, claimedUntil: null }),
      },
    });
}
