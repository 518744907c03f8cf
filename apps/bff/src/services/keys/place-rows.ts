import { headOf, type SealedBy } from '../../crypto/field-cipher.ts';
import type { Client } from '../../db/connect.ts';
import type { SealedColumn, SealedFiles } from './sealed-places.ts';

export interface PlaceRow {
  /** The primary key, as text. */
  readonly key: readonly string[];
  readonly place: string;
  readonly sealed: Buffer;
}
export interface FileOfRow {
  readonly key: readonly string[];
  readonly place: string;
  readonly storedAt: string;
}
export interface KeyColumn {
  readonly name: string;
  readonly type: string;
}

const keys = new Map<string, Promise<KeyColumn[]>>();

/** Columns of a table's primary key, in order, with their types. */
export function keyOf(sql: Client, table: string): Promise<KeyColumn[]> {
  const known =
    keys.get(table) ??
    sql<KeyColumn[]>`select quote_ident(a.attname) as name, format_type(a.atttypid, null) as type
      from pg_index i cross join unnest(i.indkey) with ordinality as k(number, nth) join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.number
      where i.indrelid = ${table}::regclass and i.indisprimary order by k.nth`.then((found) => [...found]);
  keys.set(table, known);
  known.catch(() => keys.delete(table));
  return known;
}

const after = (key: readonly KeyColumn[], last: readonly string[] | null): string =>
  last ? `and (${key.map((k) => k.name).join(', ')}) > (${key.map((k, i) => `$${i + 1}::text::${k.type}`).join(', ')})` : '';
const keyText = (key: readonly KeyColumn[]): string => `array[${key.map((k) => `${k.name}::text`).join(', ')}] as key`;
const order = (key: readonly KeyColumn[]): string => key.map((k) => k.name).join(', ');

/** Whether a value's head is another key's. What no key sealed (a test's filling) is let be. */
const notBy = (column: string, by: SealedBy): string =>
  `${column} is not null and substring(${column} from 1 for 1) in ('\\x01', '\\x02')
   and substring(${column} from 1 for ${2 + by.id.length}) <> '\\x${headOf(by).toString('hex')}'`;

/**
 * The next rows, by primary key, whose value another key sealed; held for this transaction. Rows that somebody holds are passed over, so
 * that nobody ever waits for a resident's transaction while holding rows that it wants: the next pass finds them.
 */
export async function rowsNotBy(
  tx: Client,
  { table, column, place }: SealedColumn,
  by: SealedBy,
  last: readonly string[] | null,
  most: number,
): Promise<PlaceRow[]> {
  const key = await keyOf(tx, table);
  return tx.unsafe<PlaceRow[]>(
    `select ${keyText(key)}, ${place} as place, ${column} as sealed from ${table}
     where ${notBy(column, by)} ${after(key, last)} order by ${order(key)} limit ${most} for no key update skip locked`,
    [...(last ?? [])],
  );
}

/** Puts each row's value in place of the one that was read, where that one still stands. */
export async function putResealed(
  tx: Client,
  { table, column }: SealedColumn,
  rows: readonly (PlaceRow & { readonly anew: Buffer })[],
): Promise<number> {
  const key = await keyOf(tx, table);
  const values = rows.map(({ key: at, sealed, anew }) => [...at, sealed.toString('hex'), anew.toString('hex')]);
  const same = key.map((k, i) => `t.${k.name} = (v.one ->> ${i})::${k.type}`).join(' and ');
  const done = await tx.unsafe(
    `update ${table} t set ${column} = decode(v.one ->> ${key.length + 1}, 'hex') from jsonb_array_elements($1::text::jsonb) as v(one)
     where ${same} and t.${column} = decode(v.one ->> ${key.length}, 'hex')`,
    [JSON.stringify(values)],
  );
  return done.count;
}

/** The next rows that name files. @param held for this transaction, those that nobody else holds; the next pass finds the rest */
export async function rowsOfFiles(
  tx: Client,
  { table, place }: SealedFiles,
  last: readonly string[] | null,
  most: number,
  held = false,
): Promise<FileOfRow[]> {
  const key = await keyOf(tx, table);
  return tx.unsafe<FileOfRow[]>(
    `select ${keyText(key)}, ${place} as place, stored_at as "storedAt" from ${table}
     where true ${after(key, last)} order by ${order(key)} limit ${most} ${held ? 'for update skip locked' : ''}`,
    [...(last ?? [])],
  );
}

/** Lets the row that named one file name another. */
export async function moveFile(tx: Client, { table }: SealedFiles, from: string, to: string): Promise<void> {
  await tx`update ${tx(table)} set stored_at = ${to} where stored_at = ${from}`;
}
