import type { Page } from 'playwright-core';
import type { FakeTownship } from './fake-township.ts';

/** One page in a real Chromium and the township behind it. */
export interface Stage {
  readonly page: Page;
  readonly town: FakeTownship;
  readonly origin: string;
  readonly open: (path: string) => Promise<void>;
  /** Everything that was asked for is answered and drawn. */
  readonly settled: () => Promise<void>;
  /** Ids of the endpoints that were called, reads left out. */
  readonly acts: () => string[];
}
export type OnStage = (play: (stage: Stage) => Promise<void>, prepare?: (town: FakeTownship) => void) => Promise<void>;

export const names = (page: Page): Promise<string[]> => page.locator('.row__open').allTextContents();
export const focused = (page: Page): Promise<string> => page.evaluate(() => document.activeElement?.textContent ?? '');
