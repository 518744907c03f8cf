import { describe, expect, test } from 'vitest';
import { createWechat } from './create-wechat.ts';
import { certHash, newSequenceNumber } from './face-check.ts';
import { type Answer, APPID, json, NOW, patienceFor, SECRET, scriptedFetch, silence, text } from './scripted-fetch-for-test.ts';
import { WechatError } from './wechat-error.ts';

const SUBJECT = { sequenceNumber: 'a0123456789', name: '张三', idNumber: '310101199801011234', openid: 'oZ1234567890' };
const ASKED = { ...SUBJECT, verifyId: 'V-secret-id' };
/** The document's own sample. */
const HASH = '3c241f7ff324977aeb91f173bb2a7b06569e6fd784d5573db34a636d8671108b';

function wechat(...answers: Answer[]) {
  const script = scriptedFetch(json({ access_token: 'T1', expires_in: 7200 }), ...answers);
  return {
    sent: script.sent,
    client: createWechat({ appid: APPID, secret: SECRET, fetch: script.fetch, clock: () => NOW, timeoutMs: patienceFor(answers) }),
  };
}
const refused = (errcode: number, errmsg = 'x') => json({ errcode, errmsg });

test('官方样例的 cert_hash', () => {
  expect(certHash({ name: '张三', idNumber: '310101199801011234' })).toBe(HASH);
});

test('流水号：32 位，合规，不重', () => {
  const made = Array.from({ length: 200 }, newSequenceNumber);
  expect(new Set(made).size).toBe(200);
  for (const one of made) expect(one).toMatch(/^[0-9A-Za-z_-]{32}$/);
});

describe('开始刷脸', () => {
  test('照文档送，拿到一小时的号', async () => {
    const { client, sent } = wechat(json({ errcode: 0, errmsg: 'ok', verify_id: 'V1', expires_in: 3600 }));
    expect(await client.getVerifyId(SUBJECT)).toEqual({ state: 'begun', verifyId: 'V1', expiresInSeconds: 3600 });
    expect(sent[1]?.url.pathname).toBe('/cityservice/face/identify/getverifyid');
    expect(sent[1]?.url.searchParams.get('access_token')).toBe('T1');
    expect(JSON.parse(String(sent[1]?.init.body))).toEqual({
      out_seq_no: 'a0123456789',
      cert_info: { cert_type: 'IDENTITY_CARD', cert_name: '张三', cert_no: '310101199801011234' },
      openid: 'oZ1234567890',
    });
  });

  test.each([
    [84014, { state: 'not-begun', why: 'name', outcome: { kind: 'again', action: 'check-name' } }],
    [84015, { state: 'not-begun', why: 'number', outcome: { kind: 'again', action: 'check-number' } }],
    [84019, { state: 'sequence-taken' }],
  ])('%i 是一个回答，不是异常', async (errcode, expected) => {
    expect(await wechat(refused(errcode)).client.getVerifyId(SUBJECT)).toMatchObject(expected);
  });

  test.each([
    [40003, 'caller'],
    [84010, 'bug'],
    [84011, 'bug'],
    [84012, 'bug'],
    [84013, 'bug'],
    [84016, 'bug'],
    [48001, 'config'],
    [45009, 'quota'],
    [45011, 'quota'],
    [-1, 'transient'],
    [99999, 'nonsense'],
  ])('%i 抛出 %s，只问一次', async (errcode, kind) => {
    const { client, sent } = wechat(refused(errcode));
    await expect(client.getVerifyId(SUBJECT)).rejects.toMatchObject({ kind, errcode });
    expect(sent).toHaveLength(2);
  });

  test('超时和乱答：不重发，下次换流水号', async () => {
    await expect(wechat(silence).client.getVerifyId(SUBJECT)).rejects.toMatchObject({ kind: 'unreachable', errmsg: 'timed out' });
    for (const answer of [
      text('<html>', { status: 500 }),
      json({ errcode: 0, errmsg: 'ok' }),
      json({ errcode: 0, verify_id: 7, expires_in: 3600 }),
    ])
      await expect(wechat(answer).client.getVerifyId(SUBJECT)).rejects.toMatchObject({ kind: 'nonsense' });
  });

  test('不合规的流水号不出门', async () => {
    const { client, sent } = wechat();
    for (const sequenceNumber of ['abcd', 'a'.repeat(33), '中文流水号码', ''])
      await expect(client.getVerifyId({ ...SUBJECT, sequenceNumber })).rejects.toMatchObject({ kind: 'bug' });
    expect(sent).toHaveLength(0);
  });

  test('凭证过期：换一个，再问一次', async () => {
    const { client, sent } = wechat(
      refused(42001),
      json({ access_token: 'T2', expires_in: 7200 }),
      json({ errcode: 0, verify_id: 'V1', expires_in: 3600 }),
    );
    expect(await client.getVerifyId(SUBJECT)).toMatchObject({ state: 'begun' });
    expect(sent.at(-1)?.url.searchParams.get('access_token')).toBe('T2');
  });
});

