import { randomUUID } from 'node:crypto';
import { type ChangeForm, FACE_ACTION_WORDS, residentApi } from '@assist/contracts';
import { FACE_CODES, faceOutcome } from '@assist/wechat';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type BffForTest, bffForTest } from '../../test/bff-for-test.ts';
import { moneyOf, putCase, verify } from '../../test/case-for-test.ts';
import { beginFace, byName, consentTo, faceOf, somebody } from '../../test/faces-for-test.ts';
import { done, GUOFU, resident, SUFEN, YANGJIAPING } from '../../test/people.ts';
import { NEXT_OF } from './row.ts';

let bff: BffForTest;
let caseId: string;
let people = 0;
beforeAll(async () => {
  bff = await bffForTest();
  caseId = await putCase(bff);
});
afterAll(() => bff.close());
beforeEach(() => {
  Object.assign(bff.wechat.face, { begin: undefined, ret: 10000, query: undefined });
  bff.wechat.set(undefined);
});

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const refused = (code: string) => ({ ok: false, problem: { code } });
const account = (who: { name: string; number: string } | null = somebody()) => resident(bff, `face${'x'.repeat(++people)}`, who);
/** Somebody with an account who claimed who they are. */
const alone = async (name?: string) => {
  const who = somebody(name);
  return { who, me: await account(who), whom: byName(who) };
};
const verified = async () => {
  const me = await account(SUFEN);
  await verify(bff, me.accountId);
  return me;
};
const rowOf = async (id: string) => (await bff.sql`select * from face_checks where id = ${id}`)[0];

describe('微信的每个答复', () => {
  it.each([...FACE_CODES, 77777])('%i：一件要做的事，一句话；只有 10000 算', async (ret) => {
    const { me, whom } = await alone();
    bff.wechat.face.ret = ret;
    const result = await faceOf(me, whom);
    const outcome = faceOutcome(ret);
    expect(result.state === 'passed').toBe(ret === 10000);
    expect(result.next).toBe(NEXT_OF[outcome.kind]);
    if (outcome.kind !== 'person') expect(result.sentence.sentence).toBe(FACE_ACTION_WORDS[outcome.action]);
    expect(result.sentence.sentence).not.toMatch(/失败|错误/);
    expect(result.sentence.clauses.length).toBeGreaterThan(0);
    expect(result.triesLeft).toBe(outcome.counts ? 1 : 2);
    // A person who is needed is booked already.
    expect(result.visit !== undefined).toBe(outcome.kind === 'person');
    expect(result.authenticationId !== undefined).toBe(ret === 10000);
  });

  it.each([84014, 84015])('要号时 %i：请看看写的；不算一次', async (begin) => {
    const { me, whom } = await alone();
    bff.wechat.face.begin = begin;
    const { verifyId, result } = done(await beginFace(me, whom));
    expect(verifyId).toBeUndefined();
    expect(result).toMatchObject({ next: 'again', state: 'not-yet', triesLeft: 2 });
    expect(result.sentence.sentence).toBe(FACE_ACTION_WORDS[begin === 84014 ? 'check-name' : 'check-number']);
  });

  it.each([84017, 84018, 84020])('问结果时 %i：不是同一个人、同一部手机，不算过，记下来', async (query) => {
    const { me, whom } = await alone();
    bff.wechat.face.query = query;
    const result = await faceOf(me, whom);
    expect(result).toMatchObject({ state: 'not-yet', next: 'another-way', triesLeft: 2 });
    expect(await bff.sql`select id from audit_log where action = 'face-check-mismatch' and object_id = ${result.faceCheckId}`).toHaveLength(
      1,
    );
  });
});

