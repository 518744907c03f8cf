import { randomUUID } from 'node:crypto';
import { platformApi, type RecordedEvent, staffApi } from '@assist/contracts';
import { Validator } from '@seriousme/openapi-schema-validator';
import { sql } from 'drizzle-orm';
import postgres from 'postgres';
import { afterAll, describe, expect, it } from 'vitest';
import { connect } from '../../db/connect.ts';
import { scopedToPlatform } from '../../db/scope.ts';
import { DAY } from '../../test/household-for-test.ts';
import { done, SUFEN } from '../../test/people.ts';
import { askToken, platformWith } from '../../test/platform-for-test.ts';
import { platformTown } from './platform-town-for-test.ts';
import { sealFeed } from './seal.ts';

const { bff, city, town, worker, as, pulled, close } = await platformTown();
afterAll(close);

const change = async (caseId: string) => town.open('raise', caseId);

describe('令牌', () => {
  it('签过名的换一个五分钟的；同一份签名第二次不行；别人的钥匙、别的收件人、太长的都不行', async () => {
    const assertion = await city.assertion(bff, 'city');
    const first = await askToken(bff, assertion);
    expect(await first.json()).toMatchObject({
      token_type: 'Bearer',
      expires_in: 300,
      scope: 'changes:read runs:read people:read runs:write',
    });
    for (const bad of [
      assertion,
      await city.assertion(bff, 'city', { key: 'other-city' }),
      await city.assertion(bff, 'city', { audience: 'https://elsewhere.example.cn' }),
      await city.assertion(bff, 'city', { seconds: 3600 }),
      'not.a.token',
    ]) {
      const answer = await askToken(bff, bad);
      expect([answer.status, await answer.json()]).toEqual([401, { error: 'invalid_client' }]);
    }
    const more = await askToken(bff, await city.assertion(bff, 'other-city'), 'changes:read runs:write');
    expect([more.status, await more.json()]).toEqual([400, { error: 'invalid_scope' }]);
  });

  it('过了五分钟要再换；没有令牌、居民的令牌都进不来；没要到的范围做不了', async () => {
    const call = await as('city', 'changes:read');
    expect((await call(platformApi.platformChanges, { query: {} })).ok).toBe(true);
    expect(await call(platformApi.platformRun, { params: { runId: randomUUID() } })).toMatchObject({ problem: { code: 'forbidden' } });
    bff.pass(301_000);
    expect(await call(platformApi.platformChanges, { query: {} })).toMatchObject({ problem: { code: 'token-expired' } });
    expect(await platformWith(bff, 'x'.repeat(40))(platformApi.platformChanges, { query: {} })).toMatchObject({
      problem: { code: 'not-signed-in' },
    });
    const answer = await fetch(`${bff.residentUrl}/platform/changes`);
    expect(answer.status).toBe(404);
  });
});

