import type { DatedValue, Numbers, Outcome, Quantity } from '@assist/policy';
import { fen, forOfficer, met, notMet, unknown } from '@assist/policy';
import type { HouseholdIncome } from './household-income.ts';

/** A line for one person, in fen a year, or the two it may be while something is open. */
export interface Line {
  readonly low: number;
  readonly high: number;
  readonly missing: readonly string[];
  readonly based: readonly (DatedValue<unknown> | undefined)[];
}

/**
 * Income a person below a line. Each counted member adds income minus line to a surplus; what is open (facts) or left to an
 * officer only widens it. Below zero for certain is `met`, above zero for certain `not-met`: no later answer can overturn it.
 */
export function incomeBelow(income: HouseholdIncome, line: Line): Outcome {
  const { low, high } = surplus(income, line);
  const based = [...line.based, ...income.based];
  if (income.size === 0) return forOfficer({ reason: 'nobody', based });
  if (high < 0) return met({ numbers: incomeFigures(income, line.low), based });
  if (low > 0) return notMet({ numbers: incomeFigures(income, line.high), based, ...(income.complete ? {} : { reason: 'already' }) });
  const numbers = incomeFigures(income, line.low === line.high ? line.low : undefined);
  if (low === 0 && high === 0) return forOfficer({ reason: 'at-line', numbers, based });
  const missing = missingFor(income, line);
  if (missing.length > 0) return unknown(missing, { numbers, based });
  return forOfficer({ reason: 'discretion', numbers, based });
}

function surplus(income: HouseholdIncome, line: Line): { low: number; high: number } {
  let low = -income.deductible;
  let high = 0;
  for (const person of income.people) {
    if (person.counting.state === 'not-counted') continue;
    const least = person.income.low - line.high;
    const most = person.income.high - line.low;
    const sure = person.counting.state === 'counted';
    low += sure ? least : Math.min(0, least);
    high += sure ? most : Math.max(0, most);
  }
  return { low, high };
}

/** What could still move the answer, looked for only where it is not settled. */
function missingFor(income: HouseholdIncome, line: Line): readonly string[] {
  const missing: string[] = [...line.missing, ...income.deductionMissing];
  for (const person of income.people) {
    if (person.counting.state !== 'not-counted') missing.push(...person.counting.missing, ...person.income.missing);
  }
  return missing;
}

/**
 * Only what can be told: no figure a person while an income is missing, no gap while the line is open. The figure a person is
 * rounded to the fen on its own side of the line, so that what is read agrees with the verdict.
 */
export function incomeFigures(income: HouseholdIncome, lineOfYear: number | undefined): Numbers {
  const people = income.size;
  if (people === 0) return {};
  const numbers: Record<string, Quantity> = { people: { unit: 'persons', value: people } };
  if (!income.complete && income.likely === 0) return withLine(numbers, lineOfYear);
  const each = income.likely / (12 * people);
  const line = lineOfYear === undefined ? undefined : Math.floor(lineOfYear / 12);
  const perCapita = line !== undefined && each > line ? Math.ceil(each) : Math.floor(each);
  numbers.perCapita = { unit: 'fen-per-month', value: fen(perCapita) };
  if (line === undefined) return numbers;
  if (perCapita > line) numbers.over = { unit: 'fen-per-month', value: fen(perCapita - line) };
  else if (income.complete) numbers.gap = { unit: 'fen-per-month', value: fen(line - perCapita) };
  return withLine(numbers, lineOfYear);
}

function withLine(numbers: Record<string, Quantity>, lineOfYear: number | undefined): Numbers {
  if (lineOfYear !== undefined) numbers.line = { unit: 'fen-per-month', value: fen(Math.floor(lineOfYear / 12)) };
  return numbers;
}
