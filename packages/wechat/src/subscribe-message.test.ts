import { describe, expect, test } from 'vitest';
import { createWechat } from './create-wechat.ts';
import { type Answer, APPID, json, NOW, patienceFor, SECRET, scriptedFetch, silence, text } from './scripted-fetch-for-test.ts';

const MESSAGE = {
  openid: 'oZ1234567890',
  templateId: 'TPL1',
  data: { thing1: '每年认一次', date2: '2026年11月22日' },
  page: 'pages/a/index?x=1',
};

function wechat(...answers: Answer[]) {
  const script = scriptedFetch(json({ access_token: 'T1', expires_in: 7200 }), ...answers);
  const client = createWechat({
    appid: APPID,
    secret: SECRET,
    fetch: script.fetch,
    clock: () => NOW,
    timeoutMs: patienceFor(answers),
    wait: async () => undefined,
  });
  return { sent: script.sent, client };
}
const refused = (errcode: number, errmsg = 'x') => json({ errcode, errmsg });

describe('发订阅消息', () => {
  test('照文档送；消息号一位不差', async () => {
    const { client, sent } = wechat(text('{"errcode":0,"errmsg":"ok","msgid":1700827132819554304}'));
    expect(await client.sendSubscribeMessage(MESSAGE)).toEqual({ kind: 'delivered', messageId: '1700827132819554304' });
    expect(sent[1]?.url.pathname).toBe('/cgi-bin/message/subscribe/send');
    expect(JSON.parse(String(sent[1]?.init.body))).toEqual({
      touser: 'oZ1234567890',
      template_id: 'TPL1',
      page: 'pages/a/index?x=1',
      data: { thing1: { value: '每年认一次' }, date2: { value: '2026年11月22日' } },
      miniprogram_state: 'formal',
      lang: 'zh_CN',
    });
  });

  test('没有消息号也算送到', async () => {
    expect(await wechat(json({ errcode: 0, errmsg: 'ok' })).client.sendSubscribeMessage(MESSAGE)).toEqual({ kind: 'delivered' });
  });

  test.each([
    [43101, { kind: 'not-accepted', why: 'refused' }],
    [40003, { kind: 'not-accepted', why: 'no-such-person' }],
    [40037, { kind: 'wrong-template', why: 'template' }],
    [41030, { kind: 'wrong-template', why: 'page' }],
    [43107, { kind: 'wrong-template', why: 'banned' }],
    [45168, { kind: 'wrong-template', why: 'words' }],
    [47001, { kind: 'wrong-template', why: 'setup' }],
    [48001, { kind: 'wrong-template', why: 'setup' }],
    [40013, { kind: 'wrong-template', why: 'setup' }],
    [43108, { kind: 'retry-later', retryAfterSeconds: 2 }],
    [45011, { kind: 'retry-later', retryAfterSeconds: 60 }],
    // NOW is ten in the morning in Shanghai.
    [45009, { kind: 'retry-later', retryAfterSeconds: 14 * 3600 }],
    [-1, { kind: 'retry-later', retryAfterSeconds: 60 }],
    // A number nobody documents: it may have been sent.
    [99999, { kind: 'unknown' }],
  ])('%i 归到该去的地方，不重发', async (errcode, expected) => {
    const { client, sent } = wechat(refused(errcode, 'x rid: 66c69111-4157f271-729ca238'));
    const outcome = await client.sendSubscribeMessage(MESSAGE);
    expect(outcome).toMatchObject({ ...expected, rid: '66c69111-4157f271-729ca238' });
    expect(sent).toHaveLength(2);
  });

  test.each(['argument invalid! data.date2.value invalid rid: a', 'argument invalid! hint: [H01443114] data.date2.value invalid'])(
    '47003 说出是哪一栏：%s',
    async (errmsg) => {
      expect(await wechat(refused(47003, errmsg)).client.sendSubscribeMessage(MESSAGE)).toMatchObject({
        kind: 'wrong-template',
        why: 'fields',
        fields: ['date2'],
      });
    },
  );

  test('凭证被拒：换一个，再送一次', async () => {
    const { client } = wechat(refused(40001), json({ access_token: 'T2', expires_in: 7200 }), json({ errcode: 0 }));
    expect(await client.sendSubscribeMessage(MESSAGE)).toEqual({ kind: 'delivered' });
  });

  test('换了凭证还被拒：没有送，晚点再来', async () => {
    const { client } = wechat(refused(40001), json({ access_token: 'T2', expires_in: 7200 }), refused(40001));
    expect(await client.sendSubscribeMessage(MESSAGE)).toMatchObject({ kind: 'retry-later', errcode: 40001 });
  });

  test.each([
    ['断开', new TypeError('fetch failed')],
    ['乱答', text('<html></html>', { status: 502 })],
    ['不答', silence],
  ])('%s：也许送到了，不再送', async (_name, answer) => {
    const { client, sent } = wechat(answer);
    expect(await client.sendSubscribeMessage(MESSAGE)).toEqual({ kind: 'unknown' });
    expect(sent).toHaveLength(2);
  });

  test('凭证没拿到：没有送，可以再来', async () => {
    const down = new TypeError('fetch failed');
    const script = scriptedFetch(down, down, down);
    const client = createWechat({ appid: APPID, secret: SECRET, fetch: script.fetch, clock: () => NOW, wait: async () => undefined });
    expect(await client.sendSubscribeMessage(MESSAGE)).toMatchObject({ kind: 'retry-later', retryAfterSeconds: 60 });
  });

  test('字数超了的不出门，说出是哪一栏', async () => {
    const { client, sent } = wechat();
    const data = { thing1: '一二三四五六七八九十一二三四五六七八九十一', date2: '明天' };
    expect(await client.sendSubscribeMessage({ ...MESSAGE, data })).toEqual({
      kind: 'wrong-template',
      why: 'fields',
      fields: ['thing1', 'date2'],
    });
    expect(sent).toHaveLength(0);
  });
});

test('列出小程序的模板', async () => {
  const data = [
    { priTmplId: 'A', title: '会议提醒', content: '会议时间:{{date2.DATA}}\n会议地点:{{thing1.DATA}}\n', example: '', type: 2 },
    { priTmplId: 'B', title: '办理进度', content: '事项:{{thing3.DATA}}', example: '', type: 3 },
  ];
  expect(await wechat(json({ errcode: 0, errmsg: 'ok', data })).client.listTemplates()).toEqual([
    { id: 'A', title: '会议提醒', kind: 'one-time', fields: ['date2', 'thing1'] },
    { id: 'B', title: '办理进度', kind: 'long-term', fields: ['thing3'] },
  ]);
});
