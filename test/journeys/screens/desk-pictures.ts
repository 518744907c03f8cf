import type { Browser, Page } from 'playwright-core';
import { twoThings } from '../_layout/stops-followed.ts';
import { acceptIt, askFor, claimNextAndOpen, openDesk } from '../_town/desk-story.ts';
import { ZHOU } from '../_town/people.ts';
import type { Town } from '../_town/town.ts';
import type { Take } from './picture.ts';

/** What the township's clerk sees meanwhile. Called in this order. */
export async function deskPictures(town: Town, browser: Browser, take: Take) {
  const outside = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
  await outside.goto(town.desk);
  await outside.getByText('用单位账号登录', { exact: true }).last().waitFor();
  take({ group: 'desk', name: 'sign-in' }, await outside.screenshot());
  await outside.close();
  const desk = await openDesk(town, '何丽', browser);
  const shoot = async (name: string, page: Page = desk) => {
    await page.waitForLoadState('networkidle');
    await page.evaluate(() => Promise.all(document.getAnimations().map((a) => a.finished.catch(() => undefined))));
    take({ group: 'desk', name }, await page.screenshot());
  };
  const dialog = () => desk.getByRole('dialog');
  const away = async () => {
    await desk.keyboard.press('Escape');
    await dialog().waitFor({ state: 'hidden' });
  };

  return {
    empty: () => shoot('queue-empty'),

    async received() {
      await desk.reload();
      await desk.getByRole('button', { name: /领下一件/ }).waitFor();
      await shoot('queue');
      await claimNextAndOpen(desk, ZHOU.name);
      await shoot('case');
      await desk.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
      await shoot('case-below');
      await desk.evaluate(() => window.scrollTo(0, 0));
      await desk.getByRole('button', { name: '请群众补' }).click();
      await dialog().waitFor();
      await shoot('case-ask');
      await away();
      await desk.getByRole('button', { name: /^受理/ }).first().click();
      await dialog().waitFor();
      await shoot('case-accept');
      await away();
      await desk
        .getByRole('button', { name: /照片 \d+ 张/ })
        .first()
        .click();
      await dialog().waitFor();
      await shoot('case-photo');
      await away();
    },

    async ask() {
      await askFor(desk, twoThings);
      await shoot('case-asked');
    },

    async accept() {
      await desk.reload();
      await desk
        .getByText('个工作日')
        .or(desk.getByRole('button', { name: /^受理/ }))
        .first()
        .waitFor();
      await shoot('case-answered');
      await acceptIt(desk, town);
      await shoot('case-accepted');
      await desk.goto(`${town.desk}/codes`);
      await desk.getByRole('main').first().waitFor();
      await shoot('codes');
      await desk.goto(`${town.desk}/queue/applications`);
      await desk.getByRole('main').first().waitFor();
      await shoot('queue-mine');
      const elsewhere = await openDesk(town, '杨帆', browser);
      await shoot('queue-of-another-township', elsewhere);
      await elsewhere.context().close();
    },

    close: () => desk.context().close(),
  };
}
