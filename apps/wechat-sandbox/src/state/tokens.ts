import { type SandboxClock, shanghaiDay } from './clock.ts';
import { randomText } from './random-text.ts';

interface TokenAnswer {
  readonly access_token: string;
  readonly expires_in: number;
}

export interface Tokens {
  /** `/cgi-bin/stable_token`; 45009 when forced more than 20 times a day. */
  stable(force: boolean): TokenAnswer | 45009;
  /** `/cgi-bin/token`. */
  plain(): TokenAnswer;
  /** The errcode for a call that brings this token, or undefined when it is good. */
  refusal(token: string): 40001 | 42001 | undefined;
  clear(): void;
}

const LIFETIME_MS = 7_200_000;
/** In its last five minutes a token is renewed; old and new work side by side. */
const OVERLAP_MS = 300_000;
const FORCE_PAUSE_MS = 30_000;
const FORCES_A_DAY = 20;

interface Living {
  readonly space: 'stable' | 'plain';
  expiresAt: number;
}

/** Two token spaces that know nothing of each other (protocol §3.1, §3.2). */
export function createTokens(clock: SandboxClock): Tokens {
  const living = new Map<string, Living>();
  const latest: { stable?: string; plain?: string } = {};
  let forces = { day: 0, times: 0, last: -Infinity };

  const make = (space: Living['space']): TokenAnswer => {
    const token = `100_${randomText(156)}`;
    living.set(token, { space, expiresAt: clock.now() + LIFETIME_MS });
    latest[space] = token;
    return { access_token: token, expires_in: LIFETIME_MS / 1000 };
  };
  const leftOf = (token: string | undefined): number => (living.get(token ?? '')?.expiresAt ?? 0) - clock.now();

  return {
    stable(force) {
      const now = clock.now();
      const left = leftOf(latest.stable);
      if (force && now - forces.last >= FORCE_PAUSE_MS) {
        const day = shanghaiDay(now);
        const times = forces.day === day ? forces.times + 1 : 1;
        if (times > FORCES_A_DAY) return 45009;
        forces = { day, times, last: now };
        for (const [token, { space }] of living) if (space === 'stable') living.delete(token);
        return make('stable');
      }
      if (latest.stable === undefined || left < OVERLAP_MS) return make('stable');
      return { access_token: latest.stable, expires_in: Math.floor(left / 1000) };
    },
    plain() {
      // The one before lives on for about five minutes (from memory, protocol §3.2).
      const before = living.get(latest.plain ?? '');
      if (before !== undefined) before.expiresAt = Math.min(before.expiresAt, clock.now() + OVERLAP_MS);
      return make('plain');
    },
    refusal(token) {
      const known = living.get(token);
      if (known === undefined) return 40001;
      return clock.now() >= known.expiresAt ? 42001 : undefined;
    },
    clear() {
      living.clear();
      delete latest.stable;
      delete latest.plain;
      forces = { day: 0, times: 0, last: -Infinity };
    },
  };
}
