import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Town } from './town.ts';

/** A clerk's browser, signed in at the desk by the identity provider. */
export async function openDesk(town: Town, clerk: string, browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
  const page = await context.newPage();
  await page.goto(town.desk);
  await page.getByText('用单位账号登录', { exact: true }).last().click();
  await page.getByRole('button', { name: clerk }).click();
  await page.waitForURL(`${town.desk}/**`);
  await page.getByRole('main').first().waitFor();
  return page;
}

/** Takes the next one and opens it. */
export async function claimNextAndOpen(desk: Page, applicant: string): Promise<void> {
  await desk.getByRole('button', { name: /领下一件/ }).click();
  await desk.getByText('打开这一件').first().click();
  await desk.getByRole('heading', { name: `${applicant}一家` }).waitFor();
}

/** Everything that is missing in one list, each with its reason. */
export async function askFor(desk: Page, items: readonly { readonly what: string; readonly why: string }[]): Promise<void> {
  await desk.getByRole('button', { name: '请群众补' }).click();
  const dialog = desk.getByRole('dialog', { name: '请群众补' });
  for (const [n, { what, why }] of items.entries()) {
    if (n > 0) await dialog.getByRole('button', { name: '再加一样' }).click();
    const item = dialog.getByRole('group', { name: `第 ${n + 1} 样` });
    await item.getByLabel('要补什么').fill(what);
    await item.getByLabel('为什么，写给居民看').fill(why);
  }
  await dialog.getByRole('button', { name: `送出去，请补 ${items.length} 样` }).click();
  await dialog.waitFor({ state: 'hidden' });
}

/** The clock starts today. Returns when the township has it in writing: the page says 个工作日 before that too. */
export async function acceptIt(desk: Page, { sql }: Pick<Town, 'sql'>): Promise<void> {
  const [application = ''] = new URL(desk.url()).pathname.split('/').slice(-1);
  await desk.getByRole('button', { name: /^受理/ }).first().click();
  const answered = desk.waitForResponse((answer) => answer.url().endsWith('/acceptance'));
  await desk.getByRole('dialog').getByRole('button', { name: '受理，今天起算' }).click();
  await answered;
  await desk.getByRole('heading', { name: '已受理' }).waitFor();
  const [row] = await sql`select state from applications where id = ${application}`;
  expect(row?.state).toBe('accepted');
}

/** Opens the first photo and looks at what reached the desk. @returns its bytes */
export async function photoBytes(desk: Page): Promise<Buffer> {
  const answer = await desk.evaluate(async () => {
    const [application] = location.pathname.split('/').slice(-1);
    const whole = await fetch(`/staff/api/applications/${application}`).then((r) => r.json());
    const bytes: ArrayBuffer = await fetch(`/staff/api/files/${whole.files[0].fileId}`).then((r) => r.arrayBuffer());
    return Array.from(new Uint8Array(bytes));
  });
  expect(answer.length).toBeGreaterThan(0);
  return Buffer.from(answer);
}

/** What a camera hides in a picture; it must not reach the desk. */
export const HIDDEN = 'GPS 29.5N 106.5E';
