import { databaseForTest, type TestDatabase } from '@assist/local-postgres/testing';
import { sql } from 'drizzle-orm';
import type { Row } from 'postgres';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { atOnce } from './at-once.ts';
import { type Client, type Connection, connect } from './connect.ts';
import { scopedTo } from './scope.ts';

let database: TestDatabase;
let connection: Connection;
beforeAll(async () => {
  database = await databaseForTest();
  connection = connect(database.url, 1, 'test', 'door');
});
afterAll(async () => {
  await connection.close();
  await database.drop();
});
beforeEach(() => connection.client`select set_config('assist.staff', '', false)`);

const scoped = () => scopedTo(connection.client, { staffId: 'sample-heli', offices: ['500107001'], hidden: [] });
const whoIs = sql`select current_setting('assist.actor', true) || ' ' || current_setting('assist.staff', true) as who`;
/** The only connection there is was given back, and remembers nothing of who was asking. */
const forgotten = async () => expect([...(await connection.db.execute(whoIs))]).toEqual([{ who: 'door ' }]);
const searched = (n: number) => sql`insert into person_searches (id, office_id, staff_id, number_hash, reason_sealed, at)
  select gen_random_uuid(), '500107001', 'sample-heli', '\\x00', '\\x00', now() from generate_series(1, ${n}::int) as n where 1 / (n - 2) is not null`;

it('一句话：说了是谁才问，问完就忘了', async () => {
  for (let times = 0; times < 5; times++) {
    expect([...(await scoped().db.execute(whoIs))]).toEqual([{ who: 'staff sample-heli' }]);
    await forgotten();
  }
});

it('出了错：一样也没写，连接还回来了；再来能成', async () => {
  for (let times = 0; times < 4; times++) {
    await expect(scoped().db.execute(searched(2))).rejects.toThrow();
    await forgotten();
    await scoped().db.execute(searched(1));
  }
  const [row] = await scoped().db.execute(sql`select count(*)::int as n from person_searches`);
  expect(row).toEqual({ n: 4 });
});

it('几句一起去：各有各的回答，都知道是谁，计划只做一次；去过就忘了', async () => {
  const said = (on: Client, n: number) =>
    on`select ${n}::int as n, current_setting('assist.staff') as staff, current_setting('plan_cache_mode') as plans,
      current_setting('max_parallel_workers_per_gather') as workers ${n > 1 ? on`, true as more` : on``}`;
  for (let times = 0; times < 3; times++) {
    const [one, two] = await atOnce<[Row[], Row[]]>(scoped().client, (on) => [said(on, 1), said(on, 2)]);
    expect([[...one], [...two]]).toEqual([
      [{ n: 1, staff: 'sample-heli', plans: 'force_generic_plan', workers: '0' }],
      [{ n: 2, staff: 'sample-heli', plans: 'force_generic_plan', workers: '0', more: true }],
    ]);
    await forgotten();
    const [plain] = await atOnce<[Row[], Row[]]>(connection.client, (on) => [on`select ${'x'}::text as x`, on`select 1 as n`]);
    expect([...plain]).toEqual([{ x: 'x' }]);
    expect(await connection.client`select current_setting('plan_cache_mode') as plans`).toEqual([{ plans: 'auto' }]);
  }
});

it('几句一起去，第二句出了错：说的是第二句的错，连接还回来了', async () => {
  for (let times = 0; times < 3; times++) {
    await expect(
      atOnce<[Row[], Row[], Row[]]>(scoped().client, (on) => [
        on`select ${1}::int as n`,
        on`select 1 / ${0}::int as n`,
        on`select ${2}::int as n`,
      ]),
    ).rejects.toThrow('division by zero');
    await forgotten();
  }
});

it('缺一个值：不发出去，后面的照样', async () => {
  await expect(scoped().client`select ${undefined as never}::text`).rejects.toThrow('undefined');
  await forgotten();
});

it('说到一半断了：马上知道，不会一直等；下一句用新的连接', async () => {
  for (const first of [true, false]) {
    const ends = sql`select pg_terminate_backend(pg_backend_pid()) as ${sql.identifier(`ended_${first}`)}, ${'x'}::text as x`;
    await expect(scoped().db.execute(ends)).rejects.toThrow();
    expect([...(await scoped().db.execute(whoIs))]).toEqual([{ who: 'staff sample-heli' }]);
    await forgotten();
  }
});
