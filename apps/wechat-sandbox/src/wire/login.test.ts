import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { START, sandboxForTest } from '../sandbox-for-test.ts';

let sandbox: Awaited<ReturnType<typeof sandboxForTest>>;
beforeEach(async () => {
  sandbox = await sandboxForTest();
});
afterEach(() => sandbox.close());

describe('登录', () => {
  test('好码：text/plain、HTTP 200、没有 errcode；同一个人每次同一个 openid', async () => {
    const first = await sandbox.login(await sandbox.loginCode('zhou'));
    expect(first.status).toBe(200);
    expect(first.type).toMatch(/^text\/plain/);
    expect(Object.keys(first.body).sort()).toEqual(['openid', 'session_key']);
    expect(first.body.openid).toBe('oSbx0zhou0demingSample000001');
    expect(first.body.openid).toHaveLength(28);
    expect(Buffer.from(first.body.session_key, 'base64')).toHaveLength(16);
    const second = await sandbox.login(await sandbox.loginCode('zhou'));
    expect(second.body.openid).toBe(first.body.openid);
    expect(second.body.session_key).not.toBe(first.body.session_key);
    expect((await sandbox.login(await sandbox.loginCode('li'))).body.openid).not.toBe(first.body.openid);
  });

  test('用过的码是 40163；错误也是 HTTP 200，rid 的第一段是十六进制的时间，前面有逗号', async () => {
    const code = await sandbox.loginCode('zhou');
    await sandbox.login(code);
    const again = await sandbox.login(code);
    expect(again.status).toBe(200);
    expect(again.type).toMatch(/^text\/plain/);
    expect(again.body.errcode).toBe(40163);
    expect(again.body.errmsg).toMatch(/^code been used, rid: [0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}$/);
    expect(Number.parseInt(again.body.errmsg.split('rid: ')[1].slice(0, 8), 16)).toBe(START / 1000);
  });

  test('码活五分钟', async () => {
    const [inTime, late] = [await sandbox.loginCode('zhou'), await sandbox.loginCode('zhou')];
    await sandbox.advance(300);
    expect((await sandbox.login(inTime)).body.openid).toBeDefined();
    await sandbox.advance(1);
    expect((await sandbox.login(late)).body.errcode).toBe(40029);
  });

  test.each<[string, Record<string, string>, number]>([
    ['没有 appid', { appid: '' }, 41002],
    ['没有密钥', { secret: '' }, 41004],
    ['没有码', { js_code: '' }, 41008],
    ['别的 appid', { appid: 'wxother' }, 40013],
    ['错的密钥', { secret: 'wrong' }, 40125],
    ['错的 grant_type', { grant_type: 'x' }, 40002],
    ['没见过的码', { js_code: 'never-issued' }, 40029],
  ])('%s', async (_name, change, errcode) => {
    expect((await sandbox.login(await sandbox.loginCode('zhou'), change)).body.errcode).toBe(errcode);
  });

  test('别的小程序产生的码是 40029', async () => {
    expect((await sandbox.login(await sandbox.loginCode('zhou', { appid: 'wxother' }))).body.errcode).toBe(40029);
  });

  test('高风险账号是 40226', async () => {
    await sandbox.send('/__sandbox/personas/li/blocked', { method: 'PUT', body: '{"blocked":true}' });
    expect((await sandbox.login(await sandbox.loginCode('li'))).body.errcode).toBe(40226);
  });

  test('同一个人一分钟第 101 次是 45011，下一分钟又好', async () => {
    for (let i = 0; i < 100; i++) await sandbox.login(await sandbox.loginCode('zhou'));
    expect((await sandbox.login(await sandbox.loginCode('zhou'))).body.errcode).toBe(45011);
    expect((await sandbox.login(await sandbox.loginCode('li'))).body.openid).toBeDefined();
    await sandbox.advance(60);
    expect((await sandbox.login(await sandbox.loginCode('zhou'))).body.openid).toBeDefined();
  });
});

describe('会话密钥', () => {
  const sign = (key: string) => createHmac('sha256', key).update('').digest('hex');
  const query = (token: string, openid: string, key: string) =>
    new URLSearchParams({ access_token: token, openid, signature: sign(key), sig_method: 'hmac_sha256' });

  test('签名对就是好的，重置以后旧的不认', async () => {
    const { openid, session_key } = (await sandbox.login(await sandbox.loginCode('zhou'))).body;
    const { access_token } = await sandbox.stable();
    const check = (key: string) => sandbox.send(`/wxa/checksession?${query(access_token, openid, key)}`);
    expect((await check(session_key)).body).toEqual({ errcode: 0, errmsg: 'ok' });
    const reset = (await sandbox.send(`/wxa/resetusersessionkey?${query(access_token, openid, session_key)}`)).body;
    expect(reset).toMatchObject({ errcode: 0, openid });
    expect((await check(session_key)).body.errcode).toBe(87009);
    expect((await check(reset.session_key)).body.errcode).toBe(0);
  });
});