describe('认过了', () => {
  it('本人：在册的算今年认证，下次的日子是一年以后，收到一条；当天再刷一次还是同一条', async () => {
    const me = await verified();
    const before = await moneyOf(bff);
    const first = await faceOf(me, { caseId, memberId: 'm1' });
    const again = await faceOf(me, { caseId, memberId: 'm1' });
    expect(first).toMatchObject({ state: 'passed', next: 'done' });
    expect(again.authenticationId).toBe(first.authenticationId);
    const [record] = done(await me.call(residentApi.authentications, {}));
    expect(record).toMatchObject({
      state: 'counted',
      contact: 'own-face',
      on: '2026-11-22',
      nextDue: '2027-11-22',
      by: '本人',
      whoName: '李素芬',
    });
    expect(record?.number).toMatch(/^杨家坪 261122-\d{3}-/);
    const messages = done(await me.call(residentApi.messages, { query: {} })).items;
    expect(messages.map((one) => one.kind)).toEqual(['authentication-counted']);
    expect(await bff.sql`select id from case_events where case_id = ${caseId} and kind = 'authentication-counted'`).toHaveLength(1);
    expect(await moneyOf(bff)).toEqual(before);
  });

  it('家里人帮忙：问的是那位的脸，那位的账户知道是谁帮的', async () => {
    const me = await verified();
    const guofu = await account(GUOFU);
    await verify(bff, guofu.accountId);
    await faceOf(me, { caseId, memberId: 'm2' }, 'family');
    expect(bff.wechat.face.opened.at(-1)).toMatchObject({ name: GUOFU.name, number: GUOFU.number });
    const told = done(await guofu.call(residentApi.messages, { query: {} })).items;
    expect(told.map((one) => one.kind)).toEqual(['authentication-by-helper']);
    expect(told[0]?.sentence.sentence).toContain('家里人帮忙');
  });

  it('帮邻居：那位的脸；在册的算了，帮忙的人看不到册上的事', async () => {
    const lin = somebody('林大爷');
    await putCase(bff, { people: [lin] });
    const { me } = await alone();
    const result = await faceOf(me, byName(lin), 'neighbour');
    expect(result.state).toBe('passed');
    const [record] = done(await me.call(residentApi.authentications, {}));
    expect(record).toMatchObject({ state: 'counted', by: '别人帮忙' });
    expect(record).not.toHaveProperty('nextDue');
    expect(record).not.toHaveProperty('office');
  });

  it('册上没有的人：收下，到镇上的队里，请人核', async () => {
    const { me, whom } = await alone('外来的人');
    const result = await faceOf(me, whom);
    expect(result.state).toBe('passed');
    const [record] = done(await me.call(residentApi.authentications, {}));
    expect(record?.state).toBe('not-in-register');
    const [item] = await bff.sql`select about, marks, open from work_items where subject_id = ${result.authenticationId ?? ''}`;
    expect(item).toMatchObject({ about: ['said-to-receive'], marks: ['not-in-register'], open: true });
  });

  it('监护人：刷的是监护人的脸，还不算，等现场照片', async () => {
    const me = await verified();
    const guardian = somebody('监护人');
    const more = { guardian: { name: guardian.name, paper: { kind: 'resident-identity', number: guardian.number } } };
    const result = await faceOf(me, { caseId, memberId: 'm2' }, 'guardian', more);
    expect(bff.wechat.face.opened.at(-1)).toEqual(guardian);
    expect(result).toMatchObject({ state: 'passed', next: 'done' });
    expect(result).not.toHaveProperty('authenticationId');
    expect(result.sentence.sentence).toContain('现场照片');
  });

  it('档上说已过世的：不拒绝，算一条，请人核一下，话说得和气', async () => {
    const gone = somebody('赵老太');
    const id = await putCase(bff, { people: [somebody('赵老汉'), gone] });
    await bff.sql`update case_members set left_on = '2026-10-01' where case_id = ${id} and member_id = 'm2'`;
    const me = await account(gone);
    const result = await faceOf(me, byName(gone));
    expect(result.state).toBe('passed');
    expect(result.sentence.sentence).toContain('联系您');
    expect(await bff.sql`select s.id from signals s where kind = 'died-on-record'`).toHaveLength(1);
    const [member] = await bff.sql`select last_met from case_members where case_id = ${id} and member_id = 'm2'`;
    expect(member?.last_met).toBeNull();
  });

  it('家里人刚报了过世、还没核：照认，请人核一下；报的是家里另一位的，不打扰', async () => {
    const [one, two] = [somebody('钱老汉'), somebody('钱老太')];
    const caseId = await putCase(bff, { people: [one, two] });
    const teller = await account(somebody('报的人'));
    const form = {
      formVersion: 1,
      person: { name: '钱老太', paper: { kind: 'resident-identity', number: two.number } },
      residence: { kind: 'chongqing', divisionCode: YANGJIAPING },
      reporter: { as: 'family', relation: '女儿' },
      changed: [{ event: 'death', memberName: '钱老太', happenedOn: '2026-11-20' }],
      photos: [],
    } as unknown as ChangeForm;
    done(await teller.call(residentApi.submitChange, { params: { changeId: randomUUID() }, body: { form } }));
    const signals = () => bff.sql`select s.id from signals s join work_items w on w.subject_id = s.id
      where s.kind = 'died-on-record' and w.case_id = ${caseId}`;
    expect((await faceOf(await account(one), byName(one))).state).toBe('passed');
    expect(await signals()).toHaveLength(0);
    expect((await faceOf(await account(two), byName(two))).state).toBe('passed');
    expect(await signals()).toHaveLength(1);
    const [member] = await bff.sql`select last_met::text as met from case_members where case_id = ${caseId} and member_id = 'm2'`;
    expect(member?.met).toBe('2026-11-22');
  });

  it('名字和档上不一样：照认，请人看一眼', async () => {
    const person = somebody('周明');
    await putCase(bff, { people: [person] });
    const { me } = await alone();
    const result = await faceOf(me, byName({ ...person, name: '周鸣' }), 'neighbour');
    expect(result.state).toBe('passed');
    expect(await bff.sql`select id from signals where kind = 'name-differs'`).toHaveLength(1);
  });
});

