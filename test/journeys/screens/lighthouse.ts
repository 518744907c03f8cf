import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { portForTest } from '@assist/local-postgres/testing';
import { chromium } from 'playwright-core';
import { webHands } from '../_town/web-hands.ts';
import { withTown } from './with-town.ts';

// `npm run lighthouse`: what Lighthouse says of the pages a person comes to first, from a whole running system. Needs the web build.
// Fetched when it is run, not with every clone: it brings more packages than the rest of the tests together.
const LIGHTHOUSE = 'lighthouse@13.5.0';
const CATEGORIES = ['performance', 'accessibility', 'best-practices'] as const;
const PAGES = {
  首页: '/pages/home/index',
  先算一算: '/packages/check/pages/questions/index',
  政策: '/packages/know/pages/library/index',
  急事求助: '/pages/urgent/index',
} as const;

interface Report {
  readonly categories: Readonly<Record<string, { readonly score: number | null }>>;
  readonly audits: Readonly<Record<string, { readonly title: string; readonly score: number | null; readonly displayValue?: string }>>;
}

async function lighthouse(url: string, port: number): Promise<Report> {
  const { stdout } = await promisify(execFile)(
    'npx',
    [
      '--yes',
      LIGHTHOUSE,
      url,
      `--port=${port}`,
      // Big words are a setting of this browser: without it every page would begin in the standard mode.
      '--disable-storage-reset',
      '--output=json',
      '--quiet',
      '--no-enable-error-reporting',
      `--only-categories=${CATEGORIES.join(',')}`,
    ],
    { maxBuffer: 64 * 1024 * 1024 },
  );
  return JSON.parse(stdout) as Report;
}

/** A browser that keeps its settings, open to Lighthouse at a port; in it 长辈版 is turned on as a person does. */
async function inBrowser(web: string, elder: boolean, act: (port: number) => Promise<void>): Promise<void> {
  const profile = mkdtempSync(path.join(tmpdir(), 'assist-lighthouse-'));
  const port = await portForTest();
  const browser = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-background-networking', `--remote-debugging-port=${port}`],
  });
  try {
    if (elder) {
      const page = await browser.newPage();
      await page.goto(`${web}/#/pages/mine/index`);
      await webHands(page).tap('switch', '长辈版');
      await page.close();
    }
    await act(port);
  } finally {
    await browser.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

await withTown(async (town) => {
  for (const elder of [false, true])
    await inBrowser(town.web, elder, async (port) => {
      for (const [name, page] of Object.entries(PAGES)) {
        const { categories, audits } = await lighthouse(`${town.web}/#${page}`, port);
        const scores = CATEGORIES.map((id) => `${id} ${Math.round((categories[id]?.score ?? 0) * 100)}`);
        process.stdout.write(`${elder ? '长辈版' : '标准版'} ${name}: ${scores.join(', ')}\n`);
        for (const [id, audit] of Object.entries(audits))
          if (audit.score !== null && audit.score < 0.9)
            process.stdout.write(`  ${id} ${audit.score} ${audit.displayValue ?? audit.title}\n`);
      }
    });
});
