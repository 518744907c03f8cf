import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../weapp-harness/index.ts';
import { oneStory } from './_town/one-story.ts';
import { ZHOU } from './_town/people.ts';
import { startTown, type Town } from './_town/town.ts';
import { webHands } from './_town/web-hands.ts';

/** More than any page has to stop at. */
const STOPS = 80;

describe('只用键盘，在电脑的浏览器里：看过告知，同意，开始填', () => {
  let browser: Browser;
  let town: Town;
  let page: Page;
  let me: ReturnType<typeof webHands>;
  oneStory();
  beforeAll(async () => {
    [browser, town] = await Promise.all([launchChromium(), startTown()]);
    page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
    await page.goto(`${town.web}/?persona=${ZHOU.persona}`);
    me = webHands(page);
  });
  afterAll(async () => {
    await page?.close();
    await town?.close();
    await browser?.close();
  });

  it('从首页到告知，同意以后就是要填的单子', async () => {
    await me.reads('看看能申请什么');
    await go('申请救助');
    await me.reads('先看您的信息怎么用');
    await go('先看您的信息怎么用');
    await me.reads('用来做什么');
    await go('同意');
    await me.reads('一次申请，镇上分类办');
  });

  it('一题一题：选上一个，下一步，上一步', async () => {
    await go(/^去哪里申请/);
    await me.reads('您的户口在哪里？');
    await go('外省', 'Space');
    await tabTo('户口在哪里，哪个省');
    await page.keyboard.type('四川');
    await go('好了，下一步');
    await me.reads('您家现在住在哪里？');
    await go('上一步');
    await me.reads('您的户口在哪里？');
  });

  async function go(name: string | RegExp, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
    await tabTo(name);
    await page.keyboard.press(key);
  }

  /** Tabs on until the ring is around this. */
  async function tabTo(name: string | RegExp): Promise<void> {
    const wanted = typeof name === 'string' ? (heard: string) => heard === name : (heard: string) => name.test(heard);
    const passed: string[] = [];
    for (let stop = 0; stop < STOPS; stop++) {
      await page.keyboard.press('Tab');
      const at = await page.evaluate(() => {
        const on = document.activeElement ?? document.body;
        // The ring of what is typed into stands around the whole box.
        const rings = [on, on.closest('.entry')].map((one) => one && getComputedStyle(one));
        return {
          heard: (on.getAttribute('aria-label') ?? on.textContent ?? '').trim(),
          ringed: rings.some((style) => style && (style.boxShadow !== 'none' || style.outlineStyle !== 'none')),
        };
      });
      passed.push(at.heard);
      if (!wanted(at.heard)) continue;
      expect(at.ringed, at.heard).toBe(true);
      return;
    }
    throw new Error(`没有走到“${name}”：${passed.join('｜')}`);
  }
});
