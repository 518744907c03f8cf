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
 * One statement in a transaction of its own, with something said before it (`set_config(…, true)`): begin, what is said, the statement and
 * commit leave together, so that all four cost one wait and one write to the socket instead of three. What fails undoes all of it: a commit
 * after an error is a rollback.
 */
export async function inOneTrip<T>(client: Client, say: (on: ReservedSql) => Waiting, run: (on: ReservedSql) => Waiting): Promise<T> {
  const on = await client.reserve();
  const all = [on.unsafe('begin') as unknown as Waiting, say(on), run(on), on.unsafe('commit') as unknown as Waiting].map((one) =>
    one.execute(),
  );
  try {
    const [begun, said, value, committed] = await settled(all);
    for (const one of [value, begun, said, committed]) if (one?.status === 'rejected') throw one.reason;
    on.release();
    return (value as PromiseFulfilledResult<T>).value;
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
