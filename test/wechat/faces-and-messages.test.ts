// Faces, messages and pushes: the client and the sandbox over real HTTP. They share no code.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  createWechat,
  FACE_CODES,
  faceOutcome,
  faceOutcomeOfError,
  newSequenceNumber,
  parsePush,
  verifyPush,
  verifyPushUrl,
} from '@assist/wechat';
import { startSandbox } from '@assist/wechat-sandbox';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const START = Date.UTC(2026, 10, 22, 2, 0, 0);
const ZHOU = { name: '周德明', idNumber: '500107195803040016', openid: 'oSbx0zhou0demingSample000001' };
const LI = 'oSbx0li00sufenSample00000002';
let sandbox: Awaited<ReturnType<typeof startSandbox>>;

beforeEach(async () => {
  sandbox = await startSandbox({
    clock: () => START,
    wait: async () => undefined,
    templates: [
      { id: 'ONCE', title: '认证提醒', content: '事项:{{thing1.DATA}}\n日期:{{date2.DATA}}' },
      { id: 'LONG', title: '办理进度', content: '进度:{{phrase1.DATA}}', type: 3 },
    ],
  });
});
afterEach(() => sandbox.close());

const control = async (path: string, body: object = {}, method = 'POST') => {
  const init = method === 'GET' ? {} : { method, body: JSON.stringify(body) };
  const text = await (await fetch(`${sandbox.url}/__sandbox${path}`, init)).text();
  return text === '' ? undefined : JSON.parse(text);
};
const look = (path: string) => control(path, {}, 'GET');
const client = () => createWechat({ ...sandbox, baseUrl: sandbox.url, clock: () => START, wait: async () => undefined });

describe('刷脸', () => {
  const begin = async (subject: object = {}) => {
    const about = { ...ZHOU, sequenceNumber: newSequenceNumber(), ...subject };
    const begun = await client().getVerifyId(about);
    if (begun.state !== 'begun') throw new Error(begun.state);
    return { ...about, verifyId: begun.verifyId };
  };
  const show = (verifyId: string) => control('/personas/zhou/face', { verifyId });

  test.each(FACE_CODES)('结果码 %i 从微信走到手里', async (verifyRet) => {
    await control('/face/orders', { kind: 'ret', verifyRet });
    const about = await begin();
    await show(about.verifyId);
    expect(await client().queryVerifyInfo(about)).toEqual({ state: 'answered', verifyRet, outcome: faceOutcome(verifyRet) });
  });

  test('没见过的码不会断', async () => {
    await control('/face/orders', { kind: 'ret', verifyRet: 12345 });
    const about = await begin();
    await show(about.verifyId);
    expect(await client().queryVerifyInfo(about)).toMatchObject({ outcome: { kind: 'another-way', certainty: 'inferred' } });
  });

  test('手机中途没了，后台还是问得到；没有结果就一直是等，到点过期', async () => {
    await control('/face/orders', { kind: 'dies', verifyRet: 10000 });
    const passed = await begin();
    expect((await show(passed.verifyId)).callback).toBe('never');
    expect((await client().queryVerifyInfo(passed)).outcome.kind).toBe('passed');
    await control('/face/orders', { kind: 'dies' });
    const lost = await begin();
    await show(lost.verifyId);
    expect((await client().queryVerifyInfo(lost)).outcome).toMatchObject({ kind: 'wait', over: false });
    await control('/clock/advance', { seconds: 3600 });
    expect(await client().queryVerifyInfo(lost)).toMatchObject({ state: 'expired', outcome: { action: 'start-anew', counts: false } });
  });

  test('换了人、换了号、换了流水号：对不上，不是通过', async () => {
    const about = await begin();
    await show(about.verifyId);
    for (const [change, errcode] of [
      [{ openid: LI }, 84017],
      [{ idNumber: '500107196303120022' }, 84018],
      [{ name: '周小明' }, 84018],
      [{ sequenceNumber: newSequenceNumber() }, 84020],
    ] as const)
      expect(await client().queryVerifyInfo({ ...about, ...change })).toMatchObject({ state: 'mismatch', errcode });
  });

  test('姓名是空的、号码不对、流水号用过：没有开始，各说各的', async () => {
    const about = { ...ZHOU, sequenceNumber: newSequenceNumber() };
    expect(await client().getVerifyId({ ...about, name: ' ' })).toMatchObject({ why: 'name', outcome: { action: 'check-name' } });
    expect(await client().getVerifyId({ ...about, idNumber: '500107195803040017' })).toMatchObject({ why: 'number' });
    await client().getVerifyId(about);
    expect(await client().getVerifyId(about)).toEqual({ state: 'sequence-taken' });
    await expect(client().getVerifyId({ ...about, openid: 'oNobody' })).rejects.toMatchObject({ kind: 'caller' });
  });

  test('答复丢在路上：同一个流水号再用就被占了', async () => {
    const about = { ...ZHOU, sequenceNumber: newSequenceNumber() };
    await control('/faults', { kind: 'reset', after: true, path: '/cityservice/' });
    await expect(client().getVerifyId(about)).rejects.toMatchObject({ kind: 'unreachable' });
    expect(await client().getVerifyId(about)).toEqual({ state: 'sequence-taken' });
  });

  test.each([
    [{ kind: 'errcode', errcode: -1 }, 'transient'],
    [{ kind: 'errcode', errcode: 45009 }, 'quota'],
    [{ kind: 'errcode', errcode: 45011 }, 'quota'],
    [{ kind: 'html-502' }, 'nonsense'],
    [{ kind: 'html-500' }, 'nonsense'],
    [{ kind: 'nonsense' }, 'nonsense'],
    [{ kind: 'truncated' }, 'nonsense'],
    [{ kind: 'reset' }, 'unreachable'],
  ])('问结果时 %j：是 %s，接着问就有', async (fault, kind) => {
    const about = await begin();
    await show(about.verifyId);
    await control('/faults', { ...fault, path: '/cityservice/face/identify/queryverifyinfo' });
    const error = await client()
      .queryVerifyInfo(about)
      .catch((thrown) => thrown);
    expect(error.kind).toBe(kind);
    expect(faceOutcomeOfError(error, 'result')).toMatchObject({ kind: 'wait', over: false });
    expect((await client().queryVerifyInfo(about)).outcome.kind).toBe('passed');
  });

  test('慢到超过时限：没有答复，再问就有', async () => {
    const slow = await startSandbox({ clock: () => START });
    const order = { kind: 'latency', ms: 60_000, path: '/cityservice/' };
    await fetch(`${slow.url}/__sandbox/faults`, { method: 'POST', body: JSON.stringify(order) });
    const impatient = createWechat({ ...slow, baseUrl: slow.url, timeoutMs: 300 });
    const about = { ...ZHOU, sequenceNumber: newSequenceNumber() };
    await expect(impatient.getVerifyId(about)).rejects.toMatchObject({ kind: 'unreachable', errmsg: 'timed out' });
    expect((await impatient.getVerifyId(about)).state).toBe('begun');
    await slow.close();
  });
});

