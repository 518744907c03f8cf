import { createSecretKey, type KeyObject } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { TransactionSql } from 'postgres';
import { type CipherKey, KeyNotInHand, sealedBy } from '../../crypto/field-cipher.ts';
import { hashedOver } from '../../crypto/keyed-hash.ts';
import type { Client } from '../../db/connect.ts';
import type { Context } from '../context.ts';
import { HASHED_COLUMNS } from './hashed-places.ts';
import { SEALED_COLUMNS, type SealedColumn } from './sealed-places.ts';

export interface RehashTimes {
  /** Until everybody rests: every process has looked by then (it looks every ten seconds). */
  readonly announceMs: number;
  /** Until whoever began before has ended: longer than a statement, a call outside and a transaction at rest may take. */
  readonly drainMs: number;
  /** How long it then waits for those who have not; nothing is changed where they take longer. */
  readonly patienceMs: number;
  /** How long the hashing itself may take: nothing is changed where it takes longer. */
  readonly mostMs: number;
}
export const REHASH_TIMES: RehashTimes = { announceMs: 30_000, drainMs: 60_000, patienceMs: 60_000, mostMs: 60 * 60_000 };

export type Rehashed =
  | { readonly kind: 'rehashed'; readonly ids: readonly string[]; readonly rows: Readonly<Record<string, number>>; readonly ms: number }
  /** Every key of the configuration is in use. */
  | { readonly kind: 'nothing-new' }
  /** The configuration lacks keys that rows are hashed with. */
  | { readonly kind: 'lacks'; readonly ids: readonly string[] }
  | { readonly kind: 'under-way' }
  /** The login is bound by row security: it would leave out what it does not see. */
  | { readonly kind: 'bound' };

type Tx = TransactionSql;

/** Pages of a table that are hashed with one statement: some ten thousand rows. */
const PAGES = 200;

/**
 * Hashes every keyed hash there is once more, with the first key of the configuration that the rows are not hashed with yet: in one transaction,
 * while nobody works out a hash. Reading that needs none goes on. A kill leaves everything as it was, and people wait no longer than `mostMs`.
 * @param owner a connection of a login that owns the tables and that row security does not bind
 * @throws where it took too long, somebody who began before did not end, or a data key is missing here: nothing was changed
 */
export async function rehash(
  ctx: Context,
  owner: Client,
  keys: readonly CipherKey[],
  times: RehashTimes = REHASH_TIMES,
  said: (what: string) => void = () => undefined,
): Promise<Rehashed> {
  const [login] = await owner`select rolsuper or rolbypassrls as free from pg_roles where rolname = current_user`;
  if (!login?.free) return { kind: 'bound' };
  const [row] = await owner<{ ids: string[] }[]>`select ids from hash_keys`;
  const ids = row?.ids ?? keys.slice(0, 1).map((key) => key.id);
  const lacks = ids.filter((id) => !keys.some((key) => key.id === id));
  if (lacks.length > 0) return { kind: 'lacks', ids: lacks };
  const next = keys.find((key) => !ids.includes(key.id));
  if (!next) return { kind: 'nothing-new' };
  const { announceMs, drainMs, patienceMs, mostMs } = times;
  const [rests] = await owner<{ from: string }[]>`
    insert into hash_keys (ids, rests_from, rests_until, changed_at)
    values (${ids}, clock_timestamp() + ${`${announceMs} ms`}::text::interval, clock_timestamp() + ${`${announceMs + drainMs + mostMs} ms`}::text::interval, now())
    on conflict (one) do update set rests_from = excluded.rests_from, rests_until = excluded.rests_until, changed_at = now()
      where hash_keys.rests_until is null or hash_keys.rests_until < clock_timestamp()
    returning rests_from::text as from`;
  if (!rests) return { kind: 'under-way' };
  try {
    said(`from ${rests.from} on nobody works out a hash`);
    await pause(announceMs + drainMs);
    await nobodyFromBefore(owner, rests.from, patienceMs);
    const began = performance.now();
    const rows = await owner.begin((tx) => allAtOnce(ctx, tx, [...ids, next.id], next, said));
    return { kind: 'rehashed', ids: [...ids, next.id], rows, ms: Math.round(performance.now() - began) };
  } finally {
    await owner`update hash_keys set rests_from = null, rests_until = null, changed_at = now() where rests_from = ${rests.from}::timestamptz`;
  }
}

/** Whoever was in a transaction when the rest began may hold a hash of before. */
async function nobodyFromBefore(owner: Client, from: string, forMs: number): Promise<void> {
  const until = performance.now() + forMs;
  for (;;) {
    const [left] = await owner<{ n: number }[]>`select count(*)::int as n from pg_stat_activity
      where datname = current_database() and application_name like 'assist-%' and pid <> pg_backend_pid() and xact_start < ${from}::timestamptz`;
    if (left?.n === 0) return;
    if (performance.now() > until) throw new Error(`${left?.n} transactions from before do not end; nothing was changed`);
    await pause(200);
  }
}

