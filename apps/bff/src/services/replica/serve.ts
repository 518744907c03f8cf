import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from '../../db/connect.ts';
import { type LogPosition, positionOf, type ReplicaLink } from '../../db/replica.ts';
import type { Context } from '../context.ts';
import { within } from '../within.ts';
import { type Lag, lagOf } from './lag.ts';
import { mayServe, type NotServed } from './may-serve.ts';
import { isReplicaRead } from './reads.ts';
import { Unserved, whyNot } from './why-not.ts';

/** Milliseconds. */
export interface ReplicaLimits {
  /** How long a reader waits for a replica that is a little behind. */
  readonly catchUp: number;
  /** From the question until the replica says that it shows enough; then until everything is read. The primary is asked after it. */
  readonly check: number;
  readonly read: number;
  /** A look at how it does takes no longer. */
  readonly look: number;
  /** Readers wait in vain for so long, and none is served: nobody answers on these connections any more, they are let go. */
  readonly stuck: number;
}
const LIMITS: ReplicaLimits = { catchUp: 50, check: 250, read: 1000, look: 1000, stuck: 5000 };
const LOOK_EVERY_MS = 1000;
/** A replica further behind is not asked at all until a look finds it nearer. */
const MOST_BEHIND_S = 1;

/** Reads with a verb, from a replica where it shows all that was there when the request began, else from the primary. */
export type Read = <T>(ctx: Context, verb: (ctx: Context) => Promise<T>) => Promise<T>;

export interface ReplicaState {
  readonly usable: boolean;
  readonly lag: Lag;
}

export interface ReplicaReads {
  /** At the beginning of a request: asks the primary how far it is. @returns undefined where this is not read from a replica at all */
  begin(endpointId: string): Read | undefined;
  /** Sees how far the replica is. Until the first look it is not asked. */
  look(): Promise<void>;
  /** Looks each second until the signal. */
  keepLooking(stop: AbortSignal): Promise<void>;
  readonly state: ReplicaState;
  close(): Promise<void>;
}

export interface ReplicaOptions {
  /** The primary, as the residents' side sees it. */
  readonly primary: Client;
  readonly link: ReplicaLink;
  /** Told of each read: undefined where the replica served it. */
  readonly counted: (notServed: NotServed | undefined) => void;
  /** For tests of the choice. */
  readonly position?: () => Promise<LogPosition | undefined>;
  readonly limits?: ReplicaLimits;
}

const poolOfReplica = (() => {
  throw new Error('what is read from a replica is read with ctx.db');
}) as unknown as Client;

/** Keeps nothing between two requests but whether the replica answered of late: what a request may see is asked of the primary each time. */
export function replicaReads({
  primary,
  link,
  counted,
  position = () => positionOf(primary),
  limits = LIMITS,
}: ReplicaOptions): ReplicaReads {
  const lags = lagOf(() => performance.now());
  let avoided: NotServed | undefined = 'away';
  let vainSince: number | undefined;

  async function readFromReplica<T>(ctx: Context, at: LogPosition, verb: (ctx: Context) => Promise<T>): Promise<T> {
    let over = false;
    let sayEnough: () => void = () => undefined;
    const enough = new Promise<void>((resolve) => {
      sayEnough = resolve;
    });
    const attempt = link.reading(async (db, standing) => {
      const until = performance.now() + limits.catchUp;
      for (let wait = 1; ; wait = Math.min(wait * 2, 8)) {
        if (over) throw new Unserved('slow');
        const why = mayServe(await standing(), at);
        if (!why) break;
        if (why !== 'behind' || performance.now() >= until) throw new Unserved(why);
        await pause(wait);
      }
      sayEnough();
      return verb({ ...ctx, db, client: poolOfReplica });
    });
    try {
      await within(limits.check, () => Promise.race([enough, attempt]));
      return await within(limits.read, () => attempt);
    } finally {
      over = true;
    }
  }

  const read = async <T>(asked: Promise<LogPosition | undefined>, ctx: Context, verb: (ctx: Context) => Promise<T>): Promise<T> => {
    const at = await asked;
    // The primary is in trouble itself: it says so better than we.
    if (!at) return verb(ctx);
    let why: NotServed | undefined;
    try {
      const value = await readFromReplica(ctx, at, verb);
      vainSince = undefined;
      counted(undefined);
      return value;
    } catch (error) {
      why = whyNot(error);
      if (!why) {
        counted(undefined);
        throw error;
      }
    }
    counted(why);
    if (why === 'slow') {
      vainSince ??= performance.now();
      if (performance.now() - vainSince >= limits.stuck) {
        vainSince = undefined;
        link.letGo();
      }
    } else if (why !== 'broke' && why !== 'writes') avoided = why;
    return verb(ctx);
  };

  const look = async (): Promise<void> => {
    const at = await within(limits.look, position).catch(() => undefined);
    if (!at) return;
    const standing = await within(limits.look, () => link.look()).catch((error: unknown) => {
      // Refused is said at once; where nothing is said, nothing will be.
      if (whyNot(error) === 'slow') link.letGo();
      return undefined;
    });
    const lag = lags.seen(at, standing);
    const why = standing ? mayServe(standing, at) : 'away';
    avoided = why === 'behind' && lag.seconds <= MOST_BEHIND_S ? undefined : why;
  };

  return {
    begin(endpointId) {
      if (!isReplicaRead(endpointId)) return undefined;
      if (avoided) {
        const why = avoided;
        return (ctx, verb) => {
          counted(why);
          return verb(ctx);
        };
      }
      const asked = position().catch(() => undefined);
      return (ctx, verb) => read(asked, ctx, verb);
    },
    look,
    async keepLooking(stop) {
      while (!stop.aborted) {
        await look();
        await pause(LOOK_EVERY_MS, undefined, { signal: stop, ref: false }).catch(() => undefined);
      }
    },
    get state() {
      return { usable: avoided === undefined, lag: lags.now() };
    },
    close: () => link.close(),
  };
}
