import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { staffApi } from '@assist/contracts';
import { type Browser, chromium, type Page, type Request } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, expect, vi } from 'vitest';
import { FakeTownship } from './fake-township.ts';
import type { OnStage } from './stage.ts';

/** The built page in a real Chromium, under the page policy it is served with, against a township in memory. */
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const NOW = new Date('2026-11-22T10:32:00+08:00');

/** Builds the page and starts the browser for the tests of one file. */
export function theStage(): OnStage {
  /** A build there is already may be named; nothing is built then. */
  const given = process.env.DESK_DIST;
  const dist = given ?? mkdtempSync(join(tmpdir(), 'desk-'));
  // It builds the page and waits for a real Chromium on two shared cores.
  vi.setConfig({ testTimeout: 60_000, hookTimeout: 180_000 });

  let browser: Browser;
  beforeAll(async () => {
    if (!given) {
      // Under a test antd gives every dialog the same id: the page is built as it is for people.
      vi.stubEnv('NODE_ENV', 'production');
      await build({ root, logLevel: 'error', build: { outDir: dist, emptyOutDir: true } });
      vi.unstubAllEnvs();
    }
    browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    if (!given) rmSync(dist, { recursive: true, force: true });
  });

  return async (play, prepare) => {
    const town = new FakeTownship(dist);
    prepare?.(town);
    const origin = await town.listen();
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'zh-CN' });
    const page = await context.newPage();
    const wrong: string[] = [];
    page.on('console', (m) => m.type() === 'error' && !m.text().startsWith('Failed to load resource') && wrong.push(m.text()));
    page.on('pageerror', (e) => wrong.push(e.message));
    page.on('request', (r) => /^(https?|wss?):/.test(r.url()) && !r.url().startsWith(origin) && wrong.push(`foreign: ${r.url()}`));
    await page.clock.install({ time: NOW });
    await page.clock.resume();
    const settled = untilSettled(page);
    const open = async (path: string): Promise<void> => {
      await page.goto(origin + path);
      await page.locator('main').first().waitFor();
      await settled();
    };
    const READS = new Set<string>(Object.values(staffApi).flatMap(({ id, method }) => (method === 'GET' ? id : [])));
    try {
      await play({ page, town, origin, open, settled, acts: () => town.heard.map((h) => h.id).filter((id) => !READS.has(id)) });
      expect(wrong).toEqual([]);
    } catch (error) {
      // What stood there is the first thing one asks; everybody on this stage is invented.
      if (error instanceof Error) error.message += `\n\nThe page read: ${await page.locator('body').innerText()}`;
      throw error;
    } finally {
      await context.close();
      await town.close();
    }
  };
}

/** Until everything that was asked for is answered, and what is drawn of it asks for nothing more. A page's own `networkidle` is half a second of nothing. */
function untilSettled(page: Page): () => Promise<void> {
  const asked = new Set<Request>();
  page.on('request', (request) => asked.add(request));
  const answered = (request: Request) => asked.delete(request);
  page.on('requestfinished', answered).on('requestfailed', answered);
  // Twice, for what an effect of the first drawing asks.
  const drawn = () => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  return async () => {
    do await drawn();
    while (asked.size > 0);
  };
}
