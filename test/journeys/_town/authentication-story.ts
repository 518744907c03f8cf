import type { Page } from 'playwright-core';
import { asClerk } from './change-story.ts';
import type { Hands } from './hands.ts';
import { ZHOU, ZHOU_WIFE } from './people.ts';
import type { Town } from './town.ts';

/** Invented people; check digits hold. Each has what makes a face hard. */
export const BEDRIDDEN = { name: '何桂芝', number: '500107193501020029' } as const;
export const PALSIED = { name: '周强', number: '500107199005060010' } as const;
export const BLIND = { name: '周德亮', number: '500107196509110030' } as const;
/** WeChat does not know this face; nothing else is difficult. */
export const DAUGHTER = { name: '周敏', number: '500107198802140027' } as const;
/** Holds the other phone, a web page; typed a name and number only. */
export const DEAF = { persona: 'li', name: '李素芬', number: '500107196303120022' } as const;

const day = (ms: number) => new Date(ms + 8 * 3_600_000).toISOString().slice(0, 10);
const DAY_MS = 86_400_000;

/** Two households, everybody last seen eleven months and a half ago. */
export function households(now = Date.now()): string[] {
  const seen = day(now - 350 * DAY_MS);
  const row = (household: string, head: string, who: { name: string; number: string }, relation: string) =>
    `${household},${head},${who.name},${relation},${who.number},杨家坪街道,前进村社区,城市,低保,1280,2024-03-01,无,,不能劳动,${seen},${seen},核查时上门见到本人`;
  return [
    row('J0101', ZHOU.name, ZHOU, '本人'),
    row('J0101', ZHOU.name, ZHOU_WIFE, '配偶'),
    row('J0101', ZHOU.name, DAUGHTER, '女儿'),
    row('J0101', ZHOU.name, BEDRIDDEN, '母亲'),
    row('J0101', ZHOU.name, PALSIED, '儿子'),
    row('J0101', ZHOU.name, BLIND, '弟弟'),
    row('J0102', DEAF.name, DEAF, '本人'),
  ];
}

/** What the next faces in front of this phone come to. */
export const orderFace = (town: Town, order: object): Promise<unknown> =>
  fetch(`${town.sandbox.url}/__sandbox/face/orders`, { method: 'POST', body: JSON.stringify(order) });

/** One face, from the page before it: the consent of this one time, and WeChat's screen. */
export async function showFace(me: Hands, consent: string): Promise<void> {
  await me.reads('看着屏幕的亮光就行');
  await me.tap('checkbox', consent);
  await me.tap('button', '同意，开始');
}

/** The clerk fixes the day, and after it writes down who was met. */
export async function meetAtVisit(desk: Page, visitId: string): Promise<void> {
  const on = day(Date.now());
  const visitors = ['何丽', '李强'];
  await asClerk(desk, 'PUT', `/api/visits/${visitId}/done`, { met: true, on, visitors, note: '见到本人，一切都好' });
}

/** The clerk says when, and who comes. @returns the code that they say at the door */
export async function arrangeVisit(desk: Page, visitId: string, where: 'home' | 'village'): Promise<string> {
  const tomorrow = day(Date.now() + DAY_MS);
  const body = { day: tomorrow, half: 'morning', where, visitors: ['何丽', '李强'] };
  const { code } = await asClerk<{ code?: string }>(desk, 'PUT', `/api/visits/${visitId}/arranged`, body);
  if (!code) throw new Error('an arranged visit has no code');
  return code;
}
