import { expect, it } from 'vitest';
import { fuzz } from './fuzz-for-test.ts';

// A slice, each operation once; `npm run test:long` asks a hundred thousand times.
it('乱问一阵：没有 5xx，没有漏出里面的和别人的，每个回答都是说好的样子', async () => {
  const { wrong, asked, statuses } = await fuzz(240, 7);
  expect(wrong.join('\n\n')).toBe('');
  expect(Object.values(statuses).reduce((sum, one) => sum + one, 0)).toBe(asked);
}, 60_000);
