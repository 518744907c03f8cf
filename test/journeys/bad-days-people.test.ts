import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../weapp-harness/index.ts';
import { endsWell, fillTheLeast, invent, listen, newPhone, once, rows, sayName, sayNumber } from './_town/bad-day.ts';
import { agreeAndBegin, sayWhere, sign } from './_town/resident-story.ts';
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

describe('微信那边坏了', () => {
  it.each([
    ['正忙', { kind: 'errcode', errcode: -1 }, '微信那边正忙，不是您的问题'],
    ['回了半截话', { kind: 'truncated' }, '微信那边没接上，不是您的问题'],
  ] as const)('%s：一句话说清不怪您，填的都在；好了自己能登上', async (_what, fault, sentence) => {
    const one = await newPhone(town, browser);
    const { me } = one;
    const before = await rows(town, 'accounts', 'drafts');
    await faults('POST', { ...fault, path: '/sns/jscode2session', times: null });
    await agreeAndBegin(me);
    await sayName(one);
    await me.reads(/已保存 \d\d:\d\d，在这部手机里/);
    await me.tap('link', /^谁来申请/);
    await me.tap('link', /^您的身份证号/);
    await me.reads(sentence);
    expect(await rows(town, 'accounts', 'drafts')).toEqual(before);
    await faults('DELETE');
    await me.tap('button', '再试一次');
    await me.type('姓名', one.name);
    await me.back();
    expect(await me.screen().getByLabel('您的姓名', { exact: true }).first().inputValue()).toBe(one.name);
    await me.back();
    await me.reads(/已保存 \d\d:\d\d，替您留到/);
    const after = Object.fromEntries(Object.entries(before).map(([table, n]) => [table, n + 1]));
    expect(await rows(town, 'accounts', 'drafts')).toEqual(after);
    await endsWell(town, one);
  });
});

describe('少见的，问一次就收下', () => {
  it('家里没有大人：问谁在照顾；没接上再交，不再问第二遍', async () => {
    const one = await newPhone(town, browser, invent('2012-06-01'));
    const { me } = one;
    await agreeAndBegin(me);
    await fillTheLeast(one);
    await me.tap('button', '交上去');
    await me.reads('家里没有大人？现在谁在照顾您？');
    await me.type('想说一句也行', '外婆来照看');
    const before = await rows(town, 'submissions');
    once(one.app, 'PUT /api/applications', () => ({ answer: { status: 503, body: JSON.stringify(BUSY) } }));
    await me.tap('button', '对，就是这样');
    await me.reads('这会儿正忙，是我们的问题');
    await me.tap('button', '再试一次');
    await me.reads('已经收到了');
    expect(await rows(town, 'submissions')).toEqual({ submissions: (before.submissions ?? 0) + 1 });
    await endsWell(town, one);
  });
});

describe('那个地方还没接到这里', () => {
  it('填以前就说，给打印的；硬要交也不收', async () => {
    const one = await newPhone(town, browser);
    const { me } = one;
    await agreeAndBegin(me);
    const [district, township] = await notLive();
    await sayWhere(me, district, township);
    await me.reads(/^要到.*去办$/);
    await me.reads('那里还没用上救助通。打电话、去窗口，一样算数。');
    await me.tap('button', '先往下填');
    await sayName(one);
    await sayNumber(one);
    await sign(me);
    const before = await rows(town, 'submissions', 'applications', 'work_items');
    const heard = listen(one.app);
    await me.tap('link', /^检查一遍，交上去/);
    await me.tap('button', '交上去');
    await me.reads(/^要到.*去办$/);
    await me.tap('button', '填好印出来，带到窗口');
    await me.reads(one.name);
    await me.tap('button', '抄成文字');
    await me.reads('抄好了，粘到哪里都行');
    const [copied] = (await one.app.calls('setClipboardData')) as { data: string }[];
    expect(copied?.data).toContain(one.name);
    expect(copied?.data).not.toContain(one.number);
    expect(heard).not.toContain('PUT /api/applications');
    expect(await rows(town, 'submissions', 'applications', 'work_items')).toEqual(before);
    await endsWell(town, one);
  });
});

const BUSY = { type: 'about:problem/busy', title: '这会儿正忙', status: 503, code: 'busy' };

/** A township whose district has no office on this system: none of Jiulongpo, Yongchuan, Tongliang. */
async function notLive(): Promise<[string, string]> {
  const api = town.residentUrl;
  type Option = { readonly code: string; readonly name: string };
  const all = (await fetch(`${api}/api/places/districts`).then((r) => r.json())) as Option[];
  const district = all.find((d) => d.name === '渝中区') as Option;
  const inside = (await fetch(`${api}/api/places/districts/${district.code}/townships`).then((r) => r.json())) as Option[];
  return [district.name, (inside[0] as Option).name];
}

const faults = (method: 'POST' | 'DELETE', fault?: object) =>
  fetch(`${town.sandbox.url}/__sandbox/faults`, { method, ...(fault && { body: JSON.stringify(fault) }) });
