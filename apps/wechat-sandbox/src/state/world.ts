import { type CallLimits, callLimits } from './call-limits.ts';
import { type SandboxClock, sandboxClock } from './clock.ts';
import { createFaults, type Faults } from './faults.ts';
import { type OneTimeCodes, oneTimeCodes } from './one-time-codes.ts';
import { createPersonas, type Personas } from './personas.ts';
import { createTokens, type Tokens } from './tokens.ts';

/** One wire call as a test may read it: no code, token, secret or phone number in it. */
interface CallRecord {
  readonly at: string;
  readonly method: string;
  readonly path: string;
  readonly errcode: number;
}

/** Everything that this WeChat remembers. */
export interface World {
  readonly appid: string;
  readonly secret: string;
  readonly clock: SandboxClock;
  readonly personas: Personas;
  readonly loginCodes: OneTimeCodes;
  readonly phoneCodes: OneTimeCodes;
  readonly tokens: Tokens;
  readonly limits: CallLimits;
  readonly faults: Faults;
  /** session_key by openid: one that counts for each person at a time. */
  readonly sessionKeys: Map<string, string>;
  readonly calls: CallRecord[];
  readonly wait: (ms: number) => Promise<void>;
}

export interface WorldOptions {
  readonly appid: string;
  readonly secret: string;
  readonly clock: () => number;
  readonly stateFile?: string | undefined;
  readonly wait: (ms: number) => Promise<void>;
}

export function createWorld(options: WorldOptions): World {
  const clock = sandboxClock(options.clock);
  return {
    appid: options.appid,
    secret: options.secret,
    clock,
    personas: createPersonas(options.appid, options.stateFile),
    loginCodes: oneTimeCodes(clock),
    phoneCodes: oneTimeCodes(clock),
    tokens: createTokens(clock),
    limits: callLimits(clock),
    faults: createFaults(),
    sessionKeys: new Map(),
    calls: [],
    wait: options.wait,
  };
}

/** Forgets codes, tokens, counters, faults and calls. People keep their openids. */
export function forget(world: World): void {
  world.loginCodes.clear();
  world.phoneCodes.clear();
  world.tokens.clear();
  world.limits.clear();
  world.faults.clear();
  world.sessionKeys.clear();
  world.calls.length = 0;
}
