import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BffForTest, bffForTest } from '../../test/bff-for-test.ts';
import { walk } from './walk.property-for-test.ts';

let bff: BffForTest;
beforeAll(async () => {
  bff = await bffForTest();
});
afterAll(() => bff.close());

describe('谁都来试试，走很久', () => {
  test.each(Array.from({ length: 140 }, (_, i) => i + 7))('第 %i 次', { timeout: 120_000 }, async (seed) => {
    expect((await walk(bff, seed, 60)).broken).toEqual([]);
  });
});
