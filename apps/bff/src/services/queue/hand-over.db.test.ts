import { randomUUID } from 'node:crypto';
import { staffApi } from '@assist/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type BffForTest, bffForTest } from '../../test/bff-for-test.ts';
import { putCase } from '../../test/case-for-test.ts';
import { done, GUOFU, resident, SUFEN, ZHONGSHANLU } from '../../test/people.ts';
import { refusedOnTrail } from '../../test/trail-for-test.ts';

let bff: BffForTest;
beforeAll(async () => {
  bff = await bffForTest();
});
afterAll(() => bff.close());

let sufen: Awaited<ReturnType<typeof resident>>;
let people = 0;
beforeEach(async () => {
  await bff.sql`update work_items set open = false, claimed_by = null, claimed_until = null`;
  await bff.sql`update declared_relations set ended_at = now()`;
  sufen = await resident(bff, `handed${'x'.repeat(++people)}`);
});
const refused = (code: string) => ({ ok: false, problem: { code } });
const key = () => randomUUID();
const as = async (who: string) => (await bff.staff(`sample-${who}`)).call;
const send = async () => {
  const id = randomUUID();
  const receipt = done(await sufen.submit(id));
  const [row] = await bff.sql`select id from work_items where application_id = ${id} and kind = 'application'`;
  return { applicationId: id, number: receipt.number, params: { workItemId: row?.id as string } };
};
const paper = (number: string) => ({ kind: 'resident-identity' as const, number });

describe('从一个人手上到另一个人手上', () => {
  it('32 个人一起领 20 件：每件一个人，没有一件领两次，没有一件丢', async () => {
    for (let i = 0; i < 20; i++) await send();
    const clerks = Array.from({ length: 32 }, (_, i) => `crowd-${i}`);
    for (const id of clerks)
      await bff.sql`insert into staff_accounts (id, issuer, subject, name, role, office_id) values (${id}, 'test', ${id}, ${id}, 'handler', '500107001')`;
    const calls = await Promise.all(clerks.map((id) => bff.staff(id)));
    const got = await Promise.all(calls.map(({ call }) => call(staffApi.claimNext, { key: key() })));
    const items = got.map((one) => done(one).item?.workItemId).filter((id) => id !== undefined);
    expect(items).toHaveLength(20);
    expect(new Set(items).size).toBe(20);
    const held = await bff.sql`select claimed_by from work_items where open and claimed_by is not null`;
    expect(new Set(held.map((row) => row.claimed_by)).size).toBe(20);
    await bff.sql`delete from staff_sessions where staff_id like 'crowd-%'`;
  });

  it('交给同事要写原因；交给别处的人、只看的人不行；交了就在她手上', async () => {
    const { params } = await send();
    const heli = await as('heli');
    done(await heli(staffApi.claimItem, { params, key: key() }));
    for (const to of ['sample-yangfan', 'sample-luowenjing', 'sample-denghua', 'nobody'])
      expect(await heli(staffApi.handItemOver, { params, body: { to, reason: '换人' }, key: key() })).toMatchObject(
        refused('form-invalid'),
      );
    const given = done(await heli(staffApi.handItemOver, { params, body: { to: 'sample-huangchunlan', reason: '今天下村' }, key: key() }));
    expect(given.claimedBy?.name).toBe('黄春兰');
    expect(await heli(staffApi.handItemOver, { params, body: { to: 'sample-heli', reason: '要回来' }, key: key() })).toMatchObject(
      refused('conflict'),
    );
    const [note] = await bff.sql`select encode(note_sealed, 'escape') as note from work_items where id = ${params.workItemId}`;
    expect(note?.note).not.toContain('下村');
  });

  it('负责人接得过来，经办接不了；两个人同时动一件：一前一后，最后一个说了算，都留痕', async () => {
    const { params } = await send();
    const [heli, supervisor] = [await as('heli'), await as('qinlan')];
    done(await heli(staffApi.claimItem, { params, key: key() }));
    expect(await (await as('huangchunlan'))(staffApi.takeItemOver, { params, body: { reason: '我来' }, key: key() })).toMatchObject(
      refused('forbidden'),
    );
    const both = await Promise.all([
      supervisor(staffApi.takeItemOver, { params, body: { reason: '快到期了' }, key: key() }),
      heli(staffApi.releaseItem, { params, body: { reason: '放回' }, key: key() }),
    ]);
    expect(done(both[0]).claimedBy?.name).toBe('秦岚');
    // Who was second found it gone from her hands, or it had been put back before it was taken.
    if (!both[1].ok) expect(both[1].problem.code).toBe('state-changed');
    const [row] = await bff.sql`select claimed_by from work_items where id = ${params.workItemId}`;
    expect(row?.claimed_by).toBe('sample-qinlan');
    expect(await bff.sql`select id from audit_log where action = 'item-taken-over' and object_id = ${params.workItemId}`).toHaveLength(1);
    expect(await heli(staffApi.markOpened, { params: { applicationId: (await itemOf(params.workItemId)) ?? '' } })).toMatchObject(
      refused('conflict'),
    );
    expect(await refusedOnTrail(bff, (await itemOf(params.workItemId)) ?? '')).toEqual(['conflict']);
  });
  const itemOf = async (id: string) => (await bff.sql`select application_id from work_items where id = ${id}`)[0]?.application_id as string;

  it('一起交：请假的人手上的全部放回队列', async () => {
    await send();
    await send();
    const heli = await as('heli');
    for (let i = 0; i < 2; i++) done(await heli(staffApi.claimNext, { key: key() }));
    const supervisor = await as('qinlan');
    expect(done(await supervisor(staffApi.colleagues, {})).find((one) => one.staffId === 'sample-heli')?.holds).toBe(2);
    expect(done(await supervisor(staffApi.handManyOver, { body: { from: 'sample-heli', reason: '产假' }, key: key() }))).toEqual({
      moved: 2,
      left: 0,
    });
    expect(done(await supervisor(staffApi.queue, { query: {} })).counts.unclaimed).toBe(2);
  });
});

