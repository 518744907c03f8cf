import { startSandbox } from '@assist/wechat-sandbox';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { bench, DOMAIN, launchFixture, shownOnBench, startEcho, startOnBench } from './bench.ts';
import { createStorage, type LaunchOptions, launchChromium, type WeappApp } from './index.ts';

// A browser on a busy machine: the limit only ends what hangs.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let browser: Browser;
let app: WeappApp;
let echo: Awaited<ReturnType<typeof startEcho>>;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());
beforeEach(async () => {
  echo = await startEcho();
});
afterEach(async () => {
  echo.release();
  await app.close();
  await echo.close();
});

const launch = async (options: Partial<LaunchOptions> = {}) => {
  app = await launchFixture({ browser, origins: { [DOMAIN]: echo.url }, ...options });
  return app;
};
const JPEG = { name: '身份证.jpg', bytes: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]), width: 4, height: 3 };

describe('页面', () => {
  test('读屏听到的名字、角色和状态', async () => {
    await launch({ url: '/pages/form/index' });
    expect(await app.byRole('textbox', { name: '姓名' }).count()).toBe(1);
    expect(await app.byRole('textbox', { name: '说明' }).count()).toBe(1);
    expect(await app.byRole('radio', { name: '农村' }).getAttribute('aria-checked')).toBe('false');
    expect(await app.byRole('switch', { name: '我同意' }).count()).toBe(1);
    expect(await app.byRole('button', { name: '选镇街' }).count()).toBe(1);
    expect(await app.byRole('button', { name: '不能按', disabled: true }).count()).toBe(1);
    expect(await app.byRole('radiogroup', { name: '户籍' }).count()).toBe(1);
    expect(await app.$('#box').getAttribute('aria-live')).toBe('polite');
    expect(await app.$('#gone').getAttribute('aria-hidden')).toBe('true');
    await app.assertClean();
  });

  test('填表、选择、送出', async () => {
    await launch({ url: '/pages/form/index?from=%E9%A6%96%E9%A1%B5' });
    await app.fill('#name', '周德明');
    await app.fill(app.byLabel('说明'), '家里两口人');
    await app.$('#village').locator('..').tap();
    await app.tap('#agree');
    await app.tap('#town');
    await app.overlay.getByRole('option', { name: '样例镇' }).click();
    await app.overlay.getByRole('button', { name: '确定' }).click();
    await app.tap('#send');
    expect(JSON.parse((await app.$('#box').textContent()) ?? '')).toEqual({
      query: { from: '%E9%A6%96%E9%A1%B5' },
      name: '周德明',
      note: '家里两口人',
      kind: 'village',
      agree: true,
      town: '1',
    });
    expect(await app.byRole('radio', { name: '农村' }).getAttribute('aria-checked')).toBe('true');
    await app.assertClean();
  });

  test('rpx 按屏宽算；一页的样式不管另一页', async () => {
    await launch({ url: '/pages/form/index', viewport: { width: 414, height: 700 } });
    expect(await app.$('#box').boundingBox()).toMatchObject({ width: 414 });
    const color = () => app.$('#box').evaluate((node) => getComputedStyle(node).color);
    expect(await color()).toBe('rgb(9, 9, 9)');
    await app.relaunch('/pages/bench/index');
    expect(await app.$('#title').evaluate((node) => getComputedStyle(node).color)).toBe('rgb(1, 2, 3)');
    expect(await app.$('#title').evaluate((node) => getComputedStyle(node).fontSize)).toBe('22.08px');
  });

  test('页面栈：去、回、分包、十层为止、没有的页', async () => {
    await launch();
    await startOnBench(app, { api: 'navigateTo', option: { url: '../../sub/deep/index?from=%E8%AF%95' } });
    await app.settle();
    expect(await app.stack()).toEqual(['pages/bench/index', 'sub/deep/index']);
    expect(await app.$('#deep').textContent()).toBe('分包里的话 试');
    expect(await app.$('#dot img').evaluate((node) => (node as HTMLImageElement).naturalWidth)).toBe(8);
    expect(await app.page.title()).toBe('分包');
    await app.page.getByRole('button', { name: '返回' }).click();
    expect(await app.path()).toBe('pages/bench/index');
    expect(await app.$('#shown').textContent()).toBe('2');
    expect((await bench(app, { api: 'navigateTo', option: { url: '/pages/nowhere/index' } })).fail.errMsg).toBe(
      'navigateTo:fail page "pages/nowhere/index" is not found',
    );
    expect((await bench(app, { api: 'switchTab', option: { url: '/pages/form/index' } })).fail.errMsg).toMatch(/no-tabBar/);
    await app.assertClean();
    expect((await app.report()).loadedSubs).toEqual(['sub/']);
  });

  test('第十一层去不了', async () => {
    await launch();
    for (let depth = 2; depth <= 10; depth++) {
      await startOnBench(app, { api: 'navigateTo', option: { url: '/pages/bench/index' } });
      await app.settle();
    }
    expect(await app.stack()).toHaveLength(10);
    expect((await bench(app, { api: 'navigateTo', option: { url: '/pages/bench/index' } })).fail.errMsg).toBe(
      'navigateTo:fail webview count limit exceed',
    );
  });

  test('逻辑层没有浏览器的东西，也不许造函数', async () => {
    await launch({ functionCtor: 'throw' });
    expect(await bench(app, { api: 'globals' })).toEqual(['undefined', 'undefined', 'undefined', 'undefined', 'undefined', 'function']);
    expect(await bench(app, { api: 'new Function' })).toEqual({ thrown: 'EvalError' });
    expect((await app.report()).functionCtorCalls).toBe(1);
    await app.relaunch();
  });

  test('setData 按送过去的字节量', async () => {
    await launch();
    const before = (await app.report()).setData;
    await bench(app, { api: 'getNetworkType', option: {} });
    const after = (await app.report()).setData;
    expect(after.n).toBe(before.n + 2); // emptied, then shown
    expect(after.max).toBeGreaterThan(60);
    expect(after.largestOn).toBe('pages/bench/index');
  });

  test('字号和能力照给的说', async () => {
    await launch({ fontSizeSetting: 22, cannotUse: ['requestFacialVerify'] });
    expect((await bench(app, { api: 'getAppBaseInfo', args: [] })).returned).toMatchObject({ fontSizeSetting: 22 });
    expect(await bench(app, { api: 'canIUse', args: ['requestFacialVerify'] })).toEqual({ returned: false });
    expect(await bench(app, { api: 'canIUse', args: ['login'] })).toEqual({ returned: true });
  });
});

