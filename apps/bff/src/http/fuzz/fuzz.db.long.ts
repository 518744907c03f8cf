import { expect, it } from 'vitest';
import { fuzz } from './fuzz-for-test.ts';

const REQUESTS = Number(process.env.FUZZ_REQUESTS ?? 100_000);
const SEED = Number(process.env.FUZZ_SEED ?? 20261122);

it(
  `按接口的说明乱问 ${REQUESTS} 次：没有 5xx，没有漏出里面的和别人的，每个回答都是说好的样子`,
  async () => {
    const { wrong, ...figures } = await fuzz(REQUESTS, SEED);
    console.info(JSON.stringify({ seed: SEED, ...figures }));
    expect(wrong.join('\n\n')).toBe('');
    // Most of it was let in at least once: what is refused at the door tries nothing.
    if (REQUESTS >= 50_000) expect(figures.letIn / figures.operations).toBeGreaterThan(0.35);
  },
  3 * 3_600_000,
);
