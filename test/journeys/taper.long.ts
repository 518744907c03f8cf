import type { ChangeCase, ChangeView, RunView } from '@assist/contracts';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../weapp-harness/index.ts';
import { type Visitor, webVisitor } from './_layout/visitor.ts';
import { asClerk, becomeVerified, registerHousehold, sayHigherWage } from './_town/change-story.ts';
import { openDesk } from './_town/desk-story.ts';
import { oneStory } from './_town/one-story.ts';
import { ZHOU, ZHOU_WIFE } from './_town/people.ts';
import { agreeAndBegin } from './_town/resident-story.ts';
import { because, putOnRecord, readRun, recordAtDesk, takeRun } from './_town/run-story.ts';
import { startTown, type Town } from './_town/town.ts';

const DAY = 24 * 3_600_000;
const OWN = '冬天没有活干，请再看看';

describe('从报变化，到渐退期，到期满', () => {
  let browser: Browser;
  let town: Town;
  let heli: Page;
  let tangming: Page;
  let phone: Visitor;
  let changeId = '';
  let taperRun = '';
  let stopRun = '';
  let until = '';
  oneStory();

  beforeAll(async () => {
    [browser, town] = await Promise.all([launchChromium(), startTown()]);
    heli = await openDesk(town, '何丽', browser);
    phone = await webVisitor(town, ZHOU.persona, browser);
  });
  afterAll(async () => {
    await phone?.close();
    await heli?.context().close();
    await tangming?.context().close();
    await town?.close();
    await browser?.close();
  });

  /** Nobody stays signed in at a desk over days; what is to happen by itself happens. */
  async function daysPass(days: number) {
    town.letPass(days * DAY);
    await heli.context().close();
    heli = await openDesk(town, '何丽', browser);
    await town.worker.chores();
    await town.worker.drain();
  }
  const today = () => new Date(town.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  const daysUntil = (day: string) => Math.round((Date.parse(day) - Date.parse(today())) / DAY);
  const paid = async () => (await town.sql`select amount::int, until::text from case_benefits`).map((row) => [row.amount, row.until]);
  const messages = async (reads: string | RegExp) => {
    await phone.open('/pages/home/index');
    await phone.open('/pages/messages/index');
    await phone.me.reads(reads);
  };
  const decision = async (runId: string, reads: string | RegExp) => {
    await phone.open('/pages/home/index');
    await phone.open(`/packages/decision/pages/one/index?id=${runId}`);
    await phone.me.reads(reads);
  };

  it('周家在册；周德明在手机上报：老伴打零工，一个月 2000 元', async () => {
    await registerHousehold(town, heli);
    await agreeAndBegin(phone.me);
    await becomeVerified(phone, heli);
    await sayHigherWage(phone);
    await phone.me.tap('button', '发给镇上');
    await phone.me.reads('已经告诉镇上了');
    const [told] = await town.sql`select id from change_notices`;
    changeId = told?.id;
  });

  it('何丽领了、写意见：渐退期；钱没有动；周德明看得到', async () => {
    await heli.goto(`${town.desk}/queue/changes`);
    await heli.getByRole('link', { name: ZHOU.name }).first().click();
    await heli.getByRole('button', { name: '领这一件' }).click();
    await heli.getByRole('button', { name: '写初步意见' }).click();
    const whole = await asClerk<ChangeCase>(heli, 'GET', `/api/changes/${changeId}`);
    const title = whole.opinions?.find((one) => one.outcome === 'taper')?.title as string;
    const dialog = heli.getByRole('dialog', { name: '写初步意见' });
    await dialog.getByRole('radio', { name: title }).check();
    await dialog.getByLabel('为什么这样看（写给居民看）').fill('打零工一个月 2000 元，两个人超过标准');
    await dialog.getByRole('button', { name: '记下来' }).click();
    await dialog.waitFor({ state: 'hidden' });
    expect((await asClerk<{ change: ChangeView }>(heli, 'GET', `/api/changes/${changeId}`)).change.state).toBe('opinion');
    expect(await paid()).toEqual([[64000, null]]);
    await town.worker.drain();
    await messages(/意见/);
  });

  it('一按就开始程序；上门看过、写明超过多少，渐退期从下月起六个月，照原来的发', async () => {
    await heli.getByRole('button', { name: '开始程序：渐退期' }).click();
    await heli.waitForURL(`${town.desk}/runs/**`);
    taperRun = new URL(heli.url()).pathname.split('/').at(-1) as string;
    await takeRun(heli, town, taperRun);
    await recordAtDesk(heli, town, taperRun, 'visited', async (dialog) => {
      await dialog.getByLabel('第二个人').fill('黄春兰');
      await dialog.getByLabel('家里谁签的字').fill(ZHOU.name);
    });
    await recordAtDesk(heli, town, taperRun, 'takes-effect', because('每人 1000 元，超过标准 230 元，因为打零工'));
    const [file] = await town.sql`select taper_from::text as from, taper_until::text as until, amount::int from case_files`;
    until = file?.until;
    expect(file?.from.slice(8)).toBe('01');
    expect(file?.from > today()).toBe(true);
    expect(daysUntil(until)).toBeGreaterThan(180);
    expect([await paid(), file?.amount]).toEqual([[[64000, null]], 64000]);
    await town.worker.drain();
    await messages('钱先照发（渐退期）');
    await decision(taperRun, /这段时间钱照原来的发/);
    expect(await phone.me.text()).toMatch(/640\s元\s照发，一分不少/);
    expect(await phone.me.text()).not.toMatch(/按新的/);
  });

  it('台账上有它：从哪天到哪天、照发多少、期满以后怎样；没有“提前停”', async () => {
    await heli.goto(`${town.desk}/gradual`);
    const row = heli.getByRole('row', { name: new RegExp(ZHOU.name) });
    await row.getByText('640 元').waitFor();
    await row.getByText('不会自动停').waitFor();
    await expect(putOnRecord(heli, taperRun, { kind: 'concluded', conclusion: 'stop' })).rejects.toThrow(/这以前照原金额发/);
  });

  it('期满前 30 天，自己告诉周德明；满了还照发，何丽的队里看得到', async () => {
    await daysPass(daysUntil(until) - 30);
    await messages('照发的日子快满了（渐退期）');
    await daysPass(31);
    expect(await paid()).toEqual([[64000, null]]);
    await heli.goto(`${town.desk}/gradual`);
    // The day on this browser's own clock is half a year ago: what the row says of today is not looked at.
    await heli.getByRole('link', { name: '重新核算，记结论' }).click();
    await heli.waitForURL(`${town.desk}/runs/${taperRun}`);
  });

  it('重新核算：还超过，另走停发；钱还没有动，先听周德明怎么说', async () => {
    await takeRun(heli, town, taperRun);
    await recordAtDesk(heli, town, taperRun, 'concluded', (dialog) => dialog.getByRole('radio', { name: '停发' }).check());
    const { items } = await asClerk<{ items: RunView[] }>(heli, 'GET', '/api/runs?procedure=stop');
    stopRun = items[0]?.runId ?? '';
    expect(await paid()).toEqual([[64000, null]]);
    await takeRun(heli, town, stopRun);
    await recordAtDesk(heli, town, stopRun, 'ground-named', (dialog) => dialog.getByRole('radio', { name: /渐退期/ }).check());
    await putOnRecord(heli, stopRun, { kind: 'visited', visit: { visitors: ['何丽', '黄春兰'], way: 'at-home' } });
    await decision(stopRun, /先听您怎么说/);
    await phone.me.tap('button', '写下我想说的');
    await phone.me.type('我想说的', OWN);
    await phone.me.tap('button', '送出去');
    await phone.me.reads('收到了');
    await heli.reload();
    await heli.getByText(OWN).waitFor();
    await heli.getByRole('button', { name: '记为听取了意见' }).click();
    await expect.poll(async () => (await readRun(heli, stopRun)).steps.find((one) => one.kind === 'heard')?.done).toBe(1);
  });

  it('意见、公示满七天、区里唐明确认、书面送到，才停；停的是下个月', async () => {
    await recordAtDesk(heli, town, stopRun, 'opinion', async (dialog) => {
      await dialog.getByLabel('不给，或者不再给').check();
      await because('六个月满了，每人还是 1000 元')(dialog);
    });
    await putOnRecord(heli, stopRun, { kind: 'notice-posted' });
    await messages(/意见公示了/);
    await daysPass(8);
    tangming = await openDesk(town, '唐明', browser);
    await recordAtDesk(tangming, town, stopRun, 'confirmed', async (dialog) => {
      await because('收入超过标准，渐退期满了')(dialog);
      await dialog.getByLabel('依据哪一条', { exact: false }).fill('JLP53-6-4');
    });
    await expect(putOnRecord(heli, stopRun, { kind: 'takes-effect' })).rejects.toThrow(/书面决定已经送到/);
    await takeRun(heli, town, stopRun);
    await recordAtDesk(heli, town, stopRun, 'letter-delivered', async (dialog) => {
      await because('当面给的，一句一句念过')(dialog);
      await dialog.getByLabel('信里写了怎么申请复议、怎么起诉').check();
    });
    await putOnRecord(heli, stopRun, { kind: 'takes-effect' });
    const [[amount, last] = []] = await paid();
    expect(amount).toBe(64000);
    expect(last?.slice(0, 7)).toBe(today().slice(0, 7));
    await town.worker.drain();
  });

  it('周德明每一步都看得到：决定、为什么、哪一条、怎么复议；停了以后镇上还会看着', async () => {
    await decision(stopRun, /决定：确认了/);
    await phone.me.reads(/收入超过标准，渐退期满了/);
    const words = await phone.me.text();
    expect(words).toMatch(/行政复议/);
    expect(words).toMatch(/行政诉讼/);
    expect(words).toContain(OWN);
    expect(words).not.toMatch(/失败|逾期|骗/);
    await phone.open('/packages/decision/pages/list/index');
    // The page before speaks of the stop too: what only the list says comes first.
    await phone.me.reads(/有 \d+ 件在办|现在没有在办的/);
    for (const title of ['渐退期', '停发', '退出']) await phone.me.reads(title);
  });

  it('页面没有报错；日志里没有名字、号码', async () => {
    await phone.assertClean();
    for (const secret of [ZHOU.name, ZHOU.number, ZHOU_WIFE.name, ZHOU_WIFE.number, OWN])
      expect(town.log.filter((line) => line.includes(secret))).toEqual([]);
  });
});
