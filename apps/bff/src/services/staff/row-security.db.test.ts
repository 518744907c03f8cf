import { randomUUID } from 'node:crypto';
import { staffApi } from '@assist/contracts';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Connection, connect } from '../../db/connect.ts';
import { type StaffScope, scopedTo } from '../../db/scope.ts';
import { type BffForTest, bffForTest } from '../../test/bff-for-test.ts';
import { putPayable } from '../../test/payable-for-test.ts';
import { done, resident, YANGJIAPING } from '../../test/people.ts';

const ZHONGSHANLU = '500118001';
let bff: BffForTest;
let door: Connection;
let applicationId: string;
const households: Record<string, string> = {};
beforeAll(async () => {
  bff = await bffForTest();
  door = connect(bff.config.databaseUrl, 2, 'test', 'door');
  applicationId = randomUUID();
  done(await (await resident(bff, 'row-security')).submit(applicationId));
  households.here = await putPayable(bff, {});
  households.there = await putPayable(bff, { officeId: ZHONGSHANLU });
  await bff.sql`update case_files set village = '样例一村' where id = ${households.here as string}`;
});
afterAll(async () => {
  await door.close();
  await bff.close();
});

const scope = (more: Partial<StaffScope> = {}): StaffScope => ({ staffId: 'sample-heli', offices: [YANGJIAPING], hidden: [], ...more });
const count = async (from: Connection['db'], table: string): Promise<number> => {
  const [row] = await from.execute<{ n: number }>(sql`select count(*)::int as n from ${sql.identifier(table)}`);
  return row?.n ?? -1;
};
const seen = async (more: Partial<StaffScope>, table: string) => count(scopedTo(door.client, scope(more)).db, table);

describe('库里的行', () => {
  it('有镇街代码的表，一张不漏都守着，表的主人也守着；不守的写明是哪几张', async () => {
    const rows = await bff.sql`select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as guarded from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
        and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname in ('office_id', 'case_id', 'import_id'))`;
    // Read before anybody is signed in, counters, and what residents ask about a caller at the door.
    expect(
      rows
        .filter((row) => !row.guarded)
        .map((row) => row.name)
        .sort(),
    ).toEqual(['assistant_accounts', 'office_areas', 'office_day_numbers', 'reality_codes', 'staff_accounts']);
    expect(rows.length).toBeGreaterThan(30);
  });

  it('没说是谁的：一行也没有；说了，只有自己镇街的，查什么都一样', async () => {
    for (const table of ['work_items', 'applications', 'submissions', 'case_files', 'case_members', 'signatures']) {
      expect([table, await count(door.db, table)]).toEqual([table, 0]);
      expect([table, (await seen({}, table)) > 0]).toEqual([table, true]);
    }
    expect(await seen({}, 'case_files')).toBe(1);
    expect(await seen({ offices: [ZHONGSHANLU] }, 'case_files')).toBe(1);
    expect(await seen({ offices: [ZHONGSHANLU] }, 'work_items')).toBe(0);
    expect(await seen({ offices: [], district: '500107' }, 'work_items')).toBe(1);
    expect(await seen({ offices: [], district: '500118' }, 'applications')).toBe(0);
  });

  it('处理的进程不是表的主人，也过不去：关不掉，改不了表', async () => {
    for (const statement of ['alter table work_items disable row level security', 'drop policy township on work_items'])
      await expect(door.client.unsafe(statement).execute()).rejects.toThrow(/must be owner|permission denied/);
    const [row] = await door.client`select rolsuper or rolbypassrls as passes from pg_roles where rolname = current_user`;
    expect(row).toEqual({ passes: false });
  });

  it('表的主人不是超级用户时，也只看得到说了的', async () => {
    await bff.sql
      .begin(async (tx) => {
        await tx`create role owner_for_test nologin`;
        await tx`alter table case_files owner to owner_for_test`;
        await tx`grant usage on schema public to owner_for_test`;
        await tx`set local role owner_for_test`;
        expect(await tx`select id from case_files`).toHaveLength(0);
        await tx`select set_config('assist.actor', 'staff', true), set_config('assist.offices', ${YANGJIAPING}, true)`;
        expect(await tx`select id from case_files`).toHaveLength(1);
        await tx`reset role`;
        await tx`select undo_this`.catch(() => undefined);
        throw new Error('undone');
      })
      .catch((error: Error) => expect(error.message).toMatch(/undone|aborted/));
  });

  it('别的镇街的行改不了，也写不进别的镇街', async () => {
    const { client } = scopedTo(door.client, scope());
    const changed = await client`update case_files set village = '别处' where id = ${households.there as string} returning id`;
    expect(changed).toHaveLength(0);
    await expect(client`update case_files set office_id = ${ZHONGSHANLU} where id = ${households.here as string}`).rejects.toThrow(
      'row-level security',
    );
  });

  it('说了是谁只算这一次：同一条连接，下一个人什么也没有', async () => {
    const one = connect(bff.config.databaseUrl, 1, 'test', 'door');
    expect(await count(scopedTo(one.client, scope()).db, 'work_items')).toBe(1);
    expect(await count(one.db, 'work_items')).toBe(0);
    const { db } = scopedTo(one.client, scope());
    await expect(db.transaction((tx) => tx.execute(sql`select 1 / 0`))).rejects.toThrow();
    expect(await count(one.db, 'work_items')).toBe(0);
    await one.close();
  });

  it('村里的协理员只看到本村的', async () => {
    expect(await seen({ villages: ['样例一村'] }, 'case_files')).toBe(1);
    expect(await seen({ villages: ['样例二村'] }, 'case_files')).toBe(0);
  });

  it('和近亲属有关的一件也没有，连它的照片、签字、步骤', async () => {
    for (const table of ['work_items', 'applications', 'submissions', 'signatures', 'application_events'])
      expect([table, await seen({ hidden: [applicationId] }, table)]).toEqual([table, 0]);
    expect(await seen({ hidden: [households.here as string] }, 'case_members')).toBe(0);
  });
});

