import { drizzle } from 'drizzle-orm/postgres-js';
import type { PendingQuery, Row, TransactionSql } from 'postgres';
import { AT_ONCE, type Looks, PLANNED_FOR_A_PAGE } from './at-once.ts';
import type { Client, Database } from './connect.ts';
import { inOneTrip, refuseUndefined } from './in-one-trip.ts';

/** Who of the staff is asking, as row security knows it (migrations/0061-row-security.sql). */
export interface StaffScope {
  readonly staffId: string;
  /** Her own, and those whose handling it took over. */
  readonly offices: readonly string[];
  readonly districts?: readonly string[] | undefined;
  /** What she is. */
  readonly role?: string | undefined;
  /** Only of an assistant: hers, as the register writes them. */
  readonly villages?: readonly string[] | undefined;
  /** Ids about people whom she declared to be her relatives. */
  readonly hidden: readonly string[];
}

type Tx = TransactionSql<Record<string, never>>;

const say = (tx: Tx, actor: 'staff' | 'worker' | 'platform', scope: StaffScope, more = '') => tx`
  select set_config('assist.actor', ${actor}, true), set_config('assist.staff', ${scope.staffId}, true),
    set_config('assist.offices', ${scope.offices.join(',')}, true), set_config('assist.districts', ${scope.districts?.join(',') ?? ''}, true),
    set_config('assist.role', ${scope.role ?? ''}, true),
    set_config('assist.villages', ${scope.villages?.join('\n') ?? ''}, true), set_config('assist.hidden', ${scope.hidden.join(',')}, true)
    ${tx.unsafe(more)}`;

/**
 * The pool as somebody of the staff may use it: every statement and every transaction on it says first who is asking, and forgets it at its
 * end. What is not in a transaction gets one of its own, which leaves as one with what is said (in-one-trip.ts).
 */
export const scopedTo = (client: Client, scope: StaffScope): Scoped => bound(client, 'staff', scope);

/** The same pool as the worker sees it, for the few questions that go beyond a township. */
export const scopedToWorker = (client: Client): Scoped => bound(client, 'worker', { staffId: '', offices: [], hidden: [] });

/** The same pool as another system sees it: the districts it is configured for. */
export const scopedToPlatform = (client: Client, districts: readonly string[]): Scoped =>
  bound(client, 'platform', { staffId: '', offices: [], districts, hidden: [] });

interface Scoped {
  readonly db: Database;
  readonly client: Client;
}

function bound(client: Client, actor: 'staff' | 'worker' | 'platform', scope: StaffScope): Scoped {
  const inside = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
    client.begin(async (tx) => {
      const said = say(tx as unknown as Tx, actor, scope).execute();
      const [value] = await Promise.all([work(tx as unknown as Tx), said]);
      return value;
    }) as Promise<T>;
  // The few ways in which drizzle and our one hand-written statement use a pool.
  const once = async <T>(values: readonly unknown[], run: (on: Tx) => PendingQuery<never>): Promise<T> => {
    refuseUndefined(values);
    const [value] = await inOneTrip<[T]>(
      client,
      (on) => say(on as unknown as Tx, actor, scope),
      (on) => [run(on as unknown as Tx)],
    );
    return value;
  };
  const template = (strings: TemplateStringsArray, ...values: unknown[]) =>
    once(values, (on) => (on as unknown as Client)(strings, ...(values as never[])) as unknown as PendingQuery<never>);
  const facade = Object.assign(template, {
    options: client.options,
    begin: inside,
    [AT_ONCE]: <T extends readonly Row[][]>(looks: Looks<T>) =>
      inOneTrip<T>(
        client,
        (on) => say(on as unknown as Tx, actor, scope, `, ${PLANNED_FOR_A_PAGE}`),
        (on) => looks(on as unknown as Client),
      ),
    // For somebody bound anew to another scope: each says all of it.
    reserve: () => client.reserve(),
    unsafe: (query: string, values: never[]) => {
      const plain = () => once(values, (on) => on.unsafe(query, values) as unknown as PendingQuery<never>);
      return {
        values: () => once(values, (on) => on.unsafe(query, values).values() as unknown as PendingQuery<never>),
        // biome-ignore lint/suspicious/noThenProperty: postgres' own queries are awaited too
        then: (ok: (value: unknown) => unknown, not: (error: unknown) => unknown) => plain().then(ok, not),
      };
    },
  }) as unknown as Client;
  return { db: drizzle({ client: facade }), client: facade };
}
