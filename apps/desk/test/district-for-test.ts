import { describe, expect, it } from 'vitest';
import { SUPERVISOR } from './fixtures-beside.ts';
import { CONFIRMER, STANDARD_RUN_ID } from './fixtures-district.ts';
import { caseFile } from './fixtures-in-force.ts';
import type { OnStage } from './stage.ts';

/** Pages of the bureau, what is given once, and what is printed at the counter. */
export function districtTests(onStage: OnStage): void {
  describe('一次给的', () => {
    it('没按不取（看了要留痕）；按了：谁、多少、谁给的、谁看过；没人看过、没补完的写明', () =>
      onStage(
        async ({ page, open, town }) => {
          await open('/payments');
          expect(town.heard.some((h) => h.id === 'oneTimePayments')).toBe(false);
          await page.getByRole('button', { name: '看谁、多少（留痕）' }).click();
          await page.getByText('2 笔，合计 3,600.50 元').waitFor();
          const row = page.getByRole('row', { name: /吴大贵/ });
          expect(await row.innerText()).toContain('还没有人看过');
          expect(await row.innerText()).toContain('说明还没补完');
          expect(await page.getByRole('row', { name: /陈桂英/ }).innerText()).toContain('办结了');
        },
        (town) => {
          town.staff = SUPERVISOR;
        },
      ));
  });

  describe('低保标准', () => {
    it('开始重新算：答复丢了再按，还是同一份', () =>
      onStage(
        async ({ page, open, town }) => {
          town.answers.standards = { ...(town.answers.standards as object), runs: [] };
          town.loseAnswer.add('startStandardRun');
          const sent: string[] = [];
          page.on('request', (r) => r.method() === 'PUT' && sent.push(new URL(r.url()).pathname));
          await open('/standards');
          await page.getByRole('button', { name: '按这个标准，每户重新算' }).click();
          await page.locator('.problem').waitFor();
          await page.getByRole('button', { name: '按这个标准，每户重新算' }).click();
          await page.waitForURL(`**/standards/${STANDARD_RUN_ID}`);
          expect(sent).toHaveLength(2);
          expect(sent[0]).toBe(sent[1]);
        },
        (town) => {
          town.staff = CONFIRMER;
        },
      ));
  });

  describe('窗口开救助证明', () => {
    it('没看过证件不送；开了是大字的一张，核对码在上面，打印只剩纸', () =>
      onStage(async ({ page, open, town, acts }) => {
        await open(`/register/${caseFile().caseId}`);
        await page.getByRole('link', { name: '开救助证明' }).click();
        await page.getByRole('button', { name: '开这张证明' }).click();
        await page.getByText('给哪一位开？').waitFor();
        expect(acts()).toEqual([]);
        await page.getByLabel('给哪一位开').click();
        await page.getByTitle('周德明').click();
        await page.locator('#certificate-number').fill('11010519491231002X');
        await page.getByRole('button', { name: '开这张证明' }).click();
        await page.getByText('要亲眼看过证件原件和本人，才能开').waitFor();
        expect(acts()).toEqual([]);
        await page.getByRole('checkbox', { name: '我看过证件原件' }).check();
        await page.getByRole('button', { name: '开这张证明' }).click();
        await page.getByText('K7MT4 QWXAB').waitFor();
        expect(town.heard.find((h) => h.id === 'printCertificate')?.body).toEqual({
          caseId: caseFile().caseId,
          memberId: 'm1',
          seen: { way: 'paper', paper: { kind: 'resident-identity', number: '11010519491231002X' }, sawPaper: true },
        });
        await page.emulateMedia({ media: 'print' });
        expect(await page.getByRole('button', { name: '打印' }).isVisible()).toBe(false);
      }));
  });
}
