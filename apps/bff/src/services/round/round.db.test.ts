import { createHash, randomUUID } from 'node:crypto';
import { type Door, residentApi, staffApi } from '@assist/contracts';
import type { CivilDate } from '@assist/policy';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BffForTest, bffForTest } from '../../test/bff-for-test.ts';
import { moneyOf, putCase, verify } from '../../test/case-for-test.ts';
import { somebody } from '../../test/faces-for-test.ts';
import { done, resident, ZHONGSHANLU } from '../../test/people.ts';
import { png } from '../../test/photos.ts';

const DAY_MS = 24 * 3_600_000;
const ASSISTANT = 'sample-denghua';
let bff: BffForTest;
let people = 0;
beforeAll(async () => {
  bff = await bffForTest();
  await bff.sql`update staff_accounts set villages = '{前进村}' where id = ${ASSISTANT}`;
});
afterAll(() => bff.close());

const refused = (code: string) => ({ ok: false, problem: { code } });
const staff = async (id: string) => (await bff.staff(id)).call;
const account = (who: { name: string; number: string } | null = null) => resident(bff, `round${'x'.repeat(++people)}`, who);
type Someone = Awaited<ReturnType<typeof account>>;
const codeOf = async (id = ASSISTANT) => done(await (await staff(id))(staffApi.issueRoundCode, { body: {}, key: randomUUID() })).code;
const tie = (me: Someone, code: string) => me.call(residentApi.tieRound, { body: { code }, key: randomUUID() });
async function assistant(): Promise<Someone> {
  const me = await account();
  done(await tie(me, await codeOf()));
  return me;
}
let theOne: Promise<Someone> | undefined;
/** The phone that stays tied while doors are visited. */
const sameAssistant = (): Promise<Someone> => {
  theOne ??= assistant();
  return theOne;
};
const round = async (me: Someone) => done(await me.call(residentApi.round, {}));
const door = (change: Partial<Door> = {}): Door => ({
  on: '2026-11-22' as CivilDate,
  beside: ['黄春兰'],
  present: '家里人',
  met: [],
  wishes: [],
  note: '',
  photos: [],
  ...change,
});
const send = (me: Someone, body: Door, doorId: string = randomUUID()) => me.call(residentApi.sendDoor, { params: { doorId }, body });
const sha = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
async function photo(me: Someone, bytes = png(), sha256 = sha(bytes)) {
  const fileId = randomUUID();
  const form = new FormData();
  form.append('about', 'other');
  form.append('sha256', sha256);
  form.append('file', new Blob([new Uint8Array(bytes)]), 'photo.png');
  const answer = await fetch(`${bff.residentUrl}/api/files/${fileId}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${me.accessToken}` },
    body: form,
  });
  return { fileId, sha256, status: answer.status };
}
const itemOf = async (subjectId: string) =>
  (await bff.sql`select kind, state, open, about, marks from work_items where subject_id = ${subjectId}`)[0];

