import { readSetting, writeSetting } from './settings';
import { makeStore, useStore } from './store';

export type ElderStep = 1 | 2 | 3 | 4 | 5;
export interface Viewing {
  readonly elder: boolean;
  /** 1 to 5: body 18, 20, 22, 26, 30 px. */
  readonly step: ElderStep;
  /** Whether the question "shall the words be bigger?" was put once. */
  readonly asked: boolean;
}

const KEY = 'viewing';
const DEFAULT: Viewing = { elder: false, step: 3, asked: false };

/** How this phone wants to see the pages. A setting of the phone, not of the person: it is kept even when they sign out. */
export const viewing = makeStore<Viewing>({ ...DEFAULT, ...readSetting<Partial<Viewing>>(KEY) });

export function setViewing(change: Partial<Viewing>): void {
  viewing.set((now) => ({ ...now, ...change }));
  writeSetting(KEY, viewing.get());
}

export const useViewing = (): Viewing => useStore(viewing);

/** Classes for the root of a page. */
export const viewingClass = ({ elder, step }: Viewing): string => (elder ? `elder elder-${step}` : '');