describe('订阅消息', () => {
  const DATA = { thing1: '每年认一次', date2: '2026年11月30日' };
  const send = (change: object = {}) => client().sendSubscribeMessage({ openid: ZHOU.openid, templateId: 'ONCE', data: DATA, ...change });
  const agree = (...tmplIds: string[]) => control('/personas/zhou/subscribe', { tmplIds });

  test('同意一次送一次，消息号和微信记的一样', async () => {
    expect(await send()).toMatchObject({ kind: 'not-accepted', why: 'refused', errcode: 43101 });
    await agree('ONCE');
    const sent = await send({ page: 'pages/home/index' });
    const { messages } = await look('/messages');
    expect(sent).toEqual({ kind: 'delivered', messageId: messages[0].messageId });
    expect(messages[0]).toMatchObject({ persona: 'zhou', data: DATA, page: 'pages/home/index', version: 'formal' });
    expect(await send()).toMatchObject({ kind: 'not-accepted' });
  });

  test.each([
    ['没有这个人', { openid: 'oNobody' }, { kind: 'not-accepted', why: 'no-such-person' }],
    ['没有这个模板', { templateId: 'NONE' }, { kind: 'wrong-template', why: 'template', errcode: 40037 }],
    ['页面写错', { page: '/pages/a' }, { kind: 'wrong-template', why: 'page', errcode: 41030 }],
    ['少一栏', { data: { thing1: '甲' } }, { kind: 'wrong-template', why: 'fields', fields: ['date2'], errcode: 47003 }],
    ['多一栏', { data: { ...DATA, thing7: '甲' } }, { kind: 'wrong-template', why: 'fields', fields: ['thing7'] }],
  ])('%s', async (_name, change, expected) => {
    await agree('ONCE');
    expect(await send(change)).toMatchObject(expected);
  });

  test.each([
    [{ kind: 'errcode', errcode: 43108 }, 'retry-later', 1],
    [{ kind: 'errcode', errcode: 45009 }, 'retry-later', 1],
    [{ kind: 'errcode', errcode: -1 }, 'retry-later', 1],
    [{ kind: 'errcode', errcode: 43107 }, 'wrong-template', 1],
    [{ kind: 'errcode', errcode: 45168 }, 'wrong-template', 1],
    [{ kind: 'html-502' }, 'unknown', 1],
    [{ kind: 'reset' }, 'unknown', 1],
    // The message went out; only its answer was lost.
    [{ kind: 'reset', after: true }, 'unknown', 0],
  ])('%j 是 %s', async (fault, kind, left) => {
    await agree('ONCE');
    await control('/faults', { ...fault, path: '/cgi-bin/message/' });
    expect((await send()).kind).toBe(kind);
    expect((await look('/personas/zhou/credits')).credits.ONCE).toBe(left);
  });

  test('凭证在别处被换掉：换一个再送，只送一次', async () => {
    await agree('ONCE');
    const wechat = client();
    await wechat.listTemplates();
    await fetch(`${sandbox.url}/cgi-bin/stable_token`, {
      method: 'POST',
      body: JSON.stringify({ grant_type: 'client_credential', appid: sandbox.appid, secret: sandbox.secret, force_refresh: true }),
    });
    expect((await wechat.sendSubscribeMessage({ openid: ZHOU.openid, templateId: 'ONCE', data: DATA })).kind).toBe('delivered');
  });

  test('模板清单', async () => {
    expect(await client().listTemplates()).toEqual([
      { id: 'ONCE', title: '认证提醒', kind: 'one-time', fields: ['thing1', 'date2'] },
      { id: 'LONG', title: '办理进度', kind: 'long-term', fields: ['phrase1'] },
    ]);
  });
});