describe('绑手机', () => {
  it('在工作台登录的协理员要一个码，手机上写上就绑好；只用一次，十分钟；经办要不到', async () => {
    const code = await codeOf();
    const me = await account();
    expect(done(await tie(me, code.toLowerCase()))).toMatchObject({ staffName: '邓华', villages: ['前进村'], office: { id: '500107001' } });
    expect(await tie(await account(), code)).toMatchObject(refused('verification-code-invalid'));
    const late = await codeOf();
    bff.pass(10 * 60_000 + 1);
    expect(await tie(await account(), late)).toMatchObject(refused('verification-code-invalid'));
    bff.pass(-(10 * 60_000 + 1));
    expect(await (await staff('sample-heli'))(staffApi.issueRoundCode, { body: {}, key: randomUUID() })).toMatchObject(
      refused('forbidden'),
    );
  });

  it('换一部手机绑，旧的当场不算；工作台解绑、手机上退出、过三十天，都不算', async () => {
    const old = await assistant();
    const me = await assistant();
    expect(await old.call(residentApi.round, {})).toMatchObject(refused('forbidden'));
    expect((await round(me)).tie.staffName).toBe('邓华');
    const desk = await staff('sample-heli');
    const latest = done(await desk(staffApi.roundTies, {})).find((one) => one.endedAt === undefined);
    const ended = done(await desk(staffApi.endRoundTie, { params: { tieId: latest?.tieId ?? '' } }));
    expect(ended.endedAt).toBeDefined();
    expect(done(await desk(staffApi.endRoundTie, { params: { tieId: ended.tieId } }))).toEqual(ended);
    expect(await me.call(residentApi.round, {})).toMatchObject(refused('forbidden'));
    const third = await assistant();
    expect((await third.call(residentApi.untieRound, {})).ok).toBe(true);
    expect(await third.call(residentApi.round, {})).toMatchObject(refused('forbidden'));
    const fourth = await assistant();
    bff.pass(30 * DAY_MS + 1);
    expect(await fourth.call(residentApi.round, {})).toMatchObject({ ok: false });
    bff.pass(-(30 * DAY_MS + 1));
  });

  it('别的镇街看不到、解不了；昨天调走的，今天就不算', async () => {
    const me = await assistant();
    const desk = await staff('sample-heli');
    const tieId = done(await desk(staffApi.roundTies, {}))[0]?.tieId ?? '';
    const elsewhere = await staff('sample-yangfan');
    expect(done(await elsewhere(staffApi.roundTies, {}))).toEqual([]);
    expect(await elsewhere(staffApi.endRoundTie, { params: { tieId } })).toMatchObject(refused('not-found'));
    await bff.sql`update staff_accounts set office_id = ${ZHONGSHANLU} where id = ${ASSISTANT}`;
    expect(await me.call(residentApi.round, {})).toMatchObject(refused('forbidden'));
    await bff.sql`update staff_accounts set office_id = '500107001' where id = ${ASSISTANT}`;
  });
});

describe('今天要去的', () => {
  it('只有自己村里的、有事的；没有号码、没有钱；下载留痕', async () => {
    const me = await sameAssistant();
    const who = somebody('要见的人');
    const [due, quiet, next] = [
      await putCase(bff, { people: [{ ...who, phone: '13900007777' }, somebody()] }),
      await putCase(bff, { people: [somebody('没事的人')] }),
      await putCase(bff, { people: [somebody('隔壁村的人')] }),
    ];
    await bff.sql`update case_members set next_authentication = '2026-12-01' where member_id = 'm1' and case_id in (${due}, ${next})`;
    await bff.sql`update case_files set village = '隔壁村' where id = ${next}`;
    const { households, day } = await round(me);
    expect(day).toBe('2026-11-22');
    expect(households.map((one) => one.caseId)).toContain(due);
    expect(households.map((one) => one.caseId)).not.toContain(quiet);
    expect(households.map((one) => one.caseId)).not.toContain(next);
    const mine = households.find((one) => one.caseId === due);
    expect(mine).toEqual({
      caseId: due,
      name: '要见的人',
      village: '前进村',
      members: [
        { memberId: 'm1', name: '要见的人', due: '2026-12-01' },
        { memberId: 'm2', name: '陈秀英' },
      ],
      why: ['authentication'],
      told: [],
    });
    const words = JSON.stringify(households);
    expect(words).not.toContain(who.number);
    expect(words).not.toContain('13900007777');
    expect(
      await bff.sql`select 1 from audit_log where action = 'round-downloaded' and object_id = ${due} and actor_id = ${ASSISTANT}`,
    ).not.toHaveLength(0);
  });

  it('约好今天的排最前；有核查、有变化要看的也在', async () => {
    const me = await sameAssistant();
    const asked = somebody('约今天的人');
    const caseId = await putCase(bff, { people: [asked, somebody()] });
    const own = await account(asked);
    await verify(bff, own.accountId);
    const visitId = randomUUID();
    done(
      await own.call(residentApi.bookVisit, {
        params: { visitId },
        body: { whom: { caseId, memberId: 'm1' }, where: 'home', address: '前进村3栋', note: '敲门大声点' },
      }),
    );
    await (await staff('sample-heli'))(staffApi.arrangeVisit, {
      params: { visitId },
      body: { day: '2026-11-22' as CivilDate, half: 'morning', where: 'home', visitors: ['邓华', '黄春兰'] },
    });
    const [first] = (await round(me)).households;
    expect(first).toMatchObject({
      caseId,
      why: ['visit'],
      visit: { visitId, day: '2026-11-22', address: '前进村3栋', note: '敲门大声点' },
    });
    expect(first?.visit?.code).toMatch(/^[2-9A-Z]{8}$/);
  });
});

