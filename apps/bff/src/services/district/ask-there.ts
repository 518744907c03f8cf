import { pipeline } from 'node:stream/promises';
import type { TransactionSql } from 'postgres';
import type { FileStore } from '../file/store.ts';
import { columnsOf } from './copy-rows.ts';
import { among } from './left-here.ts';
import type { Table } from './tables.ts';

type Tx = TransactionSql<Record<string, never>>;

export interface Asked {
  readonly rows: number;
  /** There by their key, and gone on with: nobody could change them here. */
  readonly goneOn: number;
  readonly missing: number;
}

const keyOf = async (tx: Tx, table: string): Promise<string[]> =>
  (
    await tx<
      { name: string }[]
    >`select a.attname::text as name from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
      where i.indrelid = ${table}::regclass and i.indisprimary order by a.attnum`
  ).map(({ name }) => `"${name}"`);

/** Asks the other side for every row that would be cleared of a table, by its key and the database's own hash of it. */
export async function askThere(here: Tx, there: Tx, table: Table): Promise<Asked> {
  const key = await keyOf(here, table.name);
  const columns = columnsOf(table).map((one) => `"${one}"`);
  const hashed = (where: string) =>
    `select ${key}, hash_record_extended(r, 0) as "sum of row" from (select ${columns} from "${table.name}" where ${where}) r`;
  await there.unsafe(`create temp table asked as ${hashed('false')}`);
  const out = await here.unsafe(`copy (${hashed(among(table.name))}) to stdout (format binary)`).readable();
  await pipeline(out, await there.unsafe('copy asked from stdin (format binary)').writable());
  const same = key.map((one) => `t.${one} = a.${one}`).join(' and ');
  const [row] = await there.unsafe<Asked[]>(`
    select count(*)::int as rows, count(*) filter (where t."sum of row" <> a."sum of row")::int as "goneOn", count(*) filter (where t."sum of row" is null)::int as missing
    from asked a left join (${hashed(`(${key}) in (select ${key} from asked)`)}) t on ${same}`);
  await there.unsafe('drop table asked');
  return row as Asked;
}

/** What names sealed files for good, and by what; exports are kept a day. */
export const WITH_FILES: Readonly<Record<string, string>> = { files: 'id', urgent_sounds: 'call_id' };

export interface Stores {
  readonly here: Pick<FileStore, 'read'>;
  readonly there: Pick<FileStore, 'read'>;
}

const AT_ONCE = 500;

/**
 * Asks the other store for every file that a row to be cleared names. Under the same name it has to be the same, byte by byte; under another one
 * (sealed anew there) it has to be there. @returns how many were asked for, and how many did not answer
 */
export async function askForFiles(here: Tx, there: Tx, stores: Stores): Promise<{ asked: number; missing: number }> {
  let [asked, missing] = [0, 0];
  for (const [table, key] of Object.entries(WITH_FILES)) {
    const rows = here.unsafe<{ key: string; at: string }[]>(`select ${key} as key, stored_at as at from ${table} where ${among(table)}`);
    for await (const some of rows.cursor(AT_ONCE)) {
      const theirs = await there.unsafe<{ key: string; at: string }[]>(
        `select ${key} as key, stored_at as at from ${table} where ${key} = any ($1)`,
        [some.map((row) => row.key)],
      );
      const at = new Map(theirs.map((row) => [row.key, row.at]));
      for (const row of some) {
        asked += 1;
        if (!(await isThere(stores, row.at, at.get(row.key)))) missing += 1;
      }
    }
  }
  return { asked, missing };
}

async function isThere(stores: Stores, own: string, theirs: string | undefined): Promise<boolean> {
  const copy = theirs === undefined ? undefined : await stores.there.read(theirs);
  if (!copy || copy.length === 0) return false;
  const original = own === theirs ? await stores.here.read(own) : undefined;
  return original === undefined || original.equals(copy);
}
