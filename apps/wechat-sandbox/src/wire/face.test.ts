import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sandboxForTest } from '../sandbox-for-test.ts';
import { certHash } from '../state/face-checks.ts';

let sandbox: Awaited<ReturnType<typeof sandboxForTest>>;
let token: string;
beforeEach(async () => {
  sandbox = await sandboxForTest();
  token = (await sandbox.stable()).access_token;
});
afterEach(() => sandbox.close());

const ZHOU = 'oSbx0zhou0demingSample000001';
const LI = 'oSbx0li00sufenSample00000002';
const NUMBER = '500107195803040016';
const CARD = { cert_type: 'IDENTITY_CARD', cert_name: '周德明', cert_no: NUMBER };
let next = 0;

const begin = async (change: object = {}) => {
  const body = { out_seq_no: `seq-${++next}`, cert_info: CARD, openid: ZHOU, ...change };
  return (await sandbox.post(`/cityservice/face/identify/getverifyid?access_token=${token}`, body)).body;
};
const result = async (verify_id: string, change: object = {}) => {
  const body = { verify_id, out_seq_no: `seq-${next}`, cert_hash: certHash('IDENTITY_CARD', '周德明', NUMBER), openid: ZHOU, ...change };
  return (await sandbox.post(`/cityservice/face/identify/queryverifyinfo?access_token=${token}`, body)).body;
};
const show = (verifyId: string, persona = 'zhou') => sandbox.control(`/personas/${persona}/face`, { verifyId });
const order = (given: object) => sandbox.control('/face/orders', given);

test('官方样例的 cert_hash', () => {
  expect(certHash('IDENTITY_CARD', '张三', '310101199801011234')).toBe('3c241f7ff324977aeb91f173bb2a7b06569e6fd784d5573db34a636d8671108b');
});

test('从头到尾：要号、刷脸、问结果', async () => {
  const { verify_id, ...rest } = await begin();
  expect(rest).toEqual({ errcode: 0, errmsg: 'ok', expires_in: 3600 });
  expect(await result(verify_id)).toEqual({ errcode: 0, errmsg: 'ok', verify_ret: 10300 });
  expect(await show(verify_id)).toEqual({ callback: 'success', errMsg: 'requestFacialVerify:ok', errCode: 0 });
  expect(await result(verify_id)).toEqual({ errcode: 0, errmsg: 'ok', verify_ret: 10000 });
});

test.each([
  ['没有流水号', { out_seq_no: '' }, 84010],
  ['流水号太短', { out_seq_no: 'abcd' }, 84011],
  ['流水号有怪字符', { out_seq_no: 'abc.de' }, 84011],
  ['没有证件', { cert_info: undefined }, 84012],
  ['证件种类不对', { cert_info: { ...CARD, cert_type: 'PASSPORT' } }, 84013],
  ['没有姓名', { cert_info: { ...CARD, cert_name: ' ' } }, 84014],
  ['号码少一位', { cert_info: { ...CARD, cert_no: NUMBER.slice(1) } }, 84015],
  ['号码校验位不对', { cert_info: { ...CARD, cert_no: '500107195803040017' } }, 84015],
  ['没有 openid', { openid: undefined }, 84016],
  ['没有这个人', { openid: 'oNobody' }, 40003],
])('要号：%s', async (_name, change, errcode) => {
  expect((await begin(change)).errcode).toBe(errcode);
});

test('流水号只能用一次', async () => {
  await begin({ out_seq_no: 'again-1' });
  expect((await begin({ out_seq_no: 'again-1' })).errcode).toBe(84019);
});

test.each([
  ['没有会话号', { verify_id: '' }, 84021],
  ['没有流水号', { out_seq_no: '' }, 84010],
  ['没有 openid', { openid: '' }, 84016],
  ['别人的 openid', { openid: LI }, 84017],
  ['散列不对', { cert_hash: '0'.repeat(64) }, 84018],
  ['流水号不对', { out_seq_no: 'other-seq' }, 84020],
  ['没有这个会话', { verify_id: 'nothing' }, 84022],
])('问结果：%s', async (_name, change, errcode) => {
  const { verify_id } = await begin();
  await show(verify_id);
  expect((await result(verify_id, change)).errcode).toBe(errcode);
});

test('一小时：差一秒还在，到点就没有', async () => {
  const { verify_id } = await begin();
  await show(verify_id);
  await sandbox.advance(3599);
  expect((await result(verify_id)).verify_ret).toBe(10000);
  await sandbox.advance(1);
  expect((await result(verify_id)).errcode).toBe(84022);
  expect(await show(verify_id)).toMatchObject({ callback: 'fail' });
});

test('一个会话只刷一次，只在自己的手机上；再刷不改结果', async () => {
  const { verify_id } = await begin();
  expect(await show(verify_id, 'li')).toMatchObject({ callback: 'fail', errCode: 10041 });
  expect((await result(verify_id)).verify_ret).toBe(10300);
  await order({ kind: 'ret', verifyRet: 10004 });
  await show(verify_id);
  expect(await show(verify_id)).toMatchObject({ callback: 'fail', errCode: 10021 });
  expect((await result(verify_id)).verify_ret).toBe(10004);
});