describe('一家门口', () => {
  it('见到了、报变化、照片、想要的帮助、话：一起到，一次；变化写明是协理员帮着报的', async () => {
    const me = await sameAssistant();
    const who = somebody('门里的人');
    const caseId = await putCase(bff, { people: [who, somebody('老伴')] });
    const own = await account(who);
    await verify(bff, own.accountId);
    const visitId = randomUUID();
    done(await own.call(residentApi.bookVisit, { params: { visitId }, body: { whom: { caseId, memberId: 'm1' }, where: 'home' } }));
    const money = await moneyOf(bff);
    const photos = await Promise.all([photo(me), photo(me)]);
    const body = door({
      caseId,
      visitId,
      present: '门里的人',
      met: ['m1', 'm2'],
      change: {
        changeId: randomUUID(),
        changed: [{ event: 'illness-found', happenedOn: '2026-11-01' as CivilDate, member: 'm1', words: '住院了' }],
      },
      wishes: ['medical'],
      note: '家里潮',
      photos: photos.map(({ fileId, sha256 }) => ({ fileId, sha256 })),
    });
    const doorId = randomUUID();
    const first = await send(me, body, doorId);
    expect(first.ok && first.status).toBe(201);
    const receipt = done(first);
    expect(receipt).toMatchObject({ doorId, counted: ['m1', 'm2'], photos: 2 });
    const again = await Promise.all(Array.from({ length: 5 }, () => send(me, body, doorId)));
    expect(again.map(done)).toEqual(Array(5).fill(receipt));
    expect(await send(me, { ...body, note: '别的话' }, doorId)).toMatchObject(refused('content-differs'));
    expect(await bff.sql`select contact, actor_id from authentications where case_id = ${caseId} order by member_id`).toEqual([
      { contact: 'visit', actor_id: ASSISTANT },
      { contact: 'visit', actor_id: ASSISTANT },
    ]);
    expect((await bff.sql`select state from visits where id = ${visitId}`)[0]?.state).toBe('done');
    expect(await itemOf(visitId)).toMatchObject({ open: false });
    expect(await itemOf(doorId)).toMatchObject({ kind: 'door', open: true, about: ['wishes', 'note', 'photos'] });
    expect(await itemOf(body.change?.changeId ?? '')).toMatchObject({ kind: 'change', marks: ['by-helper'] });
    expect(await bff.sql`select 1 from change_notices where id = ${body.change?.changeId ?? ''}`).toHaveLength(1);
    expect(await moneyOf(bff)).toEqual(money);
    const desk = await staff('sample-heli');
    const seen = done(await desk(staffApi.staffDoor, { params: { doorId } }));
    expect(seen.photos.map((one) => one.fileId).sort()).toEqual(photos.map((one) => one.fileId).sort());
    expect(seen.door.visitors).toEqual(['邓华', '黄春兰']);
    // A photo from somebody's home is not in the assistant's own album here.
    expect(await me.call(residentApi.readFile, { params: { fileId: photos[0]?.fileId ?? '' } })).toMatchObject({ ok: false });
  });

  it('变化只说了一样、一句话，别的都不清楚：照收', async () => {
    const me = await sameAssistant();
    const caseId = await putCase(bff, { people: [somebody()] });
    const changed = [{ event: 'illness-found', words: '上个月住院' }];
    expect(await send(me, door({ caseId, met: ['m1'], change: { changeId: randomUUID(), changed } }))).toMatchObject({ ok: true });
  });

  it('一个人去的不收；明天的不收；别人家的人不收；别村的、别镇的查不到', async () => {
    const me = await sameAssistant();
    const caseId = await putCase(bff, { people: [somebody()] });
    const other = await putCase(bff, { people: [somebody()], officeId: ZHONGSHANLU });
    const next = await putCase(bff, { people: [somebody()] });
    await bff.sql`update case_files set village = '隔壁村' where id = ${next}`;
    expect(await send(me, door({ caseId, beside: ['邓华'] }))).toMatchObject(refused('two-names-needed'));
    expect(await send(me, door({ caseId, on: '2026-11-23' as CivilDate }))).toMatchObject(refused('form-invalid'));
    expect(await send(me, door({ caseId, met: ['m9'] }))).toMatchObject(refused('form-invalid'));
    for (const wrong of [other, next]) expect(await send(me, door({ caseId: wrong }))).toMatchObject(refused('not-found'));
    expect(await send(await account(), door({ caseId }))).toMatchObject(refused('forbidden'));
  });

  it.each(['phone', 'bank-account'])('%s：协理员替不了，见没见到人都一样', async (event) => {
    const me = await sameAssistant();
    const caseId = await putCase(bff, { people: [somebody()] });
    for (const met of [['m1'], []]) {
      const doorId = randomUUID();
      const tried = await send(me, door({ caseId, met, change: { changeId: randomUUID(), changed: [{ event }] } }), doorId);
      expect(tried).toMatchObject(refused('form-invalid'));
      expect(await bff.sql`select 1 from doors where id = ${doorId}`).toHaveLength(0);
    }
    expect(await bff.sql`select 1 from authentications where case_id = ${caseId}`).toHaveLength(0);
  });

  it('卡号、电话写在话里也不收', async () => {
    const me = await sameAssistant();
    const caseId = await putCase(bff, { people: [somebody()] });
    expect(await send(me, door({ caseId, note: '卡换成 6222 0200 0011 2233' }))).toMatchObject(refused('form-invalid'));
    const changed = [{ event: 'illness-found', words: '打 13900001111' }];
    expect(await send(me, door({ caseId, change: { changeId: randomUUID(), changed } }))).toMatchObject(refused('form-invalid'));
  });

  it('家里没人：约好的还在，记一次日子；什么都不跟着来', async () => {
    const me = await sameAssistant();
    const who = somebody('没碰上的人');
    const caseId = await putCase(bff, { people: [who] });
    const own = await account(who);
    await verify(bff, own.accountId);
    const visitId = randomUUID();
    done(await own.call(residentApi.bookVisit, { params: { visitId }, body: { whom: { caseId, memberId: 'm1' }, where: 'home' } }));
    const money = await moneyOf(bff);
    const { present: _, ...nobody } = door({ caseId, visitId });
    done(await send(me, nobody));
    expect((await bff.sql`select state from visits where id = ${visitId}`)[0]?.state).toBe('not-met');
    expect(await bff.sql`select 1 from doors where visit_id = ${visitId}`).toHaveLength(1);
    expect(await bff.sql`select 1 from visit_tries where visit_id = ${visitId}`).toHaveLength(1);
    expect(await itemOf(visitId)).toMatchObject({ open: true, state: 'to-do' });
    expect(await moneyOf(bff)).toEqual(money);
  });

  it('没到的照片：说缺哪张，补上再送就收；传坏的照片不收', async () => {
    const me = await sameAssistant();
    const caseId = await putCase(bff, { people: [somebody()] });
    const missing = { fileId: randomUUID(), sha256: 'a'.repeat(64) };
    const doorId = randomUUID();
    expect(await send(me, door({ caseId, photos: [missing] }), doorId)).toMatchObject(refused('form-invalid'));
    expect(await bff.sql`select 1 from doors where id = ${doorId}`).toHaveLength(0);
    expect((await photo(me, png(), 'b'.repeat(64))).status).toBe(422);
    const { fileId, sha256 } = await photo(me);
    done(await send(me, door({ caseId, photos: [{ fileId, sha256 }] }), doorId));
  });

  it('不在册的人想申请：到队里，镇街去找', async () => {
    const me = await sameAssistant();
    const doorId = randomUUID();
    done(await send(me, door({ apply: { name: '新来的人', where: '前进村口', words: '男人摔伤了' }, present: '新来的人' }), doorId));
    expect(await itemOf(doorId)).toMatchObject({ kind: 'door', open: true, about: ['wants-to-apply'] });
  });
});

