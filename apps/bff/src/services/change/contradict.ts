import type { Changed, ChangeForm } from '@assist/contracts';
import { lifeEvent } from '@assist/policy-chongqing';
import { canonicalJson } from '../../crypto/canonical-json.ts';

export type Contradiction = 'same-event' | 'opposite' | 'nothing-changed' | 'died';

/** Pairs that cannot both be so of one person on one day. */
const OPPOSITE: readonly (readonly [string, string])[] = [
  ['moved-in', 'moved-out'],
  ['job-found', 'job-lost'],
  ['wage-up', 'wage-down'],
  ['marriage', 'divorce'],
  ['imprisonment', 'release'],
  ['disability-found', 'disability-ended'],
  ['illness-found', 'illness-ended'],
  ['school-begun', 'school-ended'],
  ['dwelling-bought', 'dwelling-sold'],
  ['vehicle-bought', 'vehicle-sold'],
];

/** Whether two notices of one household say things that do not go together. Both stay as they are: a person asks. */
export function contradictionOf(one: ChangeForm, other: ChangeForm): Contradiction | undefined {
  if (one.nothingChanged !== other.nothingChanged) {
    const told = one.nothingChanged ? other : one;
    return told.changed.some(({ event }) => lifeEvent(event)?.always !== 'unchanged') ? 'nothing-changed' : undefined;
  }
  const pairs = one.changed.flatMap((a) => other.changed.map((b) => [a, b] as const));
  if (pairs.some(([a, b]) => a.event === b.event && mayBeSamePerson(a, b) && contentOf(a) !== contentOf(b))) return 'same-event';
  if (pairs.some(([a, b]) => isOpposite(a.event, b.event) && mayBeSamePerson(a, b))) return 'opposite';
  if (pairs.some(([a, b]) => (diedAndMore(a, b) || diedAndMore(b, a)) && mayBeSamePerson(a, b))) return 'died';
  return undefined;
}

const isOpposite = (a: string, b: string): boolean => OPPOSITE.some(([x, y]) => (a === x && b === y) || (a === y && b === x));

/** One says that somebody died, the other tells of something that person did. */
const diedAndMore = (a: Changed, b: Changed): boolean =>
  a.event === 'death' && b.event !== 'death' && b.member !== undefined && lifeEvent(b.event)?.group !== 'contact';

/** Neither names somebody else: the same member, the same name, or nobody by name. */
function mayBeSamePerson(a: Changed, b: Changed): boolean {
  if (a.joins && b.joins) return a.joins.name === b.joins.name || a.joins.relation === b.joins.relation;
  const [one, other] = [a.member ?? a.memberName, b.member ?? b.memberName];
  return one === undefined || other === undefined || one === other;
}

/** What is said without the words around it: nobody is contradicted by a turn of phrase. */
function contentOf({ words: _w, memberName: _n, joins, ...rest }: Changed): string {
  const { name: _j, phone: _t, ...newcomer } = joins ?? { name: '' };
  return canonicalJson({ ...rest, ...(joins && { joins: newcomer }) });
}
