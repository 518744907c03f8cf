import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { compose } from '../../compose.ts';
import { sampleRegister } from '../../reference/sample-register.ts';
import { type BffForTest, bffForTest } from '../../test/bff-for-test.ts';
import { checkImport } from './check-import.ts';

let bff: BffForTest;
beforeAll(async () => {
  bff = await bffForTest();
});
afterAll(() => bff.close());

it('五万行：几百兆就够，当中别人的请求轮得到', { timeout: 180_000 }, async () => {
  const bytes = Buffer.from(sampleRegister({ households: 21_000, seed: 3, day: '2026-11-22' as never }));
  const { context, connection } = compose(bff.config, 'test', () => '', { clock: bff.clock });
  // Turns that others got meanwhile; how long each takes is this machine's business.
  let turns = 0;
  const beat = setInterval(() => {
    turns += 1;
  }, 1);
  try {
    globalThis.gc?.();
    const before = process.memoryUsage().heapUsed;
    const { view } = await checkImport(context, { operator: 'test' }, { importId: randomUUID(), bytes });
    const grown = (process.memoryUsage().heapUsed - before) / 2 ** 20;
    expect(view.rows).toBeGreaterThan(50_000);
    expect(view).toMatchObject({ would: { add: 21_000 }, problemCount: 0 });
    expect(grown).toBeLessThan(400);
    expect(turns).toBeGreaterThan(60);
  } finally {
    clearInterval(beat);
    await connection.close();
  }
});