describe('谁的脸，谁的证件', () => {
  const check = async (change: object) => {
    const begun = await begin(change);
    await show(begun.verify_id);
    const { cert_name, cert_no } = (change as { cert_info?: typeof CARD }).cert_info ?? CARD;
    return (await result(begun.verify_id, { cert_hash: certHash('IDENTITY_CARD', cert_name, cert_no) })).verify_ret;
  };
  test('姓名和号码不是一个人的', async () => {
    expect(await check({ cert_info: { ...CARD, cert_name: '周小明' } })).toBe(10003);
  });
  test('库里没有这个人；没登记的号码照给的算', async () => {
    const card = { ...CARD, cert_name: '张国福', cert_no: '500107196001010012' };
    expect(await check({ cert_info: card })).toBe(10000);
    expect(
      (await sandbox.post(`/__sandbox/people/${card.cert_no}`, '', { method: 'PUT', body: '{"name":"张国福","inDatabase":false}' })).status,
    ).toBe(204);
    expect(await check({ cert_info: card })).toBe(10026);
  });
  test('别人的脸；换回本人就好', async () => {
    const put = (body: object) => sandbox.post('/__sandbox/personas/zhou/in-front', body, { method: 'PUT' });
    await put({ idNumber: '500107196303120022' });
    expect(await check({})).toBe(10004);
    await put({ idNumber: null });
    expect(await check({})).toBe(10000);
  });
});

describe('事先说好的结果', () => {
  const run = async (persona = 'zhou') => {
    const { verify_id } = await begin();
    return { verify_id, told: await show(verify_id, persona), found: await result(verify_id) };
  };

  test.each([10002, 10003, 10004, 10005, 10012, 10026, 10042, 10006, 10007])('%i：手机上说刷完了', async (verifyRet) => {
    await order({ kind: 'ret', verifyRet });
    const { told, found } = await run();
    expect(told.callback).toBe('success');
    expect(found.verify_ret).toBe(verifyRet);
  });

  test.each([90001, 90007, 90008, 90014, 90017, 90199])('%i：手机上没刷完', async (verifyRet) => {
    await order({ kind: 'ret', verifyRet });
    const { told, found } = await run();
    expect(told).toMatchObject({ callback: 'fail', errCode: verifyRet });
    expect(found.verify_ret).toBe(verifyRet);
  });

  test('自己退出', async () => {
    await order({ kind: 'cancel' });
    expect(await run()).toMatchObject({ told: { callback: 'fail', errCode: 90002 }, found: { verify_ret: 90002 } });
  });

  test('手机中途没了：有的没有结果，有的已经通过', async () => {
    await order({ kind: 'dies' });
    expect(await run()).toMatchObject({ told: { callback: 'never' }, found: { verify_ret: 10300 } });
    await order({ kind: 'dies', verifyRet: 10000 });
    expect(await run()).toMatchObject({ told: { callback: 'never' }, found: { verify_ret: 10000 } });
  });

  test('慢', async () => {
    await order({ kind: 'slow', ms: 90_000 });
    expect((await run()).found.verify_ret).toBe(10000);
    expect(sandbox.waits).toEqual([90_000]);
  });

  test('结果五十分钟以后才有；一小时以后才有的，等于没有', async () => {
    await order({ kind: 'later', seconds: 3000 });
    const { verify_id, told, found } = await run();
    expect([told.callback, found.verify_ret]).toEqual(['success', 10300]);
    await sandbox.advance(3000);
    expect((await result(verify_id)).verify_ret).toBe(10000);
    await order({ kind: 'later', seconds: 3601 });
    const late = await run();
    await sandbox.advance(3601);
    expect((await result(late.verify_id)).errcode).toBe(84022);
  });

  test('只管一次；指名的只管那个人；一直管到清掉', async () => {
    await order({ kind: 'cancel', persona: 'li' });
    await order({ kind: 'ret', verifyRet: 10004, times: null });
    expect([(await run()).found.verify_ret, (await run()).found.verify_ret]).toEqual([10004, 10004]);
    await sandbox.send('/__sandbox/face/orders', { method: 'DELETE' });
    expect((await run()).found.verify_ret).toBe(10000);
  });

  test('微信自己后来改口', async () => {
    const { verify_id } = await run();
    await sandbox.post(`/__sandbox/face/checks/${verify_id}`, { verifyRet: 10300 }, { method: 'PUT' });
    expect((await result(verify_id)).verify_ret).toBe(10300);
  });

  test('乱答和 500', async () => {
    const { verify_id } = await run();
    for (const kind of ['nonsense', 'html-500']) await sandbox.fault({ kind, path: '/cityservice/face/identify/queryverifyinfo' });
    expect((await result(verify_id)).errcode).toBe('maybe');
    expect(await result(verify_id)).toBeUndefined();
    expect((await result(verify_id)).verify_ret).toBe(10000);
  });

  test.each([
    { kind: 'maybe' },
    { kind: 'ret' },
    { kind: 'slow' },
    { kind: 'later' },
    { kind: 'pass', times: 0 },
    { kind: 'ret', verifyRet: 'x' },
  ])('说不清的要求不收：%j', async (given) => {
    expect((await sandbox.post('/__sandbox/face/orders', given)).status).toBe(400);
  });
});

test('列出来的会话里没有姓名和号码', async () => {
  const { verify_id } = await begin();
  const { body, text } = await sandbox.send('/__sandbox/face/checks');
  expect(body.checks).toEqual([
    {
      verifyId: verify_id,
      outSeqNo: `seq-${next}`,
      persona: 'zhou',
      shown: false,
      verifyRet: 10300,
      expired: false,
      expiresAt: '2026-11-22T03:00:00.000Z',
    },
  ]);
  expect(text).not.toMatch(/周德明|500107/);
});
