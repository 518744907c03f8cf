import { expect, it } from 'vitest';
import { openIdPool } from './id-pool.ts';

it('一次要够四十个，用到一半再要一次，一个也不重', async () => {
  let calls = 0;
  let made = 0;
  const take = await openIdPool(async (count) => {
    calls++;
    return Array.from({ length: count }, () => `id-${++made}`);
  });
  expect(calls).toBe(1);
  const taken = new Set<string>();
  for (let i = 0; i < 30; i++) taken.add(take());
  await Promise.resolve();
  await Promise.resolve();
  await Promise.resolve();
  for (let i = 0; i < 40; i++) taken.add(take());
  expect(taken.size).toBe(70);
  expect(calls).toBeLessThanOrEqual(3);
});
