import { describe, expect, test } from 'vitest';
import { memoryTokenCache } from './access-token.ts';
import { createWechat } from './create-wechat.ts';
import { APPID, json, NOW, SECRET, scriptedFetch, text } from './scripted-fetch-for-test.ts';

const token = (name: string, seconds = 7200) => json({ access_token: name, expires_in: seconds });
const refused = (errcode: number) => json({ errcode, errmsg: 'invalid credential, access_token is invalid or not latest' });
const phone = (appid = APPID, seconds = NOW / 1000) =>
  json({
    errcode: 0,
    errmsg: 'ok',
    phone_info: {
      phoneNumber: '+8613800138000',
      purePhoneNumber: '13800138000',
      countryCode: 86,
      watermark: { timestamp: seconds, appid },
    },
  });

function wechat(...answers: Parameters<typeof scriptedFetch>) {
  const script = scriptedFetch(...answers);
  const clock = { now: NOW };
  const pauses: number[] = [];
  const cache = memoryTokenCache();
  const client = createWechat({
    appid: APPID,
    secret: SECRET,
    fetch: script.fetch,
    clock: () => clock.now,
    cache,
    wait: async (ms) => void pauses.push(ms),
  });
  const ask = () => client.getPhoneNumber({ code: 'phone-code', openid: 'oA' });
  const paths = () => script.sent.map((call) => call.url.pathname.split('/').at(-1));
  return { ask, paths, clock, pauses, cache, sent: script.sent };
}

describe('接口凭证', () => {
  test('取普通模式的稳定凭证，凭证只在网址的查询里', async () => {
    const { ask, sent } = wechat(token('T1'), phone());
    expect(await ask()).toEqual({ number: '13800138000', countryCode: '86' });
    expect(sent[0]?.init.method).toBe('POST');
    expect(JSON.parse(String(sent[0]?.init.body))).toEqual({
      grant_type: 'client_credential',
      appid: APPID,
      secret: SECRET,
      force_refresh: false,
    });
    expect(sent[1]?.url.searchParams.get('access_token')).toBe('T1');
    expect(JSON.parse(String(sent[1]?.init.body))).toEqual({ code: 'phone-code', openid: 'oA' });
  });

  test('几个人同时来，只取一次凭证', async () => {
    const { ask, paths } = wechat(token('T1'), phone(), phone(), phone());
    await Promise.all([ask(), ask(), ask()]);
    expect(paths().filter((path) => path === 'stable_token')).toHaveLength(1);
  });

  test('还剩 300 秒用旧的，不足 300 秒就换新', async () => {
    const { ask, sent, clock } = wechat(
      token('T1'),
      phone(),
      phone(APPID, NOW / 1000 + 6900),
      token('T2'),
      phone(APPID, NOW / 1000 + 6901),
    );
    await ask();
    clock.now = NOW + 6900_000;
    await ask();
    clock.now = NOW + 6901_000;
    await ask();
    expect(sent.map((call) => call.url.searchParams.get('access_token'))).toEqual([null, 'T1', 'T1', null, 'T2']);
  });

  test('换新时微信忙，旧凭证还有效就先用旧的', async () => {
    const { ask, sent, clock, pauses } = wechat(
      token('T1'),
      phone(),
      json({ errcode: -1, errmsg: 'system error' }),
      text('<html></html>', { status: 502 }),
      new TypeError('fetch failed'),
      phone(APPID, NOW / 1000 + 7000),
    );
    await ask();
    clock.now = NOW + 7000_000;
    await ask();
    expect(sent.at(-1)?.url.searchParams.get('access_token')).toBe('T1');
    expect(pauses).toHaveLength(2);
    expect(pauses[0]).toBeGreaterThanOrEqual(100);
    expect(pauses[1]).toBeLessThanOrEqual(1200);
  });

  test.each([40001, 40014, 42001])('%i：换一个凭证，重放一次，不强制刷新', async (errcode) => {
    const { ask, paths, sent } = wechat(token('T1'), refused(errcode), token('T2'), phone());
    await ask();
    expect(paths()).toEqual(['stable_token', 'getuserphonenumber', 'stable_token', 'getuserphonenumber']);
    expect(JSON.parse(String(sent[2]?.init.body)).force_refresh).toBe(false);
  });

  test('重放仍被拒绝就停，不无休止', async () => {
    const { ask, sent } = wechat(token('T1'), refused(40001), token('T1'), refused(40001));
    await expect(ask()).rejects.toMatchObject({ kind: 'token', errcode: 40001 });
    expect(sent).toHaveLength(4);
  });

  test('别的进程已经换过，就用它换的那个', async () => {
    const { ask, sent, cache } = wechat(
      token('T1'),
      async () => {
        await cache.set(APPID, { token: 'T2', expiresAt: NOW + 7200_000 });
        return refused(40001);
      },
      phone(),
    );
    await ask();
    expect(sent.map((call) => call.url.searchParams.get('access_token'))).toEqual([null, 'T1', 'T2']);
  });

  test('取凭证时的 40001 是密钥不对：不重试', async () => {
    const { ask, sent } = wechat(refused(40001));
    await expect(ask()).rejects.toMatchObject({ kind: 'config', endpoint: '/cgi-bin/stable_token' });
    expect(sent).toHaveLength(1);
  });

  test('取凭证失败后，下一个人重新取', async () => {
    const { ask } = wechat(json({ errcode: 40164, errmsg: 'invalid ip 203.0.113.9, not in whitelist' }), token('T1'), phone());
    await expect(ask()).rejects.toMatchObject({ kind: 'config', errcode: 40164 });
    expect((await ask()).number).toBe('13800138000');
  });
});

describe('手机号', () => {
  test.each([
    [-1, 'transient'],
    [40029, 'code'],
    [40013, 'config'],
    [45009, 'quota'],
    [45011, 'quota'],
  ])('错误号 %i 归为 %s，不重发', async (errcode, kind) => {
    const { ask, sent } = wechat(token('T1'), json({ errcode, errmsg: 'x' }));
    await expect(ask()).rejects.toMatchObject({ kind, errcode });
    expect(sent).toHaveLength(2);
  });

  test('日限额到上海的午夜，分钟限额到下一分钟', async () => {
    // NOW is 10:00:00 in Shanghai: fourteen hours to midnight.
    await expect(wechat(token('T1'), json({ errcode: 45009 })).ask()).rejects.toMatchObject({ retryAfterSeconds: 14 * 3600 });
    await expect(wechat(token('T1'), json({ errcode: 45011 })).ask()).rejects.toMatchObject({ retryAfterSeconds: 60 });
  });

  test('别的小程序的水印、十分钟以前的水印，都不认', async () => {
    await expect(wechat(token('T1'), phone('wxother')).ask()).rejects.toMatchObject({ kind: 'nonsense' });
    await expect(wechat(token('T1'), phone(APPID, NOW / 1000 - 601)).ask()).rejects.toMatchObject({ kind: 'nonsense' });
    await expect(wechat(token('T1'), phone(APPID, NOW / 1000 - 600)).ask()).resolves.toBeDefined();
  });

  test('手机号不进错误', async () => {
    const answer = json({ errcode: 0, phone_info: { purePhoneNumber: '13800138000x', countryCode: '86' } });
    const error = await wechat(token('T1'), answer)
      .ask()
      .catch((thrown) => thrown);
    expect(error.kind).toBe('nonsense');
    expect(error.message).not.toContain('138');
    expect(error.message).toContain('phone_info.purePhoneNumber');
  });
});