describe('昨天调走的', () => {
  it('手上的还写着她，今天一件也看不到、办不了；原镇街的负责人交给别人', async () => {
    const heli = await bff.staff('sample-heli');
    const item = done(await heli.call(staffApi.claimNext, { key: randomUUID() })).item;
    await bff.sql`update staff_accounts set office_id = ${ZHONGSHANLU} where id = 'sample-heli'`;
    const refused = { ok: false, problem: { code: 'not-found' } };
    expect(await heli.call(staffApi.openCase, { params: { applicationId } })).toMatchObject(refused);
    expect(await heli.call(staffApi.markOpened, { params: { applicationId } })).toMatchObject(refused);
    expect(
      await heli.call(staffApi.releaseItem, {
        params: { workItemId: item?.workItemId ?? '' },
        body: { reason: '调走了' },
        key: randomUUID(),
      }),
    ).toMatchObject(refused);
    expect(done(await heli.call(staffApi.queue, { query: {} })).items).toEqual([]);
    const supervisor = await bff.staff('sample-qinlan');
    const moved = await supervisor.call(staffApi.handManyOver, {
      body: { from: 'sample-heli', to: 'sample-huangchunlan', reason: '何丽调到中山路' },
      key: randomUUID(),
    });
    expect(done(moved)).toEqual({ moved: 1, left: 0 });
    const huang = await bff.staff('sample-huangchunlan');
    expect(done(await huang.call(staffApi.openCase, { params: { applicationId } })).item.claimedBy?.name).toBe('黄春兰');
    await bff.sql`update staff_accounts set office_id = ${YANGJIAPING} where id = 'sample-heli'`;
    await bff.sql`update work_items set claimed_by = null, claimed_until = null`;
  });
});
