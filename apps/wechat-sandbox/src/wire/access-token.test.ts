import { afterEach, beforeEach, expect, test } from 'vitest';
import { sandboxForTest } from '../sandbox-for-test.ts';

let sandbox: Awaited<ReturnType<typeof sandboxForTest>>;
beforeEach(async () => {
  sandbox = await sandboxForTest();
});
afterEach(() => sandbox.close());

/** What a call with this token gets: 40029 says that the token itself was good. */
const tried = async (token: string) => (await sandbox.phone(token, { code: 'x' })).body.errcode;

test('普通模式：再取还是同一个，秒数是剩下的', async () => {
  const first = await sandbox.stable();
  expect(first).toEqual({ access_token: expect.stringMatching(/^[\w-]{100,512}$/), expires_in: 7200 });
  await sandbox.advance(6855);
  expect(await sandbox.stable()).toEqual({ access_token: first.access_token, expires_in: 345 });
});

test('最后五分钟换新：新旧都能用，旧的到点才失效', async () => {
  const old = (await sandbox.stable()).access_token;
  await sandbox.advance(6901);
  const fresh = await sandbox.stable();
  expect(fresh.access_token).not.toBe(old);
  expect(fresh.expires_in).toBe(7200);
  expect([await tried(old), await tried(fresh.access_token)]).toEqual([40029, 40029]);
  await sandbox.advance(299);
  expect([await tried(old), await tried(fresh.access_token)]).toEqual([42001, 40029]);
});

test('强制刷新：旧的立刻作废；三十秒内再强制不换', async () => {
  const old = (await sandbox.stable()).access_token;
  const forced = (await sandbox.stable({ force_refresh: true })).access_token;
  expect(forced).not.toBe(old);
  expect(await tried(old)).toBe(40001);
  await sandbox.advance(29);
  expect((await sandbox.stable({ force_refresh: true })).access_token).toBe(forced);
  await sandbox.advance(1);
  expect((await sandbox.stable({ force_refresh: true })).access_token).not.toBe(forced);
});

test('一天强制二十次，第二十一次是 45009', async () => {
  for (let i = 0; i < 20; i++) {
    expect((await sandbox.stable({ force_refresh: true })).expires_in).toBe(7200);
    await sandbox.advance(30);
  }
  expect((await sandbox.stable({ force_refresh: true })).errcode).toBe(45009);
});

test('两种凭证互不相干；旧式的前一个还活五分钟', async () => {
  const stable = (await sandbox.stable()).access_token;
  const plain = (await sandbox.plain()).access_token;
  const next = (await sandbox.plain()).access_token;
  await sandbox.stable({ force_refresh: true });
  expect([await tried(plain), await tried(next), await tried(stable)]).toEqual([40029, 40029, 40001]);
  await sandbox.advance(300);
  expect([await tried(plain), await tried(next)]).toEqual([42001, 40029]);
});

test.each<[string, object, number]>([
  ['没有 appid', { appid: undefined }, 41002],
  ['没有密钥', { secret: undefined }, 41004],
  ['别的 appid', { appid: 'wxother' }, 40013],
  ['错的密钥', { secret: 'wrong' }, 40125],
  ['错的 grant_type', { grant_type: 'authorization_code' }, 40002],
])('%s', async (_name, change, errcode) => {
  expect((await sandbox.stable(change)).errcode).toBe(errcode);
});

test('错的方法、空内容、坏 JSON、没有凭证、不认识的凭证', async () => {
  const code = async (path: string, init?: RequestInit) => (await sandbox.send(path, init)).body.errcode;
  expect(await code('/cgi-bin/stable_token')).toBe(43002);
  expect(await code('/cgi-bin/stable_token', { method: 'POST' })).toBe(44002);
  expect(await code('/cgi-bin/stable_token', { method: 'POST', body: '{"grant_type":' })).toBe(47001);
  expect(await code('/wxa/business/getuserphonenumber', { method: 'POST', body: '{}' })).toBe(41001);
  expect(await code('/wxa/business/getuserphonenumber?access_token=abc', { method: 'POST', body: '{}' })).toBe(40001);
});

test('这里的错误是 JSON，rid 前面没有逗号', async () => {
  const { status, type, body } = await sandbox.send('/cgi-bin/stable_token');
  expect(status).toBe(200);
  expect(type).toBe('application/json; encoding=utf-8');
  expect(body.errmsg).toMatch(/^require POST method rid: [0-9a-f-]{26}$/);
});
