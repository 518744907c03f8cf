import type { ItemNote } from '@assist/contracts';
import { describe, expect, it } from 'vitest';
import { caseFile } from './fixtures-in-force.ts';
import { APPLIED, RUN_ID, runBeside } from './fixtures-run.ts';
import { focused, type OnStage } from './stage.ts';

/** One procedure on its way: its steps, by whose rules it goes, what the household sees of it, and what was said on the phone. */
export function runTests(onStage: OnStage): void {
  describe('程序', () => {
    it('每一步：差什么、依据哪一条写着；现在能做的才有“记下”；没领的不能记', () =>
      onStage(async ({ page, open, town, acts }) => {
        await open(`/runs/${RUN_ID}`);
        await page.getByText('还差：决定前要听取意见').waitFor();
        await page.getByText('待遇资格认证不是理由').waitFor();
        expect(await page.getByRole('button', { name: /^记下：/ }).count()).toBe(0);
        await page.getByRole('button', { name: '领这一件' }).click();
        const record = page.getByRole('button', { name: '记下：入户走访' });
        await record.waitFor();
        expect(await page.getByRole('button', { name: /^记下：/ }).allTextContents()).toHaveLength(2);
        await record.click();
        await page.getByLabel('第一个人').fill('');
        await page.getByRole('button', { name: '记下', exact: true }).last().click();
        await page.getByText('还差：谁去的。').waitFor();
        await page.getByLabel('第一个人').fill('罗文静');
        await page.getByLabel('第二个人').fill('黄春兰');
        await page.getByRole('button', { name: '记下', exact: true }).last().click();
        await expect.poll(acts).toContain('recordEvent');
        expect(town.heard.find((h) => h.id === 'recordEvent')?.body).toEqual({
          kind: 'visited',
          visit: { visitors: ['罗文静', '黄春兰'], way: 'at-home' },
        });
      }));

    it('居民看到的：和手机上一样的话，句句带依据；居民看不到的那一种，写明看不到', () =>
      onStage(async ({ page, open, town }) => {
        await open(`/runs/${RUN_ID}`);
        await page.getByRole('heading', { name: '每一步' }).waitFor();
        await page.keyboard.press('v');
        const phone = page.getByRole('dialog', { name: '居民看到的' });
        await phone.getByText('决定以前，每月的钱照发。').waitFor();
        expect(await phone.locator('.phone__card').first().innerText()).toContain('镇上正在核实，还没有决定。');
        // Each sentence that says what is or comes has its clause; what cannot be done now is not offered.
        expect(await phone.locator('.cite').count()).toBe(5);
        expect(await phone.innerText()).not.toContain('公示的时候可以提意见');
        await page.keyboard.press('Escape');
        await phone.waitFor({ state: 'detached' });
        town.answers.runBeside = runBeside({ shown: undefined });
        await page.reload();
        await page.getByRole('button', { name: '居民看到的' }).click();
        await phone.getByText('这一件居民现在看不到').waitFor();
        expect(await phone.locator('.phone__card').count()).toBe(0);
      }));

    it('写了一半关上，再打开还在', () =>
      onStage(async ({ page, open }) => {
        await open(`/runs/${RUN_ID}`);
        await page.getByRole('button', { name: '领这一件' }).click();
        await page.getByRole('button', { name: '记下：入户走访' }).click();
        await page.getByLabel('家里谁签的字').fill('周德明');
        await page.getByRole('button', { name: '先不记' }).click();
        await page.reload();
        await page.getByRole('button', { name: '记下：入户走访' }).click();
        expect(await page.getByLabel('家里谁签的字').inputValue()).toBe('周德明');
      }));

    it('按哪一种办：只用键盘也改得了；步骤、期限跟着换，居民看到的也是；焦点留在这张卡上，改不了的就没有这张卡', () =>
      onStage(
        async ({ page, open, acts, town, settled }) => {
          await open(`/runs/${RUN_ID}`);
          await page.getByRole('heading', { name: '每一步' }).waitFor();
          await page.keyboard.press('a');
          expect(await focused(page)).toBe('领这一件');
          await page.keyboard.press('Enter');
          const card = page.getByRole('region', { name: '按哪一种办' });
          await card.getByText('现在按“低保、低保边缘、单人户的申请”').waitFor();
          await card.getByRole('button', { name: '改按“特困供养的申请”' }).focus();
          await page.keyboard.press('Enter');
          await page.getByRole('heading', { name: '周德明，特困供养的申请' }).waitFor();
          await page.getByRole('region', { name: '期限' }).getByText('提出特困初审意见').waitFor();
          expect(town.heard.find((h) => h.id === 'handleAs')?.body).toEqual({ procedure: 'application/destitute' });
          await card.getByRole('button', { name: '改按“低保、低保边缘、单人户的申请”' }).waitFor();
          // What was pressed is not offered any more: a second Enter meets no other button.
          await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('按哪一种办');
          await page.keyboard.press('Enter');
          await settled();
          expect(acts().filter((id) => id === 'handleAs')).toHaveLength(1);
          await page.keyboard.press('v');
          const phone = page.getByRole('dialog', { name: '居民看到的' });
          await phone.getByText('特困供养的申请').waitFor();
          await page.keyboard.press('Escape');
          await phone.waitFor({ state: 'detached' });
          town.runMore = { ...town.runMore, mayHandleAs: undefined };
          await page.reload();
          await page.getByRole('heading', { name: '每一步' }).waitFor();
          await settled();
          expect(await card.count()).toBe(0);
        },
        (town) => {
          town.runMore = APPLIED;
        },
      ));

    it('键盘：对话框一开就在第一格，关了回到开它的那个按钮；领了，停在“下一步”上', () =>
      onStage(async ({ page, open }) => {
        const at = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.id ?? '');
        await open(`/runs/${RUN_ID}`);
        await page.getByRole('heading', { name: '每一步' }).waitFor();
        await page.keyboard.press('a');
        await page.keyboard.press('Enter');
        await expect.poll(at).toBe('下一步');
        await page.keyboard.press('a');
        expect(await at()).toBe('记下：入户走访');
        await page.keyboard.press('Enter');
        await expect.poll(at).toBe('event-on');
        await page.keyboard.press('Escape');
        await expect.poll(at).toBe('记下：入户走访');
        await page.keyboard.press('v');
        await page.getByRole('dialog', { name: '居民看到的' }).waitFor();
        await page.keyboard.press('Escape');
        await expect.poll(at).toBe('记下：入户走访');
      }));
  });

  describe('电话、上门', () => {
    it('在一件上记一次：哪种、哪天、跟谁、说了什么；不动程序，一户一档里也在', () =>
      onStage(async ({ page, open, town, acts }) => {
        await open(`/runs/${RUN_ID}`);
        const notes = page.getByRole('region', { name: '电话、上门' });
        await notes.getByText('还没有记过').waitFor();
        await notes.getByRole('button', { name: '记一次' }).click();
        const dialog = page.getByRole('dialog');
        await dialog.getByLabel('说了什么、看到什么').fill('说下周出院');
        await dialog.getByRole('button', { name: '记下', exact: true }).click();
        await dialog.getByText('跟谁、哪天，都写上。').waitFor();
        expect(acts()).toEqual([]);
        await dialog.getByText('上门', { exact: true }).click();
        await dialog.getByLabel('跟谁说的、见了谁').fill('周敏');
        await dialog.getByLabel('哪天').fill('2026-11-20');
        town.loseAnswer.add('noteOnItem');
        await dialog.getByRole('button', { name: '记下', exact: true }).click();
        await dialog.getByText('写的还在').waitFor();
        await dialog.getByRole('button', { name: '记下', exact: true }).click();
        await dialog.waitFor({ state: 'detached' });
        await notes.getByText('上门：周敏').waitFor();
        // The lost answer and the second sending are one note.
        expect([town.notes.length, acts()]).toEqual([1, ['noteOnItem', 'noteOnItem']]);
        expect(town.heard.find((h) => h.id === 'noteOnItem')?.body).toEqual({
          kind: 'visit',
          on: '2026-11-20',
          whom: '周敏',
          words: '说下周出院',
        });
        await open(`/register/${caseFile().caseId}`);
        await page.getByRole('region', { name: '电话、上门' }).getByText('说下周出院').waitFor();
        expect(await page.getByRole('button', { name: '记一次' }).count()).toBe(0);
      }));

    it('写错了标在旁边，话还在；不该写的涂掉：先选为什么，话没有了，谁涂的、为什么还在', () =>
      onStage(async ({ page, open, town }) => {
        const about = {
          noteId: '0193b1f6-7a34-7f01-8a1e-3b1d2c4e5f66',
          about: 'run' as const,
          aboutId: RUN_ID,
          on: '2026-11-22' as ItemNote['on'],
          at: '2026-11-22T10:00:00+08:00',
        };
        town.notes = [{ ...about, kind: 'call', whom: '张婆婆', words: '她有糖尿病', who: '周敏', may: ['correct', 'black-out'] }];
        await open(`/runs/${RUN_ID}`);
        const notes = page.getByRole('region', { name: '电话、上门' });
        await notes.getByRole('button', { name: /^标明写错了/ }).click();
        const dialog = page.getByRole('dialog');
        await dialog.getByLabel('哪里错了、应当怎样').fill('是隔壁单元的');
        await dialog.getByRole('button', { name: '标明', exact: true }).click();
        await notes.getByText('更正：').waitFor();
        expect(await notes.getByText('她有糖尿病').count()).toBe(1);
        await notes.getByRole('button', { name: /^涂掉/ }).click();
        expect(await dialog.getByRole('button', { name: '涂掉', exact: true }).isDisabled()).toBe(true);
        await dialog.getByText('写了不相干的人的信息').click();
        await dialog.getByRole('button', { name: '涂掉', exact: true }).click();
        await notes.getByText(/涂掉了：写了不相干的人的信息/).waitFor();
        expect(await notes.textContent()).not.toMatch(/糖尿病|张婆婆|隔壁/);
        expect(await notes.getByRole('button', { name: /^(涂掉|标明)/ }).count()).toBe(0);
      }));
  });
}
