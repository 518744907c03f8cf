import { databaseForTest, type TestDatabase } from '@assist/local-postgres/testing';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { clearable } from './left-here.ts';
import { LEFT, tablesOf, WHOLE } from './tables.ts';

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

it('搬一个区县的时候，每张表要么跟着走，要么写明为什么不走', async () => {
  const tables = await tablesOf(sql);
  const goes = new Set(['accounts', 'audit_log', ...Object.keys(WHOLE)]);
  for (const one of tables) if (one.offices.length > 0 || one.hasDistrict) goes.add(one.name);
  for (let before = -1; before < goes.size; ) {
    before = goes.size;
    for (const one of tables) if (one.references.some(({ to }) => goes.has(to) && !(to in WHOLE))) goes.add(one.name);
  }
  expect(tables.map((one) => one.name).filter((name) => !goes.has(name))).toEqual([]);
  const rows = await sql<
    { name: string }[]
  >`select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`;
  const all = rows.map((row) => row.name);
  expect([...Object.keys(LEFT), ...Object.keys(WHOLE)].filter((name) => !all.includes(name))).toEqual([]);
  expect(all.length).toBe(tables.length + Object.keys(LEFT).length);
});

it('区县搬走以后：在的行谁也看不见，也写不进去；别的区县照旧', async () => {
  await sql`insert into districts_elsewhere (district, since) values ('500107', now())`;
  await sql`select guard_elsewhere()`;
  const open = await sql<{ name: string }[]>`
    select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'office_id'
    where c.relnamespace = 'public'::regnamespace and c.relrowsecurity and c.relname <> 'audit_log'
      and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'elsewhere' and not p.polpermissive)`;
  expect(open).toEqual([]);
  await sql`insert into signals (id, kind, office_id, subject_hash, on_day, count, at) values
    (gen_random_uuid(), 'a', '500107001', '\\x01', '2026-11-22', 1, now()), (gen_random_uuid(), 'a', '500118001', '\\x01', '2026-11-22', 1, now())`;
  const seen = await sql.begin(async (tx) => {
    await tx`set local role assist_application`;
    await tx`set local assist.actor = 'worker'`;
    return tx`select office_id from signals`;
  });
  expect(seen.map((row) => row.office_id)).toEqual(['500118001']);
  const shown = sql.begin(async (tx) => {
    await tx`set local role assist_application`;
    await tx`delete from districts_elsewhere`;
  });
  await expect(shown).rejects.toMatchObject({ code: '42501' });
  const written = sql.begin(async (tx) => {
    await tx`set local role assist_application`;
    await tx`set local assist.actor = 'account'`;
    await tx`insert into signals (id, kind, office_id, subject_hash, on_day, count, at) values (gen_random_uuid(), 'a', '500107001', '\\x02', '2026-11-22', 1, now())`;
  });
  await expect(written).rejects.toMatchObject({ code: '42501' });
  // Whatever the command clears, its role may, and no process.
  const may = await sql<{ name: string }[]>`
    select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and has_table_privilege('assist_clearing', c.oid, 'delete')`;
  const cleared = clearable(await tablesOf(sql)).map(({ name }) => name);
  expect(cleared.filter((name) => !may.some((one) => one.name === name))).toEqual([]);
  const [process] = await sql`select pg_has_role('assist_application', 'assist_clearing', 'member') as may`;
  expect(process?.may).toBe(false);
  // Back again: as before.
  await sql`delete from districts_elsewhere`;
  await sql`select guard_elsewhere()`;
  const [left] = await sql`select count(*)::int as n from pg_policy where polname = 'elsewhere'`;
  expect(left?.n).toBe(0);
});
