import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { pageServer } from '@assist/launcher/page';
import { type ServerType, serve } from '@hono/node-server';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchChromium } from '../weapp-harness/index.ts';

const H5_DIST = path.resolve(import.meta.dirname, '../../apps/miniprogram/dist/h5');
/** What a slow line carries in a few seconds (issue 6). Bytes, as they travel. */
const MOST_BYTES = 400_000;

let browser: Browser;
let server: ServerType;
let address: string;
beforeAll(async () => {
  browser = await launchChromium();
  let app: ReturnType<typeof pageServer> | undefined;
  await new Promise<void>((listening) => {
    server = serve({ fetch: (request) => app?.fetch(request) as Promise<Response>, port: 0, hostname: '127.0.0.1' }, () => listening());
  });
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  // Nobody answers behind the page: what is measured is the page itself.
  app = pageServer({ address, policy: 'residents', folder: H5_DIST, forward: {} });
});
afterAll(async () => {
  server?.close();
  await browser?.close();
});

it('网页版第一屏：要下载的脚本，压好了不到 400 kB', { timeout: 120_000 }, async () => {
  const page = await browser.newPage({ viewport: { width: 375, height: 720 } });
  const scripts: string[] = [];
  page.on('request', (request) => request.resourceType() === 'script' && scripts.push(new URL(request.url()).pathname));
  await page.goto(address);
  await page.getByRole('link', { name: '申请救助' }).first().waitFor();
  // What is fetched ahead for the next pages comes when nobody waits for it.
  const first = [...scripts];
  const sizes = first.map((file) => gzipSync(readFileSync(path.join(H5_DIST, file))).length);
  const all = sizes.reduce((sum, bytes) => sum + bytes, 0);
  process.stdout.write(`第一屏的脚本：${first.length} 个，压好 ${Math.round(all / 1000)} kB\n`);
  expect(first.length).toBeGreaterThan(1);
  expect(all).toBeLessThan(MOST_BYTES);
  await page.close();
});

it('在电脑的浏览器里：不铺满，一栏在中间；滚到底，下面的按钮还在那一栏里', { timeout: 120_000 }, async () => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(`${address}/#/pages/urgent/index`);
  const button = page.getByRole('button', { name: '送给镇街' });
  await button.waitFor();
  const middle = { left: (1280 - 600) / 2, right: (1280 + 600) / 2 };
  for (const turn of ['as it opens', 'at its end']) {
    const box = await button.boundingBox();
    expect(box && box.x >= middle.left && box.x + box.width <= middle.right && box.y + box.height <= 800, turn).toBe(true);
    await page.mouse.move(640, 400);
    await page.mouse.wheel(0, 5000);
    await page.getByText('打 12345').scrollIntoViewIfNeeded();
  }
  const seen = await page.getByText('打 12345').boundingBox();
  expect(seen && seen.y > 0 && seen.y < 800).toBe(true);
  await page.close();
});
