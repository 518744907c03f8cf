import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { CivilDate, Fen } from '@assist/policy';
import type { Household } from '@assist/policy-chongqing';
import { proposedStandard, standingUnder, validateHousehold } from '@assist/policy-chongqing';
import { added, EMPTY, type Tally, tallyOf } from './simulate-tally.ts';

export interface Task {
  readonly file: string;
  readonly on: CivilDate;
  /** First day of the proposed standard. */
  readonly from: CivilDate;
  readonly urban: Fen;
  readonly rural: Fen;
  /** This worker's turn among all. */
  readonly part: number;
  readonly parts: number;
}

/** Goes through the file line by line and counts those that are this part's turn. Throws when the file cannot be read. */
export async function tallyLines(task: Task): Promise<Tally> {
  const instead = proposedStandard(task.urban, task.rural, task.from);
  let tally = EMPTY;
  let number = 0;
  for await (const line of createInterface({ input: createReadStream(task.file, 'utf8'), crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    if (number % task.parts !== task.part || line.trim() === '') continue;
    const read = householdOf(line, task.on, number);
    tally = added(tally, read.household === undefined ? read.tally : oneTally(read.household, task.on, instead));
  }
  return tally;
}

function oneTally(household: Household, on: CivilDate, instead: ReturnType<typeof proposedStandard>): Tally {
  return tallyOf(standingUnder(household, on), standingUnder(household, on, instead));
}

type Read = { readonly household: Household; readonly tally?: never } | { readonly household?: undefined; readonly tally: Tally };

function householdOf(line: string, on: CivilDate, number: number): Read {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { tally: { ...EMPTY, invalid: 1, problems: [{ line: number, path: '', problem: '不是 JSON' }] } };
  }
  const problems = validateHousehold(value, on);
  if (problems.length === 0) return { household: value as Household };
  return { tally: { ...EMPTY, invalid: 1, problems: problems.map((one) => ({ line: number, ...one })) } };
}
