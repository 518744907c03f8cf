import type { Browser } from 'playwright-core';
import { expect } from 'vitest';
import type { OutgoingCall, WeappApp } from '../../weapp-harness/index.ts';
import { findByRole, type Hands } from './hands.ts';
import { openWeapp } from './open-phone.ts';
import { sayWhere, sign } from './resident-story.ts';
import type { Town } from './town.ts';
import { weappHands } from './weapp-hands.ts';

export interface Invented {
  readonly name: string;
  readonly number: string;
  readonly birth: string;
}

/** A person with a phone of their own in WeChat. */
export interface Resident extends Invented {
  readonly app: WeappApp;
  readonly me: Hands;
}

/** Who fills the form in, in whichever engine. */
export type Filling = Omit<Resident, 'app'>;

let made = 0;
/** Somebody new: no two stories share a person. The check digit holds (GB 11643). */
export function invent(birth = '1969-05-17'): Invented {
  made += 1;
  const body = `500107${birth.replaceAll('-', '')}${String(300 + made)}`;
  const sum = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2].reduce((all, weight, i) => all + weight * Number(body[i]), 0);
  const surname = '赵钱孙吴郑王冯卫蒋沈韩杨朱秦许'[made % 15];
  return { name: `${surname}平安`, number: `${body}${'10X98765432'[sum % 11]}`, birth };
}

/** Somebody whom WeChat has not seen yet. @returns the name of their phone in the sandbox */
export async function newPersona(town: Town): Promise<string> {
  const answer = await fetch(`${town.sandbox.url}/__sandbox/personas`, { method: 'POST', body: '{}' });
  return ((await answer.json()) as { id: string }).id;
}

/** Opens the app on the phone of somebody whom WeChat has not seen yet. */
export async function newPhone(town: Town, browser: Browser, who: Invented = invent()): Promise<Resident> {
  const app = await openWeapp(town, await newPersona(town), browser);
  return { ...who, app, me: weappHands(app) };
}

/** Hears every call that leaves the phone, as `PUT /api/applications`: ids are left out. */
export function listen(app: WeappApp): string[] {
  const heard: string[] = [];
  app.onNetwork((call) => void heard.push(named(call)));
  return heard;
}
const named = ({ method, path }: OutgoingCall): string => `${method} ${path.replace(/\/[0-9a-f-]{36}/g, '')}`;

/** Lets one thing happen to the next call of this kind, and nothing to the others. */
export function once(app: WeappApp, kind: string, fault: Parameters<WeappApp['onNetwork']>[0]): void {
  let done = false;
  app.onNetwork((call) => {
    if (done || named(call) !== kind) return undefined;
    done = true;
    return fault(call);
  });
}

/** Sits at the number, and comes back to the list of parts. */
export async function sayNumber({ me, name, number }: Filling): Promise<void> {
  await me.tap('link', /^谁来申请/);
  await me.tap('link', /^您的身份证号/);
  await me.type('姓名', name);
  await me.type('身份证号', number);
  await me.tap('button', '写好了');
  await me.reads(`${name}，记下了`);
  await me.back();
  await me.back();
}

export async function sayName({ me, name, birth }: Filling): Promise<void> {
  await me.tap('link', /^谁来申请/);
  await me.type('您的姓名', name);
  await me.pickDay('出生日期', birth);
  await me.back();
}

/** The least that can be sent: where, who, and the three consents. Ends before the button that sends. */
export async function fillTheLeast(one: Filling): Promise<void> {
  await sayWhere(one.me);
  await one.me.reads('您的申请归杨家坪街道办事处');
  await one.me.tap('button', '往下填');
  await sayNumber(one);
  await sayName(one);
  await sign(one.me);
  await one.me.tap('link', /^检查一遍，交上去/);
}

/** The number for speaking, as it stands on the page on top. */
export async function receiptNumber(me: Hands): Promise<string> {
  const number = /\S+ \d{6}-\d{3}-[A-Z2-9]/.exec(await me.text())?.[0];
  if (!number) throw new Error(`没有回执号：\n${await me.text()}`);
  return number;
}

/** As often as an impatient hand can, without waiting for anything. */
export async function tapTimes({ app, me }: Resident, name: string, times: number): Promise<void> {
  const box = await (await findByRole(me.screen(), 'button', name)).boundingBox();
  if (!box) throw new Error(`「${name}」不在屏幕上`);
  for (let n = 0; n < times; n++) await app.page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
}

/** Rows of every table in which something of a resident could be kept. */
export async function rows(town: Town, ...tables: string[]): Promise<Record<string, number>> {
  const counted: Record<string, number> = {};
  for (const table of tables) {
    const [row] = await town.sql`select count(*)::int as n from ${town.sql(table)}`;
    counted[table] = row?.n;
  }
  return counted;
}

/** What every story ends with: the app broke no rule, and nothing of these people is in a log. */
export async function endsWell(town: Town, ...people: Resident[]): Promise<void> {
  for (const { app, name, number } of people) {
    await app.assertClean();
    for (const secret of [name, number]) expect(town.log.filter((line) => line.includes(secret))).toEqual([]);
    await app.close();
  }
}
