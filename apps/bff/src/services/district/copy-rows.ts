import { pipeline } from 'node:stream/promises';
import type { Sql, TransactionSql } from 'postgres';
import { chosen } from './choose-rows.ts';
import type { Table } from './tables.ts';

type Tx = TransactionSql<Record<string, never>>;

/** Of one table: how many rows, and a sum over all of them that changes with any of them, whatever their order. */
export interface Sum {
  readonly rows: number;
  readonly hash: string;
}

/** The trail is sealed by the transactions of its own database. */
export const columnsOf = (table: Table): readonly string[] =>
  table.name === 'audit_log' ? table.columns.filter((one) => one !== 'transaction') : table.columns;
const listed = (table: Table): string =>
  columnsOf(table)
    .map((one) => `"${one}"`)
    .join(', ');

/** The rows that go, from one database into the other, as they are: written and read by Postgres, never by JavaScript. */
export async function copyRows(from: Tx, to: Tx, table: Table): Promise<void> {
  const these = `select ${listed(table)} from "${table.name}" where ctid in (select at from ${chosen(table.name)})`;
  const out = await from.unsafe(`copy (${these}) to stdout (format binary)`).readable();
  await pipeline(out, await to.unsafe(`copy "${table.name}" (${listed(table)}) from stdin (format binary)`).writable());
}

/**
 * By the database's own hash of a row's values: what is sealed is half of most rows, and the words for it twice as long as it is.
 * @param where which rows; those that go, or all of a new database
 */
export async function sumOf(sql: Tx | Sql, table: Table, where: string): Promise<Sum> {
  const [row] = await sql.unsafe<{ rows: string; hash: string }[]>(`
    select count(*) as rows, coalesce(sum(hash_record_extended(r, 0)::numeric), 0)::text as hash
    from (select ${listed(table)} from "${table.name}" where ${where}) r`);
  return { rows: Number(row?.rows), hash: row?.hash as string };
}

/** References that find no row: Postgres was not asked to look while the rows came in. @returns a line each */
export async function lostReferences(sql: Tx, tables: readonly Table[]): Promise<string[]> {
  const lost: string[] = [];
  for (const table of tables)
    for (const { columns, to, toColumns, kept } of table.references) {
      if (!kept) continue;
      const full = columns.map((one) => `t."${one}" is not null`).join(' and ');
      const same = columns.map((one, i) => `p."${toColumns[i]}" = t."${one}"`).join(' and ');
      const [row] = await sql.unsafe(
        `select count(*)::int as n from "${table.name}" t where ${full} and not exists (select from "${to}" p where ${same})`,
      );
      if (row?.n > 0) lost.push(`${row?.n} of ${table.name} (${columns.join(', ')}) find nothing in ${to}`);
    }
  return lost;
}
