import type { Certainty, Verdict } from './receipt.ts';

/** From the surest to the least sure. */
export const CERTAINTIES: readonly Certainty[] = ['full-text', 'page', 'mirror', 'second-hand', 'assumed'];

/** The less sure of two. Asked for at every finding, so without a table to look up in. */
export function leastCertain(a: Certainty, b: Certainty): Certainty {
  if (a === b || b === 'full-text') return a;
  if (a === 'full-text') return b;
  return CERTAINTIES.indexOf(a) > CERTAINTIES.indexOf(b) ? a : b;
}

/** Only what was read on an official page or in a full text may stand behind a `not-met`. */
export function mayDeny(certainty: Certainty): boolean {
  return certainty === 'full-text' || certainty === 'page';
}

/** Combines verdicts one by one: start with `nothing`, then take in each. */
export interface Combine {
  readonly nothing: Verdict;
  take(so: Verdict, next: Verdict): Verdict;
}
/** Prefers not-met, unknown, for-officer, met. */
export const EVERY: Combine = { nothing: 'met', take: (so, next) => settled(so, next, 'not-met') };
/** Prefers met, unknown, for-officer, not-met. */
export const ONE: Combine = { nothing: 'not-met', take: (so, next) => settled(so, next, 'met') };

/** What settles the whole comes first, then what is open, then what an officer looks at; last what settles nothing. */
function settled(so: Verdict, next: Verdict, by: Verdict): Verdict {
  if (so === next || so === by) return so;
  if (next === by) return next;
  if (so === 'unknown' || next === 'unknown') return 'unknown';
  return so === 'for-officer' || next === 'for-officer' ? 'for-officer' : so;
}

/** Every limb is needed: prefers not-met, unknown, for-officer, met. Nothing at all is `met`. */
export function allOf(verdicts: readonly Verdict[]): Verdict {
  return combinedBy(EVERY, verdicts);
}

/** One limb is enough: prefers met, unknown, for-officer, not-met. Nothing at all is `not-met`. */
export function anyOf(verdicts: readonly Verdict[]): Verdict {
  return combinedBy(ONE, verdicts);
}

function combinedBy({ nothing, take }: Combine, verdicts: readonly Verdict[]): Verdict {
  let so = nothing;
  for (const verdict of verdicts) so = take(so, verdict);
  return so;
}

/** What is open stays open. */
export function negated(verdict: Verdict): Verdict {
  if (verdict === 'met') return 'not-met';
  return verdict === 'not-met' ? 'met' : verdict;
}