describe('不认识的 wx', () => {
  test('微信有而这里还没有的：一叫就错，这一回不算数', async () => {
    await launch();
    expect((await bench(app, { api: 'startHCE', args: [{}] })).thrown).toMatch(/not in the harness/);
    await expect(app.assertClean()).rejects.toThrow(/startHCE/);
  });

  test('微信也没有的：是 undefined，记下来', async () => {
    await launch();
    expect((await bench(app, { api: 'makeCoffee', args: [] })).thrown).toMatch(/undefined|apply/);
    await expect(app.assertClean()).rejects.toThrow(/makeCoffee/);
  });

  test('页面里出的错也记下来', async () => {
    await launch();
    await app.fill('#order', 'not json');
    await app.tap('#run');
    await expect(app.assertClean()).rejects.toThrow(/JSON/);
  });
});

describe('网络', () => {
  test('什么状态码都算成功；从页面外面发，没有 Origin，带微信的 Referer', async () => {
    await launch();
    const result = await bench(app, {
      api: 'request',
      option: { url: `${DOMAIN}/teapot`, method: 'PUT', data: { 名: '值' }, header: { authorization: 'Bearer t' } },
    });
    expect(result).toMatchObject({ statusCode: 418, data: { heard: 1 }, errMsg: 'request:ok' });
    expect(result.header['X-Number']).toBe('7');
    const [call] = echo.heard;
    expect(call?.method).toBe('PUT');
    expect(call?.body.toString()).toBe('{"名":"值"}');
    expect(call?.headers.origin).toBeUndefined();
    expect(call?.headers.authorization).toBe('Bearer t');
    expect(call?.headers.referer).toMatch(/^https:\/\/servicewechat\.com\/wx\w+\/0\/page-frame\.html$/);
    await app.assertClean();
  });

  test('GET 的 data 进网址', async () => {
    await launch();
    await bench(app, { api: 'request', option: { url: `${DOMAIN}/x?a=1`, data: { b: '二' } } });
    expect(echo.heard[0]?.url).toBe('/x?a=1&b=%E4%BA%8C');
  });

  test('没有 PATCH', async () => {
    await launch();
    expect((await bench(app, { api: 'request', option: { url: `${DOMAIN}/x`, method: 'PATCH' } })).fail.errno).toBe(600009);
    expect(echo.heard).toEqual([]);
    await expect(app.assertClean()).rejects.toThrow(/PATCH/);
  });

  test('不在名单上的域名', async () => {
    await launch();
    expect((await bench(app, { api: 'request', option: { url: 'https://elsewhere.example/x' } })).fail).toEqual({
      errMsg: 'request:fail url not in domain list',
      errno: 600002,
    });
  });

  test('同时十个，第十一个马上不成', async () => {
    await launch();
    await startOnBench(app, { api: 'request', option: { url: `${DOMAIN}/hold` }, times: 11 });
    await echo.holding(10);
    echo.release();
    const results = await shownOnBench(app);
    expect(results[0].fail).toEqual({ errMsg: 'request:fail exceed max task count', errno: 600007 });
    expect(results.slice(1).map((one: { statusCode: number }) => one.statusCode)).toEqual(Array(10).fill(200));
    expect(echo.heard).toHaveLength(10);
  });

  test('没有网：马上不成；网回来又好', async () => {
    await launch();
    await app.setOffline(true);
    expect((await bench(app, { api: 'request', option: { url: `${DOMAIN}/x` } })).fail.errno).toBe(600001);
    expect(await bench(app, { api: 'getNetworkType', option: {} })).toMatchObject({ networkType: 'none' });
    await app.setOffline(false);
    expect((await bench(app, { api: 'request', option: { url: `${DOMAIN}/x` } })).statusCode).toBe(200);
    expect(echo.heard).toHaveLength(1);
  });

  test('挂着不答：到时限是 errno 5；人停下是 abort', async () => {
    await launch();
    app.onNetwork(() => 'hang');
    expect((await bench(app, { api: 'request', option: { url: `${DOMAIN}/x`, timeout: 20 } })).fail).toEqual({
      errMsg: 'request:fail timeout',
      errno: 5,
    });
    await startOnBench(app, { api: 'request', option: { url: `${DOMAIN}/x` } });
    await app.$('#abort').tap();
    expect((await shownOnBench(app)).fail.errMsg).toBe('request:fail abort');
  });

  test('第一次丢在去的路上，第二次丢在回的路上，第三次好', async () => {
    await launch();
    app.onNetwork(({ attempt }) => (attempt === 1 ? 'drop' : attempt === 2 ? 'lose-answer' : undefined));
    const send = () => bench(app, { api: 'request', option: { url: `${DOMAIN}/x`, method: 'POST', data: {} } });
    expect([(await send()).fail.errno, echo.heard.length]).toEqual([600001, 0]);
    expect([(await send()).fail.errno, echo.heard.length]).toEqual([600001, 1]);
    expect([(await send()).statusCode, echo.heard.length]).toEqual([200, 2]);
  });

  test('别人代答', async () => {
    await launch();
    app.onNetwork(({ path }) => (path === '/x' ? { answer: { status: 503, body: '<html>' } } : undefined));
    expect(await bench(app, { api: 'request', option: { url: `${DOMAIN}/x` } })).toMatchObject({ statusCode: 503, data: '<html>' });
    expect(echo.heard).toEqual([]);
  });
});