describe('协理员的村社', () => {
  it('负责人定；名单里没有的村社不行，别处的、不是协理员的没有；定了马上算，没写上的一户也看不到', async () => {
    const caseId = await putCase(bff);
    const [qinlan, heli, denghua] = [await as('qinlan'), await as('heli'), await as('denghua')];
    const assign = (call: typeof heli, staffId: string, villages: string[]) =>
      call(staffApi.assignVillages, { params: { staffId }, body: { villages } });
    const sees = async () => done(await denghua(staffApi.caseFiles, { query: {} })).items.map((one) => one.caseId);
    expect(await sees()).not.toContain(caseId);
    expect(await assign(heli, 'sample-denghua', ['前进村'])).toMatchObject(refused('forbidden'));
    expect(await assign(qinlan, 'sample-denghua', ['前近村'])).toMatchObject(refused('form-invalid'));
    for (const staffId of ['sample-heli', 'sample-yangfan', 'nobody'])
      expect(await assign(qinlan, staffId, ['前进村'])).toMatchObject(refused('not-found'));
    const { villages, assistants } = done(await assign(qinlan, 'sample-denghua', ['前进村', '前进村']));
    expect(villages).toContainEqual({ name: '前进村', households: 1 });
    expect(assistants.find((one) => one.staffId === 'sample-denghua')?.villages).toEqual(['前进村']);
    expect(await sees()).toContain(caseId);
    done(await assign(qinlan, 'sample-denghua', []));
    expect(await denghua(staffApi.caseFiles, { query: {} })).toMatchObject(refused('forbidden'));
  });
});