describe('微信推送', () => {
  const keys = { token: 'pushToken01', encodingAesKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG' };
  const heard: string[] = [];
  let receiver: Server;
  let answers: number[] = [];
  const url = () => `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/push`;

  beforeEach(async () => {
    heard.length = 0;
    answers = [];
    const config = { appid: sandbox.appid, ...keys, clock: () => START };
    receiver = createServer(async (request, response) => {
      const query = Object.fromEntries(new URL(request.url ?? '', 'http://localhost').searchParams);
      if (request.method === 'GET') {
        const echo = verifyPushUrl(config, query);
        return void response.writeHead(echo === undefined ? 403 : 200).end(echo);
      }
      let body = '';
      for await (const chunk of request) body += chunk;
      const opened = verifyPush(config, query, body);
      heard.push(opened.ok ? opened.message : opened.why);
      response.writeHead(answers.shift() ?? (opened.ok ? 200 : 403)).end('success');
    });
    await new Promise<void>((ready) => receiver.listen(0, '127.0.0.1', ready));
  });
  afterEach(() => new Promise((done) => receiver.close(done)));
  const subscribe = (change: object = {}) => control('/push', { url: url(), ...keys, ...change }, 'PUT');

  test('先问地址是不是我们的；口令不同就不是', async () => {
    expect(await subscribe({ token: 'another' })).toEqual({ checked: false });
    expect(await subscribe()).toEqual({ checked: true });
    expect(await subscribe({ url: 'http://example.com/push' })).toEqual({ error: 'url must be on this machine' });
  });

  test('同意、拒绝、后来关掉、没送到，都推过来', async () => {
    await subscribe();
    await control('/personas/zhou/subscribe', { tmplIds: ['ONCE'] });
    await client().sendSubscribeMessage({ openid: ZHOU.openid, templateId: 'ONCE', data: { thing1: '甲', date2: '2026-11-30' } });
    const { messageId } = (await look('/messages')).messages[0];
    await control(`/messages/${messageId}/result`, { errorCode: '1003', errorStatus: 'user refused' });
    await control('/personas/zhou/refuse', { templateId: 'ONCE' });
    expect(heard.map(parsePush)).toMatchObject([
      { kind: 'subscription-changed', where: 'popup', openid: ZHOU.openid, at: START, changes: [{ templateId: 'ONCE', accepted: true }] },
      { kind: 'message-sent', results: [{ templateId: 'ONCE', messageId, delivered: false, errorCode: '1003' }] },
      { kind: 'subscription-changed', where: 'settings', changes: [{ templateId: 'ONCE', accepted: false }] },
    ]);
  });

  test('我们答得不好，微信一共送三次，三次是同一个 key', async () => {
    await subscribe();
    answers = [500, 500, 200];
    const delivery = await control('/pushes', {
      persona: 'li',
      event: 'user_authorization_revoke',
      fields: { OpenID: LI, RevokeInfo: '8' },
    });
    expect(delivery).toMatchObject({ delivered: true, tries: [{ status: 500 }, { status: 500 }, { status: 200 }] });
    const events = heard.map(parsePush);
    expect(events[0]).toMatchObject({ kind: 'authorization-withdrawn', openid: LI });
    expect(new Set(events.map((event) => event?.key)).size).toBe(1);
    answers = [500, 500, 500];
    expect(await control('/pushes', { persona: 'li', event: 'x' })).toMatchObject({ delivered: false });
  });

  test.each([
    ['signature', 'signature'],
    ['appid', 'not-ours'],
    ['stale', 'stale'],
    ['plain', 'nonsense'],
    ['garbage', 'nonsense'],
  ])('伪造的（%s）不收', async (tampering, why) => {
    await subscribe();
    expect(await control('/pushes', { persona: 'zhou', event: 'subscribe_msg_sent_event', tampering })).toMatchObject({ delivered: false });
    expect(heard).toEqual([why, why, why]);
  });
});
