import type { Standing } from '@assist/policy-chongqing';

export interface Tally {
  readonly households: number;
  readonly gain: number;
  readonly lose: number;
  readonly same: number;
  /** Was in the allowance or a marginal family, and now is in neither, or exactly on a line. */
  readonly gap: number;
  /** Incomes or area not told: no answer either way. */
  readonly open: number;
  readonly newlyBelow: number;
  readonly noLongerBelow: number;
  /** Fen a month, all households. */
  readonly amountBefore: number;
  readonly amountAfter: number;
  readonly invalid: number;
  /** The first problems, by line. */
  readonly problems: readonly { readonly line: number; readonly path: string; readonly problem: string }[];
}

export const EMPTY: Tally = {
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
  invalid: 0,
  problems: [],
};
const SHOWN = 20;

/** What one household adds, from where it stands to where it would stand. */
export function tallyOf(before: Standing, after: Standing): Tally {
  const open = before.band === 'open' || after.band === 'open';
  const gain = !open && after.amount > before.amount;
  const lose = !open && after.amount < before.amount;
  return {
    ...EMPTY,
    households: 1,
    gain: Number(gain),
    lose: Number(lose),
    same: Number(!open && !gain && !lose),
    gap: Number(!open && isInside(before) && !isInside(after)),
    open: Number(open),
    newlyBelow: Number(!open && before.band !== 'below' && after.band === 'below'),
    noLongerBelow: Number(!open && before.band === 'below' && after.band !== 'below'),
    amountBefore: before.amount,
    amountAfter: after.amount,
  };
}

function isInside({ band }: Standing): boolean {
  return band === 'below' || band === 'marginal';
}

export function added(a: Tally, b: Tally): Tally {
  const sum: Record<string, unknown> = {};
  for (const key of Object.keys(EMPTY) as (keyof Tally)[]) {
    if (key !== 'problems') sum[key] = a[key] + b[key];
  }
  const problems = [...a.problems, ...b.problems].sort((x, y) => x.line - y.line).slice(0, SHOWN);
  return { ...(sum as unknown as Tally), problems };
}
