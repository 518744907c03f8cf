import type { SandboxClock } from './clock.ts';
import { randomText } from './random-text.ts';

interface Issued {
  readonly personaId: string;
  readonly appid: string;
  readonly expiresAt: number;
  used: boolean;
}

/** `ok` uses the code up. `foreign` is a code that another mini-program's page made. */
type Redeemed = { state: 'ok' | 'used'; personaId: string } | { state: 'unknown' | 'expired' } | { state: 'foreign' };

export interface OneTimeCodes {
  issue(personaId: string, appid: string): string;
  /** Who made the code, without using it up. Undefined when it would not be taken. */
  peek(code: string): string | undefined;
  redeem(code: string, appid: string): Redeemed;
  clear(): void;
}

const LIFETIME_MS = 300_000;

/** Codes of `wx.login` or of a phone button: five minutes, once. */
export function oneTimeCodes(clock: SandboxClock): OneTimeCodes {
  const issued = new Map<string, Issued>();
  return {
    issue(personaId, appid) {
      const code = randomText(32);
      issued.set(code, { personaId, appid, expiresAt: clock.now() + LIFETIME_MS, used: false });
      return code;
    },
    peek(code) {
      const known = issued.get(code);
      return known === undefined || known.used || clock.now() > known.expiresAt ? undefined : known.personaId;
    },
    redeem(code, appid) {
      const known = issued.get(code);
      if (known === undefined) return { state: 'unknown' };
      if (known.appid !== appid) return { state: 'foreign' };
      if (clock.now() > known.expiresAt) return { state: 'expired' };
      if (known.used) return { state: 'used', personaId: known.personaId };
      known.used = true;
      return { state: 'ok', personaId: known.personaId };
    },
    clear: () => issued.clear(),
  };
}
