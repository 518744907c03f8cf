import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { makeClient, residentApi, staffApi } from '@assist/contracts';
import { databaseForTest, type TestDatabase } from '@assist/local-postgres/testing';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compose } from '../../compose.ts';
import { migrate } from '../../migrate.ts';
import { startBff } from '../../start-bff.ts';
import { type BffForTest, bffForTest } from '../../test/bff-for-test.ts';
import { inventedNumber } from '../../test/numbers.ts';
import { putPayable } from '../../test/payable-for-test.ts';
import { done, formOf, resident, SUFEN, submission, YANGJIAPING, ZHONGSHANLU } from '../../test/people.ts';
import { rowInEveryTable } from '../../test/row-in-every-table-for-test.ts';
import { sealAudit } from '../audit/seal.ts';
import { verifyAudit } from '../audit/verify.ts';
import { SEALED_COLUMNS } from '../keys/sealed-places.ts';
import { tellEnding } from '../retention/tell-ending.ts';
import { clearDistricts } from './clear.ts';
import { manyTimes } from './many-for-test.ts';
import { moveDistricts } from './move.ts';
import { tablesOf } from './tables.ts';

const HERE = '500107';
const AWAY = '500118';
const PEOPLE = 20;
const DAY_MS = 24 * 3_600_000;

let bff: BffForTest;
const fresh: { database: TestDatabase; sql: postgres.Sql }[] = [];
beforeAll(async () => {
  bff = await bffForTest();
});
afterAll(async () => {
  await rm(`${bff.config.auditHeadsFile}.there`, { force: true });
  for (const { database, sql } of fresh) {
    await sql.end();
    await database.drop();
  }
  await bff.close();
});

async function freshDatabase() {
  const database = await databaseForTest('empty');
  await migrate(database.url, { samples: false });
  const sql = postgres(database.url, { max: 2, onnotice: () => undefined });
  fresh.push({ database, sql });
  return { url: database.url, sql };
}

const move = async (to: postgres.Sql, rehearse = false, districts: readonly string[] = [AWAY]) => {
  const from = postgres(bff.config.databaseUrl, { max: 2, onnotice: () => undefined });
  return moveDistricts(from, to, { districts, now: new Date(bff.clock()), rehearse }).finally(() => from.end());
};
const whoseDrafts = async (sql: postgres.Sql) =>
  (await sql<{ id: string }[]>`select account_id as id from drafts`).map((row) => row.id).sort();
const nothingWaits = async () => {
  for (let more = 1; more > 0; ) more = await bff.worker.drain();
};
const counts = async (sql: postgres.Sql) => {
  const tables = await tablesOf(sql);
  return Object.fromEntries(
    await Promise.all(tables.map(async ({ name }) => [name, (await sql`select count(*)::int as n from ${sql(name)}`)[0]?.n])),
  );
};

