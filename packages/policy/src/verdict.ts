import type { Certainty, Verdict } from './receipt.ts';

/** From the surest to the least sure. */
export const CERTAINTIES: readonly Certainty[] = ['full-text', 'page', 'mirror', 'second-hand', 'assumed'];

const RANK: Readonly<Record<Certainty, number>> = { 'full-text': 0, page: 1, mirror: 2, 'second-hand': 3, assumed: 4 };

/** The less sure of two. */
export function leastCertain(a: Certainty, b: Certainty): Certainty {
  return a === b || RANK[a] > RANK[b] ? a : b;
}

/** Only what was read on an official page or in a full text may stand behind a `not-met`. */
export function mayDeny(certainty: Certainty): boolean {
  return RANK[certainty] <= RANK.page;
}

const ALL_FIRST: Readonly<Record<Verdict, number>> = { 'not-met': 0, unknown: 1, 'for-officer': 2, met: 3 };
const ANY_FIRST: Readonly<Record<Verdict, number>> = { met: 0, unknown: 1, 'for-officer': 2, 'not-met': 3 };

/** Combines verdicts one by one: start with `nothing`, then take in each. */
export interface Combine {
  readonly nothing: Verdict;
  take(so: Verdict, next: Verdict): Verdict;
}
export const EVERY: Combine = { nothing: 'met', take: (so, next) => (next !== so && ALL_FIRST[next] < ALL_FIRST[so] ? next : so) };
export const ONE: Combine = { nothing: 'not-met', take: (so, next) => (next !== so && ANY_FIRST[next] < ANY_FIRST[so] ? next : so) };

/** Every limb is needed: prefers not-met, unknown, for-officer, met. Nothing at all is `met`. */
export function allOf(verdicts: readonly Verdict[]): Verdict {
  return verdicts.reduce(EVERY.take, EVERY.nothing);
}

/** One limb is enough: prefers met, unknown, for-officer, not-met. Nothing at all is `not-met`. */
export function anyOf(verdicts: readonly Verdict[]): Verdict {
  return verdicts.reduce(ONE.take, ONE.nothing);
}

/** What is open stays open. */
export function negated(verdict: Verdict): Verdict {
  if (verdict === 'met') return 'not-met';
  return verdict === 'not-met' ? 'met' : verdict;
}
