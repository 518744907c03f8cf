import { describe, expect, it } from 'vitest';
import { CHANGE_ID, visitItem } from './fixtures-in-force.ts';
import type { OnStage } from './stage.ts';

const ITEM = visitItem().workItemId;

/** The pages about people who already receive something: changes, visits, the register and its imports. */
export function inForceTests(onStage: OnStage): void {
  describe('变化报告', () => {
    it('自己的道，和新申请看着不一样；前后并排，说得不一样的写在最上面；领了才记打开看过', () =>
      onStage(async ({ page, open, acts, town }) => {
        await open('/queue/changes');
        await page.getByText('工资涨了').waitFor();
        await page.getByText('说得不一样').waitFor();
        expect(await page.locator('.row__open').allTextContents()).toEqual(['周敏', '周德明']);
        await page.getByRole('link', { name: '周敏' }).click();
        await page.getByRole('heading', { name: '变以前、变以后' }).waitFor();
        await page.getByText('家里另一位报的是工资没变').waitFor();
        await page.getByText('照发每月 1,980 元').waitFor();
        expect(await page.locator('.beside__t td').allTextContents()).toEqual(['1,100 元', '4,300 元']);
        expect(acts()).toEqual([]);
        await page.getByRole('button', { name: '领这一件' }).click();
        await expect.poll(acts).toContain('markChangeOpened');
        expect(town.heard.filter((h) => h.id === 'markChangeOpened')).toHaveLength(1);
      }));

    it('居民看到的，一下就到：V；U 回自己那一道', () =>
      onStage(async ({ page, open }) => {
        await open(`/changes/${CHANGE_ID}`);
        await page.getByRole('heading', { name: '变以前、变以后' }).waitFor();
        await page.keyboard.press('v');
        const phone = page.getByRole('dialog', { name: '居民看到的' });
        await phone.getByText('以前给您回话').waitFor();
        await page.keyboard.press('Escape');
        await phone.waitFor({ state: 'detached' });
        await page.keyboard.press('u');
        await page.waitForURL('**/queue/changes');
      }));

    it('初步意见：要减，先选依据、写多少、写为什么；还要走的步都列着；不涉及钱才能办结', () =>
      onStage(async ({ page, open, town, acts }) => {
        await open(`/changes/${CHANGE_ID}`);
        await page.getByRole('button', { name: '领这一件' }).click();
        expect(await page.getByRole('button', { name: '不涉及钱，办结' }).isDisabled()).toBe(true);
        await page.getByRole('button', { name: '写初步意见' }).click();
        await page.getByText('可能减少').click();
        for (const step of ['本核查期内上门', '听本人说', '公示 7 天', '区里定', '书面告诉'])
          await page.getByText(step, { exact: true }).waitFor();
        await page.getByLabel('为什么这样看').fill('看了工资单');
        await page.getByRole('button', { name: '记下来' }).click();
        await page.getByText('选一种意见和依据，写上多少元。').waitFor();
        expect(acts()).not.toContain('giveOpinion');
        await page.getByLabel('以后每月多少元').fill('1,210.5');
        await page.getByText('收入或财产增加，仍然符合').click();
        await page.getByRole('button', { name: '记下来' }).click();
        await expect.poll(acts).toContain('giveOpinion');
        expect(town.heard.find((h) => h.id === 'giveOpinion')?.body).toEqual({
          outcome: 'less',
          amountAfter: 121050,
          ground: 'income-or-property-up',
          reason: '看了工资单',
        });
      }));
  });

  describe('资格认证', () => {
    it('没有通往停发的路：约、去、记；没见到也只是再约', () =>
      onStage(async ({ page, open, town, acts }) => {
        await open(`/authentications/${ITEM}`);
        await page.getByText('没认证不是减、停的理由').waitFor();
        expect(await page.locator('main').textContent()).not.toMatch(/停发|扣|取消待遇/);
        await page.getByRole('button', { name: '领这一件' }).click();
        await page.getByRole('button', { name: '约哪天' }).click();
        await page.getByLabel('哪天去').fill('2026-11-26');
        await page.getByRole('button', { name: '约好，告诉居民' }).click();
        await expect.poll(acts).toContain('arrangeVisit');
        expect(town.heard.find((h) => h.id === 'arrangeVisit')?.body).toEqual({
          day: '2026-11-26',
          half: 'morning',
          where: 'home',
          visitors: ['罗文静'],
        });
        await page.getByRole('button', { name: '记下去过' }).click();
        await page.getByRole('button', { name: '记下', exact: true }).click();
        await page.getByText('写一句怎么样。').waitFor();
        expect(acts()).not.toContain('recordVisit');
        await page.getByText('没见到，记一次，再约（待遇不变）').click();
        await page.getByLabel('怎么样').fill('敲门没人应，问了邻居');
        await page.getByRole('button', { name: '记下', exact: true }).click();
        await expect.poll(acts).toContain('recordVisit');
        expect(town.heard.find((h) => h.id === 'recordVisit')?.body).toMatchObject({ met: false, on: '2026-11-22' });
      }));
  });

  describe('登记见过', () => {
    const photo = { name: 'IMG_1.jpg', mimeType: 'image/jpeg', buffer: Buffer.from([1, 2, 3]) };

    it('要两个人的，送以前就说；照片跟着；登记好了可以打告知信', () =>
      onStage(async ({ page, open, town, acts }) => {
        await open('/register');
        await page.getByRole('link', { name: '周德明' }).click();
        await page.getByRole('button', { name: '登记见过 周德明' }).click();
        await page.getByText('上门见到', { exact: true }).click();
        await page.getByLabel('加纸的照片').setInputFiles(photo);
        await page.getByText('第 1 张').waitFor();
        await page.getByRole('button', { name: '登记，算今年认证' }).click();
        await page.getByText('这一种要两个人，写上第二个人的名字。').waitFor();
        expect(acts()).toEqual([]);
        await page.getByLabel('第二个人的名字（这一种要两个人）').fill('黄春兰');
        await page.getByRole('button', { name: '登记，算今年认证' }).click();
        await page.getByText('已算今年认证').waitFor();
        expect(acts()).toEqual(['uploadStaffFile', 'registerAuthentication']);
        expect(town.heard.find((h) => h.id === 'registerAuthentication')?.body).toMatchObject({
          contact: 'visit',
          on: '2026-11-22',
          secondName: '黄春兰',
          fileIds: [expect.any(String)],
        });
        await page.getByRole('link', { name: '打一张大字告知信' }).click();
        await page.getByRole('heading', { name: '今年的认证办好了' }).waitFor();
        await page.emulateMedia({ media: 'print' });
        const size = await page
          .locator('.letter > p')
          .nth(1)
          .evaluate((p) => Number.parseFloat(getComputedStyle(p).fontSize));
        expect(size).toBeGreaterThan(28);
      }));

    it('不在册的人，看着证件写；回音丢了再按一次，还是那一条', () =>
      onStage(async ({ page, open, town }) => {
        await open('/queue/authentications');
        await page.getByRole('button', { name: '登记一个人' }).click();
        await page.getByText('带身份证来窗口办事').click();
        await page.getByRole('button', { name: '登记，算今年认证' }).click();
        await page.getByText('写上姓名，照证件写。').waitFor();
        await page.getByLabel('姓名，照证件写').fill('周德明');
        await page.getByLabel('证件号码').fill('11010519491231002X');
        town.loseAnswer.add('registerAuthentication');
        await page.getByRole('button', { name: '登记，算今年认证' }).click();
        await page.getByText('写的还在').waitFor();
        await page.getByRole('button', { name: '登记，算今年认证' }).click();
        await page.getByText('登记好了').waitFor();
        const sent = town.heard.filter((h) => h.id === 'registerAuthentication');
        expect(sent).toHaveLength(2);
        expect(sent[1]?.body).toEqual({
          whom: { name: '周德明', paper: { kind: 'resident-identity', number: '11010519491231002X' } },
          contact: 'window-with-card',
          on: '2026-11-22',
        });
        expect(page.url()).not.toContain('1101');
      }));
  });

  describe('渐退期台账', () => {
    it('几户、几时到期、今年期满以后怎样；一户一行：照发多少、第几个月、到期前做过哪几样；没有“提前停”', () =>
      onStage(async ({ page, open, acts }) => {
        // The address it had before.
        await open('/register?due=taper');
        await page.waitForURL('**/gradual');
        await page.getByText('第 6 个月，共 6 个月').waitFor();
        expect(await page.getByRole('region', { name: '在期内' }).innerText()).toMatch(/4\s*户，14 人/);
        expect(await page.getByRole('region', { name: '哪个月到期几户' }).innerText()).toMatch(/2\s*11月\s*0\s*12月\s*1\s*1月/);
        const rows = page.getByRole('row');
        expect(await rows.nth(1).innerText()).toContain('6 个月满了');
        expect(await rows.nth(1).innerText()).toContain('期满了，照原金额发着，该重新核算');
        const second = rows.filter({ hasText: '秦永芬' });
        expect(await second.locator('.before-end li').allTextContents()).toEqual([
          expect.stringContaining('去家里核查，做过'),
          expect.stringContaining('听本人说，还没做'),
          expect.stringContaining('问要不要转别的救助，还没做'),
        ]);
        expect(await second.locator('.six--past').count()).toBe(5);
        expect(await rows.filter({ hasText: '龚素华' }).locator('.six--now').count()).toBe(1);
        expect(await page.getByRole('button').allTextContents()).not.toContain('停发');
        await page.locator('.tapers__rest .cite').nth(1).waitFor();
        await page.getByRole('link', { name: '核查计划' }).click();
        await page.getByRole('heading', { name: '核查计划' }).waitFor();
        expect(acts()).toEqual([]);
      }));
  });

  describe('在册家庭', () => {
    it('一户一档：有什么、谁、几时见过、救助链；从链上打开变化', () =>
      onStage(async ({ page, open }) => {
        await open('/register');
        await page.getByRole('link', { name: '周德明' }).click();
        await page.getByText('9月5日在镇上见过面').waitFor();
        await page.getByText('每月 1,980 元').waitFor();
        await page.getByRole('link', { name: '报了变化' }).click();
        await page.getByRole('heading', { name: '报了什么' }).waitFor();
      }));

    it('送名单：先看会变什么，什么也不写；点了才写', () =>
      onStage(async ({ page, open, acts }) => {
        await open('/imports');
        await page
          .getByLabel('选一份名单')
          .setInputFiles({ name: '2026年11月低保名单.csv', mimeType: 'text/csv', buffer: Buffer.from('户编号\n1\n') });
        await page.getByText('最后一位对不上，请再看一下。').waitFor();
        expect(acts()).toEqual(['sendImport']);
        await page.getByRole('button', { name: '看过了，写进去' }).click();
        await page.getByRole('status').filter({ hasText: '写好了' }).waitFor();
        expect(acts()).toEqual(['sendImport', 'confirmImport']);
      }));
  });
}
