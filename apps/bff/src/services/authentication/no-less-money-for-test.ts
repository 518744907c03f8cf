import fc from 'fast-check';
import { expect } from 'vitest';
import { bffForTest } from '../../test/bff-for-test.ts';
import { moneyOf } from '../../test/case-for-test.ts';
import { household, steps } from './authentication-steps.arbitrary.ts';

/** Households of whom anything happens around authentication, in any order: of what they get, nothing is other than before. */
export async function expectNoLessMoney({
  most,
  runs,
  seed,
  happened,
}: {
  /** Steps of a run, at most. */
  readonly most: number;
  readonly runs: number;
  readonly seed: number;
  /** So many at least were counted as authenticated, and visited: else it tried nothing. */
  readonly happened: number;
}): Promise<void> {
  const bff = await bffForTest();
  try {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(steps(most), async (given) => {
        const { act, back } = await household(bff, `anyone${'x'.repeat(++run)}`);
        const before = await moneyOf(bff);
        try {
          for (const one of given) await act(one);
          expect(await moneyOf(bff)).toEqual(before);
        } finally {
          back();
        }
      }),
      { seed, numRuns: runs },
    );
    const [count] =
      await bff.sql`select (select count(*) from authentications where state = 'counted')::int as counted, (select count(*) from visits)::int as visits`;
    expect(Math.min(count?.counted, count?.visits)).toBeGreaterThan(happened);
  } finally {
    await bff.close();
  }
}
