import type { EventField, RecordedEvent } from '@assist/contracts';
import type { CivilDate } from '@assist/policy';
import {
  ALERT_ENDS,
  type CaseEvent,
  EVENTS,
  type EventKind,
  EXTENSION_REASONS,
  type ExtensionReason,
  GROUNDS,
  type Missing,
  mayRecord,
  type Procedure,
  type Role,
} from '@assist/policy-chongqing';

type Step = Procedure['steps'][number];
type Requirement = Step['requires'][number];

/** How the conclusions of reviews, tapers and deaths are called; those of alerts stand in the policy package. */
const CONCLUSIONS: Readonly<Record<string, string>> = {
  unchanged: '不变',
  raise: '增发',
  cut: '减发',
  stop: '停发',
  taper: '渐退期',
  refer: '转到别的帮助',
  ...Object.fromEntries(Object.entries(ALERT_ENDS).map(([id, end]) => [id, end.title])),
};

export interface Ask {
  readonly field: EventField;
  readonly among?: readonly { readonly id: string; readonly title: string }[];
}

export interface StepNow {
  readonly step: Step;
  readonly title: string;
  readonly done: number;
  readonly mine: boolean;
  /** What is not on record yet and cannot be filled in here. */
  readonly missing: readonly Missing[];
  readonly asks: readonly Ask[];
}

/** Fields the requirement itself names. `by` is who records it, and never asked. */
function asksOf(requirement: Requirement): Ask[] {
  switch (requirement.ask) {
    case 'carries':
      return requirement.field === 'by' ? [] : [{ field: requirement.field }];
    case 'conclusion-among':
      return [{ field: 'conclusion', among: requirement.of.map((id) => ({ id, title: CONCLUSIONS[id] ?? id })) }];
    case 'looked-at':
      return [{ field: 'looked' }];
    case 'extension-among':
      return [{ field: 'extension', among: requirement.of.map((id) => ({ id, title: EXTENSION_REASONS[id] })) }];
    case 'surveyed':
      return [{ field: 'survey', among: requirement.all.map((about) => ({ id: about, title: about })) }];
    case 'any':
      return requirement.of.flatMap(asksOf);
    default:
      return [];
  }
}

/** What an event of its kind carries whatever the step requires. */
const ALWAYS: Partial<Record<EventKind, readonly EventField[]>> = {
  visited: ['visit'],
  opinion: ['proposal', 'reason'],
  'objection-answered': ['objection', 'reason'],
  objected: ['reason'],
  heard: ['reason'],
  'family-heard': ['reason'],
  'no-family-found': ['reason'],
  'tried-to-hear': ['reason'],
  'closed-unchanged': ['reason'],
  doubted: ['reason'],
  'joint-meeting': ['reason'],
  'village-reviewed': ['reason'],
  'check-done': ['reason'],
  'relative-registered': ['reason'],
};

function fieldsOf(step: Step): Ask[] {
  const grounds = step.requires.flatMap((one) => (one.ask === 'ground-among' && step.event === 'ground-named' ? one.grounds : []));
  const all: Ask[] = [
    ...(grounds.length ? [{ field: 'ground' as const, among: grounds.map((id) => ({ id, title: GROUNDS[id].title })) }] : []),
    ...step.requires.flatMap(asksOf),
    ...(ALWAYS[step.event] ?? []).map((field) => ({ field })),
  ];
  return all.filter((one, i) => all.findIndex((each) => each.field === one.field) === i);
}

/** An event that carries all it can: what is missing then is missing in the record. */
function filledIn(step: Step, record: readonly CaseEvent[], on: CivilDate, role: Role, by: string): CaseEvent {
  const choice = fieldsOf(step).find((one) => one.field === 'conclusion')?.among?.[0]?.id;
  const points = fieldsOf(step).find((one) => one.field === 'survey')?.among;
  const ground = fieldsOf(step).find((one) => one.field === 'ground')?.among?.[0]?.id;
  // Any but an objection, which wants one on record.
  const extension = fieldsOf(step)
    .find((one) => one.field === 'extension')
    ?.among?.at(-1)?.id;
  const answered = new Set(record.filter((one) => one.kind === 'objection-answered').map((one) => one.objection));
  const open = record.find((one) => one.kind === 'objected' && !answered.has(one.objection))?.objection;
  return {
    kind: step.event,
    on,
    role,
    by,
    reason: '…',
    amount: 1,
    clauses: ['…'],
    remedies: true,
    periodFrom: on,
    looked: ['work', 'health', 'living'],
    visit: { people: 2, way: 'at-home' },
    ...(choice && { conclusion: choice }),
    ...(points && { surveyed: points.map((one) => one.id) }),
    ...(ground && { ground: ground as NonNullable<CaseEvent['ground']> }),
    ...(open && { objection: open }),
    ...(extension && { extension: extension as ExtensionReason }),
  };
}

/** Each step of a procedure as it stands for one person: theirs or not, possible or what is missing, what to fill in. */
export function stepsNow(procedure: Procedure, record: readonly CaseEvent[], who: { role: Role; by: string }, today: CivilDate): StepNow[] {
  return procedure.steps.map((step) => {
    const mine = step.by.includes(who.role);
    const probe = filledIn(step, record, today, mine ? who.role : (step.by[0] as Role), who.by);
    const may = mayRecord(procedure, record, probe);
    return {
      step,
      title: EVENTS[step.event],
      done: record.filter((one) => one.kind === step.event).length,
      mine,
      missing: may.ok ? [] : may.missing,
      asks: fieldsOf(step),
    };
  });
}

/** Whether a run has nothing more to record. */
export const isEnded = (procedure: Procedure, record: readonly CaseEvent[]): boolean =>
  record.some((one) => procedure.ends.includes(one.kind));

/** Steps that lead on, not those that may happen at any time (an objection, a doubt, a try). */
const ASIDE: ReadonlySet<EventKind> = new Set([
  'objected',
  'doubted',
  'tried-to-hear',
  'closed-unchanged',
  'correction-asked',
  'correction-answered',
  'promised',
  'authorised',
  'relative-registered',
  'extended',
  'refused',
]);

/** Roles that can take it on now: whose next step is possible and not done yet. */
export function waitsFor(procedure: Procedure, record: readonly CaseEvent[], today: CivilDate): Role[] {
  if (isEnded(procedure, record)) return [];
  const roles = procedure.steps.flatMap((step) => {
    if (ASIDE.has(step.event) || record.some((one) => one.kind === step.event)) return [];
    return step.by.filter((role) => mayRecord(procedure, record, filledIn(step, record, today, role, 'somebody-else')).ok);
  });
  return [...new Set(roles)];
}

/** The event as its step lets it be: fields that it does not ask for are left out, so that nothing lies in a file that nobody reads. */
export function trimmed(step: Step, event: RecordedEvent): RecordedEvent {
  const fields = new Set<string>(['kind', 'on', ...fieldsOf(step).map((one) => one.field)]);
  return Object.fromEntries(Object.entries(event).filter(([key]) => fields.has(key))) as RecordedEvent;
}