describe('照片', () => {
  const big = { name: 'a.jpg', bytes: Buffer.alloc(400_000, 7) };
  const upload = (filePath: string, more: object = {}) => ({
    api: 'uploadFile',
    option: { url: `${DOMAIN}/files`, filePath, name: 'file', formData: { id: 'p1' }, ...more },
  });
  const choose = async () => (await bench(app, { api: 'chooseMedia', option: { count: 1 } })).tempFiles?.[0];
  const agreed = () => {
    const storage = createStorage();
    storage.call({ op: 'agree-privacy' });
    return storage;
  };

  test('选到的是给的那张，原名不告诉页面；传上去一字节不差，答复是文字', async () => {
    await launch({ files: [JPEG], storage: agreed() });
    const file = await choose();
    expect(file).toEqual({ tempFilePath: 'wxfile://tmp_1.jpg', size: 7, width: 4, height: 3, fileType: 'image' });
    const result = await bench(app, upload(file.tempFilePath));
    expect(result.data).toBe('{"heard":1}');
    const sent = echo.heard[0];
    expect(sent?.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
    expect(sent?.body.includes(JPEG.bytes)).toBe(true);
    expect(sent?.body.toString('latin1')).toMatch(
      /name="id"\r\n\r\np1\r\n[\s\S]*name="file"; filename="tmp_1.jpg"\r\nContent-Type: image\/jpeg/,
    );
    await app.assertClean();
  });

  test('没有可选的，就是人退回来', async () => {
    await launch({ storage: agreed() });
    expect((await bench(app, { api: 'chooseMedia', option: {} })).fail.errMsg).toBe('chooseMedia:fail cancel');
  });

  test('进度是真的：只增不减，到 100 为止', async () => {
    await launch({ files: [big], storage: agreed() });
    await bench(app, upload((await choose()).tempFilePath));
    const seen = ((await app.$('#progress').textContent()) ?? '').split(' ').map(Number);
    expect(seen.length).toBeGreaterThan(10);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(seen.at(-1)).toBe(100);
  });

  test('传到一半断了：服务器没有收到整张', async () => {
    await launch({ files: [big], storage: agreed() });
    const file = await choose();
    app.onNetwork(({ kind }) => (kind === 'uploadFile' ? { cutAfterBytes: 200_000 } : undefined));
    expect((await bench(app, upload(file.tempFilePath))).fail.errno).toBe(600001);
    expect(Number(((await app.$('#progress').textContent()) ?? '').split(' ').at(-1))).toBe(49);
    expect(echo.heard).toEqual([]);
  });

  test('没有的文件、一次几个文件', async () => {
    await launch();
    expect((await bench(app, upload('wxfile://tmp_9.jpg'))).fail.errMsg).toBe('uploadFile:fail file not found');
    await bench(app, upload('wxfile://tmp_9.jpg', { files: [{}] }));
    await expect(app.assertClean()).rejects.toThrow(/one file/);
  });

  test('临时文件活不过重启', async () => {
    await launch({ files: [JPEG, big], storage: agreed() });
    const file = await choose();
    await app.relaunch();
    expect((await bench(app, upload(file.tempFilePath))).fail.errMsg).toBe('uploadFile:fail file not found');
    expect((await choose()).size).toBe(400_000);
  });
});

describe('存储', () => {
  test('重启还在，杀掉也在；换一部手机就没有', async () => {
    await launch();
    await bench(app, { api: 'setStorageSync', args: ['draft', { 名: '周', n: [1, null] }] });
    await app.kill();
    await app.relaunch();
    expect(await bench(app, { api: 'getStorageSync', args: ['draft'] })).toEqual({ returned: { 名: '周', n: [1, null] } });
    expect(app.storage.peek('draft')).toEqual({ 名: '周', n: [1, null] });
    const before = app;
    await launch();
    expect(await bench(app, { api: 'getStorageSync', args: ['draft'] })).toEqual({ returned: '' });
    await before.close();
  });

  test('太大的存不进，原来的还在', async () => {
    await launch();
    await bench(app, { api: 'setStorageSync', args: ['k', 'old'] });
    expect(app.storage.call({ op: 'set', key: 'k', json: JSON.stringify('x'.repeat(1024 * 1024)) }).fail).toMatch(/exceed/);
    expect(await bench(app, { api: 'getStorageSync', args: ['k'] })).toEqual({ returned: 'old' });
    await app.relaunch();
  });

  test('加密存的要加密取', async () => {
    await launch();
    expect((await bench(app, { api: 'setStorage', option: { key: 't', data: 'secret', encrypt: true } })).errMsg).toBe('setStorage:ok');
    expect((await bench(app, { api: 'getStorage', option: { key: 't', encrypt: true } })).data).toBe('secret');
    await app.assertClean();
    expect((await bench(app, { api: 'getStorageSync', args: ['t'] })).returned).not.toBe('secret');
    await expect(app.assertClean()).rejects.toThrow(/encrypt/);
  });

  test('杀掉时正在发的：服务器也许收到，页面再不知道', async () => {
    await launch();
    await startOnBench(app, { api: 'request', option: { url: `${DOMAIN}/hold`, method: 'POST' } });
    await echo.holding(1);
    await app.kill();
    expect(echo.heard).toHaveLength(1);
    await app.relaunch();
    expect(await app.$('#out').textContent()).toBe('');
  });

  test('退到后台、再回来', async () => {
    await launch();
    await startOnBench(app, { api: 'request', option: { url: `${DOMAIN}/hold` } });
    await echo.holding(1);
    await app.toBackground({ interrupt: true });
    expect((await shownOnBench(app)).fail).toEqual({ errMsg: 'request:fail interrupted', errno: 600003 });
    await app.toForeground();
    expect(await app.$('#shown').textContent()).toBe('2');
  });
});

describe('登录、手机号、隐私', () => {
  let sandbox: Awaited<ReturnType<typeof startSandbox>>;
  beforeAll(async () => {
    sandbox = await startSandbox();
  });
  afterAll(() => sandbox.close());
  const phone = async (options: Partial<LaunchOptions> = {}) => launch({ url: '/pages/phone/index', sandboxUrl: sandbox.url, ...options });
  const out = async () => JSON.parse((await app.$('#out').textContent()) || 'null');
  const openidOf = async (code: string) => {
    const query = new URLSearchParams({ appid: sandbox.appid, secret: sandbox.secret, js_code: code, grant_type: 'authorization_code' });
    return JSON.parse(await (await fetch(`${sandbox.url}/sns/jscode2session?${query}`)).text()).openid;
  };

  test('登录码是这个人的，从沙箱来', async () => {
    await launch({ sandboxUrl: sandbox.url, persona: 'li' });
    const { code } = await bench(app, { api: 'login', option: {} });
    expect(await openidOf(code)).toBe('oSbx0li00sufenSample00000002');
    await app.setOffline(true);
    expect((await bench(app, { api: 'login', option: {} })).fail.errMsg).toMatch(/^login:fail/);
  });

  test('没有同意以前：微信自己问；拒绝是 104，十秒里不再问', async () => {
    await phone({ files: [JPEG] });
    await app.tap('#photo');
    await app.overlay.getByRole('button', { name: '拒绝' }).click();
    await app.settle();
    expect(await out()).toEqual({ errMsg: 'chooseMedia:fail privacy permission is not authorized', errno: 104 });
    await app.tap('#photo');
    expect(await app.overlay.getByRole('dialog').count()).toBe(0);
    await app.assertClean();
  });

  test('同意一次，重启后不再问', async () => {
    await phone({ files: [JPEG] });
    await app.tap('#photo');
    await app.overlay.getByRole('button', { name: '同意' }).click();
    await app.settle();
    expect((await out()).tempFiles).toHaveLength(1);
    await app.relaunch('/pages/bench/index');
    expect(await bench(app, { api: 'getPrivacySetting', option: {} })).toMatchObject({ needAuthorization: false });
  });

  test('页面自己问：说出是谁要，同意要真按了按钮', async () => {
    await phone({ url: '/pages/phone/index?own=yes' });
    await app.tap('#number');
    expect(await app.$('#referrer').textContent()).toBe('button.getPhoneNumber');
    await app.tap('#agree');
    expect(await out()).toEqual({ code: expect.stringMatching(/^[\w-]{32}$/), errMsg: 'getPhoneNumber:ok' });
    await app.assertClean();
  });

  test('页面自己替人同意：不算，而且是犯规', async () => {
    await phone({ url: '/pages/phone/index?own=yes' });
    await app.tap('#number');
    await app.tap('#cheat');
    expect((await out()).errno).toBe(104);
    await expect(app.assertClean()).rejects.toThrow(/cheat/);
  });

  test('一个按钮又同意又给号码；人也可以不给', async () => {
    await phone();
    await app.setPhoneAnswer('deny');
    await app.tap('#both');
    expect(await out()).toEqual({ errMsg: 'getPhoneNumber:fail user deny', errno: 103 });
    await app.setPhoneAnswer('allow');
    await app.tap('#number');
    expect((await out()).errMsg).toBe('getPhoneNumber:ok');
  });

  test('没有声明的隐私接口是 112', async () => {
    await phone({ undeclaredPrivacy: ['chooseMedia'] });
    await app.tap('#photo');
    expect((await out()).errno).toBe(112);
  });
});
