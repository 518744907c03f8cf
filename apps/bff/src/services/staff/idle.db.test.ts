import { afterAll, beforeAll, expect, it } from 'vitest';
import { type BffForTest, bffForTest } from '../../test/bff-for-test.ts';

const MINUTE = 60_000;
let bff: BffForTest;
beforeAll(async () => {
  bff = await bffForTest((config) => ({ ...config, staffIdleMinutes: 30 }));
});
afterAll(() => bff.close());

/** A page of the desk of a session of its own: it asks something, and says for how long nobody has touched it. */
async function desk() {
  const { session } = await bff.staff('sample-heli');
  return async (idleSeconds?: number | string) => {
    const headers = { cookie: `desk_session=${session}`, ...(idleSeconds !== undefined && { 'x-idle-seconds': String(idleSeconds) }) };
    return (await fetch(`${bff.staffUrl}/staff/api/me`, { headers })).status;
  };
}

it('半小时没有人动就要再登；有人动着就一直在', async () => {
  const page = await desk();
  for (let i = 0; i < 2; i++) {
    bff.pass(29 * MINUTE);
    expect(await page()).toBe(200);
  }
});

it('页面自己来看的不算有人；到了时候，说有人也来不及了', async () => {
  const page = await desk();
  for (let minute = 5; minute < 30; minute += 5) {
    bff.pass(5 * MINUTE);
    expect([minute, await page(minute * 60)]).toEqual([minute, 200]);
  }
  bff.pass(5 * MINUTE);
  expect(await page(0)).toBe(401);
  expect(await page(0)).toBe(401);
});

it('开着两页，一页有人就算有人', async () => {
  const page = await desk();
  bff.pass(20 * MINUTE);
  expect(await page(60)).toBe(200);
  expect(await page(20 * 60)).toBe(200);
  bff.pass(28 * MINUTE);
  // The other page was touched eight minutes ago, of which nobody heard: it was 29 minutes after the last that was.
  expect(await page(8 * 60)).toBe(200);
  bff.pass(10 * MINUTE);
  expect(await page(18 * 60)).toBe(200);
});

it.each(['-1', 'x', '1e9', '9'.repeat(9)])('看不懂的不算数：%s', async (odd) => {
  const page = await desk();
  bff.pass(20 * MINUTE);
  expect(await page(odd)).toBe(200);
  bff.pass(29 * MINUTE);
  expect(await page()).toBe(200);
});

it('记到哪一分钟，不是每问一次记一次', async () => {
  const page = await desk();
  const seen = async () => (await bff.sql`select last_seen_at from staff_sessions order by created_at desc limit 1`)[0]?.last_seen_at;
  bff.pass(30_000);
  await page();
  expect(await seen()).toBeNull();
  bff.pass(30_000);
  await page();
  expect(await seen()).toEqual(new Date(bff.clock()));
});