describe('一个区县搬到另一个库', () => {
  it('在办的、家里的、本人的都过去，一行不少，一行不多；那边接着办，这边看不到也收不进；别的区县照旧', async () => {
    const people = await Promise.all(
      Array.from({ length: PEOPLE }, async (_, n) => {
        // One who stays wrote the number of a household that goes.
        const who = n === 1 ? SUFEN : { name: '样例', number: inventedNumber() };
        const one = await resident(bff, `mover${String.fromCharCode(97 + n)}`, who);
        const officeId = n % 2 === 0 ? ZHONGSHANLU : YANGJIAPING;
        const id = randomUUID();
        const body = submission({ form: formOf(officeId) });
        done(
          await one.call(residentApi.saveDraft, {
            params: { draftId: randomUUID() },
            body: { formVersion: 1, baseRevision: 0, form: { name: '样例' } },
          }),
        );
        const receipt = done(await one.submit(id, body));
        return { ...one, id, body, officeId, receipt };
      }),
    );
    const [goes, stays] = [people.filter((one) => one.officeId === ZHONGSHANLU), people.filter((one) => one.officeId === YANGJIAPING)];
    const household = await putPayable(bff, { officeId: ZHONGSHANLU });
    await putPayable(bff, { officeId: YANGJIAPING });
    // Went from there to here before: where it is now is here, and that it went is known there.
    const gone = await putPayable(bff, { officeId: YANGJIAPING });
    await bff.sql`insert into case_moves (id, case_id, from_office_id, to_office_id, moved_by, moved_at, reason_sealed, fingerprint)
      select gen_random_uuid(), ${gone}, ${ZHONGSHANLU}, ${YANGJIAPING}, id, now(), '\\x00', '\\x00' from staff_accounts where office_id = ${YANGJIAPING} limit 1`;

    const to = await freshDatabase();
    await expect(move(to.sql)).rejects.toThrow('wait in the outbox');
    await nothingWaits();
    await expect(move(to.sql, false, ['999999'])).rejects.toThrow('no such district');

    const [beforeHere, beforeThere] = [await counts(bff.sql), await counts(to.sql)];
    const rehearsed = await move(to.sql, true);
    expect([await counts(bff.sql), await counts(to.sql)]).toEqual([beforeHere, beforeThere]);
    expect((await bff.sql`select from districts_elsewhere`).length).toBe(0);

    const carried = await move(to.sql);
    expect(carried).toEqual(rehearsed);
    expect(carried.filter((one) => one.here.rows !== one.there.rows || one.here.hash !== one.there.hash)).toEqual([]);
    const of = (table: string) => carried.find((one) => one.table === table);
    expect(
      ['submissions', 'applications', 'case_files', 'case_members', 'case_moves'].map((name) => [
        name,
        of(name)?.here.rows,
        of(name)?.beside,
      ]),
    ).toEqual([
      ['submissions', PEOPLE / 2, 0],
      ['applications', PEOPLE / 2, 0],
      // The household of the district, and the one that has moved away, only pointed to.
      ['case_files', 2, 1],
      ['case_members', 2, 0],
      ['case_moves', 1, 0],
    ]);
    // By another way of counting: what a township's column says.
    for (const table of ['signatures', 'application_events', 'work_items', 'platform_feed', 'case_benefits']) {
      const [row] = await bff.sql`select count(*)::int as n from ${bff.sql(table)} where left(office_id, 6) = ${AWAY}`;
      expect([table, of(table)?.here.rows]).toEqual([table, row?.n]);
      expect(row?.n).toBeGreaterThan(0);
    }
    // Everybody named by a row of it, and those who wrote the number of its household; a draft is where its person is, and nowhere else.
    expect([of('accounts')?.here.rows, of('drafts')?.here.rows]).toEqual([PEOPLE / 2 + 1, PEOPLE / 2]);
    expect(await whoseDrafts(bff.sql)).toEqual(stays.map((one) => one.accountId).sort());
    expect(await whoseDrafts(to.sql)).toEqual(goes.map((one) => one.accountId).sort());

    const there = await startBff({
      config: { ...bff.config, databaseUrl: to.url, auditHeadsFile: `${bff.config.auditHeadsFile}.there` },
      clock: bff.clock,
      fetch: bff.wechat.fetch,
      log: () => undefined,
    });
    try {
      const at = (url: string, headers: Record<string, string>) =>
        makeClient(async ({ method, path, headers: more, body }) => {
          const answer = await fetch(`${url}${path}`, { method, headers: { ...more, ...headers }, ...(body !== undefined && { body }) });
          return { kind: 'answer', status: answer.status, text: await answer.text() };
        });
      for (const one of goes) {
        const call = at(there.residentUrl, { authorization: `Bearer ${one.accessToken}` });
        // The same id again, there: the same receipt, and nothing is taken twice.
        const again = done(await call(residentApi.submitApplication, { params: { applicationId: one.id }, body: one.body }));
        expect(again.number).toBe(one.receipt.number);
        // Here it is not taken at all.
        const refused = await one.submit(one.id, one.body);
        expect(refused.ok).toBe(false);
        const other = await one.submit(randomUUID(), one.body);
        expect(other.ok ? 'taken' : other.problem.code).toBe('place-not-live');
      }
      expect((await to.sql`select count(*)::int as n from submissions`)[0]?.n).toBe(PEOPLE / 2);
      const next = done(
        await at(there.residentUrl, { authorization: `Bearer ${goes[0]?.accessToken}` })(residentApi.submitApplication, {
          params: { applicationId: randomUUID() },
          body: goes[0]?.body as never,
        }),
      );
      expect(people.map((one) => one.receipt.number)).not.toContain(next.number);
      for (const one of stays) expect(done(await one.submit(one.id, one.body)).number).toBe(one.receipt.number);
    } finally {
      await there.close();
    }
    const [clerk] = await bff.sql<
      { id: string }[]
    >`select id from staff_accounts where office_id = ${YANGJIAPING} and role = 'handler' limit 1`;
    const { call } = await bff.staff(clerk?.id as string);
    expect(done(await call(staffApi.queue, { query: {} })).items.length).toBe(PEOPLE / 2);
    const { context, connection } = compose(bff.config, 'test', () => '', { clock: bff.clock });
    const seen = await context.db.execute<{ district: string }>(`select distinct left(office_id, 6) as district from case_files`);
    expect(seen.map((one) => one.district)).toEqual([HERE]);
    await sealAudit(context);
    expect((await verifyAudit(context)).wrong).toEqual([]);
    await connection.close();
    // What went is out of sight there too where it is not of the district.
    const other = compose({ ...bff.config, databaseUrl: to.url, auditHeadsFile: `${bff.config.auditHeadsFile}.there` }, 'test', () => '', {
      clock: bff.clock,
    });
    expect((await other.context.db.execute<{ id: string }>('select id from case_files')).map((one) => one.id)).toEqual([household]);
    await sealAudit(other.context);
    const trail = await verifyAudit(other.context);
    expect([trail.wrong, trail.rows > PEOPLE]).toEqual([[], true]);
    await other.connection.close();

    // Of its end the side tells her where it is: everybody once.
    const told: string[] = [];
    for (const [url, sql] of [
      [bff.config.databaseUrl, bff.sql],
      [to.url, to.sql],
    ] as const) {
      const later = compose({ ...bff.config, databaseUrl: url }, 'test', () => '', { clock: () => bff.clock() + 25 * DAY_MS });
      await later.context.keys.load();
      await tellEnding(later.context);
      await later.connection.close();
      const rows = await sql<{ id: string }[]>`select account_id as id from messages where kind = 'unsent-ending'`;
      told.push(...rows.map((row) => row.id));
    }
    expect(told.sort()).toEqual(people.map((one) => one.accountId).sort());

    await expect(move((await freshDatabase()).sql)).rejects.toThrow('already elsewhere');
    // Migrated again, by whoever brings the next version: still there.
    await migrate(bff.config.databaseUrl, { samples: false });
    expect((await bff.sql`select from offices where left(id, 6) = ${AWAY} and live`).length).toBe(0);
  }, 300_000);

  it('每张表里放一行：每张跟着走的表，那一行都到了', async () => {
    const to = await freshDatabase();
    const own = await freshDatabase();
    const [office] = await own.sql<{ id: string }[]>`select id from offices where left(id, 6) = ${HERE} and live limit 1`;
    const accountId = randomUUID();
    const one = {
      id: randomUUID(),
      officeId: office?.id as string,
      accountId,
      staffId: 'somebody',
      numberHash: Buffer.alloc(32, 9),
      // Where a row points to by another name.
      words: { 'verification_codes.used_by': accountId },
    };
    await own.sql`insert into staff_accounts (id, issuer, subject, name, role, office_id) values
      ('somebody', 'i', 's', '', 'handler', ${one.officeId}), ('样例', 'i', 't', '', 'handler', ${one.officeId})`;
    await own.sql`insert into accounts (id, wechat_appid, openid_hash, openid_sealed, created_at) values (${one.accountId}, 'wx', '\\x01', '\\x01', now())`;
    const put = await rowInEveryTable(own.sql, one);
    await own.sql`insert into session_families (id, account_id, created_at) values (${one.id}, ${accountId}, now())`;
    // What stands in these rows is nonsense: the other one's checks are taken away as well.
    const checks = await to.sql`select conrelid::regclass::text as table, conname as name from pg_constraint
      where contype = 'c' and connamespace = 'public'::regnamespace`;
    for (const check of checks) await to.sql.unsafe(`alter table ${check.table} drop constraint "${check.name}"`);
    await own.sql`update cross_check_people set authorised = true`;
    await own.sql`update outbox set done_at = now()`;
    const carried = await moveDistricts(own.sql, to.sql, { districts: [HERE], now: new Date(bff.clock()) });
    const without = carried.filter((table) => put.includes(table.table) && table.there.rows === 0).map((table) => table.table);
    expect(without).toEqual([]);

    await own.sql`update districts_elsewhere set since = now() - interval '91 days'`;
    const { tables } = await clearDistricts(own.sql, to.sql, { districts: [HERE], stores: undefined, now: new Date(bff.clock()) });
    // What is still to be sent, and half-written words: not here any more since it was carried.
    expect(
      tables
        .filter(({ table, rows }) => put.includes(table) && rows === 0)
        .map(({ table }) => table)
        .sort(),
    ).toEqual(['sends', 'staff_drafts']);
    expect(tables.filter((table) => table.stay > 0 || table.missing > 0)).toEqual([]);
    const after = await counts(own.sql);
    expect(tables.filter((table) => after[table.table] > 0).map((table) => table.table)).toEqual([]);
  }, 300_000);

  it('来不及对上的，两边都跟没动过一样', async () => {
    const to = await freshDatabase();
    const own = await freshDatabase();
    await to.sql`insert into accounts (id, wechat_appid, openid_hash, openid_sealed, created_at) values (gen_random_uuid(), 'wx', '\\x01', '\\x01', now())`;
    const before = await counts(own.sql);
    await expect(moveDistricts(own.sql, to.sql, { districts: [HERE], now: new Date(bff.clock()) })).rejects.toThrow(
      'not empty: there is something in accounts',
    );
    expect(await counts(own.sql)).toEqual(before);
    await to.sql`delete from accounts`;
    await to.sql`delete from schema_migrations where name like '0190%'`;
    await expect(moveDistricts(own.sql, to.sql, { districts: [HERE], now: new Date(bff.clock()) })).rejects.toThrow(
      'not of the same version',
    );
  }, 300_000);
});

