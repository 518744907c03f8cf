import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { createStorage, launchWeapp, type WeappApp } from '../../weapp-harness/index.ts';
import type { Hands } from './hands.ts';
import { type Town, WEAPP_API, WEAPP_DIST } from './town.ts';
import { weappHands } from './weapp-hands.ts';
import { webHands } from './web-hands.ts';

export const ENGINES = ['微信版', '网页版'] as const;
export type Engine = (typeof ENGINES)[number];

export interface OpenPhone {
  readonly me: Hands;
  /** Pictures that the app kept for the person: in the album, or among the browser's downloads. */
  pictures(): Promise<Uint8Array[]>;
  /** Fails when the page threw or broke a rule of its engine. */
  assertClean(): Promise<void>;
  close(): Promise<void>;
}

/** The WeChat build on a phone of its own. */
export const openWeapp = (town: Town, persona: string, browser: Browser, storage = createStorage()): Promise<WeappApp> =>
  launchWeapp({ dist: WEAPP_DIST, persona, sandboxUrl: town.sandbox.url, origins: { [WEAPP_API]: town.residentUrl }, storage, browser });

/** A phone with the app open on its first page, in either engine. */
export async function openPhone(engine: Engine, town: Town, person: { readonly persona: string }, browser: Browser): Promise<OpenPhone> {
  if (engine === '微信版') {
    const app = await openWeapp(town, person.persona, browser);
    return { me: weappHands(app), pictures: app.album, assertClean: app.assertClean, close: app.close };
  }
  const context = await browser.newContext({
    viewport: { width: 375, height: 760 },
    hasTouch: true,
    isMobile: true,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });
  const page = await context.newPage();
  const wrong: string[] = [];
  const kept: Promise<Uint8Array>[] = [];
  page.on('download', (file) => kept.push(file.path().then((at) => readFileSync(at))));
  page.on('pageerror', (error) => wrong.push(String(error.stack ?? error)));
  page.on('console', (m) => m.type() === 'error' && wrong.push(`${m.text()} ${m.location().url}`));
  // On a development machine the address says whose phone it is; in WeChat, WeChat knows.
  await page.goto(`${town.web}/?persona=${person.persona}`);
  return {
    me: webHands(page),
    pictures: () => Promise.all(kept),
    assertClean: async () => {
      if (wrong.length > 0) throw new Error(`the page complained: ${wrong.join('\n')}`);
    },
    close: () => context.close(),
  };
}
