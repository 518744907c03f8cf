import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../weapp-harness/index.ts';
import { endsWell, fillTheLeast, listen, newPhone, once, rows, tapTimes } from './_town/bad-day.ts';
import { askFor, openDesk } from './_town/desk-story.ts';
import { photo } from './_town/photo.ts';
import { agreeAndBegin } from './_town/resident-story.ts';
import { startTown, type Town } from './_town/town.ts';

let browser: Browser;
let town: Town;
beforeAll(async () => {
  [browser, town] = await Promise.all([launchChromium(), startTown()]);
});
afterAll(async () => {
  await town?.close();
  await browser?.close();
});

// The first of these stories, and the plainest, run each time: bad-days-network.test.ts.
const TWO_DAYS = 2 * 24 * 3_600_000;

describe('照片没传完就先交了', () => {
  it('镇上来要的时候，上次那张直接能用，不用再拍', async () => {
    const one = await newPhone(town, browser);
    const { app, me } = one;
    await agreeAndBegin(me);
    await me.tap('link', /^材料/);
    await me.tap('link', /^身份证件/);
    const lift = app.onNetwork(({ path }) => (path.startsWith('/api/files') ? 'drop' : undefined));
    await me.photograph('拍一张', [photo('medical.jpg')]);
    await me.reads('没传完的都在手机里，有网就接着传。');
    await me.back();
    await fillTheLeast(one);
    await me.tap('button', '交上去');
    await me.tap('button', '先交，照片后补');
    await me.reads('还有 1 张照片没交上');
    lift();
    const [sent] = await town.sql`select id from applications order by received_at desc limit 1`;
    const desk = await openDesk(town, '何丽', browser);
    await desk.goto(`${town.desk}/cases/${sent?.id}`);
    await desk.getByRole('button', { name: '领这一件' }).click();
    await askFor(desk, [{ what: '看病的单子', why: '看病花了多少，要看单子' }]);
    await desk.context().close();
    await me.tap('button', '看进度');
    await me.tap('button', '去补');
    await me.tap('radio', '有，拍照');
    await me.reads('上次没交上的照片，可以直接用');
    await me.tap('button', /^用这张，第 1 张/);
    await app.setOffline(true);
    await app.setOffline(false);
    await me.reads('已收到');
    expect(await me.text()).not.toContain('上次没交上的照片');
    await me.tap('button', '好了，看一遍');
    await me.tap('button', '交上去');
    await me.reads('您补的已收到');
    const [given] = await town.sql`select count(*)::int as n from files where application_id = ${sent?.id}`;
    expect(given?.n).toBe(1);
    await endsWell(town, one);
  });
});

