import type { Standing } from '@assist/policy-chongqing';

/** What was counted, of all lines or of a part of them. */
export interface Tally {
  households: number;
  gain: number;
  lose: number;
  same: number;
  /** Was in the allowance or a marginal family, and now is in neither, or exactly on a line. */
  gap: number;
  /** Incomes or area not told: no answer either way. */
  open: number;
  newlyBelow: number;
  noLongerBelow: number;
  /** Fen a month, all households. */
  amountBefore: number;
  amountAfter: number;
  /** Lines that were read, also empty ones. */
  lines: number;
  invalid: number;
  /** The first problems, by line. */
  readonly problems: { readonly line: number; readonly path: string; readonly problem: string }[];
}

export function emptyTally(): Tally {
  return {
    households: 0,
    gain: 0,
    lose: 0,
    same: 0,
    gap: 0,
    open: 0,
    newlyBelow: 0,
    noLongerBelow: 0,
    amountBefore: 0,
    amountAfter: 0,
    lines: 0,
    invalid: 0,
    problems: [],
  };
}

/** Counts one household, from where it stands to where it would stand. */
export function count(tally: Tally, before: Standing, after: Standing): void {
  tally.households += 1;
  tally.amountBefore += before.amount;
  tally.amountAfter += after.amount;
  if (before.band === 'open' || after.band === 'open') {
    tally.open += 1;
    return;
  }
  if (after.amount > before.amount) tally.gain += 1;
  else if (after.amount < before.amount) tally.lose += 1;
  else tally.same += 1;
  if (isInside(before) && !isInside(after)) tally.gap += 1;
  if (before.band !== 'below' && after.band === 'below') tally.newlyBelow += 1;
  if (before.band === 'below' && after.band !== 'below') tally.noLongerBelow += 1;
}

const SHOWN = 20;

/** Counts a line that is not in order. */
export function countInvalid(tally: Tally, problems: readonly { readonly path: string; readonly problem: string }[]): void {
  tally.invalid += 1;
  for (const one of problems) if (tally.problems.length < SHOWN) tally.problems.push({ line: tally.lines, ...one });
}

function isInside({ band }: Standing): boolean {
  return band === 'below' || band === 'marginal';
}

/** Puts parts together that lie one after the other in the file. */
export function inOrder(parts: readonly Tally[]): Tally {
  const all = emptyTally();
  for (const part of parts) {
    for (const one of part.problems) if (all.problems.length < SHOWN) all.problems.push({ ...one, line: all.lines + one.line });
    for (const key of Object.keys(all) as (keyof Tally)[]) if (key !== 'problems') all[key] += part[key];
  }
  return all;
}
