import { afterAll, beforeAll, expect, it } from 'vitest';
import { type LadderForTest, ladderForTest } from '../test/ladder-for-test.ts';
import { staffApp } from './staff-app.ts';

let town: LadderForTest;
beforeAll(async () => {
  town = await ladderForTest();
});
afterAll(() => town.close());

it('开发用的短信页：上线了就没有', async () => {
  const app = (production: boolean) =>
    staffApp({
      services: town.ctx,
      log: () => undefined,
      production,
      trustedProxies: 0,
      deskUrl: () => '',
      networks: [],
      asksSecondFactor: true,
    });
  const ask = async (production: boolean) => [
    (await app(production).request('/staff/loopback')).status,
    (
      await app(production).request('/staff/loopback/script', {
        method: 'PUT',
        body: '{"channel":"text","outcome":"silent"}',
        headers: { 'content-type': 'application/json' },
      })
    ).status,
  ];
  expect(await ask(false)).toEqual([200, 204]);
  expect(await ask(true)).toEqual([404, 404]);
});
