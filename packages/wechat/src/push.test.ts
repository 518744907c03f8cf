import { createCipheriv } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { parsePush } from './parse-push.ts';
import { pushSignature, verifyPush, verifyPushUrl } from './verify-push.ts';

// Everything in this block is WeChat's own sample.
const ENCRYPTED =
  '+qdx1OKCy+5JPCBFWw70tm0fJGb2Jmeia4FCB7kao+/Q5c/ohsOzQHi8khUOb05JCpj0JB4RvQMkUyus8TPxLKJGQqcvZqzDpVzazhZv6JsXUnnR8XGT740XgXZUXQ7vJVnAG+tE8NUd4yFyjPy7GgiaviNrlCTj+l5kdfMuFUPpRSrfMZuMcp3Fn2Pede2IuQrKEYwKSqFIZoNqJ4M8EajAsjLY2km32IIjdf8YL/P50F7mStwntrA2cPDrM1kb6mOcfBgRtWygb3VIYnSeOBrebufAlr7F9mFUPAJGj04=';
const CONFIG = { appid: 'wxba5fad812f8e6fb9', token: 'AAAAA', encodingAesKey: 'A'.repeat(43), clock: () => 1714112445_000 };
const QUERY = {
  signature: 'f464b24fc39322e44b38aa78f5edd27bd1441696',
  timestamp: '1714112445',
  nonce: '415670741',
  openid: 'o9AgO5Kd5ggOC-bXrbNODIiE3bGY',
  encrypt_type: 'aes',
  msg_signature: '046e02f8204d34f8ba5fa3b1db94908f3df2e9b3',
};
const BODY = JSON.stringify({ ToUserName: 'gh_97417a04a28d', Encrypt: ENCRYPTED });

describe('是不是微信送来的', () => {
  test('官方样例：网址校验', () => {
    const asked = {
      signature: 'f464b24fc39322e44b38aa78f5edd27bd1441696',
      timestamp: '1714036504',
      nonce: '1514711492',
      echostr: '4375120948345356249',
    };
    expect(verifyPushUrl(CONFIG, asked)).toBe('4375120948345356249');
    expect(verifyPushUrl(CONFIG, { ...asked, nonce: '1' })).toBeUndefined();
    expect(verifyPushUrl(CONFIG, { ...asked, signature: undefined })).toBeUndefined();
    expect(verifyPushUrl(CONFIG, { ...asked, echostr: undefined })).toBeUndefined();
  });

  test('官方样例：明文的签名', () => {
    expect(pushSignature('AAAAA', '1714037059', '486452656')).toBe('899cf89e464efb63f54ddac96b0a0a235f53aa78');
  });

  test('官方样例：密文打开，167 个字节', () => {
    const opened = verifyPush(CONFIG, QUERY, BODY);
    expect(opened.ok && Buffer.byteLength(opened.message)).toBe(167);
    expect(opened.ok && JSON.parse(opened.message)).toMatchObject({ ToUserName: expect.any(String) });
  });

  test.each([
    ['签名错一位', { msg_signature: '146e02f8204d34f8ba5fa3b1db94908f3df2e9b3' }, BODY, 'signature'],
    ['只带明文的签名', { msg_signature: undefined }, BODY, 'signature'],
    ['换了时间', { timestamp: '1714112446' }, BODY, 'signature'],
    ['密文改了一位', {}, BODY.replace('+qdx', '+qdX'), 'signature'],
    ['明文', {}, '{"ToUserName":"gh_97417a04a28d","Event":"x"}', 'nonsense'],
    ['不是 JSON', {}, '<xml><Encrypt>1</Encrypt></xml>', 'nonsense'],
    ['空的', {}, '', 'nonsense'],
    ['null', {}, 'null', 'nonsense'],
  ])('%s：不收', (_name, change, body, why) => {
    expect(verifyPush(CONFIG, { ...QUERY, ...change }, body)).toEqual({ ok: false, why });
  });

  test('五分钟以内的收，以外的不收', () => {
    const at = (seconds: number) => verifyPush({ ...CONFIG, clock: () => (1714112445 + seconds) * 1000 }, QUERY, BODY);
    expect([-300, 300].map((seconds) => at(seconds).ok)).toEqual([true, true]);
    expect(at(301)).toEqual({ ok: false, why: 'stale' });
    expect(at(-301)).toEqual({ ok: false, why: 'stale' });
  });

  test('别的小程序的、解不开的、长度不对的', () => {
    expect(verifyPush({ ...CONFIG, appid: 'wxother' }, QUERY, BODY)).toEqual({ ok: false, why: 'not-ours' });
    expect(verifyPush({ ...CONFIG, encodingAesKey: 'B'.repeat(43) }, QUERY, BODY)).toMatchObject({ ok: false });
    const signed = (encrypted: string) => {
      const msg_signature = pushSignature('AAAAA', QUERY.timestamp, QUERY.nonce, encrypted);
      return verifyPush(CONFIG, { ...QUERY, msg_signature }, JSON.stringify({ Encrypt: encrypted }));
    };
    expect(signed('AAAA')).toEqual({ ok: false, why: 'nonsense' });
    expect(signed('不是密文')).toEqual({ ok: false, why: 'nonsense' });
    const key = Buffer.from(`${CONFIG.encodingAesKey}=`, 'base64');
    const encrypt = (plain: Buffer) => {
      const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
      return Buffer.concat([cipher.update(plain), cipher.final()]).toString('base64');
    };
    // Claims a message of four thousand million bytes.
    const lying = Buffer.concat([Buffer.alloc(16), Buffer.from('ffffffff', 'hex'), Buffer.alloc(11, 1), Buffer.from([1])]);
    expect(signed(encrypt(lying))).toEqual({ ok: false, why: 'nonsense' });
    // No padding at all, and more of it than a block.
    const empty = Buffer.concat([Buffer.alloc(20), Buffer.from(CONFIG.appid)]);
    for (const last of [0, 33]) {
      const padded = Buffer.concat([empty, Buffer.alloc(64 - empty.length, last)]);
      expect(signed(encrypt(padded)), String(last)).toEqual({ ok: false, why: 'nonsense' });
    }
  });
});

