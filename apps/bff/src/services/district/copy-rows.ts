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

/** Both sides have to write a value the same way. */
export const SAME_WORDS = `set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres';
  set local bytea_output = 'hex'; set local extra_float_digits = 1`;

const AT_ONCE = 500;

/** The rows that go, from one database into the other, as they are: written and read by Postgres, never by JavaScript. */
export async function copyRows(from: Tx, to: Tx, table: Table): Promise<void> {
  const rows = from.unsafe<{ row: string }[]>(
    `select row_to_json(r)::text as row from (select ${listed(table)} from "${table.name}" where ctid in (select at from ${chosen(table.name)})) r`,
  );
  for await (const some of rows.cursor(AT_ONCE))
    await to.unsafe(
      `insert into "${table.name}" (${listed(table)}) overriding system value
        select ${listed(table)} from json_populate_recordset(null::"${table.name}", $1::text::json)`,
      [`[${some.map(({ row }) => row).join(',')}]`],
    );
}

/** @param where which rows; those that go, or all of a new database */
export async function sumOf(sql: Tx | Sql, table: Table, where: string): Promise<Sum> {
  const [row] = await sql.unsafe<{ rows: string; hash: string }[]>(`
    select count(*) as rows, coalesce(sum(('x' || left(h, 16))::bit(64)::bigint::numeric), 0) || ':' || coalesce(sum(('x' || right(h, 16))::bit(64)::bigint::numeric), 0) as hash
    from (select md5(r::text) as h from (select ${listed(table)} from "${table.name}" where ${where}) r) s`);
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