describe('两次没认出来', () => {
  it('替他约好人，第三次不再刷，也不问微信；明天又可以刷', async () => {
    const { me, whom } = await alone('两次的人');
    bff.wechat.face.ret = 10004;
    const first = await faceOf(me, whom);
    expect(first).toMatchObject({ state: 'not-recognised', next: 'again', triesLeft: 1 });
    const second = await faceOf(me, whom);
    expect(second).toMatchObject({ state: 'not-recognised', next: 'person', triesLeft: 0, visit: { state: 'asked', whoName: '两次的人' } });
    const asked = bff.wechat.face.opened.length;
    const { verifyId, result } = done(await beginFace(me, whom));
    expect(verifyId).toBeUndefined();
    expect(result).toMatchObject({ next: 'person', visit: { visitId: second.visit?.visitId } });
    expect(bff.wechat.face.opened).toHaveLength(asked);
    const [item] = await bff.sql`select about, open from work_items where subject_id = ${second.visit?.visitId ?? ''}`;
    expect(item).toMatchObject({ about: ['after-two-tries'], open: true });
    bff.pass(DAY);
    const later = await resident(bff, `face${'x'.repeat(people)}`, null);
    expect(done(await beginFace(later, whom)).verifyId).toBeDefined();
    bff.pass(-DAY);
  });

  it('次数跟着被认的人走，不管谁的手机；自己停下、没开相机、断网的不算', async () => {
    const lin = somebody();
    const [one, two] = [await account(), await account()];
    for (const ret of [90002, 90008, 90012]) {
      bff.wechat.face.ret = ret;
      expect((await faceOf(one, byName(lin), 'neighbour')).triesLeft).toBe(2);
    }
    bff.wechat.face.ret = 10012;
    await faceOf(one, byName(lin), 'neighbour');
    expect((await faceOf(two, byName(lin), 'neighbour')).next).toBe('person');
  });

  it('一部手机一天的次数有数，帮忙员的高得多', async () => {
    const me = await account();
    await bff.sql`insert into face_checks (id, account_id, purpose, role, office_id, person_hash, person_sealed, sequence_number, verify_id_hash, state, next, action, over, on_day, begun_at, expires_at, fingerprint)
      select gen_random_uuid(), ${me.accountId}, 'authentication', 'neighbour', '500107001', decode(md5(i::text), 'hex'), ''::bytea, 's' || i || ${me.accountId}::text, decode(md5(i || ${me.accountId}::text), 'hex'),
        'passed', 'done', 'finished', true, '2026-11-22', now(), now(), ''::bytea from generate_series(1, 20) i`;
    expect(done(await beginFace(me, byName(somebody()), 'neighbour'))).toMatchObject({ result: { next: 'another-way', triesLeft: 2 } });
    await bff.sql`insert into assistant_accounts (account_id, office_id, named_at) values (${me.accountId}, '500107001', now())`;
    expect(done(await beginFace(me, byName(somebody()), 'neighbour')).verifyId).toBeDefined();
  });
});