async function allAtOnce(
  ctx: Context,
  tx: Tx,
  ids: readonly string[],
  next: CipherKey,
  said: (what: string) => void,
): Promise<Record<string, number>> {
  // Rows that are only added to, or frozen, are hashed again too, and nobody is told of it.
  await tx
    .unsafe(
      'set local session_replication_role = replica; set local row_security = off; set local statement_timeout = 0; set local lock_timeout = 60000',
    )
    .simple();
  await tx.unsafe(`lock table ${Object.keys(HASHED_COLUMNS).join(', ')} in share row exclusive mode`);
  const key = createSecretKey(next.bytes);
  const rows: Record<string, number> = {};
  for (const [table, columns] of Object.entries(HASHED_COLUMNS)) {
    rows[table] = await hashTable(ctx, tx, table, columns, key);
    if (rows[table] > 0) said(`${table}: ${rows[table]}`);
  }
  const done =
    await tx`update hash_keys set ids = ${[...ids]}, changed_at = now() where clock_timestamp() < rests_until - interval '1 minute'`;
  if (done.count !== 1) throw new Error('it took longer than everybody rests; nothing was changed');
  return rows;
}

/** Its place in the table, then by `h0`, `h1` … its hashes, and by `s0`, `p0` … what lies sealed under a place that names one of them, and where. */
type Found = { readonly at: string } & Readonly<Record<string, Buffer | string | null>>;

async function hashTable(ctx: Context, tx: Tx, table: string, columns: readonly string[], key: KeyObject): Promise<number> {
  const sealed = SEALED_COLUMNS.filter((one) => one.table === table && one.place.includes('hash'));
  const [size] = await tx<{ pages: number }[]>`
    select (pg_relation_size(${table}::regclass) / current_setting('block_size')::int)::int as pages, set_config('enable_seqscan', 'off', true)`;
  const asked = [
    'ctid::text as at',
    ...columns.map((column, n) => `${column} as h${n}`),
    ...sealed.flatMap(({ column, place }, n) => [`${column} as s${n}`, `${place} as p${n}`]),
  ];
  let all = 0;
  for (let page = 0; page < (size?.pages ?? 0); page += PAGES) {
    // What was written here just now lies in the same pages.
    const rows = await tx.unsafe<Found[]>(
      `select ${asked.join(', ')}
       from ${table} where ctid >= '(${page},0)' and ctid < '(${page + PAGES},0)' and xmin <> (pg_current_xact_id()::text::bigint % 4294967296)::text::xid
         and (${columns.map((column) => `${column} is not null`).join(' or ')})`,
    );
    if (rows.length > 0)
      await put(
        tx,
        table,
        columns,
        sealed,
        rows.map((row) => anew(ctx, row, columns.length, sealed.length, key)),
      );
    all += rows.length;
  }
  return all;
}

/** A row's place, its hashes, and what was sealed under one of them sealed under the new one: as hexadecimal. */
function anew(ctx: Context, row: Found, hashes: number, sealed: number, key: KeyObject): (string | null)[] {
  const places = new Map<string, string>();
  const values: (string | null)[] = [row.at];
  for (let n = 0; n < hashes; n++) {
    const hash = row[`h${n}`] as Buffer | null;
    const newer = hash && hashedOver(key, hash).toString('hex');
    if (hash && newer && sealed > 0) places.set(hash.toString('hex'), newer);
    values.push(newer);
  }
  for (let n = 0; n < sealed; n++) {
    const [value, place] = [row[`s${n}`] as Buffer | null, row[`p${n}`] as string | null];
    values.push(value && place ? movedTo(ctx, place, places, value).toString('hex') : null);
  }
  return values;
}

function movedTo(ctx: Context, place: string, places: ReadonlyMap<string, string>, value: Buffer): Buffer {
  try {
    const plain = ctx.cipher.openBytes(place, value);
    return ctx.cipher.seal(
      [...places].reduce((text, [from, to]) => text.replace(from, to), place),
      plain,
    );
  } catch (error) {
    // One of ours, and another process has its key: left behind, it would lie under a place that nothing names any more.
    const by = sealedBy(value);
    if (by && error instanceof KeyNotInHand) throw new Error(`sealed by ${by.id}, which is not in hand; nothing was changed`);
    // As when it is sealed anew: what nobody can open stays as it is.
    return value;
  }
}

async function put(
  tx: Tx,
  table: string,
  columns: readonly string[],
  sealed: readonly SealedColumn[],
  rows: readonly (string | null)[][],
): Promise<void> {
  const set = [...columns, ...sealed.map((one) => one.column)].map((column, n) => `${column} = decode(v.one ->> ${n + 1}, 'hex')`);
  const done = await tx.unsafe(
    `update ${table} t set ${set.join(', ')} from jsonb_array_elements($1::text::jsonb) as v(one) where t.ctid = (v.one ->> 0)::tid`,
    [JSON.stringify(rows)],
  );
  if (done.count !== rows.length) throw new Error(`${table}: ${rows.length} rows were read and ${done.count} hashed; nothing was changed`);
}
