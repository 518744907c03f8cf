import type { Browser, Locator, Page } from 'playwright-core';
import type { WeappApp } from '../../weapp-harness/index.ts';
import type { Hands } from '../_town/hands.ts';
import { openWeapp } from '../_town/open-phone.ts';
import type { Town } from '../_town/town.ts';
import { weappHands } from '../_town/weapp-hands.ts';
import { webHands } from '../_town/web-hands.ts';
import { axeFaults } from './axe.ts';
import { namesThatSayOtherWords } from './read-names.ts';
import { readPage, type SeenPage } from './read-page.ts';

/** Somebody who goes to any page at once, at any width, and looks closely. The same in both engines. */
export interface Visitor {
  readonly me: Hands;
  readonly page: Page;
  /** Only in the WeChat build: its network can be broken. */
  readonly app?: WeappApp;
  /** @param address route with its query, as the app names it */
  open(address: string): Promise<void>;
  setWidth(width: number): Promise<void>;
  see(): Promise<SeenPage>;
  /** What axe finds; only on the web: what the harness draws for WeChat's components is the harness's own. */
  axe?(): Promise<string[]>;
  assertClean(): Promise<void>;
  close(): Promise<void>;
}

const HEIGHT = 760;

/** The WeChat build in the harness. */
export async function weappVisitor(town: Town, persona: string, browser: Browser): Promise<Visitor> {
  const app = await openWeapp(town, persona, browser);
  // What still moves is neither here nor there.
  await app.page.emulateMedia({ reducedMotion: 'reduce' });
  const me = weappHands(app);
  return {
    me,
    // An app that was killed and started again has another one.
    get page() {
      return app.page;
    },
    app,
    open: app.open,
    setWidth: (width) => app.page.setViewportSize({ width, height: HEIGHT }),
    see: () => lookAt(me.screen()),
    assertClean: app.assertClean,
    close: app.close,
  };
}

/** The web build in Chromium. */
export async function webVisitor(town: Town, persona: string, browser: Browser): Promise<Visitor> {
  const context = await browser.newContext({
    viewport: { width: 375, height: HEIGHT },
    hasTouch: true,
    isMobile: true,
    reducedMotion: 'reduce',
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });
  const page = await context.newPage();
  const wrong: string[] = [];
  page.on('pageerror', (error) => wrong.push(String(error.stack ?? error)));
  await page.goto(`${town.web}/?persona=${persona}`);
  const me = webHands(page);
  return {
    me,
    page,
    async open(address) {
      await page.evaluate((hash) => {
        location.hash = hash;
      }, address);
    },
    setWidth: (width) => page.setViewportSize({ width, height: HEIGHT }),
    see: () => lookAt(me.screen()),
    axe: () => axeFaults(page),
    async assertClean() {
      if (wrong.length > 0) throw new Error(`the page complained: ${wrong.join('\n')}`);
    },
    close: () => context.close(),
  };
}

async function lookAt(screen: Locator): Promise<SeenPage> {
  const seen = await screen.evaluate(readPage);
  return { ...seen, otherWords: await screen.evaluate(namesThatSayOtherWords) };
}
