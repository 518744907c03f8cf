import type { RecordedEvent } from '@assist/contracts';
import type { CivilDate, DivisionCode } from '@assist/policy';
import {
  type CaseEvent,
  type ExtensionReason,
  type GroundId,
  inDistrict,
  type Procedure,
  procedure as procedureOf,
  type Role,
} from '@assist/policy-chongqing';
import { asc, eq } from 'drizzle-orm';
import { procedureEvents, type procedureRuns } from '../../db/schema.ts';
import type { Context } from '../context.ts';

export type RunRow = typeof procedureRuns.$inferSelect;
export type EventRow = typeof procedureEvents.$inferSelect;

export const runPersonPlace = (runId: string): string => `procedure.person:${runId}`;
export const eventPlace = (eventId: string): string => `procedure.event:${eventId}`;

/** An event as it lies in the record, opened. */
export interface StoredEvent {
  readonly row: EventRow;
  readonly event: RecordedEvent;
}

/** The record of a run, in order. */
export async function recordOf(ctx: Context, runId: string): Promise<StoredEvent[]> {
  const rows = await ctx.db.select().from(procedureEvents).where(eq(procedureEvents.runId, runId)).orderBy(asc(procedureEvents.seq));
  return rows.map((row) => ({ row, event: ctx.cipher.openJson<RecordedEvent>(eventPlace(row.id), row.eventSealed) }));
}

/** The procedure of a run as its district has it on the day it was opened. */
export const procedureOfRun = (run: Pick<RunRow, 'procedure' | 'district' | 'openedOn'>): Procedure => {
  const found = procedureOf(run.procedure);
  if (!found) throw new Error('a run of a procedure that is not in the package');
  return inDistrict(found, run.district as DivisionCode, run.openedOn as CivilDate);
};

export interface Recorder {
  readonly eventId: string;
  readonly on: CivilDate;
  readonly role: Role;
  /** Opaque id of who records it. */
  readonly by: string;
}

/** What the policy package reads of an event: opaque ids, no names. Two visitors of one name are one. */
export function policyEvent(event: RecordedEvent, { eventId, on, role, by }: Recorder): CaseEvent {
  const { visit } = event;
  const objection = event.kind === 'objected' ? eventId : event.objection;
  return {
    kind: event.kind,
    on,
    role,
    by,
    ...(event.periodFrom && { periodFrom: event.periodFrom }),
    ...(visit && {
      visit: {
        people: new Set(visit.visitors.map((name) => name.trim())).size,
        way: visit.way,
        ...(visit.livesElsewhere && { livesElsewhere: true }),
      },
    }),
    ...(event.ground && { ground: event.ground as GroundId }),
    ...(event.reason && { reason: event.reason }),
    ...(event.clauses && { clauses: event.clauses }),
    ...(event.remedies && { remedies: true }),
    ...(objection && { objection }),
    ...(event.extension && { extension: event.extension as ExtensionReason }),
    ...(event.looked && { looked: event.looked }),
    ...(event.survey && { surveyed: event.survey.filter((one) => one.words.trim() !== '').map((one) => one.about) }),
    ...(event.conclusion && { conclusion: event.conclusion }),
    ...(event.amount !== undefined && { amount: event.amount }),
  };
}

export const policyRecord = (record: readonly StoredEvent[]): CaseEvent[] =>
  record.map(({ row, event }) =>
    policyEvent(event, { eventId: row.id, on: row.happenedOn as CivilDate, role: row.role as Role, by: row.actorId }),
  );
