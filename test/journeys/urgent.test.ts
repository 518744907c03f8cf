import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../weapp-harness/index.ts';
import { openDesk } from './_town/desk-story.ts';
import { oneStory } from './_town/one-story.ts';
import { type OpenPhone, openPhone } from './_town/open-phone.ts';
import { ZHOU } from './_town/people.ts';
import { startTown, type Town } from './_town/town.ts';

const PHONE = '13800000001';
const FOUND = '说上话了，三天没吃好，今天送米过去';
const ENDED = '转给救助站，今晚有住处';

describe('断粮了，不登录求助', () => {
  let browser: Browser;
  let town: Town;
  let web: OpenPhone;
  let weapp: OpenPhone;
  let heli: Page;
  oneStory();

  beforeAll(async () => {
    [browser, town] = await Promise.all([launchChromium(), startTown()]);
    heli = await openDesk(town, '何丽', browser);
    web = await openPhone('网页版', town, ZHOU, browser);
    weapp = await openPhone('微信版', town, { persona: 'li' }, browser);
  });
  afterAll(async () => {
    await web?.close();
    await weapp?.close();
    await heli?.context().close();
    await town?.close();
    await browser?.close();
  });

  /** @returns the number for speaking of it */
  async function callForHelp({ me }: OpenPhone): Promise<string> {
    await me.tap('radio', '断粮没住处');
    await me.pick('现在在哪个镇街，区县', '九龙坡区');
    await me.pick('现在在哪个镇街，镇街', '杨家坪街道');
    await me.reads(/60 分钟内给您回电话/);
    await me.type('电话', PHONE);
    await me.tap('button', '送给镇街');
    await me.reads('镇街收到了');
    const [call] = await town.sql`select number, kind, account_id from urgent_calls order by received_at desc limit 1`;
    expect(call).toMatchObject({ kind: 'no-food-or-shelter', account_id: null });
    await me.reads(call?.number.split(' ')[1]);
    return call?.number;
  }
  /** What stands above everything at a desk, opened. */
  async function openBar(desk: Page, number: string): Promise<void> {
    await desk.goto(town.desk);
    await desk
      .getByRole('region', { name: `急事求助 ${number}` })
      .getByRole('link', { name: '打开' })
      .click();
    await desk.getByText(PHONE).waitFor();
  }
  async function calledBack(desk: Page, note: string): Promise<void> {
    await desk.getByRole('button', { name: /^记下打过一次/ }).click();
    const dialog = desk.getByRole('dialog', { name: '记下打过一次' });
    await dialog.getByRole('radio', { name: '打通了，和本人说上话了' }).check();
    await dialog.getByLabel('说了什么、谁接的').fill(note);
    await dialog.getByRole('button', { name: '记下', exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
  }
  async function ends(desk: Page, how: string, words: string): Promise<void> {
    await desk.getByRole('button', { name: /^写下结果/ }).click();
    const dialog = desk.getByRole('dialog', { name: '写下结果' });
    await dialog.getByRole('radio', { name: how }).check();
    await dialog.getByRole('textbox').fill(words);
    await dialog.getByRole('button', { name: '写下', exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
  }

  it('首页点一下；没说、没选在哪里，说清楚差什么，电话一直在', async () => {
    await web.me.tap('button', /家里出了急事/);
    await web.me.reads('出了什么事，说出来');
    await web.me.tap('button', '送给镇街');
    await web.me.reads('选一下，才知道送给谁。');
    await web.me.reads('打 120');
  });

  it('网页版：点一样、选镇街、留电话，送到了；何丽那里压在最上面，领了、打电话、记下；手机上看得到', async () => {
    const number = await callForHelp(web);
    await openBar(heli, number);
    // However slow the machine: it counts down from sixty.
    await heli
      .getByText(/还有 (60|5\d) 分钟要回电话/)
      .first()
      .waitFor();
    await heli.getByRole('button', { name: '领这一件' }).click();
    await calledBack(heli, FOUND);
    await heli.getByText('说上话了，还没有结果').first().waitFor();
    await web.me.tap('button', '看看到哪一步了');
    await web.me.reads('打通了，和您说上话了');
  });

  it('一小时过了，说上话的不转；何丽写下结果，手机上看得到', async () => {
    town.letPass(61 * 60_000);
    await town.worker.chores();
    expect(await town.sql`select 1 from urgent_shares`).toHaveLength(0);
    await ends(heli, '转给该管的地方', ENDED);
    await web.me.tap('button', '看看到哪一步了');
    await web.me.reads(new RegExp(ENDED));
    await web.assertClean();
  });

  it('微信版：一小时没人打，自己转给区县值班；手机上看得到', async () => {
    await weapp.me.tap('button', /家里出了急事/);
    const number = await callForHelp(weapp);
    town.letPass(61 * 60_000);
    await town.worker.chores();
    await weapp.me.tap('button', '看看到哪一步了');
    await weapp.me.reads(/已经转给九龙坡区民政局值班/);
    const tangming = await openDesk(town, '唐明', browser);
    await openBar(tangming, number);
    await tangming.getByText(/转给九龙坡区民政局值班：60 分钟内没有联系上/).waitFor();
    await calledBack(tangming, FOUND);
    await ends(tangming, '转给该管的地方', ENDED);
    await weapp.me.tap('button', '看看到哪一步了');
    await weapp.me.reads(new RegExp(ENDED));
    await tangming.context().close();
    await weapp.assertClean();
  });

  it('日志里没有电话、没有说的话', () => {
    const lines = town.log.join('\n');
    for (const secret of [PHONE, FOUND, ENDED]) expect(lines).not.toContain(secret);
  });
});
