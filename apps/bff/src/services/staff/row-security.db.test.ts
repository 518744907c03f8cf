import { randomUUID } from 'node:crypto';
import { staffApi } from '@assist/contracts';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Connection, connect } from '../../db/connect.ts';
import { type StaffScope, scopedTo } from '../../db/scope.ts';
import { type BffForTest, bffForTest } from '../../test/bff-for-test.ts';
import { putPayable } from '../../test/payable-for-test.ts';
import { done, resident, YANGJIAPING } from '../../test/people.ts';
import { refusedOnTrail } from '../../test/trail-for-test.ts';

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

/** Tables without a row policy, and why each may be. */
const OPEN: Readonly<Record<string, string>> = {
  schema_migrations: 'no data of anybody',
  offices: 'printed on every notice board',
  office_areas: 'which office handles which division: public',
  office_day_numbers: 'running numbers only',
  rate_counts: 'counts by keyed hash',
  audit_seals: 'hashes and counts of batches',
  data_keys: 'shut by a key that does not lie here; every side seals and opens',
  hash_keys: 'names of keys; every side hashes',
  reseal_progress: 'ids and counts; written by the worker',
  districts_elsewhere: 'codes of districts',
  taken_ids: 'ids of rows that are gone',
  staff_accounts: 'names of colleagues; read before anybody is signed in',
  staff_sessions: 'found by keyed hash only; read before anybody is signed in',
  staff_sign_ins: 'found by keyed hash only, ten minutes; read before anybody is signed in',
  idempotency_keys: 'key of its caller in front; answers sealed',
  wechat_tokens: 'one token of the mini-program, sealed; no person',
  chore_turns: 'names of chores',
  outbox: 'ids only; written by every side, read by the worker',
  alert_sources: 'cursors of sources',
  contact_sources: 'cursors of sources',
  platform_assertions: 'keyed hashes of used assertions',
  platform_acknowledgements: 'cursors of clients',
  platform_deliveries: 'ids and tries',
  wechat_pushes: 'keyed hashes of pushes that were taken',
  loopback_messages: 'development only; refused in production',
  loopback_scripts: 'development only; refused in production',
  reality_codes: 'asked by whoever stands at a door with somebody: any township; found by keyed hash, content sealed',
  assistant_accounts: 'which account is an assistant; asked by residents',
  // A resident's own: keyed by person, without a township; found by account or keyed hash, words sealed.
  accounts: 'by account',
  consent_acts: 'by account',
  messages: 'by account',
  session_families: 'by account',
  subscribe_credits: 'by account',
  helper_grants: 'by account',
  helper_acts: 'by grant',
  relay_asks: 'by account',
  relay_links: 'by keyed hash',
  relay_signatures: 'by ask',
};

const scope = (more: Partial<StaffScope> = {}): StaffScope => ({ staffId: 'sample-heli', offices: [YANGJIAPING], hidden: [], ...more });
const count = async (from: Connection['db'], table: string): Promise<number> => {
  const [row] = await from.execute<{ n: number }>(sql`select count(*)::int as n from ${sql.identifier(table)}`);
  return row?.n ?? -1;
};
const seen = async (more: Partial<StaffScope>, table: string) => count(scopedTo(door.client, scope(more)).db, table);

describe('库里的行', () => {
  it('每张表：守着，主人也守着；不守的，写明为什么', async () => {
    const rows = await bff.sql<{ name: string; guarded: boolean }[]>`
      select c.relname as name, c.relrowsecurity and c.relforcerowsecurity and exists (select from pg_policy p where p.polrelid = c.oid) as guarded
      from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`;
    const open = rows.filter((row) => !row.guarded).map((row) => row.name);
    const forgotten = open.filter((name) => !(name in OPEN));
    expect(
      forgotten,
      `No row policy on: ${forgotten.join(', ')}. A table with office_id, case_id or import_id gets the township's by itself at the end of \
migrating (guard_townships(), migrations/0061-row-security.sql). Another one: in its own migration "alter table … enable row level security, \
force row level security; create policy …", most often "using (exists (select from <parent> p where p.id = <parent>_id))"; or, if a clerk \
elsewhere may read every row of it, a line with the reason in OPEN of this test. See docs/access.md.`,
    ).toEqual([]);
    // What stands here and is guarded by now, or is gone, says too much.
    expect(Object.keys(OPEN).filter((name) => !open.includes(name))).toEqual([]);
    expect(rows.length - open.length).toBeGreaterThan(60);
  });

  it('没说是谁的：一行也没有；说了，只有自己镇街的，查什么都一样', async () => {
    for (const table of ['work_items', 'applications', 'submissions', 'case_files', 'case_members', 'signatures']) {
      expect([table, await count(door.db, table)]).toEqual([table, 0]);
      expect([table, (await seen({}, table)) > 0]).toEqual([table, true]);
    }
    expect(await seen({}, 'case_files')).toBe(1);
    expect(await seen({ offices: [ZHONGSHANLU] }, 'case_files')).toBe(1);
    expect(await seen({ offices: [ZHONGSHANLU] }, 'work_items')).toBe(0);
    expect(await seen({ offices: [], districts: ['500107'] }, 'work_items')).toBe(1);
    expect(await seen({ offices: [], districts: ['500118'] }, 'applications')).toBe(0);
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

  it('没交的、码、登录：镇街的谁也看不到，说自己是哪个镇街的都一样', async () => {
    await bff.sql`insert into drafts (id, account_id, form_version, revision, form_sealed, fingerprint, saved_at, kept_until)
      select gen_random_uuid(), id, 1, 1, '\\x00', '\\x00', now(), now() + interval '1 day' from accounts limit 1`;
    for (const table of ['drafts', 'refresh_tokens']) {
      const [all] = await bff.sql`select count(*)::int as n from ${bff.sql(table)}`;
      expect([table, (all?.n ?? 0) > 0, await seen({}, table)]).toEqual([table, true, 0]);
    }
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

  it('转介只写着人、没写着是哪份申请哪一户的，也一样', async () => {
    const id = randomUUID();
    await bff.sql`insert into referrals (id, office_id, district, target, person_hash, person_sealed, why_sealed, state, proposed_on, due, due_provisional, fingerprint)
      values (${id}, ${YANGJIAPING}, '500107', 'employment', '\\x0102', '\\x00', '\\x00', 'asked', '2026-11-22', '2026-11-30', false, '\\x00')`;
    expect([await seen({}, 'referrals'), await seen({ hidden: [id] }, 'referrals')]).toEqual([1, 0]);
    await bff.sql`delete from referrals where id = ${id}`;
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
    for (const id of [applicationId, item?.workItemId ?? '']) expect(await refusedOnTrail(bff, id)).toEqual(['not-found']);
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
