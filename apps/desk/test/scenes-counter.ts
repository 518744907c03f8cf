import { AUDITOR, QUEUE } from './fixtures.ts';
import { AUTHENTICATION_ID } from './fixtures-in-force.ts';
import type { Scene } from './scene.ts';

const CASE = QUEUE[3]?.applicationId ?? '';

/** The queue, one application, and what is done at the counter. */
export const COUNTER_SCENES: readonly Scene[] = [
  ['queue', '/queue'],
  [
    'queue-empty',
    '/queue',
    (t) => {
      t.items = [];
    },
  ],
  [
    'queue-problem',
    '/queue',
    (t) => {
      t.refuse.set('queue', 'busy');
    },
    async (p) => void (await p.waitForTimeout(2500)),
  ],
  [
    'queue-keys',
    '/queue',
    undefined,
    async (p) => {
      await p.keyboard.press('j');
      await p.keyboard.press('j');
    },
  ],
  [
    'queue-claimed',
    '/queue',
    undefined,
    async (p) => {
      await p.keyboard.press('n');
      await p.getByText('领到了').waitFor();
    },
  ],
  [
    'queue-help',
    '/queue',
    undefined,
    async (p) => {
      await p.keyboard.press('?');
      await p.getByText('单个字母').waitFor();
    },
  ],
  [
    'queue-auditor',
    '/queue',
    (t) => {
      t.staff = AUDITOR;
    },
  ],
  [
    'identity',
    '/queue/identity',
    undefined,
    async (p) => {
      await p.getByRole('button', { name: '领 钱世秀 这一件' }).click();
      await p.getByRole('button', { name: '写明哪个是本人' }).click();
    },
  ],
  ['case', `/cases/${CASE}`],
  [
    'case-citation',
    `/cases/${CASE}`,
    undefined,
    async (p) => {
      await p.locator('.judge .cite__b').first().click();
      await p.waitForTimeout(400);
    },
  ],
  [
    'case-accept',
    `/cases/${CASE}`,
    undefined,
    async (p) => {
      await p.getByRole('button', { name: '受理', exact: true }).click();
      await p.waitForTimeout(400);
    },
  ],
  ['case-accepted', `/cases/${QUEUE[7]?.applicationId}`],
  [
    'case-correction',
    `/cases/${CASE}`,
    undefined,
    async (p) => {
      await p.keyboard.press('c');
      await p.getByRole('button', { name: '看病的单子', exact: true }).click();
      await p.getByRole('button', { name: '户口簿', exact: true }).click();
      await p.waitForTimeout(300);
    },
  ],
  [
    'case-resident',
    `/cases/${CASE}`,
    undefined,
    async (p) => {
      await p.keyboard.press('v');
      await p.waitForTimeout(500);
    },
  ],
  [
    'case-photo',
    `/cases/${CASE}`,
    undefined,
    async (p) => {
      await p
        .getByRole('button', { name: /照片 2 张/ })
        .first()
        .click();
      await p.getByRole('button', { name: '两张一起看' }).click();
      await p.waitForTimeout(500);
      await p.keyboard.press('t');
      await p.waitForTimeout(300);
    },
  ],
  [
    'case-release',
    `/cases/${CASE}`,
    undefined,
    async (p) => {
      await p.getByRole('button', { name: '放回队列' }).click();
      await p.waitForTimeout(400);
    },
  ],
  [
    'case-auditor',
    `/cases/${CASE}`,
    (t) => {
      t.staff = AUDITOR;
    },
  ],
  ['case-problem', '/cases/018f3a2e-0000-7000-8000-000000009999', undefined, async (p) => void (await p.waitForTimeout(2500))],
  [
    'codes',
    '/codes',
    undefined,
    async (p) => {
      await p.getByRole('button', { name: '给码' }).click();
    },
  ],
  [
    'met-somebody',
    '/queue/authentications',
    undefined,
    async (p) => {
      await p.getByRole('button', { name: '登记一个人' }).click();
      await p.getByText('上门见到', { exact: true }).click();
      await p.getByRole('button', { name: '登记，算今年认证' }).click();
    },
  ],
  ['letter', `/letters/${AUTHENTICATION_ID}`],
  [
    'code-slip',
    '/codes',
    undefined,
    async (p) => {
      await p.locator('#code-name').fill('李素芬');
      await p.locator('#code-number').fill('11010519491231002X');
      await p.getByRole('checkbox', { name: '我看过证件原件' }).check();
      await p.getByRole('button', { name: '给码' }).click();
      await p.getByText('把这个码给本人').waitFor();
    },
  ],
  [
    'audit',
    '/audit',
    (t) => {
      t.staff = AUDITOR;
    },
  ],
  [
    'sign-in',
    '/',
    (t) => {
      t.staff = null;
    },
  ],
  [
    'offline',
    '/queue',
    undefined,
    async (p) => {
      await p.context().setOffline(true);
      await p.waitForTimeout(300);
    },
  ],
];
