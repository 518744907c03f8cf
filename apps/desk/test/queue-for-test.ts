import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { caseView } from './fixtures.ts';
import { VISITS_TODAY } from './fixtures-lanes.ts';
import { focused, names, type OnStage } from './stage.ts';

const CASE = caseView().application.receipt.applicationId;

/** A machine that does other things beside fetches later than the page is quiet. */
const rowsThere = (page: Page) => page.locator('.row__open').first().waitFor();

/** Presses Tab until what has the focus is called so: a few dozen at most, or it cannot be come to. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let i = 0; i < 80; i++) {
    if ((await focused(page)) === name) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`no Tab leads to ${name}`);
}

/** The queue: keys, paging, what is new, what cannot be fetched. */
export function queueTests(onStage: OnStage): void {
  describe('键盘', () => {
    it('J K 移动，回车打开，斜杠去找，找的时候字母是字母', () =>
      onStage(async ({ page, open, acts }) => {
        await open('/queue');
        await rowsThere(page);
        await page.keyboard.press('j');
        expect(await focused(page)).toBe('吴昌明');
        await page.keyboard.press('j');
        await page.keyboard.press('j');
        await page.keyboard.press('k');
        expect(await focused(page)).toBe('何德贵');
        await page.keyboard.press('/');
        await page.keyboard.type('n037');
        expect(await page.locator('input[type=search]').inputValue()).toBe('n037');
        await page.locator('input[type=search]').fill('037');
        expect(await names(page)).toEqual(['李素芬']);
        await page.keyboard.press('Enter');
        expect(await focused(page)).toBe('李素芬');
        await page.keyboard.press('Enter');
        await page.getByRole('heading', { name: '李素芬一家' }).waitFor();
        expect(new URL(page.url()).pathname).toBe(`/cases/${CASE}`);
        expect(acts()).toEqual([]);
      }));

    it('今天上门：上午的在前，写明谁去，点开是那一件', () =>
      onStage(async ({ page, open }) => {
        await open('/queue');
        const today = page.getByRole('region', { name: '今天上门' });
        expect(await today.getByRole('listitem').allTextContents()).toEqual([
          '何秀英上午，上门，罗文静、黄春兰',
          '冉秀兰下午，在村社，杨帆',
        ]);
        expect(await today.getByText('先列').count()).toBe(0);
        await today.getByRole('link', { name: '何秀英' }).click();
        await page.getByText('刷脸没认出来，请人去').first().waitFor();
      }));

    it('今天上门的多过一页：说一共几户，其余的去哪里看', () =>
      onStage(async ({ page, open, town }) => {
        town.visitsToday = { ...VISITS_TODAY, total: 73 };
        await open('/queue');
        const today = page.getByRole('region', { name: '今天上门' });
        await today.getByText('今天上门 73 户').waitFor();
        await today.getByText('先列 2 户，其余的在认证的队列里。').waitFor();
        await today.getByRole('link', { name: '认证的队列' }).waitFor();
      }));

    it('N 领下一件，写明为什么，焦点到打开；行不换位置', () =>
      onStage(async ({ page, open, acts }) => {
        await open('/queue');
        await rowsThere(page);
        const before = await names(page);
        await page.keyboard.press('n');
        await page.getByText('没人领的里面，本步剩的日子最少').waitFor();
        expect(await focused(page)).toBe('打开这一件');
        expect(await names(page)).toEqual(before);
        expect(acts()).toEqual(['claimNext']);
      }));

    it('不碰鼠标：找到、打开、看居民看到的、受理、回队列、领下一件', () =>
      onStage(async ({ page, open, town, acts }) => {
        await open('/queue');
        await rowsThere(page);
        for (const key of ['/', '0', '3', '7', 'Enter', 'Enter']) await page.keyboard.press(key);
        await page.getByRole('heading', { name: '李素芬一家' }).waitFor();
        await page.keyboard.press('v');
        const phone = page.getByRole('dialog', { name: '居民看到的' });
        await phone.waitFor();
        await page.keyboard.press('Escape');
        await phone.waitFor({ state: 'detached' });
        await tabTo(page, '受理');
        await page.keyboard.press('Enter');
        await page.getByRole('dialog').getByText('共 30 个工作日').waitFor();
        await tabTo(page, '受理，今天起算');
        await page.keyboard.press('Enter');
        await page.locator('.ticks i').first().waitFor();
        expect(town.cases.get(CASE)?.application.state).toBe('accepted');
        await page.getByRole('dialog').waitFor({ state: 'detached' });
        await page.keyboard.press('u');
        await rowsThere(page);
        await page.keyboard.press('n');
        await page.getByText('没人领的里面，本步剩的日子最少').waitFor();
        expect(await focused(page)).toBe('打开这一件');
        expect(acts()).toEqual(expect.arrayContaining(['accept', 'claimNext']));
      }));

    it('问号看有哪些键，Esc 关上', () =>
      onStage(async ({ page, open }) => {
        await open('/queue');
        await page.keyboard.press('?');
        const dialog = page.getByRole('dialog', { name: '有哪些键' });
        await dialog.waitFor();
        await page.keyboard.press('Escape');
        await dialog.waitFor({ state: 'detached' });
      }));
  });

  describe('队列', () => {
    it('有新的只在一处写出来，点了才换上', () =>
      onStage(async ({ page, town, open }) => {
        await open('/queue');
        await rowsThere(page);
        const before = await names(page);
        town.arrives(77, '龚素华');
        await page.clock.fastForward(31_000);
        const offer = page.getByRole('button', { name: /有 1 件新的/ });
        await offer.waitFor();
        expect(await names(page)).toEqual(before);
        await offer.click();
        await page.locator('.row__open', { hasText: '龚素华' }).waitFor();
        expect((await names(page))[0]).toBe('龚素华');
      }));

    it('领的回答在路上丢了，再点一次是同一个键，只领一件', () =>
      onStage(async ({ page, town, open }) => {
        await open('/queue');
        town.loseAnswer.add('claimNext');
        await page.keyboard.press('n');
        await page.getByText('连不上，是网的问题').waitFor();
        await page.getByRole('button', { name: '再试一次' }).click();
        await page.getByText('领到了').waitFor();
        const keys = town.heard.filter((h) => h.id === 'claimNext').map((h) => h.key);
        expect(keys).toHaveLength(2);
        expect(keys[0]).toMatch(/^"[0-9a-f-]{36}"$/);
        expect(keys[1]).toBe(keys[0]);
        expect(town.items.filter((i) => i.claimedBy?.staffId === 's-luo')).toHaveLength(5);
      }));

    it('取不来时写谁的事和问题编号，再试就好', () =>
      onStage(
        async ({ page, town, open }) => {
          await open('/queue');
          await page.getByText('服务器正忙，是我们的问题').first().waitFor();
          await page.getByText('W7K-3Q9').first().waitFor();
          town.refuse.clear();
          await page.getByRole('button', { name: '再试一次' }).click();
          await page.locator('.row__open').first().waitFor();
          expect(await names(page)).toHaveLength(6);
        },
        (town) => town.refuse.set('queue', 'busy'),
      ));

    it('下面的分次取，身份核对另一道，写明要先领', () =>
      onStage(async ({ page, town, open }) => {
        await open('/queue');
        await page.getByRole('button', { name: '下面还有，再取一些' }).click();
        await page.locator('.row__open', { hasText: '左金花' }).waitFor();
        expect(await names(page)).toHaveLength(7);
        await page.getByRole('link', { name: /身份核对/ }).click();
        await page.locator('.row__open', { hasText: '钱世秀' }).click();
        await page.getByText('先领这一件，才能写明').waitFor();
        await page.keyboard.press('Escape');
        const row = page.getByRole('row', { name: /钱世秀/ });
        const before = await row.boundingBox();
        await page.getByRole('button', { name: '领 钱世秀 这一件' }).click();
        const write = page.getByRole('button', { name: '写明哪个是本人' });
        await write.waitFor();
        expect(await row.boundingBox()).toEqual(before);
        await write.click();
        await page.getByRole('textbox').last().fill('本人带证件来过，另一个是女儿替她写的');
        await page.getByRole('dialog').getByRole('button', { name: '写明了' }).click();
        await page.getByText('现在没有要核对的身份').waitFor();
        expect(town.heard.find((h) => h.id === 'settleIdentityConflict')?.body).toEqual({ note: '本人带证件来过，另一个是女儿替她写的' });
      }));
  });
}
