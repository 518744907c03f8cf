import { isLost } from './in-one-trip.ts';

interface Gathering<T, R> {
  /** Two of one key never go together. */
  readonly keyOf: (one: T) => string;
  /** All of them as one: all of it is there or none. @returns in the order given */
  readonly run: (all: readonly T[]) => Promise<readonly R[]>;
}

/** How many go together at the most. */
const MOST = 32;
/** How many such parts are under way at once: while one waits for the disk the next is put together. */
const AT_ONCE = 2;

interface Waiting<T, R> {
  readonly one: T;
  readonly done: (value: R) => void;
  readonly failed: (error: unknown) => void;
}

/**
 * One thing at a time as whoever calls it sees it, but what comes while others are under way goes together in one: one commit, one wait for the
 * disk. What comes while nothing is under way goes at once. Nobody is answered before all that went with it is done. What Postgres refuses
 * together is tried again one by one, so that it fails alone; where the connection was lost nobody knows, and everybody is told so.
 */
export function gathered<T, R>({ keyOf, run }: Gathering<T, R>): (one: T) => Promise<R> {
  let waiting: Waiting<T, R>[] = [];
  let underWay = 0;

  const next = (): Waiting<T, R>[] => {
    const keys = new Set<string>();
    const [part, rest]: [Waiting<T, R>[], Waiting<T, R>[]] = [[], []];
    for (const one of waiting) {
      const goes = part.length < MOST && !keys.has(keyOf(one.one));
      keys.add(keyOf(one.one));
      (goes ? part : rest).push(one);
    }
    waiting = rest;
    return part;
  };
  const alone = async ({ one, done, failed }: Waiting<T, R>): Promise<void> => {
    try {
      const [value] = await run([one]);
      done(value as R);
    } catch (error) {
      failed(error);
    }
  };
  const send = async (part: readonly Waiting<T, R>[]): Promise<void> => {
    const [first] = part;
    if (part.length === 1 && first) return alone(first);
    try {
      const values = await run(part.map(({ one }) => one));
      for (const [n, { done }] of part.entries()) done(values[n] as R);
    } catch (error) {
      if (isLost(error)) for (const { failed } of part) failed(error);
      // Not waited for: what holds up one of them holds up nobody else.
      else for (const one of part) void alone(one);
    }
  };
  const goOn = (): void => {
    while (underWay < AT_ONCE && waiting.length > 0) {
      underWay++;
      void send(next()).then(() => {
        underWay--;
        goOn();
      });
    }
  };
  return (one) =>
    new Promise((done, failed) => {
      waiting.push({ one, done, failed });
      goOn();
    });
}
