import { STATEMENTS } from '@assist/contracts';
import { readSetting, writeSetting } from './settings';
import { makeStore, useStore } from './store';

/** Version and moment of the privacy notice that was agreed to on this phone. It names nobody. */
export interface Agreement {
  readonly version: string;
  readonly at: string;
}

const KEY = 'agreement';
export const agreement = makeStore<Agreement | undefined>(readSetting<Agreement>(KEY));

const current = (a: Agreement | undefined): boolean => a?.version === STATEMENTS['privacy-notice'].version;

/** Nothing is collected and nobody is signed in before this is true. */
export const hasAgreed = (): boolean => current(agreement.get());
export const useAgreed = (): boolean => current(useStore(agreement));

export function recordAgreement(): void {
  agreement.set({ version: STATEMENTS['privacy-notice'].version, at: new Date().toISOString() });
  writeSetting(KEY, agreement.get());
}

export function forgetAgreement(): void {
  agreement.set(undefined);
  writeSetting(KEY, null);
}
