import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BffForTest, bffForTest } from '../../test/bff-for-test.ts';
import { walk } from './walk.property-for-test.ts';

let bff: BffForTest;
beforeAll(async () => {
  bff = await bffForTest();
});
afterAll(() => bff.close());

describe('谁都来试试', () => {
  test.each([0, 1, 2, 3, 4, 5, 6, 7])(
    '第 %i 种程序：没有走不下去的，不该过的一步也没过，步步有留痕',
    { timeout: 120_000 },
    async (seed) => {
      const walked = await walk(bff, seed, 14);
      expect(walked.broken).toEqual([]);
      expect(walked.recorded).toBeGreaterThan(0);
      expect(walked.refused).toBeGreaterThan(0);
    },
  );
});