/** So many people of a district are carried beside as many who stay. */
const MANY = Number(process.env.MOVE_PEOPLE ?? 2000);

it(`一个区县 ${MANY} 人搬走，旁边留着一样多：写停了多久，留在这边的清了多久`, { timeout: 3_600_000 }, async () => {
  const own = await bffForTest();
  try {
    for (const [name, officeId] of [
      ['goes', ZHONGSHANLU],
      ['stays', YANGJIAPING],
    ] as const) {
      const one = await resident(own, `many${name}`, { name: '样例', number: inventedNumber() });
      done(await one.submit(randomUUID(), submission({ form: formOf(officeId) })));
      await putPayable(own, { officeId });
    }
    for (let more = 1; more > 0; ) more = await own.worker.drain();
    await sealAudit(compose(own.config, 'test', () => '', { clock: own.clock }).context);
    await manyTimes(own.sql, MANY - 1);
    const to = await freshDatabase();
    const from = postgres(own.config.databaseUrl, { max: 2, onnotice: () => undefined });
    const held: Record<string, number> = {};
    const said = (step: string, ms: number) => {
      held[step] = ms;
    };
    const carried = await moveDistricts(from, to.sql, { districts: [AWAY], now: new Date(own.clock()), said });
    await from`update districts_elsewhere set since = now() - interval '91 days'`;
    const began = performance.now();
    const clear = () => clearDistricts(from, to.sql, { districts: [AWAY], stores: undefined, now: new Date(own.clock()) });
    const cleared = (await clear().finally(() => from.end())).tables;
    const clearing = Math.round(performance.now() - began);
    const rows = carried.reduce((sum, one) => sum + one.here.rows, 0);
    console.log(
      JSON.stringify({
        people: MANY,
        rows,
        ofAPerson: Math.round(rows / MANY),
        held,
        cleared: cleared.reduce((sum, one) => sum + one.rows, 0),
        clearing,
        aSecond: Math.round((rows * 1000) / (held.free ?? 1)),
      }),
    );
    expect(carried.find((one) => one.table === 'submissions')?.here.rows).toBe(MANY);
    expect(carried.find((one) => one.table === 'case_files')?.here.rows).toBe(MANY);
    expect(cleared.filter((one) => one.missing > 0 || one.goneOn > 0)).toEqual([]);
    expect(cleared.find((one) => one.table === 'submissions')?.rows).toBe(MANY);
  } finally {
    await own.close(SEALED_COLUMNS.map(({ table, column }) => `${table}.${column}`));
  }
});
