import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../weapp-harness/index.ts';
import { agreeAndBegin } from './_town/resident-story.ts';
import { startTown, type Town } from './_town/town.ts';
import { webHands } from './_town/web-hands.ts';

let browser: Browser;
let town: Town;
beforeAll(async () => {
  [browser, town] = await Promise.all([launchChromium(), startTown()]);
});
afterAll(async () => {
  await town?.close();
  await browser?.close();
});

describe('大家用的浏览器，没登录又写了一回', () => {
  it('登录以后两份归到一处：接着新写的，问一次用哪一份，没选的换得回来', async () => {
    const page = await browser.newPage({ viewport: { width: 375, height: 760 }, hasTouch: true, isMobile: true, locale: 'zh-CN' });
    const me = webHands(page);
    const open = (address: string) =>
      page.evaluate((hash) => {
        location.hash = hash;
      }, address);
    const tasks = async () => {
      await open('/pages/home/index');
      await me.tap('link', '申请救助');
    };
    const write = async (words: string) => {
      await me.tap('link', /^出了什么事/);
      await me.type('用自己的话说说', words);
      await me.back();
      await me.reads('一次申请，镇上分类办');
    };
    const written = async () => {
      await me.tap('link', /^出了什么事/);
      const words = await me.screen().getByLabel('用自己的话说说', { exact: true }).first().inputValue();
      await me.back();
      return words;
    };

    await page.goto(`${town.web}/?persona=zhou`);
    await agreeAndBegin(me);
    await write('头一回写的');
    await me.reads(/已保存 \d\d:\d\d，替您留到/);
    // Somebody else, who leaves: what the first one wrote stays theirs.
    await page.goto(`${town.web}/?persona=li`);
    await me.tap('link', '申请救助');
    await me.reads('一次申请，镇上分类办');
    await open('/pages/mine/index');
    await me.tap('link', '退出，清掉这部手机上的记录');
    await me.tap('button', '退出，清掉');
    await me.reads('急事');
    // The first one again, who does not say who they are before they write.
    await page.goto(`${town.web}/#/pages/home/index`);
    await agreeAndBegin(me);
    await write('第二回写的');
    await open('/packages/trust/pages/data/index');
    await me.tap('link', /周德明/);
    await me.reads('存着您的这些');
    await tasks();
    await me.reads('这部手机上填过两份，用哪一份？');
    await me.tap('button', /^用以前填的/);
    await me.reads('还有一份放在一边');
    expect(await written()).toBe('头一回写的');
    await me.tap('button', '换成那一份');
    await me.tap('button', '换过来');
    expect(await written()).toBe('第二回写的');
    await page.reload();
    await tasks();
    await me.reads('还有一份放在一边');
    expect(await me.text()).not.toContain('用哪一份');
    await page.context().close();
  });
});
