import { randomUUID } from 'node:crypto';
import { residentApi, STATEMENTS, staffApi } from '@assist/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BffForTest, bffForTest } from '../../test/bff-for-test.ts';
import { done, GUOFU, resident, SUFEN, submission } from '../../test/people.ts';

let bff: BffForTest;
beforeAll(async () => {
  bff = await bffForTest();
});
afterAll(() => bff.close());

const paper = (number: string) => ({ kind: 'resident-identity', number }) as const;
const refused = (code: string) => ({ ok: false, problem: { code } });
const conflicts = async (staffId = 'sample-heli') => {
  const { call } = await bff.staff(staffId);
  return done(await call(staffApi.queue, { query: { kind: 'identity-conflict' } })).items;
};

describe('写上自己是谁', () => {
  it('写完只看得到头尾', async () => {
    const sufen = await resident(bff, 'aa');
    expect(done(await sufen.call(residentApi.me, {}))).toMatchObject({
      identity: 'claimed',
      name: '李素芬',
      maskedNumber: '5****************2',
      consents: [{ statement: 'privacy-notice', version: STATEMENTS['privacy-notice'].version }],
    });
  });

  it.each([
    ['50010719630312002', '身份证号是 18 位'],
    ['500107196303120021', '有一位可能看错了，请对着身份证再看一下'],
    ['500107196302300022', '中间的出生日期不对，请对着身份证再看一下'],
  ])('不可能的号 %s：一句话', async (number, sentence) => {
    const sufen = await resident(bff, 'ab', null);
    const result = await sufen.call(residentApi.claimIdentity, { body: { name: '李素芬', paper: paper(number) } });
    expect(result).toMatchObject({ ok: false, problem: { code: 'form-invalid', fields: [{ path: 'paper.number', sentence }] } });
  });

  it('一个号，别人写过没写过，回的一模一样', async () => {
    const first = await resident(bff, 'ac', null);
    const second = await resident(bff, 'ad', null);
    const claim = (one: typeof first, number: string) =>
      one.call(residentApi.claimIdentity, { body: { name: '某人', paper: paper(number) } });
    const unknown = done(await claim(first, GUOFU.number));
    const known = done(await claim(second, GUOFU.number));
    const { accountId: _a, ...one } = unknown;
    const { accountId: _b, ...other } = known;
    expect(other).toEqual(one);
  });
});

describe('一个号两个账户写了', () => {
  it('有一份申请在镇上：那个镇街有一件任务，两个账户谁也不知道', async () => {
    const before = await conflicts();
    const real = await resident(bff, 'ba', { name: '李素芬', number: '500107199005010013' });
    done(await real.submit());
    await bff.worker.drain();
    expect(await conflicts()).toHaveLength(before.length);
    const other = await resident(bff, 'bb', { name: '别人', number: '500107199005010013' });
    await bff.worker.drain();
    const found = await conflicts();
    expect(found).toHaveLength(before.length + 1);
    expect(await conflicts('sample-yangfan')).toHaveLength(0);
    // Again changes nothing.
    done(await other.call(residentApi.claimIdentity, { body: { name: '别人', paper: paper('500107199005010013') } }));
    await bff.worker.drain();
    expect(await conflicts()).toHaveLength(found.length);
    expect(done(await other.call(residentApi.applications, {}))).toEqual([]);
    expect(done(await real.call(residentApi.me, {})).identity).toBe('claimed');

    const item = found.at(-1);
    const { call } = await bff.staff('sample-heli');
    const settled = await call(staffApi.settleIdentityConflict, {
      params: { workItemId: item?.workItemId ?? '' },
      body: { note: '看过身份证，是同一个人换了手机' },
    });
    expect(settled.ok).toBe(true);
    expect(await conflicts()).toHaveLength(before.length);
  });
});

