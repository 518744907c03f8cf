import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
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

async function lighthouse(url: string): Promise<Report> {
  const { stdout } = await promisify(execFile)(
    'npx',
    [
      '--yes',
      LIGHTHOUSE,
      url,
      '--output=json',
      '--quiet',
      '--no-enable-error-reporting',
      `--only-categories=${CATEGORIES.join(',')}`,
      '--chrome-flags=--headless=new --no-sandbox --disable-background-networking',
    ],
    { env: { ...process.env, CHROME_PATH: process.env.CHROMIUM ?? '/usr/bin/chromium' }, maxBuffer: 64 * 1024 * 1024 },
  );
  return JSON.parse(stdout) as Report;
}

await withTown(async (town) => {
  for (const [name, page] of Object.entries(PAGES)) {
    const { categories, audits } = await lighthouse(`${town.web}/#${page}`);
    const scores = CATEGORIES.map((id) => `${id} ${Math.round((categories[id]?.score ?? 0) * 100)}`);
    process.stdout.write(`${name}: ${scores.join(', ')}\n`);
    for (const [id, audit] of Object.entries(audits))
      if (audit.score !== null && audit.score < 0.9) process.stdout.write(`  ${id} ${audit.score} ${audit.displayValue ?? audit.title}\n`);
  }
});
