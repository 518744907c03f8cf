import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { FakeTownship } from './fake-township.ts';
import { AUDITOR, QUEUE } from './fixtures.ts';
import { CALL_ID, COMPLAINT_ID, LIST_ID, OBJECTION_ID, SUPERVISOR } from './fixtures-beside.ts';
import { CONFIRMER, STANDARD_RUN_ID } from './fixtures-district.ts';
import { AUTHENTICATION_ID, CHANGE_ID, caseFile, visitItem } from './fixtures-in-force.ts';
import { OTHER_LANES } from './fixtures-lanes.ts';
import { APPLIED, RUN_ID } from './fixtures-run.ts';

/**
 * Pictures of every page and state of the desk, from the built page and a township in memory.
 * `node test/screens.ts [folder] [name it begins with] [only this width]`; needs `vite build` before and a Chromium (`CHROMIUM`, or /usr/bin/chromium).
 */
const here = dirname(fileURLToPath(import.meta.url));
const out = process.argv[2] ?? join(here, '..', 'screens-out');
const only = process.argv[3];
const onlyWidth = Number(process.argv[4] ?? 0);

const NOW = new Date('2026-11-22T10:32:00+08:00');
const CASE = QUEUE[3]?.applicationId ?? '';
const sizes = [
  [1600, 1000],
  [1280, 800],
] as const;

/** Pages as whoever leads the office sees them. */
const SUPERVISED = [
  ['supervisor', '/supervisor'],
  ['urgent', `/urgent/${CALL_ID}`],
  ['objections', '/queue/objections'],
  ['objection', `/objections/${OBJECTION_ID}`],
  ['complaints', '/queue/complaints'],
  ['complaint', `/complaints/${COMPLAINT_ID}`],
  ['complaint-letter', `/complaints/${COMPLAINT_ID}/letter`],
  ['alerts', '/queue/alerts'],
  ['watched', '/watched'],
  ['referrals', '/referrals'],
  ['payments', '/payments'],
  ['payment', `/payments/${LIST_ID}`],
  ['reports', '/reports'],
  ['reviews', '/reviews'],
  ['gradual', '/gradual'],
  ['archives', '/archives'],
  ['paper', `/register/${caseFile().caseId}/paper`],
  ['colleagues', '/colleagues'],
] as const;

type Scene = readonly [
  name: string,
  path: string,
  prepare?: (town: FakeTownship) => void,
  play?: (page: Page, town: FakeTownship) => Promise<void>,
];
const scenes: readonly Scene[] = [
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
      await p.getByRole('button', { name: '写明', exact: true }).click();
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
  ['force-runs', '/runs'],
  ['force-run', `/runs/${RUN_ID}`],
  [
    'force-record',
    `/runs/${RUN_ID}`,
    undefined,
    async (p) => {
      await p.getByRole('button', { name: '领这一件' }).click();
      await p.getByRole('button', { name: '记下：入户走访' }).click();
    },
  ],
  [
    'force-rules',
    `/runs/${RUN_ID}`,
    (t) => {
      t.runMore = APPLIED;
    },
    async (p) => void (await p.getByRole('button', { name: '领这一件' }).click()),
  ],
  ['force-changes', '/queue/changes'],
  ['force-change', `/changes/${CHANGE_ID}`],
  [
    'force-opinion',
    `/changes/${CHANGE_ID}`,
    undefined,
    async (p) => {
      await p.getByRole('button', { name: '领这一件' }).click();
      await p.getByRole('button', { name: '写初步意见' }).click();
      await p.getByText('可能减少').click();
    },
  ],
  ['force-authentications', '/queue/authentications'],
  ['force-visit', `/authentications/${visitItem().workItemId}`],
  ['force-register', '/register'],
  ['force-case-file', `/register/${caseFile().caseId}`],
  ['force-imports', '/imports'],
  ...SUPERVISED.map(
    ([name, path]): Scene => [
      name,
      path,
      (t) => {
        t.staff = SUPERVISOR;
        t.items = [...t.items, ...OTHER_LANES];
      },
    ],
  ),
  [
    'town-move',
    `/register/${caseFile().caseId}`,
    (t) => {
      t.staff = SUPERVISOR;
    },
    async (p) => {
      await p.getByRole('button', { name: '搬家了，转镇街' }).click();
      await p.getByRole('button', { name: '转过去' }).click();
      await p.waitForTimeout(400);
    },
  ],
  [
    'town-certificate',
    `/register/${caseFile().caseId}/certificate`,
    undefined,
    async (p) => void (await p.getByRole('button', { name: '开这张证明' }).click()),
  ],
  [
    'town-certificate-paper',
    `/register/${caseFile().caseId}/certificate`,
    undefined,
    async (p) => {
      await p.getByLabel('给哪一位开').click();
      await p.getByTitle('周德明').click();
      await p.getByText('凭他的核身码').click();
      await p.locator('#certificate-code').fill('K7MT4QWX');
      await p.getByRole('button', { name: '开这张证明' }).click();
      await p.getByRole('article', { name: '救助证明' }).waitFor();
    },
  ],
  [
    'town-once',
    '/payments',
    (t) => {
      t.staff = SUPERVISOR;
    },
    async (p) => {
      await p.getByRole('button', { name: '看谁、多少（留痕）' }).click();
      await p.getByText('2 笔').waitFor();
    },
  ],
  [
    'town-elsewhere',
    '/runs',
    (t) => {
      t.staff = CONFIRMER;
    },
    async (p) => void (await p.getByRole('button', { name: '记一件别省来的核对请求' }).click()),
  ],
  [
    'town-standards',
    '/standards',
    (t) => {
      t.staff = CONFIRMER;
    },
  ],
  [
    'town-standard-run',
    `/standards/${STANDARD_RUN_ID}`,
    (t) => {
      t.staff = SUPERVISOR;
    },
  ],
  [
    'town-supervisor-take',
    '/supervisor',
    (t) => {
      t.staff = SUPERVISOR;
    },
    async (p) => {
      await p
        .getByRole('button', { name: /^接过来办/ })
        .first()
        .click();
      await p.waitForTimeout(400);
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

async function shoot(browser: Browser, [name, path, prepare, play]: Scene): Promise<void> {
  for (const [width, height] of sizes) {
    if (onlyWidth && width !== onlyWidth) continue;
    const town = new FakeTownship(process.env.DESK_DIST ?? join(here, '..', 'dist'));
    prepare?.(town);
    const origin = await town.listen();
    const page = await browser.newPage({ viewport: { width, height }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
    page.on('console', (m) => m.type() === 'error' && console.error(`${name}@${width}`, m.text()));
    page.on('pageerror', (e) => console.error(`${name}@${width}`, e.message));
    await page.clock.install({ time: NOW });
    await page.clock.resume();
    await page.goto(origin + path);
    await page.locator('main').first().waitFor();
    await page.waitForLoadState('networkidle');
    await play?.(page, town);
    await page.screenshot({ path: join(out, `${name}-${width}.png`) });
    if (name.startsWith('case') && width === 1600 && name === 'case') await page.pdf({ path: join(out, 'case.pdf'), format: 'A4' });
    if (name === 'code-slip' && width === 1600) await page.pdf({ path: join(out, 'code-slip.pdf'), format: 'A4' });
    await page.close();
    await town.close();
  }
}

mkdirSync(out, { recursive: true });
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
try {
  for (const scene of scenes) if (!only || scene[0].startsWith(only)) await shoot(browser, scene);
} finally {
  await browser.close();
}
