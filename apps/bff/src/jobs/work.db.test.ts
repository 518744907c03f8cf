import { afterAll, beforeAll, expect, it } from 'vitest';
import { compose } from '../compose.ts';
import { addToOutbox } from '../services/outbox/add.ts';
import { type BffForTest, bffForTest } from '../test/bff-for-test.ts';
import { CHORES } from './housekeeping.ts';
import { work } from './work.ts';

let bff: BffForTest;
let composed: ReturnType<typeof compose>;
beforeAll(async () => {
  bff = await bffForTest();
  composed = compose(bff.config, 'test', () => '', { clock: bff.clock, fetch: bff.wechat.fetch, actor: 'worker' });
  await composed.context.keys.load();
});
afterAll(async () => {
  await composed.connection.close();
  await bff.close();
});

it('积压再多，也不耽误别的：做一阵，别的各轮一遍，再接着做', async () => {
  const { context } = composed;
  for (let i = 0; i < 3; i++) await addToOutbox(context, 'find-identity-conflict', { accountId: '00000000-0000-0000-0000-000000000000' });
  const stop = new AbortController();
  const ran = new Set<string>();
  const watch = (chore: string) => {
    ran.add(chore);
    if (chore === CHORES.at(-1)?.name) stop.abort();
  };
  await work(context, () => undefined, stop.signal, watch, 0);
  expect(await bff.sql`select count(*)::int as n from outbox where kind = 'find-identity-conflict' and done_at is null`).toEqual([
    { n: 2 },
  ]);
  expect([...ran]).toEqual(CHORES.map(({ name }) => name));
});
