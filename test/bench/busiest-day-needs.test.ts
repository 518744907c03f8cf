import { expect, it } from 'vitest';
import { ASSUMPTIONS, needsOf } from './busiest-day-needs.ts';

it('一天里要答多少，是照写明的假设算出来的', () => {
  const value = (n: number) => ({ value: n });
  // 3,600 households, half of them in the worst hour at twice its mean: each one a day is one a second.
  const needs = needsOf({
    households: value(3600),
    openThatDay: value(0.5),
    signInsEach: value(1),
    readsEach: value(4),
    applyThatDay: value(0.1),
    takenUpThatDay: value(0.5),
    inTheBusiestHour: value(0.5),
    peakWithinIt: value(2),
  });
  expect(needs.signIn).toBeCloseTo(0.5);
  expect(needs.read).toBeCloseTo(2);
  expect(needs.submit).toBeCloseTo(0.1);
  expect([needs.claim, needs.openCase]).toEqual([expect.closeTo(0.05), expect.closeTo(0.05)]);
});

it('每个数都说了从哪来', () => {
  for (const { why } of Object.values(ASSUMPTIONS)) expect(why.length).toBeGreaterThan(5);
});
