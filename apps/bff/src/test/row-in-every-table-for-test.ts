import type { Sql } from 'postgres';

export interface OneOfEach {
  /** Of every row, and wherever a row points to another one. */
  readonly id: string;
  readonly officeId: string;
  readonly accountId: string;
  readonly staffId: string;
  /** What stands in words of a choice, where the first of the list would not do. */
  readonly words?: Readonly<Record<string, string>>;
  /** What stands for a person: the keyed hash of a paper's number. */
  readonly numberHash: Buffer;
}

interface Column {
  readonly table: string;
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  readonly given: boolean;
  readonly choices: string | null;
}

/** Facts of the installation and what a sign-in lives on: nothing of a township or a person is kept there. */
const LEFT_OUT = [
  'schema_migrations',
  'districts_elsewhere',
  'data_keys',
  'hash_keys',
  'reseal_progress',
  'offices',
  'office_areas',
  'accounts',
  'staff_accounts',
  'staff_sessions',
  'session_families',
];

/**
 * One row in every table there is, all with one id and of one township and account, so that whatever a route asks for by that id is there:
 * also in a table that somebody adds tomorrow. What it says is nonsense; whose it is, is not. Takes the database's checks away for good.
 * @returns the tables
 */
export async function rowInEveryTable(sql: Sql, one: OneOfEach): Promise<string[]> {
  const columns = await sql<Column[]>`
    select c.relname as table, a.attname as name, format_type(a.atttypid, null) as type, a.attnotnull as required,
      a.attidentity <> '' or a.atthasdef as given,
      (select pg_get_constraintdef(k.oid) from pg_constraint k
        where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum] limit 1) as choices
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by c.relname, a.attnum`;
  const tables = [...new Set(columns.map(({ table }) => table))].filter((table) => !LEFT_OUT.includes(table));
  await sql.begin(async (tx) => {
    const checks = await tx`select conrelid::regclass::text as table, conname as name from pg_constraint c
      where contype = 'c' and connamespace = 'public'::regnamespace`;
    for (const check of checks) await tx.unsafe(`alter table ${check.table} drop constraint "${check.name}"`);
    // Neither triggers nor references.
    await tx`set local session_replication_role = replica`;
    for (const table of tables) {
      const row = Object.fromEntries(columns.filter((column) => column.table === table).flatMap((column) => wordFor(column, one)));
      await tx`insert into ${tx(table)} ${tx(row)}`;
    }
  });
  return tables;
}

function wordFor({ table, name, type, required, given, choices }: Column, one: OneOfEach): [string, unknown][] {
  const as = (value: unknown): [string, unknown][] => [[name, value]];
  if (one.words?.[`${table}.${name}`] !== undefined) return as(one.words[`${table}.${name}`]);
  if (/(^|_)office_id$/.test(name)) return as(one.officeId);
  if (/(^|_)account_id$/.test(name)) return as(one.accountId);
  if (name === 'district') return as(one.officeId.slice(0, 6));
  if (name === 'staff_id' || name === 'given_by') return as(one.staffId);
  if (type === 'uuid') return as(one.id);
  if (name === 'number_hash' || name === 'person_hash') return as(one.numberHash);
  if (name === 'open') return as(true);
  if (name === 'id' && type === 'text') return as(one.id);
  if (!required || given) return [];
  if (/until|expires|kept/.test(name) && type.startsWith('timestamp')) return as('2027-11-22T00:00:00Z');
  if (type.startsWith('timestamp')) return as('2026-11-22T01:00:00Z');
  if (type === 'text') return as(/'([^']*)'::text/.exec(choices ?? '')?.[1] ?? '样例');
  return as(PLAIN[type] ?? (type.endsWith('[]') ? [] : undefined));
}

const PLAIN: Readonly<Record<string, unknown>> = {
  bytea: Buffer.alloc(32, 7),
  date: '2026-11-22',
  integer: 1,
  bigint: 1,
  smallint: 1,
  boolean: false,
  jsonb: {},
  numeric: 1,
  xid8: '1',
};
