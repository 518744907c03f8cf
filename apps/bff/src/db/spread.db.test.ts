import { databaseForTest, type TestDatabase } from '@assist/local-postgres/testing';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, it } from 'vitest';

let database: TestDatabase;
let sql: postgres.Sql;
beforeAll(async () => {
  database = await databaseForTest();
  sql = postgres(database.url, { max: 1, onnotice: () => undefined });
});
afterAll(async () => {
  await sql.end();
  await database.drop();
});

/** By what rows would be put on one of many databases: a township's code, its district, or the person whose own they are. */
const KEYS = ['office_id', 'district', 'account_id', 'offices'];
/** Tables that grow with nobody's submissions, or stand on every database alike, and why. */
const EVERYWHERE: Readonly<Record<string, string>> = {
  accounts: 'the person: its own id is the key',
  helper_grants: 'keyed by both accounts, under names of their own',
  helper_acts: 'of a grant',
  benefit_changes: 'of a case, by its id and no foreign key',
  idempotency_keys: 'its scope is the account or the clerk; a day',
  outbox: 'ids in the payload; written and worked through on the database of its cause',
  alert_sources: 'a cursor of each source',
  contact_sources: 'a cursor of each source',
  platform_acknowledgements: 'a cursor of each client',
  platform_assertions: 'hashes of minutes; any database refuses its own repeats, so one client speaks to one',
  wechat_pushes: 'hashes of pushes that were taken; one application takes them',
  wechat_tokens: 'one row of one mini-program',
  rate_counts: 'windows of an hour at most, by account or address',
  staff_sign_ins: 'ten minutes, before anybody is known',
  audit_seals: 'one chain a database',
  data_keys: 'of each database, wrapped by keys of the configuration',
  hash_keys: 'of each database, names of keys of the configuration',
  reseal_progress: 'how far sealing anew has come on this database',
  taken_ids: 'of rows that were cleared on this database',
  chore_turns: 'turns of the workers of a database',
  schema_migrations: 'of each database',
  loopback_messages: 'development only',
  loopback_scripts: 'development only',
};

it('跟着申请长的每张表，都带着镇街或本人，或者顺着外键找得到：将来分得开', async () => {
  const tables = await sql<{ name: string; keyed: boolean; to: string[] }[]>`
    select c.relname as name,
      exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = any (${KEYS}) and not a.attisdropped) as keyed,
      array(select f.confrelid::regclass::text from pg_constraint f where f.conrelid = c.oid and f.contype = 'f') as to
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`;
  const found = new Set(tables.filter((one) => one.keyed).map((one) => one.name));
  for (let before = -1; before < found.size; ) {
    before = found.size;
    for (const one of tables) if (one.to.some((other) => found.has(other) && other !== one.name)) found.add(one.name);
  }
  const without = tables.map((one) => one.name).filter((name) => !found.has(name));
  expect(without.sort()).toEqual(Object.keys(EVERYWHERE).sort());
});
