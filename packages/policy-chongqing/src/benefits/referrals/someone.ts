import type { Member } from '../../household.ts';
import { missingOf } from '../household/facts.ts';
import type { Standing } from './recognised.ts';

/** What a test of one person says: yes, no, or which answers it lacks. */
export type Answer = true | false | readonly string[];

const SOMEONE: Standing = { verdict: 'met', missing: [] };
const NO_ONE: Standing = { verdict: 'not-met', missing: [] };

/** Whether there is someone in the household for whom the test holds. */
export function someone<Person>(people: readonly Person[], test: (person: Person) => Answer): Standing {
  let missing: readonly string[] | undefined;
  for (let at = 0; at < people.length; at++) {
    const answer = test(people[at] as Person);
    if (answer === true) return SOMEONE;
    if (answer !== false) missing = missing === undefined ? answer : [...missing, ...answer];
  }
  return missing === undefined ? NO_ONE : { verdict: 'unknown', missing };
}

/** Both have to hold for one person; a `false` settles it whatever the other still lacks. */
export function and(one: Answer, other: Answer): Answer {
  if (one === false || other === false) return false;
  return lackedBy(one, other) ?? true;
}

export function or(one: Answer, other: Answer): Answer {
  if (one === true || other === true) return true;
  return lackedBy(one, other) ?? false;
}

function lackedBy(one: Answer, other: Answer): readonly string[] | undefined {
  if (typeof one === 'boolean') return typeof other === 'boolean' ? undefined : other;
  return typeof other === 'boolean' ? one : [...one, ...other];
}

/** Tests an answered field; an unanswered one is asked for. */
export function told<Value>(value: Value | undefined, id: string, test: (value: Value) => boolean): Answer {
  return value === undefined ? [id] : test(value);
}

/** The same for a field of one person; its id is written only where it is asked for. */
export function toldOf<Value>(
  person: string,
  field: keyof Member & string,
  value: Value | undefined,
  test: (value: Value) => boolean,
): Answer {
  return value === undefined ? [missingOf(person, field)] : test(value);
}
