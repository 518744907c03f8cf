import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { FakeTownship } from './fake-township.ts';
import type { Scene } from './scene.ts';
import { COUNTER_SCENES } from './scenes-counter.ts';
import { IN_FORCE_SCENES } from './scenes-in-force.ts';

/**
 * Pictures of every page and state of the desk, from the built page and a township in memory.
 * `node test/screens.ts [folder] [name it begins with] [only this width]`; needs `vite build` before and a Chromium (`CHROMIUM`, or /usr/bin/chromium).
 */
const here = dirname(fileURLToPath(import.meta.url));
const out = process.argv[2] ?? join(here, '..', 'screens-out');
const only = process.argv[3];
const onlyWidth = Number(process.argv[4] ?? 0);

const NOW = new Date('2026-11-22T10:32:00+08:00');
const sizes = [
  [1600, 1000],
  [1280, 800],
] as const;

const scenes = [...COUNTER_SCENES, ...IN_FORCE_SCENES];

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