describe('先找人', () => {
  it('说了有不便：不用刷脸，卧床的已经约好人；想刷还可以刷；为什么，哪里都没有记', async () => {
    const { me, whom } = await alone('卧床的人');
    const blind = done(await beginFace(me, whom, 'self', { difficulties: ['seeing'] }));
    expect(blind).toMatchObject({ result: { next: 'person' } });
    expect(blind).not.toHaveProperty('verifyId');
    const bed = done(await beginFace(me, whom, 'self', { difficulties: ['bedridden'] }));
    expect(bed.result.visit).toMatchObject({ state: 'asked' });
    expect(done(await beginFace(me, whom)).verifyId).toBeDefined();
    const acts = await bff.sql`select id from consent_acts where about_id = ${blind.result.faceCheckId}`;
    expect(acts).toHaveLength(0);
  });

  it('记住先找人：要同意，可以改回来；不记为什么', async () => {
    const { me } = await alone();
    const put = (body: object) => me.call(residentApi.rememberDifficulty, { body: body as { beginWithPerson: boolean } });
    expect(await put({ beginWithPerson: true })).toMatchObject(refused('signature-missing'));
    expect(done(await put({ beginWithPerson: true, consent: consentTo('begin-with-person') }))).toEqual({ beginWithPerson: true });
    expect(done(await me.call(residentApi.family, {})).beginWithPerson).toBe(true);
    expect(done(await put({ beginWithPerson: false }))).toEqual({ beginWithPerson: false });
    const [act] =
      await bff.sql`select withdrawn_at from consent_acts where account_id = ${me.accountId} and statement = 'begin-with-person'`;
    expect(act?.withdrawn_at).not.toBeNull();
  });

  it('不是身份证的、不满十四岁的：不刷，说清楚换什么办法', async () => {
    const { me } = await alone();
    const passport = {
      name: '王外',
      paper: { kind: 'passport' as const, number: 'E123' },
      residence: { kind: 'chongqing' as const, divisionCode: '500107001' as never },
    };
    expect(done(await beginFace(me, passport, 'neighbour')).result).toMatchObject({ next: 'another-way' });
    const { madeUpNumber } = await import('../../test/register-for-test.ts');
    const child = byName({ name: '小宝', number: madeUpNumber('2015-01-01', 7) });
    expect(done(await beginFace(me, child, 'family')).result.sentence.sentence).toContain('监护人');
  });
});

describe('不许', () => {
  it('没同意、同意的是别的话、话不是现在这一版：不刷', async () => {
    const { me, whom } = await alone();
    expect(await beginFace(me, whom, 'self', { consent: consentTo('video') })).toMatchObject(refused('form-invalid'));
    expect(await beginFace(me, whom, 'self', { consent: { ...consentTo('face'), hash: '0'.repeat(64) } })).toMatchObject(
      refused('form-invalid'),
    );
  });

  it('没核过身份的看不到别人家的成员；别人的那一次，查不到', async () => {
    const { me, whom } = await alone();
    expect(await beginFace(me, { caseId, memberId: 'm1' }, 'family')).toMatchObject(refused('verification-needed'));
    const stranger = await account();
    await verify(bff, stranger.accountId);
    expect(await beginFace(stranger, { caseId, memberId: 'm1' }, 'family')).toMatchObject(refused('not-found'));
    const { result } = done(await beginFace(me, whom));
    const params = { faceCheckId: result.faceCheckId };
    expect(await stranger.call(residentApi.finishFaceCheck, { params })).toMatchObject(refused('not-found'));
    expect(await beginFace(stranger, whom, 'neighbour', {}, result.faceCheckId)).toMatchObject(refused('not-found'));
  });

  it('在册不在册，没核身份的人看到的一模一样', async () => {
    const known = somebody('甲乙');
    await putCase(bff, { people: [known] });
    const { me } = await alone();
    const shape = async (whom: ReturnType<typeof byName>) => {
      const { verifyId, result } = done(await beginFace(me, whom, 'neighbour'));
      return { ...result, faceCheckId: '', got: verifyId !== undefined };
    };
    expect(await shape(byName(known))).toEqual(await shape(byName(somebody('丙丁'))));
  });

  it('同一个号同样的话：同一个答复；话不同：不认', async () => {
    const { me, whom } = await alone();
    const id = randomUUID();
    const first = await beginFace(me, whom, 'self', {}, id);
    const second = await beginFace(me, whom, 'self', {}, id);
    expect(first.ok && first.status).toBe(201);
    expect(second.ok && second.status).toBe(200);
    expect(done(second)).toEqual(done(first));
    expect(await beginFace(me, byName(somebody()), 'neighbour', {}, id)).toMatchObject(refused('content-differs'));
  });
});

