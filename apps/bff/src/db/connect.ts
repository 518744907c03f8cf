import type { PgDatabase } from 'drizzle-orm/pg-core';
import { drizzle, type PostgresJsQueryResultHKT } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { prepareRepeated } from './prepare-repeated.ts';
import { allowSideBySide } from './side-by-side.ts';

/** A connection pool, or a transaction on it: verbs take either. */
export type Database = PgDatabase<PostgresJsQueryResultHKT, Record<string, never>>;
export type Client = postgres.Sql;

export interface Connection {
  readonly db: Database;
  /** The same pool without drizzle, for prepared statements. Moments go in and come out as text. */
  readonly client: Client;
  close(): Promise<void>;
}

/**
 * For whom a pool works: what row security lets through where no transaction says more (migrations/0061-row-security.sql). `door` is the
 * staff's side before somebody is signed in: it sees no township's rows.
 */
export type Actor = 'account' | 'worker' | 'import' | 'door' | 'retention';

/** Of a replica: a statement that hangs there has the primary to be asked instead, and nothing is ever written. */
const READ_ONLY = { default_transaction_read_only: true, statement_timeout: 2_000 };

/**
 * Opens a pool; connects when first used, and again after the server was away.
 * @param actor without one it works as the owner of the tables, for migrations
 * @param readOnly of a replica
 */
export function connect(url: string, connections: number, name: string, actor?: Actor, readOnly = false): Connection {
  const client = postgres(url, {
    max: connections,
    connect_timeout: 5,
    // Sealed forms and keyed hashes only, but a statement that hangs must not hold a clerk's queue.
    connection: {
      application_name: name,
      statement_timeout: 15_000,
      idle_in_transaction_session_timeout: 30_000,
      ...(readOnly && READ_ONLY),
      ...(actor && { role: actor === 'retention' ? 'assist_retention' : 'assist_application', 'assist.actor': actor }),
    },
    onnotice: () => undefined,
    // A server that is away for seconds: try again soon, not after 20 s.
    backoff: (tries) => Math.min(0.1 * 2 ** tries, 2),
  });
  prepareRepeated(client);
  const db = drizzle({ client });
  allowSideBySide(db, client);
  return { db, client, close: () => client.end({ timeout: 5 }) };
}