describe('近亲属', () => {
  it('备案以后：看不到、领不到、打不开、找不到，也交不到她手上；别人看得到写着要逐一核查', async () => {
    const { applicationId, params, number } = await send();
    await bff.sql`update application_people set number_hash = number_hash where application_id = ${applicationId}`;
    const heli = await as('heli');
    expect(done(await heli(staffApi.queue, { query: {} })).items).toHaveLength(1);
    const relation = {
      params: { relationId: randomUUID() },
      body: { relation: 'sibling' as const, name: SUFEN.name, paper: paper(SUFEN.number) },
    };
    expect(done(await heli(staffApi.declareRelation, relation))).toMatchObject({ mine: true, maskedNumber: `5${'*'.repeat(16)}2` });

    expect(done(await heli(staffApi.queue, { query: {} }))).toMatchObject({ items: [], counts: { open: 0 } });
    expect(done(await heli(staffApi.claimNext, { key: key() })).item).toBeNull();
    for (const answer of [
      await heli(staffApi.claimItem, { params, key: key() }),
      await heli(staffApi.openCase, { params: { applicationId } }),
      await heli(staffApi.markOpened, { params: { applicationId } }),
    ])
      expect(answer).toMatchObject(refused('not-found'));
    expect(done(await heli(staffApi.findItems, { body: { number } })).items).toEqual([]);

    const huang = await as('huangchunlan');
    const [item] = done(await huang(staffApi.queue, { query: {} })).items;
    expect(item?.marks).toContain('staff-relative');
    done(await huang(staffApi.claimItem, { params, key: key() }));
    expect(await huang(staffApi.handItemOver, { params, body: { to: 'sample-heli', reason: '给她' }, key: key() })).toMatchObject(
      refused('form-invalid'),
    );
    const supervisor = await as('qinlan');
    expect(
      done(
        await supervisor(staffApi.handManyOver, { body: { from: 'sample-huangchunlan', to: 'sample-heli', reason: '休假' }, key: key() }),
      ),
    ).toEqual({
      moved: 0,
      left: 1,
    });
  });

  it('家里任何一个人的号都算；后来才交的申请也看不到；自己撤不了，负责人核过才撤', async () => {
    const heli = await as('heli');
    const relationId = randomUUID();
    done(
      await heli(staffApi.declareRelation, {
        params: { relationId },
        body: { relation: 'parent', name: GUOFU.name, paper: paper(GUOFU.number) },
      }),
    );
    const { applicationId } = await send();
    const [row] = await bff.sql`select number_hash from declared_relations where id = ${relationId}`;
    await bff.sql`insert into application_people values (${applicationId}, '500107001', ${row?.number_hash as Buffer}) on conflict do nothing`;
    expect(await heli(staffApi.openCase, { params: { applicationId } })).toMatchObject(refused('not-found'));
    expect(await heli(staffApi.endRelation, { params: { relationId } })).toMatchObject(refused('forbidden'));
    const supervisor = await as('qinlan');
    expect(done(await supervisor(staffApi.relations, {})).map((one) => one.staffName)).toContain('何丽');
    done(await supervisor(staffApi.endRelation, { params: { relationId } }));
    expect((await heli(staffApi.openCase, { params: { applicationId } })).ok).toBe(true);
  });
});

describe('按号、按人找', () => {
  it('回执号不分空格；按证件号要写为什么，库里只有指纹，留痕', async () => {
    const { number, params } = await send();
    const heli = await as('heli');
    for (const typed of [number, number.replace(' ', ''), ` ${number.toLowerCase()} `])
      expect(done(await heli(staffApi.findItems, { body: { number: typed } })).items.map((item) => item.workItemId)).toEqual([
        params.workItemId,
      ]);
    const found = done(await heli(staffApi.findItems, { body: { paper: paper(SUFEN.number), reason: '本人来窗口问，没带手机' } }));
    expect(found.items.map((item) => item.workItemId)).toContain(params.workItemId);
    const [search] = await bff.sql`select id, encode(reason_sealed, 'escape') as reason from person_searches order by at desc limit 1`;
    expect(search?.reason).not.toContain('窗口');
    const [trail] = await bff.sql`select actor_id, object_id from audit_log where action = 'person-searched' order by id desc limit 1`;
    expect(trail).toEqual({ actor_id: 'sample-heli', object_id: search?.id });
    expect(done(await (await as('yangfan'))(staffApi.findItems, { body: { number } })).items).toEqual([]);
  });
});

