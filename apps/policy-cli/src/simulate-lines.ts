import type { CivilDate, Fen } from '@assist/policy';
import type { Household, Problem } from '@assist/policy-chongqing';
import { proposedStandard, standingUnder, validateHousehold } from '@assist/policy-chongqing';
import type { Stretch } from './lines-of.ts';
import { linesOf } from './lines-of.ts';
import type { Tally } from './simulate-tally.ts';
import { count, countInvalid, emptyTally } from './simulate-tally.ts';

/** What is asked: a standard that does not exist yet, over whom. */
export interface Proposal {
  readonly file: string;
  readonly on: CivilDate;
  /** First day of the proposed standard. */
  readonly from: CivilDate;
  readonly urban: Fen;
  readonly rural: Fen;
}
export interface Task extends Proposal {
  readonly stretch: Stretch;
}

/** Goes through a stretch of the file line by line and counts. Throws when the file cannot be read. */
export function tallyLines(task: Task): Tally {
  const instead = proposedStandard(task.urban, task.rural, task.from);
  const tally = emptyTally();
  for (const line of linesOf(task.file, task.stretch)) {
    tally.lines += 1;
    if (line.trim() === '') continue;
    const read = householdOf(line, task.on);
    if (read.problems === undefined) count(tally, standingUnder(read.household, task.on), standingUnder(read.household, task.on, instead));
    else countInvalid(tally, read.problems);
  }
  return tally;
}

type Read = { readonly household: Household; readonly problems?: never } | { readonly problems: readonly Problem[] };

function householdOf(line: string, on: CivilDate): Read {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { problems: [{ path: '', problem: '不是 JSON' }] };
  }
  const problems = validateHousehold(value, on);
  return problems.length === 0 ? { household: value as Household } : { problems };
}