describe('手机和微信都会出事', () => {
  it.each(['down', 'nonsense', -1] as const)('微信 %s：没有结果不等于没过，等好了再问就算', async (query) => {
    const { me, whom } = await alone();
    bff.wechat.face.query = query;
    const waiting = await faceOf(me, whom);
    expect(waiting).toMatchObject({ state: 'not-yet', next: 'wait', triesLeft: 2 });
    bff.wechat.face.query = undefined;
    bff.pass(5 * 60_000);
    await bff.worker.chores();
    const params = { faceCheckId: waiting.faceCheckId };
    expect(done(await me.call(residentApi.faceCheck, { params })).state).toBe('passed');
    bff.pass(-5 * 60_000);
  });

  it('要号的时候微信不在：换个办法或过一会儿；不留半截', async () => {
    const { me, whom } = await alone();
    bff.wechat.set('down');
    const { verifyId, result } = done(await beginFace(me, whom));
    expect(verifyId).toBeUndefined();
    expect(result).toMatchObject({ state: 'not-yet', next: 'wait', triesLeft: 2 });
    expect(result.sentence.sentence).not.toContain('错');
  });

  it('号已经用过（84019）：换一个再要一次', async () => {
    const { me, whom } = await alone();
    bff.wechat.face.begin = 84019;
    const id = randomUUID();
    const stopped = done(await beginFace(me, whom, 'self', {}, id));
    expect(stopped.result.next).toBe('another-way');
    const [row] = await bff.sql`select sequence_number from face_checks where id = ${id}`;
    expect(row?.sequence_number).toMatch(/^[0-9a-f]{32}$/);
  });

  it('人走到一半手机没了：后台替他问；没走完，一小时后放下，不算一次，说有别的办法', async () => {
    const { me, whom } = await alone();
    const { result } = done(await beginFace(me, whom));
    const params = { faceCheckId: result.faceCheckId };
    bff.wechat.face.ret = 10300;
    bff.pass(10 * 60_000);
    await bff.worker.chores();
    expect(done(await me.call(residentApi.faceCheck, { params }))).toMatchObject({ state: 'not-yet', next: 'wait' });
    bff.pass(55 * 60_000);
    await bff.worker.chores();
    const left = await rowOf(result.faceCheckId);
    expect(left).toMatchObject({ state: 'abandoned', next: 'another-way', counts: false, over: true, subject_sealed: null });
    bff.pass(-65 * 60_000);
  });

  it('走完了手机才没：后台问到的算', async () => {
    const { me, whom } = await alone();
    const { result } = done(await beginFace(me, whom));
    bff.pass(10 * 60_000);
    await bff.worker.chores();
    expect(await rowOf(result.faceCheckId)).toMatchObject({ state: 'passed' });
    bff.pass(-10 * 60_000);
  });

  it('一小时以后才回来：不算他试过，可以再来', async () => {
    const { me, whom } = await alone();
    const { result } = done(await beginFace(me, whom));
    bff.pass(HOUR + 1);
    const late = await resident(bff, `face${'x'.repeat(people)}`, null);
    const ended = done(await late.call(residentApi.finishFaceCheck, { params: { faceCheckId: result.faceCheckId } }));
    expect(ended).toMatchObject({ state: 'abandoned', next: 'another-way', triesLeft: 2 });
    bff.pass(-HOUR - 1);
    expect(me.accountId).toBe(late.accountId);
  });

  it('同一次十个手指一起点：一条记录，一条消息', async () => {
    const one = somebody('点十下');
    const id = await putCase(bff, { people: [one] });
    const me = await account(one);
    await verify(bff, me.accountId);
    const { result } = done(await beginFace(me, { caseId: id, memberId: 'm1' }));
    const params = { faceCheckId: result.faceCheckId };
    const all = await Promise.all(Array.from({ length: 10 }, () => me.call(residentApi.finishFaceCheck, { params })));
    expect(new Set(all.map((each) => done(each).authenticationId)).size).toBe(1);
    expect(await bff.sql`select id from authentications where case_id = ${id}`).toHaveLength(1);
    expect(done(await me.call(residentApi.messages, { query: {} })).items).toHaveLength(1);
  });

  it('开始这一下点了十次：微信的号只有一个，之后照样认得出', async () => {
    const { me, whom } = await alone();
    const id = randomUUID();
    const all = await Promise.all(Array.from({ length: 10 }, () => beginFace(me, whom, 'self', {}, id)));
    expect(new Set(all.map((each) => done(each).verifyId)).size).toBe(1);
    expect(done(await me.call(residentApi.finishFaceCheck, { params: { faceCheckId: id } })).state).toBe('passed');
    expect(await bff.sql`select id from consent_acts where about_id = ${id}`).toHaveLength(1);
  });

  it('不再同意：还没走完的停在这里，之后微信说过也不算；已经算了的见面还是见过', async () => {
    const { me, whom } = await alone();
    const { result } = done(await beginFace(me, whom));
    const params = { faceCheckId: result.faceCheckId };
    expect(done(await me.call(residentApi.withdrawFaceConsent, { params }))).toMatchObject({ state: 'abandoned', next: 'another-way' });
    expect(done(await me.call(residentApi.finishFaceCheck, { params })).state).toBe('abandoned');
    const passed = await faceOf(me, whom);
    const again = done(await me.call(residentApi.withdrawFaceConsent, { params: { faceCheckId: passed.faceCheckId } }));
    expect(again.state).toBe('passed');
    const acts = await bff.sql`select withdrawn_at from consent_acts where account_id = ${me.accountId} and statement = 'face'`;
    expect(acts.every((act) => act.withdrawn_at !== null)).toBe(true);
  });
});

