import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../weapp-harness/index.ts';
import { type Filling, fillTheLeast, invent, newPersona, rows } from './_town/bad-day.ts';
import { agreeAndBegin } from './_town/resident-story.ts';
import { startTown, type Town } from './_town/town.ts';
import { webHands } from './_town/web-hands.ts';

const TWO_DAYS = 2 * 24 * 3_600_000;
const SMALL = { viewport: { width: 320, height: 720 }, hasTouch: true, isMobile: true, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' };

describe('网页上，长辈版，交上去的时候', () => {
  let browser: Browser;
  let town: Town;
  let phone: BrowserContext;
  beforeAll(async () => {
    [browser, town] = await Promise.all([launchChromium(), startTown()]);
    phone = await browser.newContext(SMALL);
  });
  afterAll(async () => {
    await phone?.close();
    await town?.close();
    await browser?.close();
  });

  it('收到了、没来得及回话就断了，浏览器关了，两天以后再打开：还是那个回执号，只有一份，字还是大的', async () => {
    const persona = await newPersona(town);
    const open = async (): Promise<Page> => {
      const page = await phone.newPage();
      await page.goto(`${town.web}/?persona=${persona}`);
      return page;
    };
    const first = await open();
    const one: Filling = { ...invent(), me: webHands(first) };
    await agreeAndBegin(one.me);
    await first.goto(`${town.web}/?persona=${persona}#/pages/mine/index`);
    await one.me.tap('switch', '长辈版');
    await first.goto(`${town.web}/?persona=${persona}#/packages/apply/pages/tasks/index`);
    await fillTheLeast(one);
    const before = await rows(town, 'submissions', 'applications', 'work_items');
    // The app asks again by itself: until the browser is closed, nothing more gets through.
    let sent = 0;
    let cut = true;
    await phone.route(
      (url) => /^\/api\/applications\/[^/]+$/.test(url.pathname),
      async (route) => {
        if (route.request().method() !== 'PUT' || !cut) return route.continue();
        sent += 1;
        if (sent === 1) await route.fetch();
        await route.abort('connectionreset');
      },
    );
    await one.me.tap('button', '交上去');
    await one.me.reads('现在没有网');
    await one.me.reads('填好的都在手机里');
    const afterwards = Object.fromEntries(Object.entries(before).map(([table, n]) => [table, n + 1]));
    expect(await rows(town, 'submissions', 'applications', 'work_items')).toEqual(afterwards);
    await first.close();
    cut = false;
    await town.stopBff();
    town.letPass(TWO_DAYS);
    await town.raiseBff();

    const again = webHands(await open());
    await again.tap('link', /^查进度/);
    const [row] = await town.sql`select number from applications`;
    await again.reads(row?.number);
    expect(await again.text()).not.toContain('没填完的');
    expect(await again.screen().locator('.page').getAttribute('class')).toContain('elder');
    expect(await rows(town, 'submissions', 'applications', 'work_items')).toEqual(afterwards);
    for (const secret of [one.name, one.number]) expect(town.log.filter((line) => line.includes(secret))).toEqual([]);
  });

  /** What a browser that has nothing yet fetches for that page. */
  async function scriptsOf(address: string): Promise<string[]> {
    const fresh = await browser.newContext();
    const page = await fresh.newPage();
    await page.goto(`${town.web}/?persona=${await newPersona(town)}#${address}`);
    await webHands(page).reads('填以前，先说清一件事');
    const all = await page.evaluate(() => performance.getEntriesByType('resource').map((one) => one.name));
    await fresh.close();
    return all.filter((one) => one.endsWith('.js'));
  }

  it('断了网再点：没取过的那一页会说，留在原来的那一页；同意过的，整份表没有网也打得开；平方米有小数点', async () => {
    const another = await browser.newContext(SMALL);
    const page = await another.newPage();
    await page.goto(`${town.web}/?persona=${await newPersona(town)}`);
    const me = webHands(page);
    await me.reads('申请救助');
    await another.setOffline(true);
    await me.tap('link', '社区公示');
    await page.getByText('这一页要有网才打得开').waitFor();
    await page.getByText('知道了').click();
    await me.reads('来人是真的吗');
    expect(page.url()).toContain('#/pages/home/index');
    await another.setOffline(false);
    await me.tap('link', '社区公示');
    await me.reads('您那里正在公示的');
    await me.back();
    await me.reads('来人是真的吗');
    const needed = await scriptsOf('/packages/apply/pages/assets/index');
    await agreeAndBegin(me);
    await page.waitForFunction((all) => all.every((one) => performance.getEntriesByName(one).length > 0), needed);
    await another.setOffline(true);
    await me.tap('link', /^房子、车、存款/);
    await me.tap('button', '有，加一套');
    const metres = me.screen().getByLabel('第 1 套，多少平方米', { exact: true });
    await metres.pressSequentially('89.5');
    expect(await metres.inputValue()).toBe('89.5');
    await metres.fill('１２０');
    expect(await metres.inputValue()).toBe('120');
    await another.setOffline(false);
    await another.close();
  });
});