describe('交上去', () => {
  it('最后一步登录过了期，重新登录微信又正忙：填的都在；再点一下自己登上，只送一次', async () => {
    const one = await newPhone(town, browser);
    await agreeAndBegin(one.me);
    await fillTheLeast(one);
    const [account] = await town.sql`select account_id as id from session_families order by created_at desc limit 1`;
    town.letPass(16 * 60_000);
    await town.sql`update session_families set ended_at = now(), ended_why = 'token-reused' where account_id = ${account?.id}`;
    await fetch(`${town.sandbox.url}/__sandbox/faults`, { method: 'POST', body: '{"kind":"errcode","errcode":-1,"times":null}' });
    const heard = listen(one.app);
    const before = await rows(town, 'submissions', 'accounts');
    await one.me.tap('button', '交上去');
    await one.me.reads('微信那边正忙，不是您的问题');
    await one.me.reads(/已保存 \d\d:\d\d，在这部手机里/);
    expect(await rows(town, 'submissions')).toEqual({ submissions: before.submissions });
    await fetch(`${town.sandbox.url}/__sandbox/faults`, { method: 'DELETE' });
    await one.me.tap('button', '再试一次');
    await one.me.reads('已经收到了');
    expect(heard).toContain('POST /api/session/refresh');
    expect(await rows(town, 'submissions', 'accounts')).toEqual({ submissions: (before.submissions ?? 0) + 1, accounts: before.accounts });
    const [sent] = await town.sql`select account_id as id from applications order by received_at desc limit 1`;
    expect(sent?.id).toBe(account?.id);
    await endsWell(town, one);
  });

  it('别的都通，偏偏这一份送不出去：不会没完没了地冲；通了再点一下，只有一份', async () => {
    const one = await newPhone(town, browser);
    await agreeAndBegin(one.me);
    await fillTheLeast(one);
    const before = await rows(town, 'submissions');
    const heard = listen(one.app);
    const lift = one.app.onNetwork(({ method, path }) => (method === 'PUT' && path.startsWith('/api/applications') ? 'drop' : undefined));
    await one.me.tap('button', '交上去');
    await one.me.reads('现在没有网');
    // Looks elsewhere, where calls go through: the app comes to rest all the same.
    await one.me.tap('link', '改，交到哪里');
    await one.me.reads('您的申请归杨家坪街道办事处');
    expect(heard.filter((call) => call === 'PUT /api/applications').length).toBeLessThanOrEqual(3);
    lift();
    await one.me.back();
    await one.me.tap('button', '交上去');
    await one.me.reads('已经收到了');
    expect(await rows(town, 'submissions')).toEqual(plusOne(before));
    await endsWell(town, one);
  });

  it('收到了、没来得及回话就断了，人还在那一页等：网一回来自己接上，那一页换成回执', async () => {
    const one = await newPhone(town, browser);
    await agreeAndBegin(one.me);
    await fillTheLeast(one);
    const before = await rows(town, 'submissions');
    once(one.app, 'PUT /api/applications', () => 'lose-answer');
    await one.me.tap('button', '交上去');
    await one.me.reads('现在没有网');
    await one.app.setOffline(true);
    await one.app.setOffline(false);
    await one.me.reads('已经收到了');
    await one.me.reads('您的号');
    expect(await rows(town, 'submissions')).toEqual(plusOne(before));
    await endsWell(town, one);
  });
});

const plusOne = (counts: Record<string, number>) => Object.fromEntries(Object.entries(counts).map(([table, n]) => [table, n + 1]));

describe('交上去', () => {
  it('同一个按钮连点三下：只送一次，只有一份', async () => {
    const one = await newPhone(town, browser);
    await agreeAndBegin(one.me);
    await fillTheLeast(one);
    const heard = listen(one.app);
    const before = await rows(town, 'submissions', 'applications', 'work_items');
    once(one.app, 'PUT /api/applications', async () => {
      await new Promise((go) => setTimeout(go, 400));
      return undefined;
    });
    await tapTimes(one, '交上去', 3);
    await one.me.reads('已经收到了');
    expect(heard.filter((call) => call === 'PUT /api/applications')).toHaveLength(1);
    expect(await rows(town, 'submissions', 'applications', 'work_items')).toEqual(plusOne(before));
    await endsWell(town, one);
  });

  it('收到了、没来得及回话就断了，手机没电，两天以后才再打开：还是那个回执号，只有一份', async () => {
    const one = await newPhone(town, browser);
    await agreeAndBegin(one.me);
    await fillTheLeast(one);
    const before = await rows(town, 'submissions', 'applications', 'work_items');
    const heard = listen(one.app);
    once(one.app, 'PUT /api/applications', () => 'lose-answer');
    await one.me.tap('button', '交上去');
    await one.me.reads('现在没有网');
    await one.me.reads('填好的都在手机里');
    expect(await rows(town, 'submissions', 'applications', 'work_items')).toEqual(plusOne(before));
    const [row] = await town.sql`select number from applications order by received_at desc limit 1`;
    await one.app.kill();
    await town.stopBff();
    town.letPass(TWO_DAYS);
    await town.raiseBff();
    await one.app.relaunch();
    await one.app.settle();
    await one.app.tap(one.me.screen().getByRole('tab', { name: '办理' }));
    await one.me.reads(row?.number);
    expect(await one.me.text()).not.toContain('没填完的');
    expect(heard.filter((call) => call === 'PUT /api/applications')).toHaveLength(2);
    expect(await rows(town, 'submissions', 'applications', 'work_items')).toEqual(plusOne(before));
    await endsWell(town, one);
  });
});
