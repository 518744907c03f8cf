import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchChromium } from '../weapp-harness/index.ts';
import { endsWell, fillTheLeast, invent, newPhone, type Resident, receiptNumber, sayNumber } from './_town/bad-day.ts';
import { openDesk } from './_town/desk-story.ts';
import { oneStory } from './_town/one-story.ts';
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

oneStory();
const who = invent();
let first: Resident;
let second: Resident;
let desk: Page;
let number = '';

it('镇上有一件核对的事；后写的人看到的，和写一个没人写过的号一样', async () => {
  first = await newPhone(town, browser, who);
  await agreeAndBegin(first.me);
  await fillTheLeast(first);
  await first.me.tap('button', '交上去');
  await first.me.reads('已经收到了');
  number = await receiptNumber(first.me);
  await town.worker.drain();
  const conflicts = async () => (await town.sql`select * from work_items where kind = 'identity-conflict'`).length;
  expect(await conflicts()).toBe(0);

  const fresh = await newPhone(town, browser);
  second = await newPhone(town, browser, { ...who, name: `${fresh.name[0]}小另` });
  expect(await claims(second)).toEqual(await claims(fresh));
  await town.worker.drain();
  expect(await conflicts()).toBe(1);
  expect(await whatIsSeen(second)).toEqual(await whatIsSeen(fresh));
  expect(await cases(second)).not.toContain(number);
  await endsWell(town, fresh);

  desk = await openDesk(town, '何丽', browser);
  await desk.goto(`${town.desk}/queue/identity`);
  await desk.getByText('身份核对').first().waitFor();
  await desk.getByText(who.name).first().waitFor();
});

it('窗口看过身份证给的码：交的人核过了，另一个只是自己写的还是看不到；也核过了，才看得到', async () => {
  await verify(first, await codeFor(desk, who));
  expect(await cases(second)).not.toContain(number);
  await verify(second, await codeFor(desk, who));
  expect(await cases(second)).toContain(number);
  await desk.context().close();
  await endsWell(town, first, second);
});

/** Back to where the four tabs are, and there. */
async function openTab({ app, me }: Resident, name: string): Promise<void> {
  for (let n = 0; n < 5 && (await me.screen().getByRole('tab').count()) === 0; n++) await me.back();
  await app.tap(me.screen().getByRole('tab', { name }));
}

/** Everything the phone is told when it says a number: the page, and the bodies of the answers, without what is the account's own. */
async function claims(one: Resident) {
  await agreeAndBegin(one.me);
  await sayNumber(one);
  await one.me.tap('link', /^谁来申请/);
  await one.me.tap('link', /^您的身份证号/);
  const page = await one.me.text();
  await one.me.back();
  await one.me.back();
  return without(one, page);
}

async function whatIsSeen(one: Resident) {
  const pages: string[] = [];
  for (const tab of ['办理', '消息', '我的']) {
    await openTab(one, tab);
    pages.push(without(one, await one.me.text()));
  }
  return pages;
}

/** The list of what this person may see, by title and number. */
async function cases(one: Resident): Promise<string> {
  await openTab(one, '首页');
  await openTab(one, '办理');
  await one.me.reads('这里只有您用这个微信交的');
  await one.app.settle();
  return one.me.text();
}

/** The clerk has seen the card. The desk has no screen for it yet: her browser asks as that screen would. */
async function codeFor(desk: Page, { name, number }: { readonly name: string; readonly number: string }): Promise<string> {
  const answer = await desk.evaluate(
    async (body) => {
      const headers = { 'content-type': 'application/json', 'x-requested-with': 'desk', 'idempotency-key': crypto.randomUUID() };
      const response = await fetch('/staff/api/verification-codes', { method: 'POST', headers, body: JSON.stringify(body) });
      return response.json();
    },
    { name, paper: { kind: 'resident-identity', number }, sawPaper: true },
  );
  expect(answer.code).toMatch(/^[A-Z2-9]{8}$/);
  return answer.code;
}

async function verify(one: Resident, code: string): Promise<void> {
  await openTab(one, '我的');
  await one.me.tap('link', /^我是谁/);
  await one.me.type('窗口给的码', code);
  await one.me.tap('button', '写好了');
  await one.me.reads('身份核过了。');
}

const without = (one: Resident, text: string): string =>
  text
    .replaceAll(one.name, '某人')
    .replaceAll(`${one.number[0]}${'*'.repeat(16)}${one.number[17]}`, '某号')
    .replace(/\d\d:\d\d/g, '某时');
