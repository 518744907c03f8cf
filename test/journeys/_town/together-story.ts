import type { Browser } from 'playwright-core';
import { type Visitor, weappVisitor, webVisitor } from '../_layout/visitor.ts';
import { newPersona } from './bad-day.ts';
import type { Engine } from './open-phone.ts';
import type { Town } from './town.ts';

/** A phone of somebody who was not seen here yet, who agreed to the notice. */
export async function ownPhone(town: Town, browser: Browser, engine: Engine = '微信版'): Promise<Visitor> {
  const visitor = engine === '微信版' ? weappVisitor : webVisitor;
  const phone = await visitor(town, await newPersona(town), browser);
  await phone.open('/pages/privacy/index');
  await phone.me.tap('button', '同意');
  return phone;
}

/** A name written with the finger on the box for it. */
export async function writeName({ me, page }: Visitor): Promise<void> {
  const paper = me.screen().locator('.handwriting-box').first();
  await paper.scrollIntoViewIfNeeded();
  const box = await paper.boundingBox();
  if (!box) throw new Error('没有写名字的地方');
  const hand = await page.context().newCDPSession(page);
  const at = (x: number, y: number) => ({ x: Math.round(box.x + box.width * x), y: Math.round(box.y + box.height * y) });
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', point?: { x: number; y: number }) =>
    hand.send('Input.dispatchTouchEvent', { type, touchPoints: point ? [point] : [] });
  await touch('touchStart', at(0.2, 0.3));
  for (const [x, y] of [
    [0.3, 0.6],
    [0.4, 0.3],
    [0.5, 0.7],
    [0.7, 0.4],
  ] as const)
    await touch('touchMove', at(x, y));
  await touch('touchEnd');
  await me.screen().getByLabel('写了名字').waitFor();
  await hand.detach();
}

/** A code for speaking as it stands on the page: it is told once, and to nobody but who made it. */
export async function codeOn({ me }: Visitor): Promise<string> {
  const paper = me.screen().locator('.code-big').first();
  await paper.waitFor({ timeout: 15_000 });
  return (await paper.innerText()).replace(/\s/g, '');
}

export interface FamilyAdult {
  readonly relation: string;
  readonly name: string;
  readonly birth: string;
  readonly number: string;
}

/** Another adult of the household with their identity card: what is left open is asked later. Ends at the list of parts. */
export async function addAdult({ me, open }: Visitor, { relation, name, birth, number }: FamilyAdult): Promise<void> {
  await open('/packages/apply/pages/members/index');
  await me.tap('button', '再加一个人');
  await me.pick('是您的什么人', relation);
  await me.type('姓名', name);
  await me.pickDay('出生日期', birth);
  await me.tap('button', '好了，下一步');
  await me.tap('radio', '身份证');
  await me.type('身份证号', number);
  await me.tap('button', '好了，下一步');
  await open('/packages/apply/pages/tasks/index');
}

/** One face instead of a name written by hand: a consent of its own, then WeChat's screen. */
export async function signByFace({ me }: Visitor, number: string): Promise<void> {
  await me.tap('button', '不写字，刷一下脸');
  await me.type('身份证号', number);
  await me.tap('checkbox', '我同意这一次刷脸');
  await me.tap('button', '同意，开始刷脸');
}
