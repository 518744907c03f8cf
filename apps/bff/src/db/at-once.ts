import type { PendingQuery, Row } from 'postgres';
import type { Client } from './connect.ts';
import { inOneTrip } from './in-one-trip.ts';

/** Statements written by hand; `on` also makes a part of one, to be put into its text. */
export type Looks<T extends readonly Row[][]> = (on: Client) => { readonly [K in keyof T]: PendingQuery<T[K]> };
/** How a pool that is bound to somebody does it. */
export const AT_ONCE = Symbol('at once');
interface Bound {
  readonly [AT_ONCE]?: <T extends readonly Row[][]>(looks: Looks<T>) => Promise<T>;
}

/**
 * Planned once for each connection, whatever the values: row security makes planning cost ten times what running does. And by nobody else:
 * such a plan knows no values, takes a clerk's items in hand for tens of thousands, and begins two processes to count none (10 ms of 13).
 */
export const PLANNED_FOR_A_PAGE =
  "set_config('plan_cache_mode', 'force_generic_plan', true), set_config('max_parallel_workers_per_gather', '0', true)";

/**
 * Everything that one page looks at, in one trip and one transaction. The plan is made without the values, so a text says itself what its
 * index needs (`open`, not `open = $1`). Not inside a transaction: this is one.
 */
export const atOnce = <T extends readonly Row[][]>(client: Client, looks: Looks<T>): Promise<T> =>
  (client as Bound)[AT_ONCE]?.(looks) ??
  inOneTrip<T>(
    client,
    (on) => on`select ${on.unsafe(PLANNED_FOR_A_PAGE)}`,
    (on) => looks(on as unknown as Client),
  );
