import { randomUUID } from 'node:crypto';
import { staffApi } from '@assist/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type BffForTest, bffForTest } from '../../test/bff-for-test.ts';
import { done, resident } from '../../test/people.ts';

let bff: BffForTest;
beforeAll(async () => {
  bff = await bffForTest();
});
afterAll(() => bff.close());

type Someone = Awaited<ReturnType<typeof resident>>;
let sufen: Someone;
let people = 0;
const emptied = (but = '') =>
  bff.sql`update work_items set open = false, claimed_by = null, claimed_until = null where application_id::text is distinct from ${but}`;
beforeEach(async () => {
  await emptied();
  sufen = await resident(bff, `someone${'x'.repeat(++people)}`);
});

const HOUR = 3_600_000;
const refused = (code: string) => ({ ok: false, problem: { code } });
const send = async () => {
  const id = randomUUID();
  done(await sufen.submit(id));
  return id;
};
const next = async (staffId: string, key: string = randomUUID()) => (await bff.staff(staffId)).call(staffApi.claimNext, { key });

describe('领下一件', () => {
  it('先看这步剩得最少的，再看先来的；没有了就说没有', async () => {
    const [old, urgent] = [await send(), await send()];
    // The second one's step ends a day sooner.
    await bff.sql`update work_items set step_due = '2026-11-24' where application_id = ${urgent}`;
    const first = done(await next('sample-heli'));
    expect(first.item).toMatchObject({ applicationId: urgent, claimedBy: { staffId: 'sample-heli', name: '何丽' } });
    expect(first.why).toBe('这一步还有 2 个工作日，是剩得最少的，没人领');
    expect(done(await next('sample-huangchunlan')).item?.applicationId).toBe(old);
    expect(done(await next('sample-heli'))).toEqual({ item: null, why: '都有人在办' });
  });

  it('两个人同时各领十次：十件，没有一件领了两次', async () => {
    const ids = await Promise.all(Array.from({ length: 10 }, send));
    const clerks = ['sample-heli', 'sample-huangchunlan'];
    const all = await Promise.all(Array.from({ length: 20 }, (_, i) => next(clerks[i % 2] as string)));
    const got = all.flatMap((one) => done(one).item?.applicationId ?? []);
    expect(got.sort()).toEqual(ids.sort());
  });

  it('同一个键点两次：同一件，不多领', async () => {
    await send();
    await send();
    const key = randomUUID();
    const first = done(await next('sample-heli', key));
    expect(done(await next('sample-heli', key))).toEqual(first);
    expect(await bff.sql`select id from work_items where open and claimed_by is not null`).toHaveLength(1);
  });

  it('同一个键同时来十次：只领一件，别的不是同一个答复就是“正在送”', async () => {
    for (let i = 0; i < 3; i++) await send();
    const key = randomUUID();
    const { call } = await bff.staff('sample-heli');
    const all = await Promise.all(Array.from({ length: 10 }, () => call(staffApi.claimNext, { key })));
    expect(await bff.sql`select id from work_items where open and claimed_by is not null`).toHaveLength(1);
    for (const one of all) if (!one.ok) expect(one.problem.code).toBe('key-in-progress');
    expect(new Set(all.flatMap((one) => (one.ok ? [one.data.item?.workItemId] : []))).size).toBe(1);
  });

  it('等居民补的不派', async () => {
    const id = await send();
    await bff.sql`update work_items set state = 'correction-asked' where application_id = ${id}`;
    expect(done(await next('sample-heli')).item).toBeNull();
  });

  it('审计不能领；别的镇街领不到', async () => {
    await send();
    expect(await next('sample-luowenjing')).toMatchObject(refused('forbidden'));
    expect(done(await next('sample-yangfan')).item).toBeNull();
  });
});

describe('领了以后', () => {
  it('四个小时没办，放回队列，记下来', async () => {
    const id = await send();
    const item = done(await next('sample-heli')).item;
    expect(item?.claimedBy?.until).toBe('2026-11-22T14:00:00+08:00');
    bff.pass(4 * HOUR);
    await bff.worker.chores();
    // The night's look put back what the stories before had closed by hand.
    await emptied(id);
    const again = done(await next('sample-huangchunlan')).item;
    expect(again?.applicationId).toBe(id);
    expect(await bff.sql`select id from audit_log where action = 'lease-ended' and object_id = ${item?.workItemId ?? ''}`).toHaveLength(1);
    bff.pass(-4 * HOUR);
  });

  it('别人手上的：领、打开、受理都说刚才有人动过', async () => {
    const id = await send();
    const item = done(await next('sample-heli')).item;
    const { call } = await bff.staff('sample-huangchunlan');
    const params = { workItemId: item?.workItemId ?? '' };
    expect(await call(staffApi.claimItem, { params, key: randomUUID() })).toMatchObject(refused('conflict'));
    expect(await call(staffApi.markOpened, { params: { applicationId: id } })).toMatchObject(refused('conflict'));
    expect(await call(staffApi.releaseItem, { params, body: { reason: '换人' }, key: randomUUID() })).toMatchObject(
      refused('state-changed'),
    );
  });

  it('放回写原因，别人就能领；原因加了密', async () => {
    await send();
    const item = done(await next('sample-heli')).item;
    const params = { workItemId: item?.workItemId ?? '' };
    const heli = await bff.staff('sample-heli');
    const back = done(await heli.call(staffApi.releaseItem, { params, body: { reason: '和张国福是亲戚' }, key: randomUUID() }));
    expect(back.claimedBy).toBeUndefined();
    const other = await bff.staff('sample-huangchunlan');
    expect(done(await other.call(staffApi.claimItem, { params, key: randomUUID() })).claimedBy?.name).toBe('黄春兰');
    const [row] = await bff.sql`select encode(note_sealed, 'escape') as note from work_items where id = ${item?.workItemId ?? ''}`;
    expect(row?.note).not.toContain('亲戚');
  });
});

