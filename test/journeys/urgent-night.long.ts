import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../weapp-harness/index.ts';
import { sweep } from './_layout/sweep.ts';
import { type Visitor, weappVisitor, webVisitor } from './_layout/visitor.ts';
import { newPersona } from './_town/bad-day.ts';
import { openDesk } from './_town/desk-story.ts';
import { oneStory } from './_town/one-story.ts';
import { startTown, type Town } from './_town/town.ts';

const PHONE = '13800000009';
const DAY_MS = 86_400_000;
/** Half past two in Shanghai, as milliseconds of a day in UTC. */
const HALF_PAST_TWO = 18.5 * 3_600_000;
/** Of a recording that is to be heard at the other end; long enough that a whole second is counted. */
const SPOKEN_MS = 1500;

/** The browser has a microphone that beeps, and a place that is told when it is allowed. */
const FAKE_MICROPHONE = [
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
  '--autoplay-policy=no-user-gesture-required',
];

describe('半夜断粮了', () => {
  let browser: Browser;
  let town: Town;
  let web: Visitor;
  let weapp: Visitor;
  let heli: Page;
  oneStory();

  beforeAll(async () => {
    [browser, town] = await Promise.all([launchChromium(FAKE_MICROPHONE), startTown()]);
    town.letPass((((HALF_PAST_TWO - (town.now() % DAY_MS)) % DAY_MS) + DAY_MS) % DAY_MS);
    web = await webVisitor(town, await newPersona(town), browser);
    await web.page.context().grantPermissions(['geolocation', 'microphone'], { origin: town.web });
    await web.page.context().setGeolocation({ latitude: 29.512345, longitude: 106.512348 });
    weapp = await weappVisitor(town, await newPersona(town), browser);
  });
  afterAll(async () => {
    await heli?.context().close();
    await web?.close();
    await weapp?.close();
    await town?.close();
    await browser?.close();
  });

  async function sayWhere({ me }: Visitor): Promise<void> {
    await me.pick('现在在哪个镇街，区县', '九龙坡区');
    await me.pick('现在在哪个镇街，镇街', '杨家坪街道');
    await me.reads(/这会儿镇街可能下班了/);
    await me.type('电话', PHONE);
  }

  it('网页版，没登录，从首页两下：对着手机说，先听一遍，把位置带上；夜里写明这会儿谁接，送到了', async () => {
    const { me, page } = web;
    await me.tap('button', /家里出了急事/);
    await me.tap('button', '点一下说话');
    await page.waitForTimeout(SPOKEN_MS);
    await me.tap('button', '正在录，说完点一下');
    await me.reads(/录好了，\d+ 秒/);
    await me.tap('button', '听一遍');
    await me.reads('停下');
    // Played to its end, it can be listened to again.
    await me.reads('听一遍');
    await me.tap('button', '用我现在的位置');
    await me.reads('您现在的位置记下了，跟求助一起送给镇街。');
    await sayWhere(web);
    expect((await sweep(web, [{ name: 'urgent-said', reads: '听一遍' }])).faults).toEqual([]);
    await me.tap('button', '送给镇街');
    await me.reads('镇街收到了');
    expect(await page.getByText('您没有留电话').count()).toBe(0);
    expect((await sweep(web, [{ name: 'urgent-sent', reads: '镇街收到了' }])).faults).toEqual([]);
    await expect.poll(async () => (await town.sql`select 1 from urgent_sounds`).length).toBe(1);
    expect(await town.sql`select account_id from urgent_calls`).toEqual([{ account_id: null }]);
  });

  it('天还没亮，镇街的人打开：听得到说的话，看得到位置', async () => {
    heli = await openDesk(town, '何丽', browser);
    await heli.getByRole('link', { name: '打开' }).first().click();
    await heli.getByText(PHONE).waitFor();
    await heli.getByText('北纬 29.512345，东经 106.512348').waitFor();
    await heli.getByRole('button', { name: /^听录音/ }).click();
    const player = heli.getByLabel('求助的录音');
    await player.waitFor();
    await expect.poll(() => player.evaluate((audio) => (audio as unknown as { currentTime: number }).currentTime)).toBeGreaterThan(0);
  });

  // The harness has no recorder: what a refused microphone says is seen on a device only.
  it('微信版：位置没让用，有一句话；点一样照样送到', async () => {
    const { me } = weapp;
    await me.tap('button', /家里出了急事/);
    await me.tap('button', '用我现在的位置');
    await me.tap('button', '先不用');
    await me.reads('没有取到位置。写几个字，或者电话里说，都行。');
    await me.tap('radio', '断粮没住处');
    await sayWhere(weapp);
    expect((await sweep(weapp, [{ name: 'urgent-refused', reads: '没有取到位置' }])).faults).toEqual([]);
    await me.tap('button', '送给镇街');
    await me.reads('镇街收到了');
    await weapp.assertClean();
    await web.assertClean();
  });

  it('日志里没有电话，没有在哪里', () => {
    const lines = town.log.join('\n');
    for (const secret of [PHONE, '29.51', '106.51']) expect(lines).not.toContain(secret);
  });
});
