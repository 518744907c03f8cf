import type { Client } from './connect.ts';

/** How often a text has to come before it is prepared: what is said once is not kept for the life of a connection. */
const FROM_THE = 3;
/** Texts that are kept: lists of ids make one of their own for every length. */
const MOST = 1000;

type Unsafe = (text: string, values?: unknown[], options?: { readonly prepare?: boolean }) => unknown;
type WithUnsafe = { unsafe: Unsafe };
type Begun = WithUnsafe & { savepoint: (...all: unknown[]) => unknown };

/**
 * Makes the statements that come again and again prepared ones. drizzle sends every statement unprepared: the server parses it anew and the
 * client waits twice, once for its description and once for its rows. Changes the client, also as it is in transactions.
 */
export function prepareRepeated(client: Client): void {
  const seen = new Map<string, number>();
  const mayPrepare = (text: string): boolean => {
    const times = (seen.get(text) ?? 0) + 1;
    if (times > 1 || seen.size < MOST) seen.set(text, times);
    return times >= FROM_THE;
  };
  const wrapUnsafe = (on: WithUnsafe): void => {
    const { unsafe } = on;
    on.unsafe = (text, values, options) =>
      values && values.length > 0 ? unsafe(text, values, { ...options, prepare: mayPrepare(text) }) : unsafe(text, values, options);
  };
  const wrapBegun = (work: unknown): unknown => {
    if (typeof work !== 'function') return work;
    return (tx: Begun) => {
      wrapUnsafe(tx);
      const { savepoint } = tx;
      tx.savepoint = (...all) => savepoint(...all.map(wrapBegun));
      return work(tx);
    };
  };
  const pool = client as unknown as WithUnsafe & { begin: (...all: unknown[]) => unknown; reserve: () => Promise<WithUnsafe> };
  const { begin, reserve } = pool;
  wrapUnsafe(pool);
  pool.reserve = async () => {
    const one = await reserve();
    wrapUnsafe(one);
    return one;
  };
  pool.begin = (...all) => begin(...all.map(wrapBegun));
}
