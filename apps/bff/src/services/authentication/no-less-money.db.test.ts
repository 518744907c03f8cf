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

it('不管怎么认证、认没认、等多久：金额、种类、渐退、在不在册，一样都没变', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(steps(8), async (given) => {
      const { act, back } = await household(bff, `anyone${'x'.repeat(++runs)}`);
      const before = await moneyOf(bff);
      try {
        for (const one of given) await act(one);
        expect(await moneyOf(bff)).toEqual(before);
      } finally {
        back();
      }
    }),
    { seed: 20_261_122, numRuns: 12 },
  );
  // Things did happen.
  const [happened] =
    await bff.sql`select (select count(*) from authentications where state = 'counted')::int as counted, (select count(*) from visits)::int as visits`;
  expect(Math.min(happened?.counted, happened?.visits)).toBeGreaterThan(5);
});
