/** What a figure is and where it comes from: "assumed" is written where nobody has published one. */
export interface Assumption {
  readonly value: number;
  readonly why: string;
}

/**
 * The busiest day that was thought of: a new standard, so that every household is told something on one morning. What is known of use is one
 * district's total over an unknown time (facts.md F8-02: 145,694 authentications), which says nothing of a day.
 */
export const ASSUMPTIONS = {
  households: { value: 1_000_000, why: 'issue 7' },
  openThatDay: { value: 0.2, why: 'assumed: one household in five opens the program on the day it is told something' },
  signInsEach: { value: 1, why: 'assumed: no session of theirs is left, the dearest case (it lasts 30 days)' },
  readsEach: { value: 3, why: 'the first page and one more: list of applications, messages, how far one is' },
  applyThatDay: { value: 0.01, why: 'assumed: one household in a hundred applies on that day' },
  takenUpThatDay: { value: 1, why: 'assumed: every application is taken up and opened by a clerk on the day it comes' },
  inTheBusiestHour: { value: 0.25, why: 'assumed' },
  peakWithinIt: { value: 2, why: 'assumed: the worst minutes of that hour over its mean' },
} as const satisfies Readonly<Record<string, Assumption>>;

export const KINDS = ['signIn', 'read', 'submit', 'claim', 'openCase'] as const;
export type Kind = (typeof KINDS)[number];
/** Requests a second, by kind. */
export type Needs = Readonly<Record<Kind, number>>;

/** What has to be answered a second in the worst minutes of that day. */
export function needsOf(given: Readonly<Record<keyof typeof ASSUMPTIONS, { readonly value: number }>> = ASSUMPTIONS): Needs {
  const households = given.households.value;
  const open = households * given.openThatDay.value;
  const apply = households * given.applyThatDay.value;
  const aSecond = (aDay: number) => (aDay * given.inTheBusiestHour.value * given.peakWithinIt.value) / 3600;
  return {
    signIn: aSecond(open * given.signInsEach.value),
    read: aSecond(open * given.readsEach.value),
    submit: aSecond(apply),
    claim: aSecond(apply * given.takenUpThatDay.value),
    openCase: aSecond(apply * given.takenUpThatDay.value),
  };
}
