// WeChat's own screens over the app: a face check, and the window that asks about messages.
import { createWechat } from '@assist/wechat';
import { startSandbox } from '@assist/wechat-sandbox';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { bench, launchFixture, shownOnBench, startOnBench } from './bench.ts';
import { type LaunchOptions, launchChromium, type WeappApp } from './index.ts';

// A browser on a busy machine: the limit only ends what hangs.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let sandbox: Awaited<ReturnType<typeof startSandbox>>;
let browser: Browser;
let app: WeappApp;
const ZHOU = { name: '周德明', idNumber: '500107195803040016', openid: 'oSbx0zhou0demingSample000001' };
const wechat = () => createWechat({ appid: sandbox.appid, secret: sandbox.secret, baseUrl: sandbox.url });

beforeAll(async () => {
  browser = await launchChromium();
});
beforeEach(async () => {
  sandbox = await startSandbox({
    templates: [
      { id: 'ONCE', title: '提醒', content: '{{thing1.DATA}}' },
      { id: 'LONG', title: '进度', content: '{{thing1.DATA}}', type: 3 },
    ],
  });
});
afterEach(async () => {
  await app.close();
  await sandbox.close();
});
afterAll(() => browser.close());

const launch = async (options: Partial<LaunchOptions> = {}) => {
  app = await launchFixture({ sandboxUrl: sandbox.url, browser, ...options });
};
const control = (path: string, body: object, method = 'POST') =>
  fetch(`${sandbox.url}/__sandbox${path}`, { method, body: JSON.stringify(body) });
const begin = async (sequenceNumber: string) => {
  const begun = await wechat().getVerifyId({ ...ZHOU, sequenceNumber });
  if (begun.state !== 'begun') throw new Error(begun.state);
  return begun.verifyId;
};
const found = async (sequenceNumber: string, verifyId: string) =>
  (await wechat().queryVerifyInfo({ ...ZHOU, sequenceNumber, verifyId })).outcome.kind;
const face = (verifyId: string) => bench(app, { api: 'requestFacialVerify', option: { verifyId } });

describe('刷脸', () => {
  test('手机说刷完了，结果由后台去问', async () => {
    await launch();
    const verifyId = await begin('seq-1');
    expect(await face(verifyId)).toEqual({ errMsg: 'requestFacialVerify:ok', errCode: 0 });
    expect(await found('seq-1', verifyId)).toBe('passed');
    await app.assertClean();
  });

  test('刷完了不等于通过；自己退出说没刷完', async () => {
    await launch();
    await control('/face/orders', { kind: 'ret', verifyRet: 10004 });
    const other = await begin('seq-2');
    expect((await face(other)).errMsg).toBe('requestFacialVerify:ok');
    expect(await found('seq-2', other)).toBe('again');
    await control('/face/orders', { kind: 'cancel' });
    expect(await face(await begin('seq-3'))).toMatchObject({ fail: { errCode: 90002 } });
  });

  test('中途没了：没有回音，重开以后后台照样问得到', async () => {
    await launch();
    await control('/face/orders', { kind: 'dies', verifyRet: 10000 });
    const verifyId = await begin('seq-4');
    await startOnBench(app, { api: 'requestFacialVerify', option: { verifyId } });
    await app.settle();
    expect(await app.$('#out').textContent()).toBe('');
    await app.kill();
    expect(await found('seq-4', verifyId)).toBe('passed');
    await app.relaunch();
  });

  test('别人的手机、没有网、老手机', async () => {
    await launch({ persona: 'li', cannotUse: ['checkIsSupportFacialRecognition'] });
    expect((await face(await begin('seq-5'))).fail.errMsg).toMatch(/^requestFacialVerify:fail/);
    expect(await bench(app, { api: 'checkIsSupportFacialRecognition', option: {} })).toMatchObject({ fail: { errCode: 90001 } });
    await app.setOffline(true);
    expect((await face('V')).fail.errCode).toBe(90007);
  });

  test('只有回调，没有 Promise', async () => {
    await launch();
    expect(await bench(app, { api: 'requestFacialVerify', args: [{ verifyId: 'V' }] })).toEqual({});
  });
});

describe('问一问能不能发消息', () => {
  const ask = (tmplIds: unknown) => bench(app, { api: 'requestSubscribeMessage', option: { tmplIds } });
  const send = () => wechat().sendSubscribeMessage({ openid: ZHOU.openid, templateId: 'ONCE', data: { thing1: '每年认一次' } });

  test('同意一次，送得到一次', async () => {
    await launch();
    expect(await ask(['ONCE'])).toEqual({ errMsg: 'requestSubscribeMessage:ok', ONCE: 'accept' });
    expect((await send()).kind).toBe('delivered');
    expect(await send()).toMatchObject({ kind: 'not-accepted', why: 'refused' });
    await app.assertClean();
  });

  test('不同意；总开关关了；混着问；没有网', async () => {
    await launch();
    await control('/personas/zhou/answers', { answer: 'reject' }, 'PUT');
    expect(await ask(['ONCE'])).toMatchObject({ ONCE: 'reject' });
    await control('/personas/zhou/answers', { mainSwitch: false }, 'PUT');
    expect((await ask(['ONCE'])).fail).toEqual({ errMsg: 'requestSubscribeMessage:fail 20004', errCode: 20004 });
    expect((await ask(['ONCE', 'LONG'])).fail.errCode).toBe(20002);
    expect((await ask('ONCE')).fail.errCode).toBe(10004);
    await app.setOffline(true);
    expect((await ask(['ONCE'])).fail.errCode).toBe(10002);
  });

  test('没有人点就问：不行，而且是犯规', async () => {
    await launch({ url: '/pages/bench/index?unasked=requestSubscribeMessage' });
    expect((await shownOnBench(app)).fail.errMsg).toMatch(/user TAP gesture/);
    await expect(app.assertClean()).rejects.toThrow(/without a tap/);
  });
});
