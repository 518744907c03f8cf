import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BffForTest, bffForTest } from '../test/bff-for-test.ts';
import { networkList, networkOf } from './networks.ts';

describe('哪些网络', () => {
  const isAllowed = networkList(['10.1.0.0/16', '192.0.2.7', '2001:db8:1::/48']);
  it.each([
    ['10.1.255.9', true],
    ['10.2.0.1', false],
    ['192.0.2.7', true],
    ['192.0.2.8', false],
    ['::ffff:10.1.0.3', true],
    ['::ffff:10.2.0.3', false],
    ['10.1.0.3:40123', true],
    ['2001:db8:1:2::9', true],
    ['[2001:db8:1::9]:443', true],
    ['2001:db8:2::9', false],
    ['fe80::1%eth0', false],
    ['unknown', false],
    ['', false],
    ['10.1.0.3, 10.2.0.1', false],
  ])('%s', (address, expected) => {
    expect(isAllowed(address)).toBe(expected);
  });

  it.each(['10.1.0.0/33', '10.1.0/16', 'desk.example.cn', '2001:db8::/129', '10.0.0.0/8/8', '10.0.0.0/-1', '10.0.0.0/'])(
    '%s 不是',
    (text) => {
      expect(networkOf(text)).toBeUndefined();
    },
  );
});

describe('镇街那边只答单位的网络', () => {
  let bff: BffForTest;
  beforeAll(async () => {
    bff = await bffForTest((config) => ({
      ...config,
      staffNetworks: ['10.1.0.0/16', '2001:db8::/32'],
      staffHost: '127.0.0.2',
      trustedProxies: 1,
    }));
  });
  afterAll(() => bff.close());
  const from = async (address: string, path: string) => {
    const answer = await fetch(`${bff.staffUrl}${path}`, { headers: { 'x-forwarded-for': address }, redirect: 'manual' });
    return answer.ok ? 'ok' : ((await answer.json()) as { code: string }).code;
  };

  it('另一个地址上听', () => {
    expect(new URL(bff.staffUrl).hostname).toBe('127.0.0.2');
    expect(new URL(bff.residentUrl).hostname).toBe('127.0.0.1');
  });

  it('里面的：往下走；外面的：一条路也没有，连登录都没有', async () => {
    for (const inside of ['10.1.3.4', '2001:db8::5', '6.6.6.6, 10.1.3.4'])
      expect(await from(inside, '/staff/api/me')).toBe('not-signed-in');
    for (const outside of ['10.2.3.4', '10.1.3.4, 6.6.6.6', '2001:db9::5', 'x'])
      for (const path of [
        '/staff/api/me',
        '/staff/auth/login',
        '/staff/auth/callback?state=x',
        '/staff/api/openapi.json',
        '/staff/loopback',
        '/nothing',
      ])
        expect([path, await from(outside, path)]).toEqual([path, 'network-not-allowed']);
  });

  it('活没活着，谁都能问', async () => {
    for (const path of ['/healthz', '/readyz']) expect(await from('6.6.6.6', path)).toBe('ok');
  });

  it('居民那边不看网络', async () => {
    const answer = await fetch(`${bff.residentUrl}/api/places/districts`, { headers: { 'x-forwarded-for': '6.6.6.6' } });
    expect(answer.status).toBe(200);
  });
});
