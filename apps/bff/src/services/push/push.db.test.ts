import { createCipheriv, createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BffForTest, bffForTest } from '../../test/bff-for-test.ts';
import { TEST_APPID } from '../../test/fake-wechat.ts';
import { resident } from '../../test/people.ts';

const PUSH = { token: 'pushToken123', encodingAesKey: 'Q'.repeat(43) };
let bff: BffForTest;
beforeAll(async () => {
  bff = await bffForTest((config) => ({ ...config, wechat: { ...config.wechat, push: PUSH } }));
});
afterAll(() => bff.close());

const sha1 = (...parts: string[]) => createHash('sha1').update(parts.sort().join('')).digest('hex');

/** As WeChat seals it (protocol §7.3). */
function seal(message: string, appid = TEST_APPID): string {
  const key = Buffer.from(`${PUSH.encodingAesKey}=`, 'base64');
  const length = Buffer.alloc(4);
  length.writeUInt32BE(Buffer.byteLength(message));
  const plain = Buffer.concat([randomBytes(16), length, Buffer.from(message), Buffer.from(appid)]);
  const padding = 32 - (plain.length % 32);
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  return Buffer.concat([cipher.update(Buffer.concat([plain, Buffer.alloc(padding, padding)])), cipher.final()]).toString('base64');
}

async function push(event: object, wrong: { token?: string; appid?: string; ageSeconds?: number } = {}): Promise<[number, string]> {
  const timestamp = String(Math.floor(bff.clock() / 1000) - (wrong.ageSeconds ?? 0));
  const encrypted = seal(JSON.stringify(event), wrong.appid);
  const signature = sha1(wrong.token ?? PUSH.token, timestamp, 'nonce', encrypted);
  const answer = await fetch(
    `${bff.residentUrl}/wechat/push?timestamp=${timestamp}&nonce=nonce&msg_signature=${signature}&encrypt_type=aes`,
    {
      method: 'POST',
      body: JSON.stringify({ ToUserName: 'gh_1', Encrypt: encrypted }),
    },
  );
  return [answer.status, await answer.text()];
}

const event = (kind: string, list: unknown, createTime = 1) => ({
  ToUserName: 'gh_1',
  FromUserName: 'o-reader',
  CreateTime: createTime,
  MsgType: 'event',
  Event: kind,
  List: list,
});

describe('微信推来的', () => {
  it('问地址是不是我们的：签名对就原样答，不对就 403', async () => {
    const timestamp = String(Math.floor(bff.clock() / 1000));
    const ask = (signature: string) =>
      fetch(`${bff.residentUrl}/wechat/push?timestamp=${timestamp}&nonce=n&echostr=hello-1&signature=${signature}`);
    const right = await ask(sha1(PUSH.token, timestamp, 'n'));
    expect([right.status, await right.text()]).toEqual([200, 'hello-1']);
    expect((await ask(sha1('other', timestamp, 'n'))).status).toBe(403);
  });

  it('签名不对、过了五分钟、别的小程序的、明文的：403，什么也不变', async () => {
    const { accountId } = await resident(bff, 'reader');
    await bff.sql`insert into subscribe_credits values (${accountId}, 'T-due', 3, now())`;
    const refuse = event('subscribe_msg_change_event', { TemplateId: 'T-due', SubscribeStatusString: 'reject' });
    expect((await push(refuse, { token: 'wrong' }))[0]).toBe(403);
    expect((await push(refuse, { ageSeconds: 301 }))[0]).toBe(403);
    expect((await push(refuse, { appid: 'wxffffffffffffffff' }))[0]).toBe(403);
    const clear = await fetch(`${bff.residentUrl}/wechat/push?timestamp=1&nonce=n&msg_signature=x`, {
      method: 'POST',
      body: JSON.stringify(refuse),
    });
    expect(clear.status).toBe(403);
    expect((await bff.sql`select remaining from subscribe_credits`)[0]?.remaining).toBe(3);
    expect(await push(refuse)).toEqual([200, 'success']);
    expect((await bff.sql`select remaining from subscribe_credits`)[0]?.remaining).toBe(0);
  });

  it('窗口里点的，手机自己会说：推来的不再加一次；同一条推三遍只算一遍', async () => {
    const { accountId } = await resident(bff, 'reader');
    await bff.sql`update subscribe_credits set remaining = 2 where account_id = ${accountId}`;
    await push(event('subscribe_msg_popup_event', [{ TemplateId: 'T-due', SubscribeStatusString: 'accept', PopupScene: '0' }], 2));
    expect((await bff.sql`select remaining from subscribe_credits`)[0]?.remaining).toBe(2);
    const refuse = event('subscribe_msg_change_event', { TemplateId: 'T-due', SubscribeStatusString: 'reject' }, 3);
    await push(refuse);
    await bff.sql`update subscribe_credits set remaining = 1`;
    await push(refuse);
    expect((await bff.sql`select remaining from subscribe_credits`)[0]?.remaining).toBe(1);
  });

  it('收了又说没送到：那一条改成没送到；号码比数字长也对得上', async () => {
    const { accountId } = await resident(bff, 'reader');
    const id = '1700827132819554304';
    await bff.sql`insert into sends (id, kind, channel, account_id, code_sealed, state, provider_ref, created_at, run_at, settled_at)
      values (gen_random_uuid(), 'change-settled', 'wechat', ${accountId}, '\\x00', 'delivered', ${id}, now(), now(), now())`;
    const failed = { TemplateId: 'T-progress', MsgID: id, ErrorCode: '1', ErrorStatus: 'failed' };
    expect(await push(event('subscribe_msg_sent_event', failed, 4))).toEqual([200, 'success']);
    expect(await bff.sql`select state, why from sends where provider_ref = ${id}`).toEqual([{ state: 'bounced', why: 'wechat-1' }]);
  });

  it('不认识的人、看不懂的事：答收到了，什么也不做', async () => {
    expect(
      await push({
        ...event('subscribe_msg_change_event', { TemplateId: 'T-due', SubscribeStatusString: 'reject' }, 5),
        FromUserName: 'o-nobody',
      }),
    ).toEqual([200, 'success']);
    expect(await push({ hello: 1 })).toEqual([200, 'success']);
  });
});

describe('开发用的短信页', () => {
  it('看得到发了什么、尾号、结果；说得了下一条怎么样；话里的符号不会变成网页', async () => {
    await bff.sql`insert into loopback_messages values (gen_random_uuid(), 'text', '0001', '<b>【救助通】该见一面了</b>', now(), 'delivered', now(), null)`;
    const page = await fetch(`${bff.staffUrl}/staff/loopback`);
    const text = await page.text();
    expect(page.headers.get('content-type')).toContain('text/html');
    expect(text).toContain('0001');
    expect(text).toContain('&lt;b&gt;【救助通】该见一面了');
    const script = (body: object) =>
      fetch(`${bff.staffUrl}/staff/loopback/script`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    expect((await script({ channel: 'voice', outcome: 'silent' })).status).toBe(204);
    expect((await script({ channel: 'pigeon', outcome: 'silent' })).status).toBe(400);
    expect(await bff.sql`select channel, outcome from loopback_scripts`).toEqual([{ channel: 'voice', outcome: 'silent' }]);
  });
});
