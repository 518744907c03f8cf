import type { Sql } from 'postgres';

/** Of every database alike: taken over whole, instead of what a fresh one has. */
export const WHOLE: Readonly<Record<string, string>> = {
  offices: 'which townships there are',
  office_areas: 'who handles which division',
  data_keys: 'what lies sealed is opened with them; wrapped by keys of the configuration, which go by hand',
  hash_keys: 'whoever is found by a number or a phone is found with them',
  idempotency_keys: 'a day of answers: what was sent before and is sent again after is answered the same',
  platform_acknowledgements: 'how far the city has read, so that it goes on from there',
  alert_sources: 'how far a source was read',
  contact_sources: 'how far a source was read',
};

/** What does not go, and why nothing is missing without it. */
export const LEFT: Readonly<Record<string, string>> = {
  schema_migrations: 'the new one has its own, and they have to be the same',
  outbox: 'has to be done first; nothing of it waits',
  audit_seals: 'one chain a database: the old one stays whole, the rows that went are sealed anew',
  reseal_progress: 'begins anew',
  rate_counts: 'windows of an hour',
  staff_sign_ins: 'ten minutes',
  platform_assertions: 'five minutes',
  wechat_tokens: 'asked for anew',
  wechat_pushes: 'a repeat comes to whoever took the first',
  chore_turns: 'begin anew',
  districts_elsewhere: 'written on both sides at the end',
  taken_ids: 'of what was cleared here; the other side has the rows themselves',
  loopback_messages: 'development only',
  loopback_scripts: 'development only',
};

/** What points to another row without saying so to Postgres. */
const SAID_NOWHERE = [
  ['benefit_changes', ['case_id'], 'case_files', ['id']],
  ['reality_codes', ['subject_id'], 'messages', ['id']],
] as const;

export interface Reference {
  readonly columns: readonly string[];
  readonly to: string;
  readonly toColumns: readonly string[];
  /** Kept by Postgres. */
  readonly kept: boolean;
}

export interface Table {
  readonly name: string;
  /** In the table's order, without those that Postgres works out. */
  readonly columns: readonly string[];
  /** Those that name a township. */
  readonly offices: readonly string[];
  readonly hasDistrict: boolean;
  readonly references: readonly Reference[];
}

/** Every table of this database but those that are left. */
export async function tablesOf(sql: Sql): Promise<Table[]> {
  const rows = await sql<{ name: string; columns: string[] }[]>`
    select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition and c.relname <> all (${Object.keys(LEFT)})
    group by c.relname order by c.relname`;
  const keys = await sql<{ name: string; columns: string[]; to: string; to_columns: string[] }[]>`
    select c.relname as name, p.relname as to,
      array(select a.attname::text from unnest(f.conkey) with ordinality k (n, i) join pg_attribute a on a.attrelid = f.conrelid and a.attnum = k.n order by k.i) as columns,
      array(select a.attname::text from unnest(f.confkey) with ordinality k (n, i) join pg_attribute a on a.attrelid = f.confrelid and a.attnum = k.n order by k.i) as to_columns
    from pg_constraint f join pg_class c on c.oid = f.conrelid join pg_class p on p.oid = f.confrelid
    where f.contype = 'f' and f.connamespace = 'public'::regnamespace and f.conparentid = 0 order by f.conname`;
  return rows.map(({ name, columns }) => ({
    name,
    columns,
    offices: columns.filter((one) => /(^|_)office_id$/.test(one)),
    hasDistrict: columns.includes('district'),
    references: [
      ...keys
        .filter((one) => one.name === name)
        .map((one) => ({ columns: one.columns, to: one.to, toColumns: one.to_columns, kept: true })),
      ...SAID_NOWHERE.filter(([from]) => from === name).map(([, own, to, toColumns]) => ({ columns: own, to, toColumns, kept: false })),
    ],
  }));
}
