import type { Family } from '@assist/contracts';
import { addMonths, type CivilDate } from '@assist/policy';
import { type AskedField, LIFE_EVENT_LIST } from '@assist/policy-chongqing/life-events';
import type { ChangeRecord } from '@/application/change/change-record';
import { groupOf } from './groups.ts';

/** One screen, one question. */
export type Question =
  | { readonly kind: 'which'; readonly key: string; readonly group: string }
  | { readonly kind: Plain; readonly key: Plain }
  | {
      readonly kind: Exclude<AskedField, 'workCosts'> | 'place';
      readonly key: string;
      readonly event: string;
      /** What changed, and what is asked of it. */
      readonly about: string;
      readonly title: string;
    };
type Plain = 'reporter' | 'whose' | 'person' | 'residence' | 'receives' | 'proof' | 'late' | 'story';
export type OfEvent = Extract<Question, { event: string }>;

/** Months after which the reason is asked, kindly (YM239-4-5c). */
const LATE_MONTHS = 3;

/** Only what this notice needs, in the order in which one would tell it. Every one can be passed. */
export function questionsOf(
  { lane, draft, beside }: Pick<ChangeRecord, 'lane' | 'draft' | 'beside'>,
  family: Family | undefined,
  today: CivilDate,
): Question[] {
  const which: Question[] = (beside.groups ?? []).flatMap((group) =>
    (groupOf(group)?.events.length ?? 0) > 1 ? [{ kind: 'which' as const, key: `which.${group}`, group }] : [],
  );
  const asked = draft.changed.flatMap(({ event }) => questionsOfEvent(event));
  const told = lane !== 'nothing' && (draft.changed.length > 0 || which.length === 0);
  const plain = (...kinds: Plain[]): Question[] => kinds.map((kind) => ({ kind, key: kind }));
  return [
    ...(lane === 'nothing' ? [] : which),
    ...(lane === 'nothing' || told ? plain('reporter', ...householdOf({ draft, beside }, family)) : []),
    ...(told ? asked : []),
    ...(told ? plain('proof', ...(isLate({ draft }, today) ? (['late'] as const) : []), 'story') : []),
  ];
}

/** Whose household it is: known where the account has one case and tells of it itself. */
function householdOf({ draft, beside }: Pick<ChangeRecord, 'draft' | 'beside'>, family: Family | undefined): Plain[] {
  const byName: Plain[] = ['person', 'residence', 'receives'];
  if (draft.reporter.as === 'helper') return byName;
  const cases = family?.cases.length ?? 0;
  if (cases === 0) return draft.caseId === undefined ? byName : [];
  if (beside.otherHousehold) return ['whose', ...byName];
  return cases > 1 || draft.reporter.as === 'family' ? ['whose'] : [];
}

function questionsOfEvent(id: string): OfEvent[] {
  const event = LIFE_EVENT_LIST.find((one) => one.id === id);
  if (!event) return [];
  const asks = event.asks.map(({ field, title }) => ({
    kind: field as OfEvent['kind'],
    key: `${id}.${field}`,
    event: id,
    about: event.title,
    title,
  }));
  // The register's address follows only where the new one is said.
  return id === 'address'
    ? [...asks, { kind: 'place', key: 'address.place', event: id, about: event.title, title: '现在住在哪里？' }]
    : asks;
}

/** The earliest day of what changed, as far as it was said. */
export const happenedOn = ({ changed }: ChangeRecord['draft']): CivilDate | undefined =>
  changed.flatMap((one) => one.happenedOn ?? []).sort()[0];

export function isLate({ draft }: Pick<ChangeRecord, 'draft'>, today: CivilDate): boolean {
  const first = happenedOn(draft);
  return first !== undefined && addMonths(first, LATE_MONTHS) < today;
}

/** The screen on which a field is asked. @param path as the server names it, e.g. `changed.0.happenedOn`, or the question's own key */
export function questionAt(path: string, record: Pick<ChangeRecord, 'draft'>, questions: readonly Question[]): Question | undefined {
  const [room = '', index = '', field = ''] = path.split('.');
  if (room === 'changed') {
    const event = record.draft.changed[Number(index)]?.event;
    return questions.find((q) => 'event' in q && q.event === event && (q.kind === field || field === ''));
  }
  const plain: Readonly<Record<string, Plain>> = {
    person: 'person',
    residence: 'residence',
    reporter: 'reporter',
    caseId: 'whose',
    lateReason: 'late',
    story: 'story',
    photos: 'proof',
    declared: 'proof',
  };
  return questions.find((q) => q.key === path || q.kind === plain[room]);
}
