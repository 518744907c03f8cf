// The client and the sandbox were written from the same protocol and share no code: here they meet.
import { createWechat } from '@assist/wechat';
import { startSandbox } from '@assist/wechat-sandbox';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

let sandbox: Awaited<ReturnType<typeof startSandbox>>;
const now = Date.UTC(2026, 10, 22, 2, 0, 0);
const ZHOU = 'oSbx0zhou0demingSample000001';

beforeEach(async () => {
  sandbox = await startSandbox({ clock: () => now, wait: async () => undefined });
});
afterEach(() => sandbox.close());

async function control(path: string, body: object = {}) {
  const response = await fetch(`${sandbox.url}/__sandbox${path}`, { method: 'POST', body: JSON.stringify(body) });
  return await response.json();
}
const code = async (kind: 'login' | 'phone'): Promise<string> => (await control(`/personas/zhou/${kind}-code`)).code;
const calls = async (): Promise<string[]> => {
  const { calls: made } = (await (await fetch(`${sandbox.url}/__sandbox/calls`)).json()) as { calls: { path: string; errcode: number }[] };
  return made.map((call) => `${call.path.split('/').at(-1)} ${call.errcode}`);
};
const client = () =>
  createWechat({ appid: sandbox.appid, secret: sandbox.secret, baseUrl: sandbox.url, clock: () => now, wait: async () => undefined });

describe('我们的客户端对着沙箱', () => {
  test('登录，再拿手机号', async () => {
    const wechat = client();
    const { openid } = await wechat.codeToSession(await code('login'));
    expect(openid).toBe(ZHOU);
    expect(await wechat.getPhoneNumber({ code: await code('phone'), openid })).toEqual({ number: '13900001001', countryCode: '86' });
    expect(await calls()).toEqual(['jscode2session 0', 'stable_token 0', 'getuserphonenumber 0']);
  });

  test('用过的登录码', async () => {
    const wechat = client();
    const used = await code('login');
    await wechat.codeToSession(used);
    await expect(wechat.codeToSession(used)).rejects.toMatchObject({
      kind: 'code',
      errcode: 40163,
      rid: expect.stringMatching(/^[0-9a-f-]{26}$/),
    });
  });

  test('答复丢在路上：不重发，由手机再要一个码', async () => {
    await control('/faults', { kind: 'reset', after: true });
    await expect(client().codeToSession(await code('login'))).rejects.toMatchObject({ kind: 'unreachable' });
    expect(await calls()).toEqual(['jscode2session 0']);
  });

  test('凭证在别处被强制刷新：换一个，重放一次，号码照样拿到', async () => {
    const wechat = client();
    await wechat.getPhoneNumber({ code: await code('phone'), openid: ZHOU });
    await fetch(`${sandbox.url}/cgi-bin/stable_token`, {
      method: 'POST',
      body: JSON.stringify({ grant_type: 'client_credential', appid: sandbox.appid, secret: sandbox.secret, force_refresh: true }),
    });
    expect((await wechat.getPhoneNumber({ code: await code('phone'), openid: ZHOU })).number).toBe('13900001001');
    expect((await calls()).slice(-3)).toEqual(['getuserphonenumber 40001', 'stable_token 0', 'getuserphonenumber 0']);
  });

  test('凭证过了期也一样', async () => {
    const wechat = client();
    await wechat.getPhoneNumber({ code: await code('phone'), openid: ZHOU });
    await control('/clock/advance', { seconds: 7201 }); // the sandbox's clock alone: ours believes the token is young
    await expect(wechat.getPhoneNumber({ code: await code('phone'), openid: ZHOU })).rejects.toMatchObject({
      errmsg: 'watermark does not fit',
    });
    expect((await calls()).slice(-3)).toEqual(['getuserphonenumber 42001', 'stable_token 0', 'getuserphonenumber 0']);
  });

  test.each([
    [{ kind: 'errcode', errcode: -1 }, 'transient'],
    [{ kind: 'errcode', errcode: 45011 }, 'quota'],
    [{ kind: 'html-502' }, 'nonsense'],
    [{ kind: 'truncated' }, 'nonsense'],
    [{ kind: 'reset' }, 'unreachable'],
  ])('%j 到手是 %s', async (fault, kind) => {
    await control('/faults', { ...fault, path: '/sns/' });
    await expect(client().codeToSession(await code('login'))).rejects.toMatchObject({ kind });
  });

  test('取凭证时连着两次坏，第三次就好', async () => {
    await control('/faults', { kind: 'errcode', errcode: -1, path: '/cgi-bin/' });
    await control('/faults', { kind: 'html-502', path: '/cgi-bin/' });
    expect((await client().getPhoneNumber({ code: await code('phone'), openid: ZHOU })).number).toBe('13900001001');
  });
});