describe('看着奇怪的', () => {
  it('一部手机替六个人：都算，另有一件请人看一眼', async () => {
    const helper = await account();
    for (let i = 0; i < 6; i++) {
      expect((await faceOf(helper, byName(somebody()), 'neighbour')).state).toBe('passed');
      bff.pass(2 * 60_000);
    }
    const signals = await bff.sql`select kind, count from signals where account_id = ${helper.accountId}`;
    expect(signals).toEqual([{ kind: 'one-phone-many-people', count: 6 }]);
    bff.pass(-12 * 60_000);
  });

  it('一分钟四个：请人看一眼，不拦', async () => {
    const helper = await account();
    for (let i = 0; i < 4; i++) expect((await faceOf(helper, byName(somebody()), 'neighbour')).state).toBe('passed');
    const signals = await bff.sql`select kind from signals where account_id = ${helper.accountId}`;
    expect(signals.map((one) => one.kind)).toContain('many-in-a-minute');
  });
});

it('登录多少次都不算见过面', async () => {
  const someone = somebody('天天登录');
  const id = await putCase(bff, { people: [someone] });
  for (let i = 0; i < 3; i++) await resident(bff, 'everyday', i === 0 ? someone : null);
  await bff.worker.chores();
  const [member] = await bff.sql`select last_met from case_members where case_id = ${id} and member_id = 'm1'`;
  expect(member?.last_met).toBeNull();
  expect(await bff.sql`select id from authentications where case_id = ${id}`).toHaveLength(0);
});

it('日志、网址里没有名字和号码', () => {
  expect(JSON.stringify(bff.lines)).not.toMatch(/李素芬|500107196303120022|verify-\d/);
});
