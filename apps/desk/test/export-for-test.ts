import { describe, expect, it } from 'vitest';
import { archive, SUPERVISOR } from './fixtures-beside.ts';
import { caseFile } from './fixtures-in-force.ts';
import type { OnStage } from './stage.ts';

/** Payments, reports, and what leaves the system. */
export function exportTests(onStage: OnStage): void {
  describe('导出', () => {
    it('一户一档：没写为什么不送；送了到“导出”里看做到哪', () =>
      onStage(async ({ page, open, town, acts }) => {
        await open(`/register/${caseFile().caseId}`);
        await page.getByRole('button', { name: '导出这一户' }).click();
        await page.getByRole('button', { name: '去做' }).click();
        await page.getByText('写一句为什么要导出。').waitFor();
        expect(acts()).toEqual([]);
        await page.getByLabel('为什么导出（会留痕，也印在每张照片上）').fill('区里调档复查');
        town.answers.archives = { items: [archive({ kind: 'household', state: 'writing', total: 1, done: 0, parts: [] })] };
        await page.getByRole('button', { name: '去做' }).click();
        await page.waitForURL('**/archives');
        await page.getByText('正在做，0 / 1 户').waitFor();
        expect(town.heard.find((h) => h.id === 'askArchive')?.body).toEqual({
          kind: 'household',
          caseId: caseFile().caseId,
          reason: '区里调档复查',
        });
        // It is looked at by itself until it is ready.
        town.answers.archives = { items: [archive()] };
        await page.clock.fastForward(2500);
        await page.getByRole('button', { name: /取第 2 份（11 户/ }).waitFor();
      }));

    it('先再核一次：核完回到这一页；没核成也说得清楚', () =>
      onStage(
        async ({ page, open, town }) => {
          await open(`/register/${caseFile().caseId}`);
          await page.getByRole('button', { name: '导出这一户' }).click();
          await page.getByLabel('为什么导出（会留痕，也印在每张照片上）').fill('区里调档复查');
          await page.getByRole('button', { name: '去做' }).click();
          const dialog = page.getByRole('dialog', { name: '再核一次是您本人' });
          await dialog.getByRole('link', { name: '去核一次' }).click();
          // Back on the same address: that the page came anew is seen by what is gone.
          await dialog.waitFor({ state: 'detached' });
          await page.getByRole('button', { name: '导出这一户' }).waitFor();
          expect(new URL(page.url()).pathname).toBe(`/register/${caseFile().caseId}`);
          expect(town.refuse.size).toBe(0);
          await open(`/register/${caseFile().caseId}?problem=second-factor-needed`);
          await dialog.getByText('刚才没有核成，什么也没有做。').waitFor();
          await dialog.getByRole('button', { name: '先不做' }).click();
          await dialog.waitFor({ state: 'hidden' });
          await page.waitForURL((url) => url.search === '');
        },
        (town) => {
          town.refuse.set('askArchive', 'second-factor-needed');
        },
      ));

    it('年度检查：报表里负责人才有导出；经办没有', () =>
      onStage(
        async ({ page, open, town }) => {
          await open('/reports?kind=inspection');
          await page.getByRole('button', { name: '导出各户档案' }).waitFor();
          await page.getByText('不知道').waitFor();
          town.staff = { ...SUPERVISOR, role: 'handler' };
          await open('/reports?kind=inspection');
          await page.getByText('不知道').waitFor();
          expect(await page.getByRole('button', { name: '导出各户档案' }).count()).toBe(0);
        },
        (town) => {
          town.staff = SUPERVISOR;
        },
      ));

    it('大字：一户一档按次序，打印只剩纸', () =>
      onStage(async ({ page, open }) => {
        await open(`/register/${caseFile().caseId}/paper`);
        await page.getByRole('heading', { name: '五、一户一条救助链' }).waitFor();
        expect(await page.locator('.paper h2').allTextContents()).toEqual([
          '一、家里人',
          '二、现在有的',
          '三、程序',
          '四、核查',
          '五、一户一条救助链',
          '六、电话和上门的记录',
        ]);
        await page.emulateMedia({ media: 'print' });
        expect(await page.getByRole('button', { name: '打印' }).isVisible()).toBe(false);
        const size = await page
          .locator('.paper li')
          .first()
          .evaluate((li) => Number.parseFloat(getComputedStyle(li).fontSize));
        // 18 pt.
        expect(size).toBeGreaterThanOrEqual(24);
      }));
  });

  describe('发放清单', () => {
    it('每月的清单、行、能做的都在；一个人冻结，写清冻结的是哪一份', () =>
      onStage(async ({ page, open }) => {
        await open('/payments');
        await page.getByText('2,815 元').waitFor();
        await page.getByText('1 行没有账号').waitFor();
        await page.locator('.row__open').first().click();
        await page.getByText('500107-2019-0381').first().waitFor();
        expect(await page.getByRole('button', { name: /冻结/ }).count()).toBe(1);
      }));
  });
}
