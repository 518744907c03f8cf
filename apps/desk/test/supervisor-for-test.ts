import { describe, expect, it } from 'vitest';
import { CALL_ID, NOTICES, SUPERVISOR, urgentItem } from './fixtures-beside.ts';
import type { OnStage } from './stage.ts';

/** What waits for a supervisor, and calls for help. */
export function supervisorTests(onStage: OnStage): void {
  describe('等我定的', () => {
    it('期限、依据、能延长的理由都写着；写一句怎么定的才送；经办看不到这一页的内容', () =>
      onStage(
        async ({ page, open, town, acts }) => {
          await open('/supervisor');
          await page.getByText('办完审核确认').waitFor();
          await page.getByText('可以延长到 45 个工作日，理由只有：公示有异议、人户分离、异地申办').waitFor();
          await page.getByText('原来在 杨帆 手上').waitFor();
          expect(await page.locator('.side__n').textContent()).toBe('2');
          await page.getByRole('button', { name: '写下怎么定的 何德贵' }).click();
          await page.getByRole('button', { name: '写下', exact: true }).click();
          await page.getByText('写一句怎么定的。').waitFor();
          expect(acts()).toEqual([]);
          await page.getByLabel('怎么定的（留痕，居民看不到）').fill('今天请黄春兰办完');
          town.answers.supervisorInbox = { items: NOTICES.slice(1), more: false };
          await page.getByRole('button', { name: '写下', exact: true }).click();
          await page.getByRole('link', { name: '何德贵' }).waitFor({ state: 'detached' });
          expect(town.heard.find((h) => h.id === 'decideNotice')?.body).toEqual({ decision: '今天请黄春兰办完' });
        },
        (town) => {
          town.staff = SUPERVISOR;
        },
      ));

    it('在别人手里的，写明为什么接得过来；没写不送', () =>
      onStage(
        async ({ page, open, town, acts }) => {
          await open('/supervisor');
          await page.getByRole('button', { name: '接过来办 何德贵' }).click();
          await page.getByRole('button', { name: '我接过来' }).click();
          await page.getByText('写一句为什么接过来。').waitFor();
          expect(acts()).toEqual([]);
          await page.getByLabel('为什么（留痕）').fill('今天到期，罗文静下乡');
          await page.getByRole('button', { name: '我接过来' }).click();
          await page.getByRole('dialog').waitFor({ state: 'detached' });
          expect(town.heard.find((h) => h.id === 'takeItemOver')?.body).toEqual({ reason: '今天到期，罗文静下乡' });
        },
        (town) => {
          town.staff = SUPERVISOR;
          const [notice] = NOTICES;
          if (notice) town.items = [...town.items, notice.item];
        },
      ));

    it('没有要定的，就说没有；取不来，写是我们的问题', () =>
      onStage(
        async ({ page, open, town }) => {
          await open('/supervisor');
          await page.getByText('现在没有等您定的。').waitFor();
          town.refuse.set('supervisorInbox', 'busy');
          await open('/supervisor');
          await page.getByText('服务器正忙，是我们的问题').first().waitFor();
        },
        (town) => {
          town.staff = SUPERVISOR;
          town.answers.supervisorInbox = { items: [], more: false };
        },
      ));
  });

  describe('急事', () => {
    it('横在每一道上面，写还有几分钟；E 打开，B 记一次，没选打通没有不送', () =>
      onStage(
        async ({ page, open, acts }) => {
          await open('/queue');
          await page.getByText('还有 46 分钟要回电话').waitFor();
          await page.keyboard.press('e');
          await page.waitForURL(`**/urgent/${CALL_ID}`);
          await page.getByText('老人摔了，家里没有钱交住院费').waitFor();
          await page.keyboard.press('b');
          await page.getByLabel('说了什么、谁接的').fill('女儿接的');
          await page.getByRole('button', { name: '记下', exact: true }).click();
          await page.getByText('打通没有，选一样。').waitFor();
          expect(acts()).toEqual([]);
        },
        (town) => {
          town.answers.urgentCalls = { items: [urgentItem().row], now: '2026-11-22T09:16:00+08:00' };
        },
      ));
  });
}
