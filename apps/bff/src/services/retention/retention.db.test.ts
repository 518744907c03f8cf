import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Composed, compose } from '../../compose.ts';
import { CHORES } from '../../jobs/housekeeping.ts';
import { migrate } from '../../migrate.ts';
import { type BffForTest, bffForTest } from '../../test/bff-for-test.ts';
import { resident } from '../../test/people.ts';
import { verifyAudit } from '../audit/verify.ts';
import { endRecords } from './end-records.ts';
import { KEPT } from './kept.ts';

const DAY_MS = 24 * 3_600_000;
let bff: BffForTest;
let one: Composed;
let accountId: string;
beforeAll(async () => {
  bff = await bffForTest();
  // The policies go by the database's clock.
  bff.pass(Date.now() - bff.clock());
  one = compose(bff.config, 'test', () => '', { clock: bff.clock });
  accountId = (await resident(bff, 'retention')).accountId;
});
afterAll(async () => {
  await one.connection.close();
  await bff.close();
});

const search = (daysAgo: number) => bff.sql`
  insert into person_searches (id, office_id, staff_id, number_hash, reason_sealed, at)
  values (gen_random_uuid(), '500107001', 'sample-heli', '\\x00', '\\x00', ${new Date(Date.now() - daysAgo * DAY_MS)})`;
const searches = async () => (await bff.sql`select 1 from person_searches`).length;

describe('到期的', () => {
  it('过了一年的查找没有了，没过的都在；删了几行留下一笔；封好的留痕照样对得上', async () => {
    for (const days of [800, 367, 300, 1]) await search(days);
    await bff.worker.chores();
    expect(await searches()).toBe(2);
    const rows = await bff.sql`select object_id, result, actor_kind from audit_log where action = 'records-ended'`;
    expect(rows).toEqual([{ object_id: 'person-searches', result: '2', actor_kind: 'system' }]);
    await bff.worker.chores();
    expect(await endRecords(one.context)).toEqual({});
    expect((await verifyAudit(one.context)).wrong).toEqual([]);
  });

  it('同意的记录：注销三年以上的才删，别人的、刚注销的都在', async () => {
    const closed = async (daysAgo: number | null) => {
      const { accountId: id } = await resident(bff, `closed${'x'.repeat((daysAgo ?? 0) % 7)}`);
      await bff.sql`update accounts set closed_at = ${daysAgo === null ? null : new Date(Date.now() - daysAgo * DAY_MS)} where id = ${id}`;
      return id;
    };
    const [gone, recent, open] = [await closed(1100), await closed(1000), await closed(null)];
    const many = async (id: string) => (await bff.sql`select 1 from consents where account_id = ${id}`).length;
    expect(await many(gone)).toBeGreaterThan(0);
    await endRecords(one.context);
    expect(await many(gone)).toBe(0);
    for (const id of [recent, open]) expect(await many(id)).toBeGreaterThan(0);
  });

  it('进程的钟走快了十年，没到期的照样一行不少', async () => {
    await search(10);
    const before = await searches();
    const ahead = compose(bff.config, 'test', () => '', { clock: () => Date.now() + 3650 * DAY_MS });
    expect(await endRecords(ahead.context)).toEqual({});
    await ahead.connection.close();
    expect(await searches()).toBe(before);
  });

  it('区县搬走以后：留在这边、谁也看不见的，到了期照样没有了；没到期的一行不少', async () => {
    await bff.sql`insert into districts_elsewhere (district, since) values ('500107', now())`;
    await bff.sql`select guard_elsewhere()`;
    const before = await searches();
    for (const days of [367, 300]) await search(days);
    expect((await one.context.db.execute('select 1 from person_searches')).length).toBe(0);
    expect(await endRecords(one.context)).toEqual({ 'person-searches': 1 });
    expect(await searches()).toBe(before + 1);
    // Where it was carried away by the version before: migrating again puts it right.
    await bff.sql`comment on policy elsewhere on person_searches is '{500107}'`;
    await bff.sql`alter policy elsewhere on person_searches using (left(office_id, 6) <> '500107')`;
    await search(367);
    expect(await endRecords(one.context)).toEqual({});
    await migrate(bff.config.databaseUrl, { samples: false });
    expect(await endRecords(one.context)).toEqual({ 'person-searches': 1 });
    await bff.sql`delete from districts_elsewhere`;
    await bff.sql`select guard_elsewhere()`;
  });

  it('这个角色别的什么也看不到、删不掉；办事的进程也删不掉这些', async () => {
    const tables = (
      await bff.sql`select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')`
    ).map(({ name }) => name as string);
    const may = new Set(KEPT.flatMap(({ end }) => (end && !end.empty ? [end.table] : [])));
    const granted =
      await bff.sql`select t.name from unnest(${tables}::text[]) as t(name) where has_table_privilege('assist_retention', quote_ident(t.name), 'delete')`;
    expect(granted.map(({ name }) => name as string).sort()).toEqual([...may].sort());
    for (const name of may)
      await expect(one.connection.client.unsafe(`delete from ${name}`).execute()).rejects.toThrow('permission denied');
    for (const statement of [
      'select name_sealed from accounts',
      'select * from case_members',
      'select * from audit_log',
      'select person_sealed from face_checks',
    ])
      await expect(one.context.retention.unsafe(statement).execute()).rejects.toThrow('permission denied');
    expect((await one.context.retention.unsafe('select * from consents')).length).toBe(0);
    expect(await bff.sql`select 1 from consents where account_id = ${accountId}`).not.toHaveLength(0);
  });
});

it('表里写的和库里守的是同一个期限；每一样都有一件事在做；文档是这张表', async () => {
  const policies =
    await bff.sql`select tablename as table, qual from pg_policies where roles @> '{assist_retention}' or qual like '%assist_retention%'`;
  for (const { end } of KEPT) {
    if (!end) continue;
    const interval =
      /'(\d+ years?|\d+ days|1 year)'::interval/.exec(String(policies.find(({ table }) => table === end.table)?.qual))?.[1] ?? '';
    const [number = '0', unit = ''] = interval.split(' ');
    expect([end.table, Number(number) * (unit.startsWith('year') ? 366 : 1)]).toEqual([end.table, end.past.days]);
  }
  const chores = CHORES.map(({ name }) => name);
  for (const { id, by, atEnd } of KEPT) expect([id, atEnd === 'stays' ? by === undefined : chores.includes(by ?? '')]).toEqual([id, true]);
  const text = readFileSync(new URL('../../../docs/retention.md', import.meta.url), 'utf8');
  for (const { what, howLong, why, atEnd, told } of KEPT)
    expect(text).toContain(
      `| ${what} | ${howLong} | ${'fact' in why ? why.fact : `假定：${why.assumed}`} | ${AT_END[atEnd]} | ${told ?? '不告诉'} |`,
    );
});
const AT_END = { deleted: '删掉', emptied: '清空', stays: '留着' } as const;
