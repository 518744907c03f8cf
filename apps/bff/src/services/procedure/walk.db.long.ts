import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BffForTest, bffForTest } from '../../test/bff-for-test.ts';
import { walk } from './walk.property-for-test.ts';

let bff: BffForTest;
beforeAll(async () => {
  bff = await bffForTest();
});
afterAll(() => bff.close());

const figures = { walks: 0, recorded: 0, refused: 0, lowered: 0, moved: 0, extended: 0, ended: 0 };
const SEEDS = Number(process.env.WALKS ?? 140);

describe('谁都来试试，走很久', () => {
  test.each(Array.from({ length: SEEDS }, (_, i) => i + 7))('第 %i 次', { timeout: 120_000 }, async (seed) => {
    const walked = await walk(bff, seed, 60);
    expect(walked.broken).toEqual([]);
    figures.walks += 1;
    for (const key of ['recorded', 'refused', 'lowered', 'moved', 'extended'] as const) figures[key] += walked[key];
    figures.ended += walked.ended ? 1 : 0;
  });

  test('有走到减发、停发的，也有延长期限的、搬家的：上面查的不是空的', () => {
    console.info(JSON.stringify(figures));
    expect(figures.lowered).toBeGreaterThan(0);
    expect(figures.moved).toBeGreaterThan(0);
    expect(figures.extended).toBeGreaterThan(0);
    expect(figures.ended).toBeGreaterThan(0);
  });
});