describe('我没同意', () => {
  it('那一家看得到替他办了什么，能说没同意；镇街查了回话；钱没动', async () => {
    const me = await sameAssistant();
    const who = somebody('没同意的人');
    const caseId = await putCase(bff, { people: [who] });
    const own = await account(who);
    await verify(bff, own.accountId);
    const doorId = randomUUID();
    done(await send(me, door({ caseId, met: ['m1'], present: '没同意的人' }), doorId));
    expect(await itemOf(doorId)).toBeUndefined();
    const told = done(await own.call(residentApi.messages, { query: {} })).items.find((one) => one.kind === 'door-recorded');
    expect(told?.subject).toEqual({ kind: 'door', id: doorId });
    const [seen] = done(await own.call(residentApi.doors, {}));
    expect(seen).toMatchObject({ doorId, visitors: ['邓华', '黄春兰'], lines: ['见到了没同意的人，算今年见过面'] });
    const money = await moneyOf(bff);
    const say = (person: Someone) => person.call(residentApi.sayNotAgreed, { params: { doorId }, body: { words: '那天我不在家' } });
    expect(await say(await account())).toMatchObject(refused('not-found'));
    expect(done(await say(own)).notAgreed?.words).toBe('那天我不在家');
    expect(await itemOf(doorId)).toMatchObject({ open: true, marks: ['not-agreed'] });
    done(await say(own));
    expect(await bff.sql`select 1 from work_items where subject_id = ${doorId}`).toHaveLength(1);
    const settle = async (id: string) =>
      (await staff(id))(staffApi.settleDoor, { params: { doorId }, body: { words: '问过了，那天是邻居，认错了人，已改过来' } });
    expect(await settle('sample-yangfan')).toMatchObject(refused('not-found'));
    expect(await settle('sample-luowenjing')).toMatchObject(refused('forbidden'));
    done(await settle('sample-heli'));
    expect(done(await own.call(residentApi.doors, {}))[0]?.answer?.words).toContain('认错了人');
    expect(done(await own.call(residentApi.messages, { query: {} })).items.map((one) => one.kind)).toContain('door-answered');
    expect(await moneyOf(bff)).toEqual(money);
  });

  it('没有账户的人家：登记的电话收到一句，不说是什么', async () => {
    const me = await sameAssistant();
    const caseId = await putCase(bff, { people: [{ ...somebody(), phone: '13900002222' }] });
    const before = await bff.sql`select count(*)::int as n from sends where kind = 'door-recorded'`;
    done(await send(me, door({ caseId, met: ['m1'] })));
    const after = await bff.sql`select count(*)::int as n from sends where kind = 'door-recorded'`;
    expect(after[0]?.n - before[0]?.n).toBe(1);
  });
});