describe('请别处帮一件', () => {
  const ask = (params: { workItemId: string }, shareId: string, change: object = {}) => ({
    params: { ...params, shareId },
    body: {
      officeId: ZHONGSHANLU,
      why: 'delegated-visit' as const,
      asked: '看看她现在住得怎么样',
      place: '中山路 8 号',
      days: 5,
      ...change,
    },
  });

  it('那边只看到名字、号、请做什么；案件还是打不开；写了看到什么就还回来，队列上有记号', async () => {
    const { applicationId, params, number } = await send();
    const heli = await as('heli');
    const shareId = randomUUID();
    expect(done(await heli(staffApi.shareItem, ask(params, shareId)))).toMatchObject({ from: { name: expect.stringContaining('杨家坪') } });
    expect(done(await heli(staffApi.shareItem, ask(params, shareId))).shareId).toBe(shareId);
    expect(await heli(staffApi.shareItem, ask(params, shareId, { days: 6 }))).toMatchObject(refused('content-differs'));

    const yangfan = await as('yangfan');
    const [share] = done(await yangfan(staffApi.shares, {})).toUs;
    expect(share?.facts).toEqual({ name: SUFEN.name, number, asked: '看看她现在住得怎么样', place: '中山路 8 号' });
    expect(await yangfan(staffApi.openCase, { params: { applicationId } })).toMatchObject(refused('not-found'));
    expect(await heli(staffApi.answerShare, { params: { shareId }, body: { words: '自己答' } })).toMatchObject(refused('not-found'));
    done(await yangfan(staffApi.answerShare, { params: { shareId }, body: { words: '住在女儿家，一个人' } }));
    expect(done(await yangfan(staffApi.shares, {})).toUs).toEqual([]);
    await bff.worker.drain();
    const { items } = done(await heli(staffApi.queue, { query: { kind: 'application' } }));
    expect(items[0]?.marks).toContain('answered-elsewhere');
    expect(done(await heli(staffApi.shares, {})).fromUs[0]).toMatchObject({
      ended: 'answered',
      answer: { by: '杨帆', words: '住在女儿家，一个人' },
    });
  });

  it('到了那天、收回了、那一件办完了：就看不到了，也答不了', async () => {
    const [a, b, c] = [await send(), await send(), await send()];
    const [heli, yangfan] = [await as('heli'), await as('yangfan')];
    const ids = [randomUUID(), randomUUID(), randomUUID()] as const;
    done(await heli(staffApi.shareItem, ask(a.params, ids[0], { days: 1 })));
    done(await heli(staffApi.shareItem, ask(b.params, ids[1])));
    done(await heli(staffApi.shareItem, ask(c.params, ids[2])));
    expect(done(await yangfan(staffApi.shares, {})).toUs).toHaveLength(3);
    await bff.sql`update shares set until = given_at + interval '1 second' where id = ${ids[0]}`;
    bff.pass(2000);
    done(await heli(staffApi.endShare, { params: { shareId: ids[1] } }));
    await bff.sql`update work_items set open = false where id = ${c.params.workItemId}`;
    expect(done(await yangfan(staffApi.shares, {})).toUs).toEqual([]);
    for (const shareId of ids)
      expect(await yangfan(staffApi.answerShare, { params: { shareId }, body: { words: '晚了' } })).toMatchObject(refused('state-changed'));
    expect(done(await heli(staffApi.shares, {})).fromUs.map((one) => one.ended)).toEqual(
      expect.arrayContaining(['past-its-day', 'taken-back', 'item-closed']),
    );
  });

  it('交给村里的协理员一个人：她看得到，同一个镇街的别的协理员看不到', async () => {
    const { params } = await send();
    const shareId = randomUUID();
    const heli = await as('heli');
    done(await heli(staffApi.shareItem, ask(params, shareId, { officeId: '500107001', staffId: 'sample-denghua' })));
    expect(done(await (await as('denghua'))(staffApi.shares, {})).toUs).toHaveLength(1);
    expect(done(await (await as('jianghong'))(staffApi.shares, {})).toUs).toEqual([]);
    expect(await heli(staffApi.shareItem, ask(params, randomUUID(), { officeId: '500107001' }))).toMatchObject(refused('form-invalid'));
    expect(await heli(staffApi.shareItem, ask(params, randomUUID(), { staffId: 'sample-heli' }))).toMatchObject(refused('form-invalid'));
  });
});