describe('看队列', () => {
  it('六十件分两页，不重不漏；数目对', async () => {
    const ids = await Promise.all(Array.from({ length: 60 }, send));
    const { call } = await bff.staff('sample-heli');
    const first = done(await call(staffApi.queue, { query: {} }));
    expect(first.items).toHaveLength(50);
    expect(first.counts).toMatchObject({ open: 60, unclaimed: 60, mine: 0, 'correction-asked': 0 });
    expect(first.lanes).toEqual({
      application: 60,
      'identity-conflict': 0,
      change: 0,
      visit: 0,
      evidence: 0,
      signal: 0,
      alert: 0,
      objection: 0,
      complaint: 0,
      urgent: 0,
      door: 0,
      meeting: 0,
      account: 0,
      referral: 0,
      'application-run': 0,
      'case-run': 0,
    });
    const second = done(await call(staffApi.queue, { query: { cursor: first.next ?? '' } }));
    expect(second.next).toBeNull();
    expect([...first.items, ...second.items].map((item) => item.applicationId).sort()).toEqual(ids.sort());
  });

  it('先看本步剩几天，一样的看总共，再一样看谁先来；还没受理、没有总共的排在有的后面', async () => {
    const ids = [await send(), await send(), await send(), await send(), await send()];
    const stands: [step: string, total: string, received: string][] = [
      ['2026-11-27', '2026-12-30', '2026-11-20T01:00:00Z'],
      ['2026-11-26', 'infinity', '2026-11-18T01:00:00Z'],
      ['2026-11-26', '2026-12-30', '2026-11-19T01:00:00Z'],
      ['2026-11-26', '2026-12-10', '2026-11-20T01:00:00Z'],
      ['2026-11-26', '2026-12-10', '2026-11-19T09:00:00Z'],
    ];
    for (const [i, [step, total, received]] of stands.entries())
      await bff.sql`update work_items set step_due = ${step}::text::date, total_due = ${total}::text::date, received_at = ${received} where application_id = ${ids[i] ?? ''}`;
    const { call } = await bff.staff('sample-heli');
    const page = done(await call(staffApi.queue, { query: { lane: 'applications' } }));
    expect(page.items.map((item) => (ids as string[]).indexOf(item.applicationId ?? ''))).toEqual([4, 3, 2, 1, 0]);
    expect(page.pressing?.applications).toEqual({ past: 0, today: 0, nearest: 4 });
    await bff.sql`update work_items set step_due = '2026-11-19' where application_id = ${ids[0] ?? ''}`;
    await bff.sql`update work_items set step_due = '2026-11-22' where application_id = ${ids[1] ?? ''}`;
    expect(done(await call(staffApi.queue, { query: {} })).pressing?.applications).toEqual({ past: 1, today: 1, nearest: -1 });
  });

  it('说没同意的是道里的筛选，也是行上的标记', async () => {
    const said = await send();
    await send();
    await bff.sql`update work_items set marks = array['not-agreed'] where application_id = ${said}`;
    const { call } = await bff.staff('sample-heli');
    const page = done(await call(staffApi.queue, { query: { lane: 'applications', filter: 'not-agreed' } }));
    expect(page.items.map((item) => [item.applicationId, item.marks])).toEqual([[said, expect.arrayContaining(['not-agreed'])]]);
    expect(page.counts).toMatchObject({ open: 2, 'not-agreed': 1, 'reviews-due': 0 });
  });

  it('编出来的页码：没认出来', async () => {
    const { call } = await bff.staff('sample-heli');
    for (const cursor of ['x', Buffer.from('["1","2","3","4"]').toString('base64url')])
      expect(await call(staffApi.queue, { query: { cursor } })).toMatchObject(refused('bad-request'));
  });
});

it('审计看得到留痕；经办看不到；别的镇街的留痕不在里面', async () => {
  const id = await send();
  const auditor = await bff.staff('sample-luowenjing');
  const trail = done(await auditor.call(staffApi.auditTrail, { query: {} }));
  expect(trail.items[0]).toMatchObject({
    who: '居民',
    what: '交上申请',
    object: `申请 …${id.slice(-8)}`,
    applicationId: id,
    result: '做了',
  });
  const heli = await bff.staff('sample-heli');
  expect(await heli.call(staffApi.auditTrail, { query: {} })).toMatchObject(refused('forbidden'));
  expect(done(await auditor.call(staffApi.auditTrail, { query: {} })).items[0]?.what).toBe('看了留痕');
});
