import { randomUUID } from 'node:crypto';
import { databaseForTest, type TestDatabase } from '@assist/local-postgres/testing';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ofWhomIsThere, whoIsThere } from './where-she-is.ts';

const [GOES, STAYS, WENT] = ['500118001', '500107001', '500112001'];

let database: TestDatabase;
let sql: postgres.Sql;
beforeAll(async () => {
  database = await databaseForTest();
  sql = postgres(database.url, { max: 1, onnotice: () => undefined });
  // The same columns, and a row says no more than it is about.
  for (const table of ['accounts', 'case_files', 'case_members', 'applications', 'change_notices']) {
    await sql.unsafe(`create temp table ${table} (like public.${table})`);
    const required = await sql`select attname as name from pg_attribute where attrelid = ${table}::regclass and attnum > 0 and attnotnull`;
    for (const { name } of required) await sql.unsafe(`alter table ${table} alter column "${name}" drop not null`);
  }
  await sql`insert into districts_elsewhere (district, since) values (${WENT.slice(0, 6)}, now())`;
});
afterAll(async () => {
  await sql.end();
  await database.drop();
});

interface Somebody {
  readonly identity?: 'claimed' | 'verified';
  readonly register?: readonly string[];
  readonly left?: readonly string[];
  /** The first one first. */
  readonly applied?: readonly string[];
  readonly told?: readonly string[];
}

async function isThere({ identity = 'verified', register = [], left = [], applied = [], told = [] }: Somebody): Promise<boolean> {
  const id = randomUUID();
  const hash = Buffer.from(id);
  await sql`truncate accounts, case_files, case_members, applications, change_notices`;
  await sql`insert into accounts (id, identity, number_hash) values (${id}, ${identity}, ${hash})`;
  for (const office of [...register, ...left]) {
    const caseId = randomUUID();
    await sql`insert into case_files (id, office_id) values (${caseId}, ${office})`;
    await sql`insert into case_members (case_id, office_id, number_hash, left_on) values (${caseId}, ${office}, ${hash}, ${left.includes(office) ? '2026-01-01' : null})`;
  }
  for (const [day, office] of applied.entries())
    await sql`insert into applications (id, account_id, office_id, received_at) values (${randomUUID()}, ${id}, ${office}, ${new Date(day * 1e8)})`;
  for (const [day, office] of told.entries())
    await sql`insert into change_notices (id, account_id, office_id, told_at) values (${randomUUID()}, ${id}, ${office}, ${new Date(day * 1e8 + 1e7)})`;
  return sql.begin(async (tx) => {
    await tx`create temp table going on commit drop as select ctid as at from accounts`;
    await whoIsThere(tx as never, 'going', `array['${GOES.slice(0, 6)}']`);
    return (await tx.unsafe(`select from (select id as account_id from accounts) t where ${ofWhomIsThere}`)).length > 0;
  });
}

it('搬一个区县：没交的草稿、照片跟着人走，人在哪边，只在哪边', async () => {
  // Matters on one side only.
  expect(await isThere({ applied: [GOES] })).toBe(true);
  expect(await isThere({ applied: [STAYS] })).toBe(false);
  expect(await isThere({ told: [STAYS] })).toBe(false);
  // Named there by something else.
  expect(await isThere({})).toBe(true);
  // On both: the register says it, whatever was sent since.
  expect(await isThere({ register: [GOES], applied: [GOES, STAYS] })).toBe(true);
  expect(await isThere({ register: [STAYS], applied: [STAYS, GOES] })).toBe(false);
  // Nobody is in the register by a number that was only written down, nor where she has left.
  expect(await isThere({ identity: 'claimed', register: [GOES], applied: [STAYS] })).toBe(false);
  expect(await isThere({ left: [GOES], applied: [STAYS] })).toBe(false);
  // In two households, or in none: where she sent something last.
  expect(await isThere({ register: [GOES, STAYS], applied: [GOES, STAYS] })).toBe(false);
  expect(await isThere({ applied: [STAYS, GOES] })).toBe(true);
  expect(await isThere({ applied: [STAYS, GOES], told: [GOES, STAYS] })).toBe(false);
  // What lies here still of a district that went before says nothing.
  expect(await isThere({ register: [WENT], applied: [GOES, WENT] })).toBe(true);
});
