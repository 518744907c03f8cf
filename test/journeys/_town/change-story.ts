import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Visitor } from '../_layout/visitor.ts';
import { ZHOU, ZHOU_WIFE } from './people.ts';
import { photo } from './photo.ts';
import type { Town } from './town.ts';

/** What the district's register has of this household: he earns nothing, she 900 yuan a month, 640 yuan of allowance. */
const COLUMNS =
  '户编号,户主,成员姓名,与户主关系,证件号码,镇街,村社,城乡,待遇种类,每月金额(元),起始日期,收入种类,月收入(元),就业状况,上次核查,上次见面,见面方式';
const ROWS = [
  `J0001,${ZHOU.name},${ZHOU.name},本人,${ZHOU.number},杨家坪街道,前进村社区,城市,低保,640,2024-03-01,无,,不能劳动,2026-06-10,2026-06-10,核查时上门见到本人`,
  `J0001,${ZHOU.name},${ZHOU_WIFE.name},配偶,${ZHOU_WIFE.number},杨家坪街道,前进村社区,城市,低保,640,2024-03-01,打零工,900,打零工,2026-06-10,2026-06-10,核查时上门见到本人`,
];

/** Calls the staff's API with the session of this clerk's browser. */
export async function asClerk<T>(desk: Page, method: 'GET' | 'PUT' | 'POST', path: string, body?: unknown): Promise<T> {
  const answer = await desk.evaluate(
    async ([m, p, b]) => {
      const headers: Record<string, string> = { 'x-requested-with': 'desk', 'idempotency-key': crypto.randomUUID() };
      if (b !== undefined) headers['content-type'] = 'application/json';
      const response = await fetch(`/staff${p}`, {
        method: m,
        headers,
        ...(b !== undefined && { body: b }),
      });
      return { status: response.status, text: await response.text() };
    },
    [method, path, body === undefined ? undefined : JSON.stringify(body)] as const,
  );
  if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`);
  return JSON.parse(answer.text) as T;
}

/** The register is sent at the desk, looked at and written by the worker. */
export async function registerHousehold(town: Town, desk: Page, rows: readonly string[] = ROWS): Promise<void> {
  const importId = crypto.randomUUID();
  const sent = await desk.evaluate(
    async ([id, csv]) => {
      const form = new FormData();
      form.append('fileName', '在册名单.csv');
      form.append('file', new Blob([csv], { type: 'text/csv' }), '在册名单.csv');
      const response = await fetch(`/staff/api/imports/${id}`, { method: 'POST', headers: { 'x-requested-with': 'desk' }, body: form });
      return { status: response.status, text: await response.text() };
    },
    [importId, [COLUMNS, ...rows].join('\r\n')] as const,
  );
  expect(sent.status, sent.text).toBe(201);
  expect(JSON.parse(sent.text).problems).toEqual([]);
  await asClerk(desk, 'PUT', `/api/imports/${importId}/confirmed`);
  await expect
    .poll(
      async () => {
        await town.worker.drain();
        return (await asClerk<{ state: string }>(desk, 'GET', `/api/imports/${importId}`)).state;
      },
      { timeout: 60_000 },
    )
    .toBe('done');
}

/** A clerk who saw the card gives a code. */
export async function codeFromCounter(desk: Page, who: { readonly name: string; readonly number: string }): Promise<string> {
  const seen = { name: who.name, paper: { kind: 'resident-identity', number: who.number }, sawPaper: true };
  return (await asClerk<{ code: string }>(desk, 'POST', '/api/verification-codes', seen)).code;
}

/** Writes name and number, and the code that the clerk gives who saw the card. */
export async function becomeVerified(
  { me, open }: Visitor,
  desk: Page,
  who: { readonly name: string; readonly number: string } = ZHOU,
): Promise<void> {
  await open('/pages/identity/index');
  await me.type('姓名', who.name);
  await me.type('身份证号', who.number);
  await me.tap('button', '写好了');
  await takeCode(me, desk, who);
}

/** The code that a clerk gives who saw the card, on the page of one's own identity. */
export async function takeCode(
  me: Visitor['me'],
  desk: Page,
  who: { readonly name: string; readonly number: string } = ZHOU,
): Promise<void> {
  await me.reads('核一下身份');
  await me.type('窗口给的码', await codeFromCounter(desk, who));
  await me.tap('button', '写好了');
  await me.reads(/已核|核过/);
}

/** `YYYY-MM-DD` in Shanghai, so many days ago. */
export const daysAgo = (days: number): string => new Date(Date.now() + 8 * 3_600_000 - days * 86_400_000).toISOString().slice(0, 10);

/** 家里有变化: her odd jobs bring 2,000 yuan since the 18th day before today, with a slip; ends before it is sent. */
export async function sayHigherWage({ me, open }: Visitor): Promise<void> {
  await open('/pages/home/index');
  await me.tap('link', '家里有变化');
  await me.tap('checkbox', '收入多了');
  await me.tap('button', '选了 1 样，下一步');
  await me.tap('checkbox', '工资涨了');
  await me.tap('button', '好了，下一步');
  await me.tap('radio', '是我自己家的事');
  await me.tap('button', '好了，下一步');
  await me.pickDay('哪一天', daysAgo(17));
  await me.tap('button', '好了，下一步');
  await me.tap('radio', ZHOU_WIFE.name);
  await me.tap('button', '好了，下一步');
  await me.tap('checkbox', '打零工的钱');
  await me.type('打零工的钱，元一个月', '2000');
  await me.type('上班要花的，元一个月', '0');
  await me.tap('button', '好了，下一步');
  await me.tap('radio', '有单子，拍照');
  await me.photograph('拍一张', [photo('wage.jpg')]);
  await me.reads('已收到');
  await me.tap('button', '好了，下一步');
  await me.tap('button', '先跳过');
  await me.reads('报了，一般不会马上停');
}