describe('问结果', () => {
  test('送散列，不送姓名和号码；通过', async () => {
    const { client, sent } = wechat(json({ errcode: 0, errmsg: 'ok', verify_ret: 10000 }));
    expect(await client.queryVerifyInfo(ASKED)).toMatchObject({ state: 'answered', verifyRet: 10000, outcome: { kind: 'passed' } });
    expect(JSON.parse(String(sent[1]?.init.body))).toEqual({
      verify_id: 'V-secret-id',
      out_seq_no: 'a0123456789',
      cert_hash: HASH,
      openid: 'oZ1234567890',
    });
  });

  test('errcode 是 0，不等于通过', async () => {
    expect(await wechat(json({ errcode: 0, errmsg: 'ok', verify_ret: 10300 })).client.queryVerifyInfo(ASKED)).toMatchObject({
      outcome: { kind: 'wait', over: false },
    });
    expect(await wechat(json({ verify_ret: '90002' })).client.queryVerifyInfo(ASKED)).toMatchObject({ verifyRet: 90002 });
  });

  test('过了一小时', async () => {
    expect(await wechat(refused(84022)).client.queryVerifyInfo(ASKED)).toMatchObject({
      state: 'expired',
      outcome: { action: 'start-anew' },
    });
  });

  test.each([84017, 84018, 84020])('%i：不是这个会话的，记下来，绝不算通过', async (errcode) => {
    expect(await wechat(refused(errcode)).client.queryVerifyInfo(ASKED)).toMatchObject({
      state: 'mismatch',
      errcode,
      outcome: { kind: 'us' },
    });
  });

  test.each([
    ['没有结果', json({ errcode: 0, errmsg: 'ok' })],
    ['结果是字', json({ errcode: 0, verify_ret: 'yes' })],
    ['结果是真', json({ errcode: 0, verify_ret: true })],
    ['结果是小数', json({ errcode: 0, verify_ret: 10000.5 })],
    ['结果是列表', json({ errcode: 0, verify_ret: [10000] })],
    ['errcode 乱写', json({ errcode: 'maybe', verify_ret: 10000 })],
    ['500 却说通过', text('{"errcode":0,"verify_ret":10000}', { status: 500 })],
    ['网页', text('<html></html>')],
  ])('%s：不算通过，抛出 nonsense', async (_name, answer) => {
    await expect(wechat(answer).client.queryVerifyInfo(ASKED)).rejects.toMatchObject({ kind: 'nonsense' });
  });

  test('不答就算没有答复', async () => {
    await expect(wechat(silence).client.queryVerifyInfo(ASKED)).rejects.toMatchObject({ kind: 'unreachable' });
  });

  test('姓名、号码、openid、会话号都不进错误', async () => {
    const everything = `${SUBJECT.name} ${SUBJECT.idNumber} ${SUBJECT.openid} ${ASKED.verifyId}`;
    for (const answer of [refused(84021, everything), refused(99999, everything), new TypeError(everything)]) {
      const error = await wechat(answer)
        .client.queryVerifyInfo(ASKED)
        .catch((thrown) => thrown);
      expect(error).toBeInstanceOf(WechatError);
      for (const secret of everything.split(' ')) expect(`${error.stack}${JSON.stringify(error)}`).not.toContain(secret);
    }
  });
});
