import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { WeappApp } from '../../weapp-harness/index.ts';
import { registerHousehold } from './change-story.ts';
import { openDesk } from './desk-story.ts';
import type { Hands } from './hands.ts';
import { openWeapp } from './open-phone.ts';
import { photo } from './photo.ts';
import type { Town } from './town.ts';
import { weappHands } from './weapp-hands.ts';

const TODAY = '/packages/round/pages/today/index';
const DAY_MS = 86_400_000;
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** An invented number whose check digit holds (GB 11643). */
function madeUp(n: number): string {
  const body = `50010719510401${String(n).padStart(3, '0')}`;
  const sum = [...body].reduce((all, digit, i) => all + Number(digit) * (WEIGHTS[i] as number), 0);
  return body + '10X98765432'[sum % 11];
}
const nameOf = (n: number): string => `赵家${'一二三四五六七八九十'[n % 10]}${'甲乙丙丁'[Math.floor(n / 10)]}`;

/** Households of one each, last seen eleven months and a half ago. */
const rows = (households: number): string[] =>
  Array.from({ length: households }, (_, n) => {
    const seen = new Date(Date.now() + 8 * 3_600_000 - 350 * DAY_MS).toISOString().slice(0, 10);
    return `R${n + 1},${nameOf(n)},${nameOf(n)},本人,${madeUp(n + 1)},杨家坪街道,前进村社区,城市,低保,640,2024-03-01,无,,不能劳动,${seen},${seen},核查时上门见到本人`;
  });

/** An assistant's phone on which nothing is tied yet, in a town whose register has these households. */
export interface RoundPhone {
  readonly app: WeappApp;
  readonly me: Hands;
  readonly clerk: Page;
  readonly assistant: Page;
  readonly households: number;
  close(): Promise<void>;
}

export async function openRoundPhone(town: Town, browser: Browser, households: number): Promise<RoundPhone> {
  const clerk = await openDesk(town, '何丽', browser);
  await registerHousehold(town, clerk, rows(households));
  const assistant = await openDesk(town, '邓华', browser);
  const app = await openWeapp(town, 'li', browser);
  const me = weappHands(app);
  await app.open('/pages/privacy/index');
  await me.tap('button', '同意');
  return {
    app,
    me,
    clerk,
    assistant,
    households,
    async close() {
      await app.close();
      await clerk.context().close();
      await assistant.context().close();
    },
  };
}

/** She signs in at the desk, takes the code over, and has the day's list. */
export async function tieAndDownload({ app, me, assistant, households }: RoundPhone): Promise<void> {
  await app.open('/pages/mine/index');
  await me.tap('link', '工作人员入口');
  await me.reads('工作台上的码');
  await assistant.getByRole('button', { name: '要一个码' }).click();
  const code = await assistant.locator('.phone-code__code').innerText();
  await me.type('工作台上的码', code);
  await me.tap('button', '绑上这部手机');
  await me.reads(`今天有 ${households} 家`);
}

/** At one door, without a network: somebody is met, photos, two names; it lies on the phone. */
export async function atDoor({ app, me }: RoundPhone, n: number, photos: number): Promise<void> {
  const name = nameOf(n);
  await app.open(TODAY);
  await me.tap('link', new RegExp(`^${name}`));
  await me.tap('checkbox', name);
  if (n === 0) await me.type('和您一起来的人', '黄春兰');
  const taken = Array.from({ length: photos }, (_, i) => photo(`door-${n}-${i}.png`, { width: 40 + n, height: 30 + i }));
  await me.photograph('拍一张', taken);
  if (n === 1) {
    await me.tap('radio', '有变化');
    await me.pick('变了哪一样', '有人得了重病');
    await me.type('说说怎么回事', '上个月住院');
  }
  if (n === 2) await me.tap('checkbox', '看病花钱多');
  await me.tap('button', '记好了，送');
  await me.reads('念给家里人听一遍，再点“念过了”');
  await me.tap('checkbox', '念过了，他说对');
  await me.tap('button', '记好了，送');
  await me.reads('存在手机里');
}

/**
 * The whole day: no network at any door, the app is ended in the middle of the doors and again in the middle of sending, an answer is
 * lost. Everything arrives, each once.
 */
export async function wholeRound(town: Town, phone: RoundPhone, photosEach: number): Promise<void> {
  const { app, me, households } = phone;
  let down = true;
  let uploads = 0;
  app.onNetwork(() => (down ? 'drop' : undefined));
  for (let n = 0; n < households; n++) {
    if (n === Math.floor(households / 2)) {
      await app.kill();
      await app.relaunch(TODAY);
      // The list of the day, and what was written, are there without a network.
      await me.reads(`今天有 ${households} 家`);
      await me.reads('存在手机里');
    }
    await atDoor(phone, n, photosEach);
  }
  expect(await town.sql`select id from doors`).toHaveLength(0);

  // The network is back and breaks off: half of the photos go, then the app is ended with one under way.
  const half = Math.ceil((households * photosEach) / 2);
  const breaksOff = app.onNetwork(({ kind }) => {
    if (kind !== 'uploadFile') return undefined;
    uploads += 1;
    return uploads > half ? 'hang' : undefined;
  });
  down = false;
  await app.relaunch(TODAY);
  await expect.poll(() => uploads, { timeout: 60_000 }).toBeGreaterThan(half);
  await app.kill();
  breaksOff();

  // The first door's answer is lost on the way: it is asked again, and taken once.
  let lost = false;
  app.onNetwork(({ method, path }) => {
    if (lost || method !== 'PUT' || !path.startsWith('/api/round/doors/')) return undefined;
    lost = true;
    return 'lose-answer';
  });
  await app.relaunch(TODAY);
  await expect.poll(async () => (await town.sql`select id from doors`).length, { timeout: 120_000, interval: 500 }).toBe(households);
  expect(lost).toBe(true);
  await app.assertClean();
}

/** What the township has: every door once, every photo at its door, everybody met, nobody's money touched. */
export async function assertNothingLost(town: Town, { households }: RoundPhone, photosEach: number): Promise<void> {
  const doors =
    await town.sql`select d.id, (select count(*)::int from files f where f.subject_id = d.id and f.subject_kind = 'door') as photos from doors d`;
  expect(doors.map((row) => row.photos)).toEqual(Array(households).fill(photosEach));
  expect(await town.sql`select distinct case_id from doors`).toHaveLength(households);
  expect(await town.sql`select id from files`).toHaveLength(households * photosEach);
  const met = await town.sql`select contact, role from authentications`;
  expect(met).toHaveLength(households);
  expect(new Set(met.map((row) => `${row.contact} ${row.role}`))).toEqual(new Set(['visit staff']));
  expect(await town.sql`select id from change_notices`).toHaveLength(1);
  expect(await town.sql`select 1 from case_files where amount <> 64000`).toHaveLength(0);
}