describe('送来的是什么', () => {
  const HEAD = { ToUserName: 'gh_1', FromUserName: 'oA', CreateTime: 1620973045, MsgType: 'event' };
  const read = (event: object) => parsePush(JSON.stringify({ ...HEAD, ...event }));

  test('一条是对象，几条是列表', () => {
    const one = { TemplateId: 'A', SubscribeStatusString: 'accept', PopupScene: '0' };
    expect(read({ Event: 'subscribe_msg_popup_event', List: one })).toEqual({
      kind: 'subscription-changed',
      where: 'popup',
      changes: [{ templateId: 'A', accepted: true }],
      openid: 'oA',
      at: 1620973045_000,
      key: 'oA|1620973045|subscribe_msg_popup_event|A',
    });
    const list = [one, { TemplateId: 'B', SubscribeStatusString: 'reject' }, { TemplateId: 'C', SubscribeStatusString: 'acceptWithAudio' }];
    expect(read({ Event: 'subscribe_msg_popup_event', List: list })).toMatchObject({
      changes: [
        { templateId: 'A', accepted: true },
        { templateId: 'B', accepted: false },
        { templateId: 'C', accepted: true },
      ],
    });
  });

  test('后来在设置里关掉', () => {
    expect(read({ Event: 'subscribe_msg_change_event', List: { TemplateId: 'A', SubscribeStatusString: 'reject' } })).toMatchObject({
      where: 'settings',
      changes: [{ templateId: 'A', accepted: false }],
    });
  });

  test('送到没送到；消息号是文字还是数字，一位不差', () => {
    const text = `{"FromUserName":"oA","CreateTime":"1620973045","Event":"subscribe_msg_sent_event","List":[{"TemplateId":"A","MsgID":"1864323726461255680","ErrorCode":"0","ErrorStatus":"success"},{"TemplateId":"B","MsgID":1700827132819554304,"ErrorCode":1002,"ErrorStatus":"?"}]}`;
    expect(parsePush(text)).toMatchObject({
      kind: 'message-sent',
      at: 1620973045_000,
      results: [
        { templateId: 'A', messageId: '1864323726461255680', delivered: true, errorCode: '0' },
        { templateId: 'B', messageId: '1700827132819554304', delivered: false, errorCode: '1002' },
      ],
    });
  });

  test('撤回授权，说的是 OpenID 那个人', () => {
    expect(read({ Event: 'user_authorization_cancellation', OpenID: 'oB', RevokeInfo: '1' })).toMatchObject({
      kind: 'authorization-withdrawn',
      openid: 'oB',
    });
  });

  test('别的事件认得出不是这些', () => {
    expect(read({ Event: 'wxa_media_check' })).toMatchObject({ kind: 'other', event: 'wxa_media_check' });
  });

  test.each(['', '[]', 'null', '{"Event":"x"}', '{"FromUserName":"oA","CreateTime":"soon"}'])('看不懂的 %j：没有', (text) => {
    expect(parsePush(text)).toBeUndefined();
  });

  test('事件缺了内容：没有', () => {
    expect(read({ Event: 'subscribe_msg_popup_event', List: {} })).toBeUndefined();
    expect(read({ Event: 'subscribe_msg_sent_event' })).toBeUndefined();
  });
});
