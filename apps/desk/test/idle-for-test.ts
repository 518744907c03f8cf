import { expect, it } from 'vitest';
import { caseView } from './fixtures.ts';
import type { OnStage } from './stage.ts';

const CASE = caseView().application.receipt.applicationId;

/** A desk that somebody left. */
export function idleTests(onStage: OnStage): void {
  it('没有人动：先问一声，点了就还在；一直没人，去登录再回到这一页，写了一半的还在', () =>
    onStage(
      async ({ page, town, open }) => {
        await open(`/cases/${CASE}`);
        await page.keyboard.press('c');
        await page.getByRole('button', { name: '残疾人证', exact: true }).click();
        // Under a test every dialog has the same label.
        const asked = page.getByRole('dialog').filter({ hasText: '您还在吗' });
        await page.clock.fastForward('27:30');
        expect(await asked.count()).toBe(0);
        await page.clock.fastForward('00:45');
        await asked.getByText('写了一半的都留着').waitFor();
        const before = town.heard.length;
        await asked.getByRole('button', { name: '我还在' }).click();
        await asked.waitFor({ state: 'detached' });
        await expect.poll(() => town.heard.slice(before).map(({ id }) => id)).toContain('staffMe');

        await page.clock.fastForward('28:30');
        await asked.waitFor();
        const signingIn = page.waitForRequest(/\/staff\/auth\/login\?returnTo=%2Fcases%2F/);
        await page.clock.fastForward('02:00');
        await signingIn;
        await page.waitForURL(/\/cases\//);
        await page.getByRole('heading', { name: '李素芬一家' }).waitFor();
        await page.keyboard.press('c');
        expect(await page.getByLabel('要补什么').inputValue()).toBe('残疾人证');
      },
      (town) => {
        town.staff = town.staff && { ...town.staff, idleMinutes: 30 };
      },
    ));
}