describe('工作人员看过身份证，给一次性码', () => {
  const issue = async (number: string, staffId = 'sample-heli') => {
    const { call } = await bff.staff(staffId);
    return call(staffApi.issueVerificationCode, { body: { name: '李素芬', paper: paper(number), sawPaper: true }, key: randomUUID() });
  };
  const redeem = (one: Awaited<ReturnType<typeof resident>>, code: string) =>
    one.call(residentApi.verifyByCode, { body: { code }, key: randomUUID() });

  it('对得上：核过了。看得到自己在另一个核过的账户上交的；没核过的只看得到自己交的', async () => {
    const old = await resident(bff, 'ca');
    const id = randomUUID();
    done(await old.submit(id));
    const { code } = done(await issue(SUFEN.number));
    expect(code).toMatch(/^[2-9A-HJKMNP-Z]{8}$/);
    expect(done(await redeem(old, ` ${code.slice(0, 4)}-${code.slice(4).toLowerCase()}`)).identity).toBe('verified');

    const newPhone = await resident(bff, 'cb');
    expect(done(await newPhone.call(residentApi.applications, {}))).toEqual([]);
    expect(await newPhone.call(residentApi.application, { params: { applicationId: id } })).toMatchObject(refused('not-found'));
    const again = done(await issue(SUFEN.number));
    done(await redeem(newPhone, again.code));
    expect(done(await newPhone.call(residentApi.applications, {})).map((one) => one.receipt.applicationId)).toEqual([id]);
  });

  it('用过的、别人的、过期的、没有的，回的都一样', async () => {
    const sufen = await resident(bff, 'cc');
    const guofu = await resident(bff, 'cd', GUOFU);
    const { code } = done(await issue(SUFEN.number));
    expect(await redeem(guofu, code)).toMatchObject(refused('verification-code-invalid'));
    done(await redeem(sufen, code));
    expect(await redeem(sufen, code)).toMatchObject(refused('verification-code-invalid'));
    expect(await redeem(sufen, 'ABCDEFGH')).toMatchObject(refused('verification-code-invalid'));
    const late = done(await issue(GUOFU.number));
    bff.pass(25 * 3_600_000);
    const again = await resident(bff, 'cd', null);
    expect(await redeem(again, late.code)).toMatchObject(refused('verification-code-invalid'));
    bff.pass(-25 * 3_600_000);
  });

  it('别人拿去试了五次，码就废了', async () => {
    const guofu = await resident(bff, 'ce', GUOFU);
    const sufen = await resident(bff, 'cf');
    const { code } = done(await issue(SUFEN.number));
    for (let i = 0; i < 5; i++) expect(await redeem(guofu, code)).toMatchObject(refused('verification-code-invalid'));
    expect(await redeem(sufen, code)).toMatchObject(refused('verification-code-invalid'));
  });

  it('核过的人不能改成另一个人', async () => {
    const sufen = await resident(bff, 'cg');
    done(await redeem(sufen, done(await issue(SUFEN.number)).code));
    const change = await sufen.call(residentApi.claimIdentity, { body: { name: '张国福', paper: paper(GUOFU.number) } });
    expect(change).toMatchObject(refused('state-changed'));
  });

  it('审计不能给码', async () => {
    expect(await issue(SUFEN.number, 'sample-luowenjing')).toMatchObject(refused('forbidden'));
  });
});

describe('微信核过的电话', () => {
  const setPhone = (one: Awaited<ReturnType<typeof resident>>, phone: string, key: string = randomUUID()) =>
    one.call(residentApi.setPhone, { body: { code: `${bff.loginCode('phone')}-${phone}` }, key });

  it('第一次随便写；换一个要先核身份', async () => {
    const sufen = await resident(bff, 'da');
    expect(done(await setPhone(sufen, '13900001234')).maskedPhone).toBe('139****1234');
    expect(await setPhone(sufen, '13900005678')).toMatchObject(refused('verification-needed'));
    expect(done(await setPhone(sufen, '13900001234')).maskedPhone).toBe('139****1234');
  });

  it('同一个键再来一次：给同一个答复，不再问微信', async () => {
    const sufen = await resident(bff, 'db');
    const key = randomUUID();
    const body = { code: `${bff.loginCode('phone')}-13900001111` };
    const first = await sufen.call(residentApi.setPhone, { body, key });
    expect(await sufen.call(residentApi.setPhone, { body, key })).toEqual(first);
    expect(first.ok).toBe(true);
    expect(await sufen.call(residentApi.setPhone, { body: { code: 'another' }, key })).toMatchObject(refused('key-content-differs'));
    expect(await sufen.call(residentApi.setPhone, { body })).toMatchObject(refused('key-missing'));
  });

  it('微信没接上：键还能再用', async () => {
    const sufen = await resident(bff, 'dc');
    const key = randomUUID();
    const body = { code: `${bff.loginCode('phone')}-13900002222` };
    bff.wechat.set('down');
    expect(await sufen.call(residentApi.setPhone, { body, key })).toMatchObject(refused('wechat-busy'));
    bff.wechat.set(undefined);
    expect((await sufen.call(residentApi.setPhone, { body, key })).ok).toBe(true);
  });
});

it('交过以后改了写的名字，镇上看到的还是交的时候写的', async () => {
  const sufen = await resident(bff, 'ea');
  const id = randomUUID();
  done(await sufen.submit(id, submission()));
  done(await sufen.call(residentApi.claimIdentity, { body: { name: '改了名', paper: paper(GUOFU.number) } }));
  const { call } = await bff.staff('sample-heli');
  const seen = done(await call(staffApi.openCase, { params: { applicationId: id } }));
  expect(seen.applicant).toMatchObject({ name: '李素芬', identity: 'claimed', maskedNumber: '5****************2' });
});
