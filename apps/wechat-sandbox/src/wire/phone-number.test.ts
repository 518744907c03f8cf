import { afterEach, beforeEach, expect, test } from 'vitest';
import { START, sandboxForTest } from '../sandbox-for-test.ts';

let sandbox: Awaited<ReturnType<typeof sandboxForTest>>;
let token: string;
beforeEach(async () => {
  sandbox = await sandboxForTest();
  token = (await sandbox.stable()).access_token;
});
afterEach(() => sandbox.close());

const ZHOU = 'oSbx0zhou0demingSample000001';
const LI = 'oSbx0li00sufenSample00000002';

test('给号码、国家码和带时间的水印', async () => {
  const { body, type } = await sandbox.phone(token, { code: await sandbox.phoneCode('zhou'), openid: ZHOU });
  expect(type).toBe('application/json; encoding=utf-8');
  expect(body).toEqual({
    errcode: 0,
    errmsg: 'ok',
    phone_info: {
      phoneNumber: '13900001001',
      purePhoneNumber: '13900001001',
      countryCode: '86',
      watermark: { timestamp: START / 1000, appid: sandbox.appid },
    },
  });
});

test('用过的、过期的、别人的、登录用的码都是 40029', async () => {
  const used = await sandbox.phoneCode('zhou');
  await sandbox.phone(token, { code: used, openid: ZHOU });
  expect((await sandbox.phone(token, { code: used, openid: ZHOU })).body.errcode).toBe(40029);
  expect((await sandbox.phone(token, { code: await sandbox.phoneCode('zhou'), openid: LI })).body.errcode).toBe(40029);
  expect((await sandbox.phone(token, { code: await sandbox.loginCode('zhou'), openid: ZHOU })).body.errcode).toBe(40029);
  const late = await sandbox.phoneCode('zhou');
  await sandbox.advance(301);
  expect((await sandbox.phone(token, { code: late, openid: ZHOU })).body.errcode).toBe(40029);
});

test('别的小程序产生的码是 40013', async () => {
  expect((await sandbox.phone(token, { code: await sandbox.phoneCode('zhou', { appid: 'wxother' }) })).body.errcode).toBe(40013);
});
