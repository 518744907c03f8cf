import { type CallLimits, callLimits } from './call-limits.ts';
import { type SandboxClock, sandboxClock } from './clock.ts';
import { type FaceChecks, faceChecks } from './face-checks.ts';
import { createFaults, type Faults } from './faults.ts';
import { type OneTimeCodes, oneTimeCodes } from './one-time-codes.ts';
import { createPeople, type People } from './people.ts';
import { createPersonas, type Personas } from './personas.ts';
import type { PushTarget } from './pushes.ts';
import { createSubscriptions, type Subscriptions, type Template } from './subscriptions.ts';
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
  readonly people: People;
  /** Identity number of whose face is in front of a persona's phone. Without one it is the person to be checked. */
  readonly inFront: Map<string, string>;
  readonly faceChecks: FaceChecks;
  readonly subscriptions: Subscriptions;
  /** Where this WeChat tells events to, as the operator set it. */
  readonly push: { target: PushTarget | undefined };
  readonly calls: CallRecord[];
  readonly wait: (ms: number) => Promise<void>;
}

export interface WorldOptions {
  readonly appid: string;
  readonly secret: string;
  readonly clock: () => number;
  readonly stateFile?: string | undefined;
  readonly templates: readonly Template[];
  readonly push: PushTarget | undefined;
  readonly wait: (ms: number) => Promise<void>;
}

export function createWorld(options: WorldOptions): World {
  const clock = sandboxClock(options.clock);
  const personas = createPersonas(options.appid, options.stateFile);
  return {
    appid: options.appid,
    secret: options.secret,
    clock,
    personas,
    loginCodes: oneTimeCodes(clock),
    phoneCodes: oneTimeCodes(clock),
    tokens: createTokens(clock),
    limits: callLimits(clock),
    faults: createFaults(),
    sessionKeys: new Map(),
    people: createPeople(personas),
    inFront: new Map(),
    faceChecks: faceChecks(clock),
    subscriptions: createSubscriptions(options.templates),
    push: { target: options.push },
    calls: [],
    wait: options.wait,
  };
}

/** Forgets codes, tokens, counters, faults, calls, face checks, agreements and messages. People keep their openids; templates and the push address stay. */
export function forget(world: World): void {
  world.loginCodes.clear();
  world.phoneCodes.clear();
  world.tokens.clear();
  world.limits.clear();
  world.faults.clear();
  world.sessionKeys.clear();
  world.people.clear();
  world.inFront.clear();
  world.faceChecks.clear();
  world.subscriptions.clear();
  world.calls.length = 0;
}
