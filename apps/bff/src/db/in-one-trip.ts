import type { ReservedSql } from 'postgres';
import type { Client } from './connect.ts';

type Query = Promise<unknown>;
/** Sends nothing until it is asked to; asked to, it is on its way. */
interface Waiting {
  execute(): Query;
}

/** The server said nothing more: nobody knows of such a connection any more, and it must not be given back. */
export const isLost = (error: unknown): boolean =>
  /^(CONNECTION_|CONNECT_TIMEOUT$|E[A-Z]+$)/.test((error as { code?: string } | null)?.code ?? '');

/**
 * Statements that need nothing of each other, in a transaction of their own, with something said before them (`set_config(…, true)`): begin,
 * what is said, the statements and commit leave together, so that all of it costs one wait and one write to the socket. What fails undoes all
 * of it: a commit after an error is a rollback.
 */
export async function inOneTrip<T extends readonly unknown[]>(
  client: Client,
  say: (on: ReservedSql) => Waiting,
  run: (on: ReservedSql) => readonly Waiting[],
): Promise<T> {
  const on = await client.reserve();
  const begin = on.unsafe('begin') as unknown as Waiting;
  const all = [begin, say(on), ...run(on), on.unsafe('commit') as unknown as Waiting].map((one) => one.execute());
  try {
    const [begun, said, ...rest] = await settled(all);
    const values = rest.slice(0, -1);
    // Of several the first that failed: those after it say only that the transaction is aborted.
    for (const one of [...values, begun, said, rest.at(-1)]) if (one?.status === 'rejected') throw one.reason;
    on.release();
    return values.map((one) => (one as PromiseFulfilledResult<unknown>).value) as unknown as T;
  } catch (error) {
    if (!isLost(error)) on.release();
    throw error;
  }
}

/** All of them; or, once the connection is gone, at once: what had not left yet would be waited for for ever. */
const settled = (all: readonly Query[]): Promise<PromiseSettledResult<unknown>[]> =>
  new Promise((resolve, reject) => {
    for (const one of all) one.catch((error: unknown) => isLost(error) && reject(error));
    Promise.allSettled(all).then(resolve, reject);
  });

/** A value that is not there would be found out when the others are under way already, and leave them without their answers. */
export function refuseUndefined(values: readonly unknown[]): void {
  if (values.includes(undefined)) throw new Error('a statement with an undefined value');
}
