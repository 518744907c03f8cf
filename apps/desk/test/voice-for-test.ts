import { describe, expect, it } from 'vitest';
import { caseView } from './fixtures.ts';
import { COMPLAINT_ID, OBJECTION_ID } from './fixtures-beside.ts';
import { CHANGE_ID } from './fixtures-in-force.ts';
import type { OnStage } from './stage.ts';

const CASE = caseView().application.receipt.applicationId;

/** Objections, complaints, letters, and what is half-written. */
export function voiceTests(onStage: OnStage): void {
  describe('异议和举报', () => {
    it('异议：说了什么、没回以前往下走不了；说的人是谁不显示', () =>
      onStage(async ({ page, open }) => {
        await open(`/objections/${OBJECTION_ID}`);
        await page.getByText('他家儿子在外面有房子').waitFor();
        await page.getByText('没有回复以前，往下走不了').waitFor();
        expect(await page.locator('main').textContent()).not.toContain('1380');
      }));

    it('举报：结果和依据；回复信大字，不写被说的是谁', () =>
      onStage(async ({ page, open }) => {
        await open(`/complaints/${COMPLAINT_ID}`);
        await page.getByText('开着新车还在领').waitFor();
        await open(`/complaints/${COMPLAINT_ID}/letter`);
        await page.getByText('没有查到这样的情况').waitFor();
        expect(await page.locator('.paper').textContent()).not.toContain('某家');
        await page.getByRole('link', { name: '回这份投诉' }).click();
        await page.getByText('开着新车还在领').waitFor();
      }));
  });

  describe('信', () => {
    it('请补的一次说全，大字打给不用手机的人', () =>
      onStage(async ({ page, open }) => {
        await open(`/cases/${CASE}`);
        await page.getByRole('link', { name: '打大字信' }).first().click();
        await page.getByRole('heading', { name: '请您补的材料' }).waitFor();
        expect(await page.locator('.paper').textContent()).toMatch(/日子照算.*1\. /s);
      }));
  });

  describe('写了一半', () => {
    it('意见写到一半浏览器关了：在新开的浏览器里还在；送出以后就没了', () =>
      onStage(async ({ page, open, town, origin }) => {
        await open(`/changes/${CHANGE_ID}`);
        await page.getByRole('button', { name: '领这一件' }).click();
        await page.getByRole('button', { name: '写初步意见' }).click();
        await page.getByText('可能减少').click();
        await page.getByLabel('为什么这样看').fill('看了工资单，还要问');
        await page.clock.fastForward(1000);
        await expect.poll(() => town.kept.size).toBe(1);
        // Another browser: nothing of the first is in it.
        const other = await page
          .context()
          .browser()
          ?.newContext({ viewport: { width: 1280, height: 800 }, locale: 'zh-CN' });
        const again = await other?.newPage();
        if (!other || !again) throw new Error('no second browser');
        try {
          await again.goto(`${origin}/changes/${CHANGE_ID}`);
          await again.getByRole('button', { name: '写初步意见' }).click();
          await expect.poll(() => again.getByLabel('为什么这样看').inputValue()).toBe('看了工资单，还要问');
          await again.getByLabel('以后每月多少元').fill('1210');
          await again.getByText('收入或财产增加，仍然符合').click();
          await again.getByRole('button', { name: '记下来' }).click();
          await expect.poll(() => town.heard.some((h) => h.id === 'giveOpinion')).toBe(true);
          await expect.poll(() => town.kept.size).toBe(0);
        } finally {
          await other.close();
        }
      }));
  });
}
