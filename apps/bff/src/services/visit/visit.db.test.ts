import { randomUUID } from 'node:crypto';
import { residentApi, staffApi, type Whom } from '@assist/contracts';
import type { CivilDate } from '@assist/policy';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compose } from '../../compose.ts';
import { type BffForTest, bffForTest } from '../../test/bff-for-test.ts';
import { moneyOf, putCase, verify } from '../../test/case-for-test.ts';
import { byName, somebody } from '../../test/faces-for-test.ts';
import { done, resident, YANGJIAPING } from '../../test/people.ts';
import type { Staff } from '../staff/who.ts';
import { visitsToday } from './today.ts';

let bff: BffForTest;
let people = 0;
beforeAll(async () => {
  bff = await bffForTest();
});
afterAll(() => bff.close());

const refused = (code: string) => ({ ok: false, problem: { code } });
const on = (day: string) => day as CivilDate;
type Someone = Awaited<ReturnType<typeof resident>>;
const account = (who: { name: string; number: string } | null = somebody()) => resident(bff, `visit${'x'.repeat(++people)}`, who);
const book = (who: Someone, whom: Whom, more: object = {}, visitId: string = randomUUID()) =>
  who.call(residentApi.bookVisit, { params: { visitId }, body: { whom, where: 'home', ...more } });
const clerk = async (staffId = 'sample-heli') => (await bff.staff(staffId)).call;
/** A household of one with a verified account. */
async function household(name = '行动不便的人') {
  const who = somebody(name);
  const caseId = await putCase(bff, { people: [who, somebody()] });
  const me = await account(who);
  await verify(bff, me.accountId);
  return { who, caseId, me, whom: { caseId, memberId: 'm1' } as Whom };
}
const arrangement = { day: on('2026-11-25'), half: 'morning' as const, where: 'home' as const, visitors: ['何丽', '黄春兰'] };
const itemOf = async (subjectId: string) =>
  (await bff.sql`select id, state, open, about, step_due::text as due from work_items where subject_id = ${subjectId}`)[0];

describe('可以约的日子', () => {
  it('往后十五个工作日，两个半天；元旦放假的不在，没有官方日历的说暂定', async () => {
    const { me, caseId } = await household();
    const { office, days } = done(await me.call(residentApi.visitTimes, { query: { caseId } }));
    expect(office?.id).toBe('500107001');
    expect(days).toHaveLength(15);
    // Sunday the 22nd: the next working day is Monday; fifteen of them end on Friday, 11 December.
    expect(days[0]).toEqual({ day: '2026-11-23', morning: true, afternoon: true, provisional: false });
    expect(days.at(-1)?.day).toBe('2026-12-11');
    expect(days.map((one) => one.day)).not.toContain('2026-11-28');
    const stranger = await account();
    expect(done(await stranger.call(residentApi.visitTimes, { query: { caseId } })).office).toBeUndefined();
  });
});

describe('约人上门', () => {
  it('约了：到队里；再约一次改的是同一件事，前一件收起来', async () => {
    const { me, whom } = await household('约两次的人');
    const first = await book(me, whom, {
      day: '2026-11-24',
      half: 'afternoon',
      address: '前进村3栋',
      phone: '13800001111',
      note: '敲门大声点',
    });
    expect(first.ok && first.status).toBe(201);
    const view = done(first);
    expect(view).toMatchObject({ state: 'asked', whoName: '约两次的人', day: '2026-11-24', half: 'afternoon' });
    expect(view.sentence.sentence).toContain('11月24日下午');
    expect(view.sentence.clauses.map((one) => one.id)).toContain('JLP53-5-5c');
    const second = done(await book(me, whom, { where: 'village' }));
    const [family] = done(await me.call(residentApi.family, {})).cases;
    expect(family?.members[0]?.authentication.visitId).toBe(second.visitId);
    expect(await itemOf(view.visitId)).toMatchObject({ open: false });
    expect(await itemOf(second.visitId)).toMatchObject({ open: true, state: 'to-do', about: ['asked-for-visit'] });
    const list = done(await me.call(residentApi.visits, {}));
    expect(list.map((one) => [one.visitId, one.state])).toEqual(
      expect.arrayContaining([
        [second.visitId, 'asked'],
        [view.visitId, 'cancelled'],
      ]),
    );
  });

  it('同一个号同样的话是同一件；话不同不认；别人的号查不到', async () => {
    const { me, whom } = await household();
    const id = randomUUID();
    const first = done(await book(me, whom, {}, id));
    const again = await book(me, whom, {}, id);
    expect(again.ok && again.status).toBe(200);
    expect(done(again)).toEqual(first);
    expect(await book(me, whom, { where: 'office' }, id)).toMatchObject(refused('content-differs'));
    expect(await book(await account(), byName(somebody()), {}, id)).toMatchObject(refused('not-found'));
  });

  it('同一个号十次一起来：一件', async () => {
    const { me, whom } = await household();
    const id = randomUUID();
    const all = await Promise.all(Array.from({ length: 10 }, () => book(me, whom, {}, id)));
    expect(all.map((one) => done(one).visitId)).toEqual(Array(10).fill(id));
    expect(await bff.sql`select id from work_items where subject_id = ${id}`).toHaveLength(1);
  });

  it('电话、视频只给常住外地的；周末、过去的日子约不了；半天和日子一起说', async () => {
    const { me, whom } = await household();
    expect(await book(me, whom, { where: 'video' })).toMatchObject({
      ...refused('form-invalid'),
      problem: { fields: [{ path: 'livesElsewhere' }] },
    });
    expect(done(await book(me, whom, { where: 'video', livesElsewhere: true })).sentence.clauses.map((one) => one.id)).toContain(
      'JLP53-5-3c',
    );
    for (const day of ['2026-11-22', '2026-11-28', '2027-03-01'])
      expect(await book(me, whom, { day, half: 'morning' })).toMatchObject(refused('form-invalid'));
    expect(await book(me, whom, { day: '2026-11-24' })).toMatchObject(refused('form-invalid'));
  });

  it('不相干的人约不掉镇上要去的那一趟', async () => {
    const { who, me, whom } = await household();
    const mine = done(await book(me, whom));
    expect(await book(await account(), byName(who))).toMatchObject(refused('state-changed'));
    expect(await itemOf(mine.visitId)).toMatchObject({ open: true });
  });

  it('不用来了：队里收起来；再点一次一样', async () => {
    const { me, whom } = await household();
    const { visitId } = done(await book(me, whom));
    const cancel = () => me.call(residentApi.cancelVisit, { params: { visitId } });
    expect(done(await cancel()).state).toBe('cancelled');
    expect(done(await cancel()).state).toBe('cancelled');
    expect(await itemOf(visitId)).toMatchObject({ open: false });
    expect(await (await account()).call(residentApi.cancelVisit, { params: { visitId } })).toMatchObject(refused('not-found'));
  });
});

