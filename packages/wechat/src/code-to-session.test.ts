import { describe, expect, test } from 'vitest';
import { createWechat } from './create-wechat.ts';
import { APPID, NOW, SECRET, scriptedFetch, silence, text } from './scripted-fetch-for-test.ts';
import { WechatError } from './wechat-error.ts';

const CODE = '0a1B2c3D4e5F';
const GOOD = '{"session_key":"o0q0otL8aEzpcZL\\/FT9WsQ==","openid":"oZ12345678901234567890123456"}';

function wechat(...answers: Parameters<typeof scriptedFetch>) {
  const script = scriptedFetch(...answers);
  return { sent: script.sent, client: createWechat({ appid: APPID, secret: SECRET, fetch: script.fetch, clock: () => NOW }) };
}

async function errorOf(answer: Parameters<typeof scriptedFetch>[number]): Promise<{ error: WechatError; calls: number }> {
  const { client, sent } = wechat(answer, text(GOOD));
  const error = await client.codeToSession(CODE).catch((thrown) => thrown);
  expect(error).toBeInstanceOf(WechatError);
  return { error, calls: sent.length };
}

describe('登录换取会话', () => {
  test('text/plain 的答复照样读懂；session_key 不往外给', async () => {
    const { client, sent } = wechat(text(GOOD));
    expect(await client.codeToSession(CODE)).toEqual({ openid: 'oZ12345678901234567890123456', unionid: undefined });
    expect(sent).toHaveLength(1);
    expect(sent[0]?.init.method).toBe('GET');
    expect(sent[0]?.init.redirect).toBe('manual');
    expect(sent[0]?.url.href.split('?')[0]).toBe('https://api.weixin.qq.com/sns/jscode2session');
    expect(Object.fromEntries(sent[0]?.url.searchParams ?? [])).toEqual({
      appid: APPID,
      secret: SECRET,
      js_code: CODE,
      grant_type: 'authorization_code',
    });
  });

  test('绑定了开放平台时带 unionid', async () => {
    const { client } = wechat(text('{"openid":"oA","session_key":"k","unionid":"oU"}'));
    expect(await client.codeToSession(CODE)).toEqual({ openid: 'oA', unionid: 'oU' });
  });

  test('文档里的失败原样：错误号、rid、文字', async () => {
    const { error, calls } = await errorOf(text('{"errcode":40029,"errmsg":"invalid code, rid: 66c69111-4157f271-729ca238"}'));
    expect(error).toMatchObject({ kind: 'code', errcode: 40029, rid: '66c69111-4157f271-729ca238', endpoint: '/sns/jscode2session' });
    expect(calls).toBe(1);
  });

  test.each([
    [40163, 'code'],
    [40226, 'blocked'],
    [45011, 'quota'],
    [40013, 'config'],
    [40125, 'config'],
    [41002, 'config'],
    [41004, 'config'],
    [41008, 'bug'],
    [-1, 'transient'],
    [99999, 'nonsense'],
  ])('错误号 %i 归为 %s，绝不自动重试', async (errcode, kind) => {
    const { error, calls } = await errorOf(text(JSON.stringify({ errcode, errmsg: 'x' })));
    expect(error.kind).toBe(kind);
    expect(calls).toBe(1);
  });

  test.each([
    ['HTML 502', text('<html>502 Bad Gateway</html>', { status: 502 }), 'nonsense'],
    ['半截 JSON', text('{"openid":"oA","sess'), 'nonsense'],
    ['空答复', text(''), 'nonsense'],
    ['数组', text('[]'), 'nonsense'],
    ['没有 openid', text('{"session_key":"k"}'), 'nonsense'],
    ['openid 里有换行', text('{"openid":"o\\nA","session_key":"k"}'), 'nonsense'],
    ['跳转到别处', text('', { status: 302, headers: { location: 'https://elsewhere.example/' } }), 'nonsense'],
    ['超过 64 KB', text(`{"openid":"oA","session_key":"${'k'.repeat(70_000)}"}`), 'nonsense'],
    ['连接被重置', new TypeError('fetch failed'), 'unreachable'],
  ])('%s：归类明确，只发一次', async (_name, answer, kind) => {
    const { error, calls } = await errorOf(answer);
    expect(error.kind).toBe(kind);
    expect(calls).toBe(1);
  });

  test('到时限就断开，算作没有答复', async () => {
    const script = scriptedFetch(silence);
    const client = createWechat({ appid: APPID, secret: SECRET, fetch: script.fetch, timeoutMs: 5 });
    await expect(client.codeToSession(CODE)).rejects.toMatchObject({ kind: 'unreachable', errmsg: 'timed out' });
  });

  test('密钥、登录码和网址都不进错误', async () => {
    const failures = [
      text(JSON.stringify({ errcode: 40125, errmsg: `invalid appsecret ${SECRET} for ${CODE}\nrid: 66c69111-4157f271-729ca238` })),
      new TypeError(`request to https://api.weixin.qq.com/sns/jscode2session?secret=${SECRET}&js_code=${CODE} failed`),
      text(`{"session_key":"${SECRET}","openid":"${SECRET} "}`),
    ];
    for (const failure of failures) {
      const { error } = await errorOf(failure);
      const everything = `${error.message}\n${error.stack}\n${JSON.stringify(error)}\n${String(error.cause)}`;
      expect(everything).not.toContain(SECRET);
      expect(everything).not.toContain(CODE);
      expect(error.message).not.toContain('\n');
    }
  });
});
