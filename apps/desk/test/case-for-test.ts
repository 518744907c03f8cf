import { describe, expect, it } from 'vitest';
import type { FakeTownship } from './fake-township.ts';
import { caseView, QUEUE } from './fixtures.ts';
import { names, type OnStage } from './stage.ts';

const CASE = caseView().application.receipt.applicationId;
const FIRST = QUEUE[0]?.applicationId ?? '';
const withSupporter = (town: FakeTownship): void => {
  const view = town.cases.get(CASE);
  if (view) town.cases.set(CASE, { ...view, form: { ...view.form, supporters: [{ id: 's1', relation: 'child', pays: 30000 as never }] } });
};

/** One application, from its opening to its acceptance. */
export function caseTests(onStage: OnStage): void {
  describe('一件', () => {
    it('领了再打开，才记“打开看过”，只记一次', () =>
      onStage(async ({ page, open, settled, acts }) => {
        await open(`/cases/${FIRST}`);
        expect(acts()).toEqual([]);
        await page.getByRole('button', { name: '领这一件' }).click();
        await page.locator('.stage--now', { hasText: '打开看' }).waitFor();
        await settled();
        expect(acts()).toEqual(['claimItem', 'markOpened']);
      }));

    it('请群众补：写一半刷新还在，送出去的和看到的一样，送完就清掉', () =>
      onStage(async ({ page, town, open }) => {
        await open(`/cases/${CASE}`);
        await page.keyboard.press('c');
        await page.getByRole('button', { name: '户口簿', exact: true }).click();
        await page.getByRole('button', { name: '再加一样' }).click();
        await page.getByLabel('要补什么').nth(1).fill('车的手续');
        await open(`/cases/${CASE}`);
        await page.keyboard.press('c');
        expect(await page.getByLabel('要补什么').nth(1).inputValue()).toBe('车的手续');
        await page.getByRole('button', { name: /送出去/ }).click();
        await page.getByText('为什么要补？写给居民看的一句话').waitFor();
        expect(town.heard.filter((h) => h.id === 'askCorrection')).toEqual([]);
        await page.getByLabel('为什么，写给居民看').nth(1).fill('想看看车还在不在用');
        const preview = await page.locator('.ask__preview .phone').textContent();
        expect(preview).toContain('想看看车还在不在用');
        town.loseAnswer.add('askCorrection');
        await page.getByRole('button', { name: /送出去/ }).click();
        await page.getByText('写的都在').waitFor();
        await page.getByRole('button', { name: '再试一次' }).click();
        await page.getByRole('dialog').waitFor({ state: 'detached' });
        const sent = town.heard.filter((h) => h.id === 'askCorrection');
        expect(sent).toHaveLength(2);
        expect(sent[0]?.body).toEqual({
          items: [
            { title: '户口簿', reason: '请拍户口簿的首页和每个人的那一页。找不到了，告诉我们一声。', evidence: 'household-register' },
            { title: '车的手续', reason: '想看看车还在不在用' },
          ],
        });
        expect(sent[1]?.body).toEqual(sent[0]?.body);
        expect(sent[0]?.header).toBe('desk');
        // The lost answer and the second sending are one correction.
        expect(town.cases.get(CASE)?.application.corrections).toHaveLength(2);
        expect(await page.evaluate(() => Object.keys(sessionStorage).filter((k) => k.startsWith('desk.')))).toEqual([]);
      }));

    it('受理：先写今天起算、最迟哪天，再受理；之后画三十格', () =>
      onStage(async ({ page, town, open, acts }) => {
        await open(`/cases/${CASE}`);
        await page.getByRole('button', { name: '受理', exact: true }).click();
        const dialog = page.getByRole('dialog');
        await dialog.getByText('共 30 个工作日，最迟').waitFor();
        expect(await dialog.textContent()).toMatch(/今天（11月22日）起算.*2027年1月5日.*暂定/s);
        expect(acts()).toEqual([]);
        await dialog.getByRole('button', { name: '受理，今天起算' }).click();
        await page.locator('.ticks i').first().waitFor();
        expect(await page.locator('.ticks i').count()).toBe(30);
        expect(town.cases.get(CASE)?.application.state).toBe('accepted');
        expect(await page.getByRole('button', { name: '受理', exact: true }).count()).toBe(0);
      }));

    it('受理以后写明去了哪里：案件里、空了的列表里、手上那一栏，都能到“已受理”', () =>
      onStage(
        async ({ page, open }) => {
          await open(`/cases/${CASE}`);
          await page.getByRole('button', { name: '受理', exact: true }).click();
          await page.getByRole('dialog').getByRole('button', { name: '受理，今天起算' }).click();
          await page.getByRole('link', { name: '在队列的“已受理”里' }).waitFor();
          await open('/queue');
          await page.getByText('已受理的有 1 件，期限在走').waitFor();
          await page.getByRole('link', { name: '已受理 1 件' }).waitFor();
          await page.getByRole('link', { name: '在“已受理”里看' }).click();
          await page.locator('.row__open').first().waitFor();
          expect(await names(page)).toEqual(['李素芬']);
        },
        (town) => {
          town.items = town.items.filter((i) => i.applicationId === CASE);
        },
      ));

    it('不住一起的亲属和家里的人在一处看得到，写的是他们给多少，不写同不同意核对', () =>
      onStage(async ({ page, open }) => {
        await open(`/cases/${CASE}`);
        expect(await page.locator('.member--outside').allInnerTexts()).toEqual([expect.stringMatching(/子女\s+不住一起\s+每月给 300 元/)]);
      }, withSupporter));

    it('规则结果上面的话，每句下面有依据', () =>
      onStage(async ({ page, open }) => {
        await open(`/cases/${CASE}`);
        const notices = page.locator('.notice');
        expect(await notices.count()).toBeGreaterThan(0);
        for (const notice of await notices.all()) expect(await notice.locator('.cite').count()).toBeGreaterThan(0);
      }));

    it('别人抢先动过：写明白，不盖掉', () =>
      onStage(
        async ({ page, open }) => {
          await open(`/cases/${CASE}`);
          await page.getByRole('button', { name: '受理', exact: true }).click();
          await page.getByRole('dialog').getByRole('button', { name: '受理，今天起算' }).click();
          await page.getByText('这件事已经往前走了').waitFor();
          await page.getByText('W7K-3Q9').waitFor();
        },
        (town) => town.refuse.set('accept', 'state-changed'),
      ));

    it('照片点开才取；转、放大、两张一起看，都盖着水印', () =>
      onStage(async ({ page, town, open }) => {
        await open(`/cases/${CASE}`);
        expect(town.heard.some((h) => h.id === 'staffFile')).toBe(false);
        await page.locator('.photo').first().click();
        await page.locator('.frame img').waitFor();
        await page.keyboard.press('+');
        await page.keyboard.press('t');
        expect(await page.locator('.frame img').getAttribute('style')).toContain('scale(1.25) rotate(90deg)');
        await page.getByRole('button', { name: '两张一起看' }).click();
        await page.locator('.frame img').nth(1).waitFor();
        expect(await page.locator('.frame .watermark').count()).toBe(2);
        expect(await page.locator('.frame .watermark').first().textContent()).toContain(
          '云岭镇人民政府（样例） 罗文静 2026-11-22 10:32 仅用于办理社会救助',
        );
      }));

    it('居民看到的，一下就到', () =>
      onStage(async ({ page, open }) => {
        await open(`/cases/${CASE}`);
        await page.keyboard.press('v');
        await page.getByRole('dialog').getByText('您补的已收到').first().waitFor();
      }));
  });
}
