import type { Standing } from './recognised.ts';

/** What a test of one person says: yes, no, or which answers it lacks. */
export type Answer = true | false | readonly string[];

/** Whether there is someone in the household for whom the test holds. */
export function someone<Person>(people: readonly Person[], test: (person: Person) => Answer): Standing {
  const missing: string[] = [];
  for (const person of people) {
    const answer = test(person);
    if (answer === true) return { verdict: 'met', missing: [] };
    if (answer !== false) missing.push(...answer);
  }
  return missing.length > 0 ? { verdict: 'unknown', missing } : { verdict: 'not-met', missing: [] };
}

/** Both have to hold for one person; a `false` settles it whatever the other still lacks. */
export function and(...answers: readonly Answer[]): Answer {
  if (answers.includes(false)) return false;
  const missing = answers.flatMap((answer) => (typeof answer === 'boolean' ? [] : answer));
  return missing.length > 0 ? missing : true;
}

export function or(...answers: readonly Answer[]): Answer {
  if (answers.includes(true)) return true;
  const missing = answers.flatMap((answer) => (typeof answer === 'boolean' ? [] : answer));
  return missing.length > 0 ? missing : false;
}

/** Tests an answered field; an unanswered one is asked for. */
export function told<Value>(value: Value | undefined, id: string, test: (value: Value) => boolean): Answer {
  return value === undefined ? [id] : test(value);
}
