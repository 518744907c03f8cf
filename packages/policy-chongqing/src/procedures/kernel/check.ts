import { addDays } from '@assist/policy';
import type { CaseEvent } from './event.ts';
import type { Procedure } from './procedure.ts';
import type { Requirement } from './requirement.ts';

export type MayRecord = { readonly ok: true } | { readonly ok: false; readonly missing: readonly Missing[] };

/** Why an event cannot be recorded yet, in words, with the clause. */
export interface Missing {
  readonly words: string;
  readonly clauses: readonly string[];
  readonly assumption?: string;
}

/**
 * Whether an event may be put on record after those that are. Nothing else is looked at: what is not an event of the procedure
 * cannot open a step, and cannot close one.
 */
export function mayRecord(procedure: Procedure, record: readonly CaseEvent[], event: CaseEvent): MayRecord {
  const step = procedure.steps.find((one) => one.event === event.kind);
  if (!step) return refuse('这个程序里没有这一步');
  if (record.some((one) => procedure.ends.includes(one.kind))) return refuse('这件事已经办结');
  const { decided } = procedure;
  if (decided && !decided.after.includes(event.kind) && record.some((one) => one.kind === decided.by))
    return refuse('已经确认了，不再重新决定；以后的变化走变化的程序，要减要停先听本人说', decided.clauses);
  if (!step.by.includes(event.role)) return refuse('这一步要由别的人来做', step.clauses);
  const last = record.at(-1);
  // A visit of the same period may be entered later than it took place; everything else stands in the order of its days.
  if (last && event.on < last.on && event.kind !== 'visited') return refuse('日期早于前一步');
  const missing = step.requires.filter((one) => !holds(one, record, event));
  return missing.length === 0
    ? { ok: true }
    : { ok: false, missing: missing.map(({ words, clauses, assumption }) => ({ words, clauses, ...(assumption ? { assumption } : {}) })) };
}

/** Records what may be recorded, in order, and drops the rest: how a stored case is read back. */
export function replay(procedure: Procedure, events: readonly CaseEvent[]): readonly CaseEvent[] {
  const record: CaseEvent[] = [];
  for (const event of events) if (mayRecord(procedure, record, event).ok) record.push(event);
  return record;
}

function refuse(words: string, clauses: readonly string[] = []): MayRecord {
  return { ok: false, missing: [{ words, clauses }] };
}

function holds(requirement: Requirement, record: readonly CaseEvent[], event: CaseEvent): boolean {
  switch (requirement.ask) {
    case 'done':
      return record.some((one) => one.kind === requirement.event);
    case 'carries':
      return isFilled(event[requirement.field]);
    case 'ground-among':
      return [event, ...record].some(
        (one) => one.kind === 'ground-named' && one.ground !== undefined && requirement.grounds.includes(one.ground),
      );
    case 'visit':
      return record.some((one) => isVisit(one, requirement.people) && (!requirement.inPeriod || isInPeriod(one, record, event)));
    case 'tries':
      return new Set(record.filter((one) => one.kind === 'tried-to-hear').map((one) => one.on)).size >= requirement.days;
    case 'days-since': {
      const since = record[lastIndex(record, requirement.event)];
      return since !== undefined && event.on > addDays(since.on, requirement.days);
    }
    case 'objections-answered':
      return record.every((one) => one.kind !== 'objected' || answers(record, one));
    case 'doubts-settled':
      return lastIndex(record, 'doubted') <= lastIndex(record, 'doubt-settled');
    case 'opinion-after-objection':
      return lastIndex(record, 'objected') <= lastIndex(record, 'opinion');
    case 'opinion-put-up': {
      const later = record.slice(lastIndex(record, 'notice-posted') + 1).map((one) => one.kind);
      const [opinion, objection] = [later.indexOf('opinion'), later.indexOf('objected')];
      return opinion < 0 || lastIndex(record, 'notice-posted') < 0 || (objection >= 0 && objection < opinion);
    }
    case 'newest-after':
      // Where it is missing altogether, that is said by what asks for it.
      return lastIndex(record, requirement.event) < 0 || lastIndex(record, requirement.event) >= lastIndex(record, requirement.after);
    case 'not-done':
      return record.every((one) => one.kind !== requirement.event);
    case 'extension-among':
      return (
        event.extension !== undefined &&
        requirement.of.includes(event.extension) &&
        (event.extension !== 'notice-objected' || record.some((one) => one.kind === 'objected'))
      );
    case 'another-person':
      return (
        event.by !== undefined &&
        record.filter((one) => one.kind === requirement.than).every((one) => one.by !== undefined && one.by !== event.by)
      );
    case 'looked-at':
      return requirement.all.every((one) => event.looked?.includes(one));
    case 'surveyed':
      return requirement.all.every((one) => event.surveyed?.includes(one));
    case 'conclusion-among':
      return event.conclusion !== undefined && requirement.of.includes(event.conclusion);
    case 'any':
      return requirement.of.some((one) => holds(one, record, event));
  }
}

function isFilled(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() !== '';
  return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== false;
}

/** At home counts always, by an entrusted township where they live elsewhere, by phone or video only then. */
function isVisit({ kind, visit }: CaseEvent, people: number): boolean {
  if (kind !== 'visited' || !visit || visit.people < people) return false;
  return visit.way === 'at-home' || visit.livesElsewhere === true;
}

function isInPeriod(visit: CaseEvent, record: readonly CaseEvent[], event: CaseEvent): boolean {
  const from = record.find((one) => one.kind === 'opened')?.periodFrom;
  return from !== undefined && visit.on >= from && visit.on <= event.on;
}

function answers(record: readonly CaseEvent[], objection: CaseEvent): boolean {
  return record.some((one) => one.kind === 'objection-answered' && one.objection !== undefined && one.objection === objection.objection);
}

function lastIndex(record: readonly CaseEvent[], kind: CaseEvent['kind']): number {
  return record.map((one) => one.kind).lastIndexOf(kind);
}
