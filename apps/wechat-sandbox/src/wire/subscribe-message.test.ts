import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sandboxForTest } from '../sandbox-for-test.ts';

let sandbox: Awaited<ReturnType<typeof sandboxForTest>>;
let token: string;
beforeEach(async () => {
  sandbox = await sandboxForTest();
  token = (await sandbox.stable()).access_token;
  await sandbox.control('/templates', { id: 'ONCE', title: '认证提醒', content: '事项:{{thing1.DATA}}\n日期:{{date2.DATA}}' });
  await sandbox.control('/templates', { id: 'TWIN', title: '认证提醒', content: '事项:{{thing1.DATA}}' });
  await sandbox.control('/templates', { id: 'LONG', title: '办理进度', content: '进度:{{phrase1.DATA}}', type: 3 });
});
afterEach(() => sandbox.close());

const ZHOU = 'oSbx0zhou0demingSample000001';
const GOOD = { thing1: { value: '每年认一次' }, date2: { value: '2026-11-30' } };
const send = async (change: object = {}) =>
  await sandbox.post(`/cgi-bin/message/subscribe/send?access_token=${token}`, {
    touser: ZHOU,
    template_id: 'ONCE',
    data: GOOD,
    miniprogram_state: 'formal',
    lang: 'zh_CN',
    ...change,
  });
const errcode = async (change: object = {}) => (await send(change)).body.errcode;
const ask = (tmplIds: unknown) => sandbox.control('/personas/zhou/subscribe', { tmplIds });
const answers = (given: object) => sandbox.post('/__sandbox/personas/zhou/answers', given, { method: 'PUT' });
const credits = async () => (await sandbox.send('/__sandbox/personas/zhou/credits')).body.credits;

describe('同意几次，送几次', () => {
  test('没同意过就是 43101；同意两次，送两次', async () => {
    expect(await errcode()).toBe(43101);
    await ask(['ONCE']);
    await ask(['ONCE']);
    expect([await errcode(), await errcode(), await errcode()]).toEqual([0, 0, 43101]);
  });

  test('长期的：同意一次，一直能送，直到在设置里关掉', async () => {
    await ask(['LONG']);
    const long = { template_id: 'LONG', data: { phrase1: { value: '已收到' } } };
    for (let count = 0; count < 3; count++) expect(await errcode(long)).toBe(0);
    expect(await credits()).toEqual({ ONCE: 0, TWIN: 0, LONG: 'long-term' });
    await sandbox.control('/personas/zhou/refuse', { templateId: 'LONG' });
    expect(await errcode(long)).toBe(43101);
  });

  test('不同意', async () => {
    await answers({ answer: 'reject' });
    expect((await ask(['ONCE'])).result).toEqual({ ONCE: 'reject' });
    expect(await errcode()).toBe(43101);
  });

  test('送坏了不扣', async () => {
    await ask(['ONCE']);
    expect(await errcode({ data: {} })).toBe(47003);
    expect(await credits()).toMatchObject({ ONCE: 1 });
  });
});

describe('问一问的窗口', () => {
  test.each([
    ['空的', [], 10001],
    ['六个', ['ONCE', 'ONCE', 'ONCE', 'ONCE', 'ONCE', 'ONCE'], 20003],
    ['没有的模板', ['NONE'], 20001],
    ['一次性和长期混着', ['ONCE', 'LONG'], 20002],
  ])('%s', async (_name, ids, code) => {
    expect(await ask(ids)).toMatchObject({ callback: 'fail', errCode: code, result: {} });
  });

  test('总开关关了', async () => {
    await answers({ mainSwitch: false });
    expect(await ask(['ONCE'])).toMatchObject({ callback: 'fail', errCode: 20004 });
  });

  test('同名的滤掉，封了的说封了', async () => {
    await sandbox.control('/templates', { id: 'BAN', title: '别的', content: '{{thing1.DATA}}', banned: true });
    expect((await ask(['ONCE', 'TWIN', 'BAN'])).result).toEqual({ ONCE: 'accept', TWIN: 'filter', BAN: 'ban' });
  });
});

describe('送不出去', () => {
  test.each([
    ['没有这个人', { touser: 'oNobody' }, 40003],
    ['没有这个模板', { template_id: 'NONE' }, 40037],
    ['页面带了斜杠', { page: '/pages/a' }, 41030],
    ['少一栏', { data: { thing1: { value: '甲' } } }, 47003],
    ['多一栏', { data: { ...GOOD, thing9: { value: '甲' } } }, 47003],
    ['太长', { data: { ...GOOD, thing1: { value: '长'.repeat(21) } } }, 47003],
    ['日期不像日期', { data: { ...GOOD, date2: { value: '过两天' } } }, 47003],
  ])('%s', async (_name, change, code) => {
    await ask(['ONCE']);
    expect(await errcode(change)).toBe(code);
  });

  test('47003 说出是哪一栏', async () => {
    expect((await send({ data: { ...GOOD, date2: { value: '过两天' } } })).body.errmsg).toMatch(
      /^argument invalid! data\.date2\.value invalid rid: /,
    );
  });

  test('封了的模板', async () => {
    await sandbox.control('/templates', { id: 'BAN', title: '别的', content: '{{thing1.DATA}}', banned: true });
    expect(await errcode({ template_id: 'BAN', data: { thing1: { value: '甲' } } })).toBe(43107);
  });
});

test('送出的都记着，消息号是 64 位的数字', async () => {
  await ask(['ONCE']);
  const { text } = await send({ page: 'pages/a/index?x=1' });
  const messageId = /"msgid":(\d{18,19})}/.exec(text)?.[1];
  const { body } = await sandbox.send('/__sandbox/messages?persona=zhou');
  expect(body.messages).toEqual([
    {
      at: '2026-11-22T02:00:00.000Z',
      messageId,
      persona: 'zhou',
      templateId: 'ONCE',
      page: 'pages/a/index?x=1',
      data: { thing1: '每年认一次', date2: '2026-11-30' },
      version: 'formal',
    },
  ]);
});

test('说不清的模板不收', async () => {
  for (const order of [
    { title: 'x', content: '{{a.DATA}}' },
    { id: 'A', content: '{{a.DATA}}' },
    { id: 'A', title: 'x', content: '没有栏' },
    { id: 'A', title: 'x', content: '{{a.DATA}}', type: 1 },
  ])
    expect((await sandbox.post('/__sandbox/templates', order)).status).toBe(400);
});
