import { describe, expect, it } from 'vitest';
import { AUDITOR, caseView, QUEUE } from './fixtures.ts';
import type { OnStage } from './stage.ts';

const CASE = caseView().application.receipt.applicationId;
const FIRST = QUEUE[0]?.applicationId ?? '';

/** Who comes in, who only looks, and the codes for identities. */
export function accessTests(onStage: OnStage): void {
  describe('审计', () => {
    it('只看：没有一个能改的按钮，打开也不记“打开看过”，留痕有一页', () =>
      onStage(
        async ({ page, open, acts }) => {
          await open('/queue');
          expect(await page.getByRole('button', { name: /^领|放回|^受理|给码/ }).count()).toBe(0);
          await page.keyboard.press('n');
          await open(`/cases/${FIRST}`);
          await page.getByText('在谁手里').waitFor();
          expect(await page.getByRole('button', { name: /^领|放回|^受理|请群众补/ }).count()).toBe(0);
          await page.keyboard.press('c');
          expect(await page.getByRole('dialog').count()).toBe(0);
          await open('/codes');
          expect(new URL(page.url()).pathname).toBe('/queue/applications');
          await open('/audit');
          await page.getByText('不准').waitFor();
          expect(acts()).toEqual([]);
        },
        (town) => {
          town.staff = AUDITOR;
        },
      ));
  });

  describe('登录', () => {
    it('没登录先到登录页，登录后回到原来那一页', () =>
      onStage(
        async ({ page, open }) => {
          await open(`/cases/${CASE}`);
          await page.getByRole('link', { name: '用单位账号登录' }).click();
          await page.getByRole('heading', { name: '李素芬一家' }).waitFor();
          expect(new URL(page.url()).pathname).toBe(`/cases/${CASE}`);
        },
        (town) => {
          town.staff = null;
        },
      ));

    it('中间登录过了时间：去登录再回来，写了一半的还在', () =>
      onStage(async ({ page, town, open }) => {
        await open(`/cases/${CASE}`);
        await page.keyboard.press('c');
        await page.getByRole('button', { name: '残疾人证', exact: true }).click();
        // Only this one meets the end of the session: a look in the background must not get there first.
        town.refuse.set('askCorrection', 'not-signed-in');
        const signingIn = page.waitForRequest(/\/staff\/auth\/login/);
        await page.getByRole('button', { name: /送出去/ }).click();
        await signingIn;
        await page.waitForURL(/\/cases\//);
        await page.getByRole('heading', { name: '李素芬一家' }).waitFor();
        await page.keyboard.press('c');
        expect(await page.getByLabel('要补什么').inputValue()).toBe('残疾人证');
      }));

    it('退出：草稿清掉，回到登录页', () =>
      onStage(async ({ page, open }) => {
        await open(`/cases/${CASE}`);
        await page.keyboard.press('c');
        await page.getByRole('button', { name: '残疾人证', exact: true }).click();
        await page.keyboard.press('Escape');
        await page.getByRole('dialog').waitFor({ state: 'detached' });
        await page.getByRole('button', { name: '退出' }).click();
        await page.getByText('已经退出').waitFor();
        expect(
          await page.evaluate(() => [Object.keys(sessionStorage).filter((k) => k.startsWith('desk.')), Object.keys(localStorage)]),
        ).toEqual([[], []]);
      }));

    it('没登上回来：写明白，带问题编号；乱写的编号不显示', () =>
      onStage(
        async ({ page, open }) => {
          await open('/?problem=forbidden&instance=W7K-3Q9');
          await page.getByText('这个账号在这里还没有开通').waitFor();
          await page.getByText('W7K-3Q9').waitFor();
          await open('/?problem=forbidden&instance=%3Cb%3E');
          expect(await page.locator('body').textContent()).not.toContain('<b>');
          await open('/?problem=anything');
          expect(await page.locator('.problem').count()).toBe(0);
        },
        (town) => {
          town.staff = null;
        },
      ));
  });

  describe('给核身码', () => {
    it('没看过证件给不了；码只显示一次，不留在电脑上', () =>
      onStage(async ({ page, town, open }) => {
        await open('/codes');
        await page.getByLabel('姓名，照证件写').fill('李素芬');
        await page.getByLabel('证件号码').fill('11010519491231002X');
        await page.getByRole('button', { name: '给码' }).click();
        await page.getByText('要亲眼看过证件原件和本人').waitFor();
        expect(town.heard.some((h) => h.id === 'issueVerificationCode')).toBe(false);
        await page.getByRole('checkbox', { name: '我看过证件原件' }).check();
        await page.getByRole('button', { name: '给码' }).click();
        await page.getByText('K7MT-4QWX').waitFor();
        expect(page.url()).not.toMatch(/1101|K7MT/);
        await page.getByRole('button', { name: '给了，收起来' }).click();
        const left = await page.evaluate(
          () => document.documentElement.outerHTML + JSON.stringify(sessionStorage) + JSON.stringify(localStorage),
        );
        expect(left).not.toMatch(/K7MT|11010519491231002X|李素芬/);
      }));

    it('协理员的码：勾上才是；停一位，先问一遍，说清楚办过的照算', () =>
      onStage(async ({ page, town, open, acts }) => {
        await open('/codes');
        await page.getByLabel('姓名，照证件写').fill('邓华');
        await page.getByLabel('证件号码').fill('11010519491231002X');
        await page.getByRole('checkbox', { name: '我看过证件原件' }).check();
        await page.getByRole('checkbox', { name: '他是村社协理员' }).check();
        await page.getByRole('button', { name: '给码' }).click();
        await page.getByText('这部手机就能帮更多的人认证').waitFor();
        expect(town.heard.find((h) => h.id === 'issueVerificationCode')?.body).toMatchObject({ sawPaper: true, assistant: true });
        await page.getByRole('button', { name: '邓大姐不再是协理员' }).click();
        await page.getByText('他帮人办过的都照算').waitFor();
        expect(acts()).not.toContain('endAssistant');
        await page.getByRole('button', { name: '不再是', exact: true }).last().click();
        await page.getByText('起不再是').waitFor();
        expect(acts()).toContain('endAssistant');
      }));
  });
}
