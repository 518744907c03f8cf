import type { CivilDate, Node } from '@assist/policy';
import { runFor } from '@assist/policy';
import type { Household } from '../household.ts';

/**
 * Ids of the facts that a node really reads of a household, as rules declare them (`members.income`, `assets/vehicles`): the household
 * is handed over behind a watcher. A node that is about one member is asked about each.
 */
export function readsOf(node: Node<Household>, household: Household, on: CivilDate): ReadonlySet<string> {
  const reads = new Set<string>();
  const watched = watchedHousehold(household, reads);
  const run = runFor(watched, on, household.district);
  for (const member of household.members.keys()) node.evaluate({ ...run, memo: [], member, ofMember: [] });
  return reads;
}

function watchedHousehold(household: Household, reads: Set<string>): Household {
  return watch(household, (name, value) => {
    if (name === 'members') return household.members.map((one) => watch(one, (field, inner) => noted(reads, `members.${field}`, inner)));
    if (name === 'assets') {
      // That nothing at all was told of them is known from every one of them.
      if (value === undefined) return value;
      return watch(value as object, (field, inner) => noted(reads, `assets/${field}`, inner));
    }
    return noted(reads, name, value);
  });
}

function noted(reads: Set<string>, id: string, value: unknown): unknown {
  reads.add(id);
  return value;
}

function watch<T extends object>(object: T, read: (name: string, value: unknown) => unknown): T {
  return new Proxy(object, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name);
      return typeof name === 'string' ? read(name, value) : value;
    },
  });
}