describe('拉取', () => {
  it('一步一条，只有编号；确认到哪里就从哪里接着；只往前', async () => {
    // Something that was pulled and acknowledged before: it does not come again.
    await change(await town.household());
    const caseId = await town.household();
    const { items: before, next } = await pulled();
    expect(before.length).toBeGreaterThan(0);
    const call = await as('city');
    done(await call(platformApi.platformAcknowledge, { body: { cursor: next } }));
    const runId = await change(caseId);
    await sealFeed(worker.context);
    const { items, next: after, more } = done(await call(platformApi.platformChanges, { query: {} }));
    expect(items).toEqual([
      {
        id: expect.any(String),
        cursor: after,
        type: 'procedure.opened',
        at: expect.any(String),
        office: '500107001',
        district: '500107',
        procedure: 'raise',
        runId,
        eventId: expect.any(String),
      },
    ]);
    expect(more).toBe(false);
    expect(done(await call(platformApi.platformAcknowledge, { body: { cursor: after } })).cursor).toBe(after);
    expect(done(await call(platformApi.platformAcknowledge, { body: { cursor: next } })).cursor).toBe(after);
    expect(await call(platformApi.platformAcknowledge, { body: { cursor: 'c999999' } })).toMatchObject({
      problem: { code: 'form-invalid' },
    });
    expect((await call(platformApi.platformChanges, { query: { cursor: 'made-up' } })).ok).toBe(false);
  });

  it('先写的后交：后来的编号更大，从前面的位置接着拉，一件不漏', async () => {
    const { next } = await pulled();
    const other = postgres(bff.database.url, { max: 1 });
    const office = { kind: 'application', office: '500107001' };
    const write = (sql: postgres.ISql, what: string) => sql`
      insert into platform_feed (at, kind, what, office_id, district) values (now(), ${office.kind}, ${what}, ${office.office}, '500107')`;
    let second: Awaited<ReturnType<typeof pulled>> | undefined;
    await other.begin(async (tx) => {
      await write(tx, 'first-written');
      await write(bff.sql, 'first-committed');
      second = await pulled('city', next);
    });
    await other.end();
    expect(second?.items.map((one) => one.type)).toEqual(['application.first-committed']);
    expect((await pulled('city', second?.next)).items.map((one) => one.type)).toEqual(['application.first-written']);
  });

  it('五个一起编号：不重、不缺', async () => {
    await bff.sql`insert into platform_feed (at, kind, what, office_id, district)
      select now(), 'application', 'many', '500107001', '500107' from generate_series(1, 2500)`;
    await Promise.all(Array.from({ length: 5 }, () => sealFeed(worker.context)));
    const [row] = await bff.sql`select count(*)::int as n, count(distinct seq)::int as d, max(seq)::int as m from platform_feed`;
    expect(row).toEqual({ n: row?.m, d: row?.m, m: row?.m });
    await bff.sql`update platform_deliveries set state = 'delivered', settled_at = now() where state = 'waiting'`;
  });

  it('别的区县的，清单里没有，打开也没有；举报不告诉别的系统；记下的改不了', async () => {
    const runId = await change(await town.household());
    expect((await pulled('other-city')).items).toEqual([]);
    const params = { runId };
    expect(await (await as('other-city'))(platformApi.platformRun, { params })).toMatchObject({ problem: { code: 'not-found' } });
    await bff.sql`update procedure_runs set procedure = 'real-name-report' where id = ${runId}`;
    expect(await (await as('city'))(platformApi.platformRun, { params })).toMatchObject({ problem: { code: 'not-found' } });
    await expect(bff.sql`update platform_feed set what = 'x'`.execute()).rejects.toMatchObject({ code: 'AS003' });
    await expect(bff.sql`delete from platform_feed`.execute()).rejects.toMatchObject({ code: 'AS003' });
  });
});

