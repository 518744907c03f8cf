import { describe, expect, it } from 'vitest';
import { caseView } from './fixtures.ts';
import { names, type OnStage } from './stage.ts';

const CASE = caseView().application.receipt.applicationId;

/** Width, size, print and a broken network. */
export function looksTests(onStage: OnStage): void {
  describe('样子', () => {
    const pages = ['/queue', '/queue/identity', `/cases/${CASE}`, '/codes'];
    it('1280 宽不横着滚，字不小于 13，标题和地址里没有人名', () =>
      onStage(async ({ page, open }) => {
        for (const path of pages) {
          await open(path);
          const seen = await page.evaluate(() => {
            const small: string[] = [];
            const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
            while (walk.nextNode()) {
              const parent = walk.currentNode.parentElement;
              if (!parent || !walk.currentNode.textContent?.trim() || ['SCRIPT', 'STYLE', 'NOSCRIPT'].includes(parent.tagName)) continue;
              if (Number.parseFloat(getComputedStyle(parent).fontSize) < 13) small.push(walk.currentNode.textContent);
            }
            return { wide: document.documentElement.scrollWidth, small, title: document.title, url: location.href };
          });
          expect(seen.wide, path).toBeLessThanOrEqual(1280);
          expect(seen.small, path).toEqual([]);
          expect(seen.title + decodeURIComponent(seen.url)).not.toMatch(/李素芬|吴昌明|罗文静/);
        }
      }));

    it('打印出来没有按钮和侧栏，写着谁打的', () =>
      onStage(async ({ page, open }) => {
        await open(`/cases/${CASE}`);
        await page.emulateMedia({ media: 'print' });
        expect(await page.locator('.side').isVisible()).toBe(false);
        expect(await page.getByRole('button', { name: '受理', exact: true }).isVisible()).toBe(false);
        expect(await page.locator('.print-from').textContent()).toContain('罗文静 2026-11-22');
      }));

    it('断网：写在边上，不盖掉已经取来的', () =>
      onStage(async ({ page, open }) => {
        await open('/queue');
        const before = await names(page);
        await page.context().setOffline(true);
        await page.getByText('连不上。看得到的是先前取的').waitFor();
        expect(await names(page)).toEqual(before);
        await page.context().setOffline(false);
        await page.getByText('连不上。看得到的是先前取的').waitFor({ state: 'detached' });
      }));
  });
}
