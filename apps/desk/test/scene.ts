import type { Page } from 'playwright-core';
import type { FakeTownship } from './fake-township.ts';

/** One picture: its name, where, what the township holds, and what is done before it is taken. */
export type Scene = readonly [
  name: string,
  path: string,
  prepare?: (town: FakeTownship) => void,
  play?: (page: Page, town: FakeTownship) => Promise<void>,
];