describe('替工作人员记一步', () => {
  const put = async (runId: string, officer: string, event: RecordedEvent, eventId: string = randomUUID()) =>
    (await as('city'))(platformApi.platformRecordEvent, { params: { runId, eventId }, body: { officer, event } });

  it('和他自己记一样：差什么说什么；确认、不予确认只在桌上、本人核过第二样才记；同一步两次是一次；没有这个人、停用了都不行', async () => {
    const runId = await change(await town.household());
    const opinion: RecordedEvent = {
      kind: 'opinion',
      reason: '多了一个人',
      proposal: { benefits: [{ kind: 'subsistence', amount: 90_000 as never }] },
    };
    const eventId = randomUUID();
    expect(await put(runId, 'nobody', opinion)).toMatchObject({ problem: { code: 'forbidden' } });
    expect(await put(runId, 'luowenjing', opinion)).toMatchObject({ problem: { code: 'forbidden' } });
    expect(await put(runId, 'yangfan', opinion)).toMatchObject({ problem: { code: 'not-found' } });
    expect(await put(runId, 'heli', opinion, eventId)).toMatchObject({ ok: true, status: 201 });
    expect(await put(runId, 'heli', opinion, eventId)).toMatchObject({ ok: true, status: 200 });
    expect(await put(runId, 'heli', { ...opinion, reason: '另一个' }, eventId)).toMatchObject({ problem: { code: 'content-differs' } });
    done(await put(runId, 'denghua', { kind: 'notice-posted' }));
    bff.pass(8 * DAY);
    // By its key alone a system is not the second person, in whosever name it comes.
    for (const officer of ['heli', 'denghua', 'tangming'])
      for (const event of [{ kind: 'confirmed' }, { kind: 'refused', reason: '超过标准' }] as const)
        expect(await put(runId, officer, event)).toMatchObject({ problem: { code: 'second-factor-needed', status: 403 } });
    const waiting = done(await (await as('city'))(platformApi.platformRun, { params: { runId } }));
    expect(waiting.events.map((one) => one.kind)).toEqual(['opened', 'opinion', 'notice-posted']);
    const refused = await bff.sql`select actor_id, result from audit_log where object_id = ${runId} and result = 'second-factor-needed'`;
    const officers = ['sample-heli', 'sample-denghua', 'sample-tangming'];
    expect(refused.map(({ actor_id }) => actor_id)).toEqual(officers.flatMap((officer) => [officer, officer]));
    // She confirms it herself, at the desk, with her own two factors.
    const confirm = { params: { runId, eventId: randomUUID() }, body: { kind: 'confirmed' as const } };
    const once = await bff.staff('sample-tangming', false);
    expect(await once.call(staffApi.recordEvent, confirm)).toMatchObject({ problem: { code: 'second-factor-needed' } });
    const refuse = { params: confirm.params, body: { kind: 'refused' as const, reason: '超过标准' } };
    expect(await once.call(staffApi.recordEvent, refuse)).toMatchObject({ problem: { code: 'second-factor-needed' } });
    done(await (await bff.staff('sample-tangming')).call(staffApi.recordEvent, confirm));
    const run = done(await (await as('city'))(platformApi.platformRun, { params: { runId } }));
    expect(run.events.map((one) => one.kind)).toEqual(['opened', 'opinion', 'notice-posted', 'confirmed']);
    // At the desk it is hers: one record for both.
    const { call } = await bff.staff('sample-heli');
    const [, given] = done(await call(staffApi.run, { params: { runId } })).events;
    expect(given).toMatchObject({ eventId, who: '何丽' });
    expect(await bff.sql`select result from audit_log where object_id = ${eventId} and action = 'platform-recorded'`).toEqual([
      { result: 'city' },
    ]);
    await bff.sql`update staff_accounts set disabled_at = now() where id = 'sample-tangming'`;
    expect(await put(runId, 'tangming', { kind: 'takes-effect' })).toMatchObject({ problem: { code: 'forbidden' } });
    await bff.sql`update staff_accounts set disabled_at = null where id = 'sample-tangming'`;
  });

  it('和他备案的近亲属有关的，替他记也一样没有；别的系统在库里只看得到程序', async () => {
    const runId = await change(await town.household());
    const visited: RecordedEvent = { kind: 'visited', visit: { visitors: ['何丽', '黄春兰'], way: 'at-home' } };
    const { call } = await bff.staff('sample-heli');
    const declared = await call(staffApi.declareRelation, {
      params: { relationId: randomUUID() },
      body: { relation: 'sibling', name: '李素芬', paper: { kind: 'resident-identity', number: SUFEN.number } },
    });
    expect(declared.ok).toBe(true);
    expect(await put(runId, 'heli', visited)).toMatchObject({ problem: { code: 'not-found' } });
    await bff.sql`update declared_relations set ended_at = now()`;
    const door = connect(bff.config.databaseUrl, 1, 'test', 'account');
    const { db } = scopedToPlatform(door.client, ['500107']);
    const seen = async (table: string) =>
      (await db.execute<{ n: number }>(sql`select count(*)::int as n from ${sql.identifier(table)}`))[0]?.n;
    expect(await seen('procedure_runs')).toBeGreaterThan(0);
    for (const table of [
      'case_files',
      'case_members',
      'applications',
      'work_items',
      'audit_log',
      'files',
      'complaints',
      'declared_relations',
      'shares',
    ])
      expect([table, await seen(table)]).toEqual([table, 0]);
    expect((await scopedToPlatform(door.client, ['500118']).db.execute(sql`select id from procedure_runs`)).length).toBe(0);
    await door.close();
  });

  it('没有看人的范围：没有姓名、理由；有的，看了留痕', async () => {
    const runId = await change(await town.household());
    const params = { runId };
    const plain = done(await (await as('city', 'runs:read'))(platformApi.platformRun, { params }));
    expect(plain).not.toHaveProperty('name');
    expect(plain.events[0]).not.toHaveProperty('event');
    expect(plain.waitsFor).toContain('township');
    expect(done(await (await as('city'))(platformApi.platformRun, { params })).name).toBe('李素芬');
    expect(await bff.sql`select 1 from audit_log where object_id = ${runId} and action = 'platform-read'`).toHaveLength(2);
  });
});

it('说明是有效的 OpenAPI，每一条写着要哪个范围', async () => {
  const document = (await (await fetch(`${bff.platformUrl}/platform/openapi.json`)).json()) as {
    paths: Record<string, Record<string, { operationId: string; security: unknown }>>;
  };
  expect((await new Validator().validate(document)).errors).toBeUndefined();
  const found = Object.values(document.paths).flatMap((one) => Object.values(one).map((each) => [each.operationId, each.security]));
  expect(Object.fromEntries(found)).toEqual(Object.fromEntries(Object.values(platformApi).map((e) => [e.id, [{ client: [e.scope] }]])));
});