describe('镇上', () => {
  it('打开看：是谁、为什么、怎么找；号只露头尾；看过的记下来', async () => {
    const { me, whom, caseId } = await household('打开看的人');
    const { visitId } = done(await book(me, whom, { address: '前进村3栋', phone: '13800001111' }));
    const item = await itemOf(visitId);
    const opened = done(await (await clerk())(staffApi.openAuthenticationItem, { params: { workItemId: item?.id } }));
    expect(opened).toMatchObject({
      who: { name: '打开看的人', caseId, memberId: 'm1' },
      visit: { visitId, address: '前进村3栋', phone: '13800001111', why: '居民约的' },
      tries: [],
    });
    expect(opened.who.maskedNumber).toMatch(/^5\*+.$/);
    expect(opened.sources.map((one) => one.id)).toContain('JLP53-5-5c');
    expect(await (await clerk('sample-yangfan'))(staffApi.openAuthenticationItem, { params: { workItemId: item?.id } })).toMatchObject(
      refused('not-found'),
    );
    expect(await bff.sql`select id from audit_log where action = 'authentication-read' and object_id = ${item?.id}`).toHaveLength(1);
  });

  it('定日子：居民收到，带的码在第一屏验得出；换一天换一个码；去的人看得到', async () => {
    const { me, whom } = await household();
    const { visitId } = done(await book(me, whom));
    const call = await clerk();
    const arrange = (more: object = {}) => call(staffApi.arrangeVisit, { params: { visitId }, body: { ...arrangement, ...more } });
    const view = done(await arrange());
    expect(done(await arrange())).toEqual(view);
    const [mine] = done(await me.call(residentApi.visits, {}));
    expect(mine).toMatchObject({ state: 'arranged', day: '2026-11-25', visitors: ['何丽', '黄春兰'], code: view.code });
    const check = (code: string) => bff.residentWith(undefined)(residentApi.checkReality, { body: { code } });
    expect(done(await check(view.code ?? ''))).toMatchObject({ kind: 'visitor', day: '2026-11-25', visitors: ['何丽', '黄春兰'] });
    const messages = done(await me.call(residentApi.messages, { query: {} })).items;
    expect(messages.map((one) => one.kind)).toEqual(['visit-arranged']);
    expect(await itemOf(visitId)).toMatchObject({ state: 'arranged', due: '2026-11-25' });
    expect(done(await arrange({ day: '2026-11-26' })).code).not.toBe(view.code);
    expect(await arrange({ day: '2026-11-20' })).toMatchObject(refused('form-invalid'));
  });

  it('今天上门：约好今天的，上午在前；改了天、别的镇街、结了的，都不在', async () => {
    const call = await clerk();
    const today = async () => done(await call(staffApi.visitsToday, {}));
    expect(await today()).toEqual({ day: '2026-11-22', total: 0, visits: [] });
    for (const [name, half, ...days] of [
      ['下午见的人', 'afternoon', '2026-11-22'],
      ['上午见的人', 'morning', '2026-11-22'],
      ['改到明天的人', 'morning', '2026-11-22', '2026-11-23'],
    ] as const) {
      const { me, whom } = await household(name);
      const { visitId } = done(await book(me, whom));
      for (const day of days)
        done(await call(staffApi.arrangeVisit, { params: { visitId }, body: { ...arrangement, day: on(day), half } }));
    }
    expect((await today()).visits.map(({ whoName, half, visitors }) => [whoName, half, visitors])).toEqual([
      ['上午见的人', 'morning', ['何丽', '黄春兰']],
      ['下午见的人', 'afternoon', ['何丽', '黄春兰']],
    ]);
    expect(done(await (await bff.staff('sample-yangfan')).call(staffApi.visitsToday, {})).visits).toEqual([]);
    const { context, connection } = compose(bff.config, 'test', () => '', { clock: bff.clock });
    await context.keys.load();
    const few = await visitsToday(context, { officeId: YANGJIAPING } as unknown as Staff, 1);
    await connection.close();
    expect([few.total, few.visits.map((one) => one.whoName)]).toEqual([2, ['上午见的人']]);
    const [{ workItemId } = { workItemId: '' }] = (await today()).visits;
    const [item] = await bff.sql`select subject_id from work_items where id = ${workItemId}`;
    const met = { met: true, on: on('2026-11-22'), visitors: ['何丽', '黄春兰'], note: '' };
    done(await call(staffApi.recordVisit, { params: { visitId: item?.subject_id }, body: met }));
    expect((await today()).visits.map((one) => one.whoName)).toEqual(['下午见的人']);
  });

  it('没见到：记一次，还在队里；见到了：要两个人的名字，算今年认证，钱一分没动', async () => {
    const { me, whom, caseId } = await household();
    const before = await moneyOf(bff);
    const { visitId } = done(await book(me, whom));
    const call = await clerk();
    const params = { visitId };
    done(await call(staffApi.arrangeVisit, { params, body: arrangement }));
    const record = (body: object) =>
      call(staffApi.recordVisit, { params, body: { met: true, on: on('2026-11-22'), visitors: ['何丽', '黄春兰'], note: '', ...body } });
    expect(done(await record({ met: false, visitors: ['何丽'], note: '门锁着' })).state).toBe('not-met');
    const item = await itemOf(visitId);
    expect(item).toMatchObject({ open: true, state: 'to-do' });
    const opened = done(await call(staffApi.openAuthenticationItem, { params: { workItemId: item?.id } }));
    expect(opened.tries).toEqual([{ at: '2026-11-22T10:00:00+08:00', channel: '上门', outcome: '何丽去过，没见到：门锁着' }]);
    expect(await record({ visitors: ['何丽', ' 何丽'] })).toMatchObject(refused('two-names-needed'));
    expect(await record({ on: on('2026-11-23') })).toMatchObject(refused('form-invalid'));
    expect(done(await record({})).state).toBe('done');
    expect(done(await record({})).state).toBe('done');
    expect(await itemOf(visitId)).toMatchObject({ open: false });
    const [counted] = done(await me.call(residentApi.authentications, {}));
    expect(counted).toMatchObject({ state: 'counted', contact: 'visit', by: '工作人员 何丽 黄春兰', nextDue: '2027-11-22' });
    const [row] =
      await bff.sql`select last_met::text as met, last_met_contact as contact from case_members where case_id = ${caseId} and member_id = 'm1'`;
    expect(row).toEqual({ met: '2026-11-22', contact: 'visit' });
    expect(await moneyOf(bff)).toEqual(before);
    expect(await call(staffApi.arrangeVisit, { params, body: arrangement })).toMatchObject(refused('state-changed'));
  });

  it.each([
    ['village', 'village-met'],
    ['office', 'office-manual'],
    ['phone', 'review-phone'],
    ['video', 'review-video'],
  ])('在%s见到的，一个名字就够，算 %s', async (where, contact) => {
    const { me, whom } = await household();
    const { visitId } = done(await book(me, whom, { where, livesElsewhere: true }));
    const call = await clerk();
    done(
      await call(staffApi.recordVisit, { params: { visitId }, body: { met: true, on: on('2026-11-22'), visitors: ['何丽'], note: '' } }),
    );
    expect(done(await me.call(residentApi.authentications, {}))[0]).toMatchObject({ contact });
  });

  it('别人领着的动不了；别的镇看不到；看留痕的人不能办', async () => {
    const { me, whom } = await household();
    const { visitId } = done(await book(me, whom));
    const item = await itemOf(visitId);
    done(await (await clerk())(staffApi.claimItem, { params: { workItemId: item?.id }, key: randomUUID() }));
    const body = arrangement;
    const params = { visitId };
    expect(await (await clerk('sample-huangchunlan'))(staffApi.arrangeVisit, { params, body })).toMatchObject(refused('conflict'));
    expect(await (await clerk('sample-yangfan'))(staffApi.arrangeVisit, { params, body })).toMatchObject(refused('not-found'));
  });
});
