import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type BffForTest, bffForTest } from '../../test/bff-for-test.ts';
import { moneyOf } from '../../test/case-for-test.ts';
import { household, steps } from './authentication-steps.arbitrary.ts';

let bff: BffForTest;
let runs = 0;
beforeAll(async () => {
  bff = await bffForTest();
});
afterAll(() => bff.close());

it('一千步随便怎么来：钱一分没动', { timeout: 1_200_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(steps(25), async (given) => {
      const { act, back } = await household(bff, `longer${'x'.repeat(++runs)}`);
      const before = await moneyOf(bff);
      try {
        for (const one of given) await act(one);
        expect(await moneyOf(bff)).toEqual(before);
      } finally {
        back();
      }
    }),
    { seed: 5_5, numRuns: 50 },
  );
  // Things did happen.
  const [happened] =
    await bff.sql`select (select count(*) from authentications where state = 'counted')::int as counted, (select count(*) from visits)::int as visits`;
  expect(Math.min(happened?.counted, happened?.visits)).toBeGreaterThan(20);
});
