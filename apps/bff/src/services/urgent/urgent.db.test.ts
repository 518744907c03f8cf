import { randomUUID } from 'node:crypto';
import { residentApi, staffApi, type UrgentCall, type UrgentView } from '@assist/contracts';
import type { DivisionCode } from '@assist/policy';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { secretText } from '../../crypto/codes.ts';
import { type BffForTest, bffForTest, SUNDAY } from '../../test/bff-for-test.ts';
import { done, resident, SUFEN, YANGJIAPING, ZHONGSHANLU } from '../../test/people.ts';
import { jpeg } from '../../test/photos.ts';
import { mp3, webm } from '../../test/sounds-for-test.ts';

let bff: BffForTest;
let anybody: ReturnType<BffForTest['residentWith']>;
beforeAll(async () => {
  bff = await bffForTest();
  anybody = bff.residentWith(undefined);
});
afterAll(() => bff.close());
// Each story begins on the same Sunday, with nothing counted.
afterEach(async () => {
  bff.pass(SUNDAY - bff.clock());
  await bff.sql`delete from rate_counts`;
});

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const refused = (code: string) => ({ ok: false, problem: { code } });
const callOf = (more: Partial<UrgentCall> = {}): UrgentCall => ({
  secret: secretText(),
  device: secretText(),
  divisionCode: YANGJIAPING,
  what: '家里断粮了，三天没吃好',
  where: '柏树社区小卖部',
  safe: 'yes',
  phone: '13800000001',
  name: '吴大贵',
  ...more,
});
const send = (call: UrgentCall = callOf(), callId: string = randomUUID()) =>
  anybody(residentApi.sendUrgentCall, { params: { callId }, body: call });
async function called(more: Partial<UrgentCall> = {}) {
  const call = callOf(more);
  const callId = randomUUID();
  return { call, callId, view: done(await send(call, callId)) };
}
async function sound(callId: string, secret: string, bytes: Buffer) {
  const body = new FormData();
  body.set('secret', secret);
  body.set('file', new Blob([new Uint8Array(bytes)], { type: 'audio/mpeg' }), 'voice.mp3');
  const answer = await fetch(`${bff.residentUrl}/api/urgent-calls/${callId}/sound`, { method: 'POST', body });
  return { status: answer.status, data: (await answer.json()) as UrgentView & { code?: string } };
}
const status = (callId: string, secret: string) => anybody(residentApi.urgentStatus, { params: { callId }, body: { secret } });
const as = async (staffId: string) => (await bff.staff(staffId)).call;
const open = async (callId: string, staffId = 'sample-heli') => (await as(staffId))(staffApi.urgentCall, { params: { callId } });
const listed = async (staffId: string) => done(await (await as(staffId))(staffApi.urgentCalls, {})).items.map((one) => one.callId);
const tried = async (callId: string, outcome: 'reached' | 'no-answer', staffId = 'sample-heli', tryId: string = randomUUID()) =>
  (await as(staffId))(staffApi.recordUrgentTry, { params: { callId, tryId }, body: { outcome, note: '说了什么' } });
const end = async (
  callId: string,
  body: { how: 'small-sum' | 'told' | 'not-reached' | 'application' | 'referred'; words: string; name?: string },
  staffId = 'sample-heli',
) => (await as(staffId))(staffApi.endUrgentCall, { params: { callId }, body });

describe('不登录就能求助', () => {
  it('送到人在的镇街，有号、有几点以前回电话、接下来怎样；周末说清楚谁接', async () => {
    const { view } = await called();
    expect(view).toMatchObject({
      number: expect.stringMatching(/^杨家坪 261122-\d{3}-[A-Z]$/),
      receivedAt: '2026-11-22T10:00:00+08:00',
      callBackBy: '2026-11-22T11:00:00+08:00',
      state: 'waiting',
      office: { id: YANGJIAPING, live: true },
      sound: 'none',
      duty: { name: '九龙坡区民政局值班' },
      claimed: false,
    });
    expect(view.sentence.clauses.map((one) => one.id)).toEqual(['urgent-callback-60-minutes']);
    // 22 November 2026 is a Sunday; nobody found who is on duty then, and no number stands in for it.
    expect(view.now?.sentence).toContain('没有查到');
    expect(view.duty).not.toHaveProperty('phone');
    expect(view.next.map((one) => one.clauses.map((c) => c.id))).toEqual([
      ['urgent-callback-60-minutes'],
      ['urgent-callback-60-minutes'],
      ['YM239-3-3d', 'YMF12-14a'],
      ['F6-01', 'SAL2026-50', 'YMF12-14b'],
    ]);
  });

  it('星期一上午是上班时间，半夜不是', async () => {
    const now = async () => done(await anybody(residentApi.urgentWhom, { params: { township: YANGJIAPING } })).now;
    bff.pass(24 * HOUR);
    expect(await now()).toBeNull();
    bff.pass(13 * HOUR);
    expect((await now())?.sentence).toContain('下班');
  });

  it('点两下、断了再送、同时送十遍：一件，号不断', async () => {
    const call = callOf();
    const callId = randomUUID();
    const all = await Promise.all(Array.from({ length: 10 }, () => send(call, callId)));
    expect(new Set(all.map((one) => done(one).number)).size).toBe(1);
    expect(done(await send(call, callId))).toEqual(done(all[0] as (typeof all)[0]));
    const [items] = await bff.sql`select count(*)::int as n from work_items where subject_id = ${callId}`;
    expect(items?.n).toBe(1);
    const before = done(await send()).number;
    const after = done(await send()).number;
    const running = (number: string) => Number(number.split('-')[1]);
    expect(running(after) - running(before)).toBe(1);
    expect(await send({ ...call, what: '又不一样了' }, callId)).toMatchObject(refused('content-differs'));
    expect(await send({ ...call, secret: secretText() }, callId)).toMatchObject(refused('not-found'));
  });

  it('没有接进来的镇街、没有的镇街、只说到区县：不收，说没有送出去；电话照样查得到', async () => {
    await bff.sql`update offices set live = false where id = ${ZHONGSHANLU}`;
    expect(await send(callOf({ divisionCode: ZHONGSHANLU }))).toMatchObject(refused('place-not-live'));
    expect(done(await anybody(residentApi.urgentWhom, { params: { township: ZHONGSHANLU } }))).toMatchObject({ live: false, next: [] });
    await bff.sql`update offices set live = true where id = ${ZHONGSHANLU}`;
    expect(await send(callOf({ divisionCode: '500101001' as DivisionCode }))).toMatchObject(refused('place-not-live'));
    expect(await send(callOf({ divisionCode: '500107' as DivisionCode }))).toMatchObject(refused('place-unknown'));
    expect(await anybody(residentApi.urgentWhom, { params: { township: '999999999' } })).toMatchObject(refused('not-found'));
  });

  it('什么也没说的不收；只点一样也收；电话写得不像的说一声', async () => {
    const { what: _, ...nothing } = callOf();
    expect(await send(nothing)).toMatchObject(refused('form-invalid'));
    expect(done(await send({ ...nothing, kind: 'disaster' })).state).toBe('waiting');
    expect(await send(callOf({ phone: '打我侄儿的' }))).toMatchObject(refused('form-invalid'));
  });

  it('一部手机一小时新的六件；再送旧的不算；别的手机、查电话都不受影响；过了一小时又行', async () => {
    const device = secretText();
    const call = callOf({ device });
    const callId = randomUUID();
    done(await send(call, callId));
    for (let i = 1; i < 6; i++) done(await send(callOf({ device })));
    expect(await send(callOf({ device }))).toMatchObject(refused('too-many-requests'));
    done(await send(call, callId));
    done(await send(callOf()));
    for (let i = 0; i < 20; i++) done(await anybody(residentApi.urgentWhom, { params: { township: YANGJIAPING } }));
    bff.pass(HOUR);
    done(await send(callOf({ device })));
  });

  it('一个地址的次数记在库里，几个进程合起来算；同一件再送也算', async () => {
    const call = callOf();
    const callId = randomUUID();
    bff.pass(10 * MINUTE);
    const all = await Promise.all(Array.from({ length: 250 }, () => send(call, callId)));
    expect(all.filter((one) => one.ok)).toHaveLength(240);
    await bff.restart();
    expect(await send(call, callId)).toMatchObject(refused('too-many-requests'));
    bff.pass(10 * MINUTE);
    done(await send(call, callId));
  });

  it('日志里没有名字、电话、说的话；表里也看不到', async () => {
    await called({ name: '看不到的名字', phone: '13912345678', what: '看不到的话' });
    const text = JSON.stringify(bff.lines);
    const [dump] =
      await bff.sql`select (select string_agg(t::text, '') from urgent_calls t) || (select string_agg(a::text, '') from audit_log a) as all`;
    for (const secret of ['看不到的名字', '13912345678', '看不到的话', '吴大贵', '柏树社区']) {
      expect(text).not.toContain(secret);
      expect(dump?.all).not.toContain(secret);
    }
  });
});

describe('录音', () => {
  it('求助先到，录音随后；镇街听得到，听过留痕；别人的密语送不进来', async () => {
    const { call, callId, view } = await called({ soundSeconds: 12, what: undefined });
    expect(view.sound).toBe('awaited');
    const bytes = mp3(12);
    expect(await sound(callId, secretText(), bytes)).toMatchObject({ status: 404 });
    expect(await sound(callId, call.secret, bytes)).toMatchObject({ status: 201, data: { sound: 'here' } });
    expect(await sound(callId, call.secret, bytes)).toMatchObject({ status: 200, data: { sound: 'here' } });
    expect(await sound(callId, call.secret, mp3(3))).toMatchObject({ status: 422, data: { code: 'content-differs' } });
    const { session } = await bff.staff('sample-heli');
    const heard = await fetch(`${bff.staffUrl}/staff/api/urgent-calls/${callId}/sound`, { headers: { cookie: `desk_session=${session}` } });
    expect(heard.headers.get('content-type')).toBe('audio/mpeg');
    expect(Buffer.from(await heard.arrayBuffer()).equals(bytes)).toBe(true);
    const looks = await bff.sql`select action from audit_log where object_id = ${callId} order by id`;
    expect(looks.map((row) => row.action)).toEqual(['urgent-sent', 'urgent-sound-sent', 'urgent-heard']);
    const [stored] = await bff.sql`select stored_at from urgent_sounds where call_id = ${callId}`;
    bff.pass(40 * 24 * HOUR);
    await bff.worker.chores();
    bff.pass(-40 * 24 * HOUR);
    expect(done(await open(callId)).sound).toBe('here');
    expect(stored?.stored_at).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('说是 mp3 其实是照片、网页、视频的，超过 60 秒的，太大的：不收，求助还在，可以再录', async () => {
    const { call, callId } = await called({ soundSeconds: 5 });
    for (const bytes of [jpeg(), Buffer.from('<html><script>alert(1)</script></html>'), webm(5, 1), mp3(20).subarray(0, 100)])
      expect(await sound(callId, call.secret, bytes)).toMatchObject({ status: 422, data: { code: 'sound-unknown' } });
    expect(await sound(callId, call.secret, mp3(63))).toMatchObject({ status: 422, data: { code: 'sound-too-long' } });
    expect(await sound(callId, call.secret, Buffer.alloc(2 * 1024 * 1024 + 1))).toMatchObject({ status: 413 });
    expect(await sound(callId, call.secret, webm(5))).toMatchObject({ status: 201 });
    expect(await sound(randomUUID(), call.secret, mp3(3))).toMatchObject({ status: 404 });
  });
});

describe('镇街和区县值班', () => {
  it('在每条道上面，领下一件先领它；别的镇街看不到，村里看不到，审计只看', async () => {
    const { callId } = await called();
    expect(await listed('sample-heli')).toContain(callId);
    expect(await listed('sample-luowenjing')).toContain(callId);
    expect(await listed('sample-wangfang').catch(() => 'no such')).not.toContain(callId);
    expect(await (await as('sample-denghua'))(staffApi.urgentCalls, {})).toMatchObject(refused('forbidden'));
    expect(await tried(callId, 'reached', 'sample-luowenjing')).toMatchObject(refused('forbidden'));
    const next = done(await (await as('sample-heli'))(staffApi.claimNext, { key: randomUUID() }));
    expect(next).toMatchObject({ item: { kind: 'urgent', marks: ['urgent'] }, why: '急事求助，先回电话' });
    const page = done(await (await as('sample-heli'))(staffApi.queue, { query: { lane: 'applications' } }));
    expect(page.items.map((one) => one.kind)).not.toContain('urgent');
    expect(page.lanes?.urgent).toBeGreaterThan(0);
  });

  it('59 分钟没到，60 分钟到了就转给区县值班，只这一件；两个进程同时转也是一次；镇街接着办；办完就收回', async () => {
    await bff.sql`update urgent_calls set reached_at = now() where reached_at is null`;
    const { call, callId } = await called();
    const other = await called();
    done(await tried(other.callId, 'reached'));
    bff.pass(59 * MINUTE);
    await bff.worker.chores();
    expect(await listed('sample-tangming')).not.toContain(callId);
    expect(await open(callId, 'sample-tangming')).toMatchObject(refused('not-found'));
    bff.pass(MINUTE);
    await Promise.all([bff.worker.chores(), bff.worker.chores()]);
    expect(await listed('sample-tangming')).toContain(callId);
    expect(await open(other.callId, 'sample-tangming')).toMatchObject(refused('not-found'));
    expect(done(await open(callId, 'sample-tangming'))).toMatchObject({
      what: '家里断粮了，三天没吃好',
      phone: '13800000001',
      handedOn: { to: '九龙坡区民政局值班', reason: '60 分钟内没有联系上' },
      may: { act: true, ends: ['application', 'referred', 'told'] },
    });
    expect(done(await status(callId, call.secret))).toMatchObject({ state: 'handed-on' });
    expect(await listed('sample-heli')).toContain(callId);
    const audit = await bff.sql`select actor_kind from audit_log where object_id = ${callId} and action = 'urgent-handed-on'`;
    expect(audit.map((row) => row.actor_kind)).toEqual(['system']);
    done(await tried(callId, 'reached', 'sample-tangming'));
    expect(done(await status(callId, call.secret)).sentence.sentence).toBe('九龙坡区民政局值班和您说上话了，正在办。');
    done(await end(callId, { how: 'referred', words: '转给救助站，今晚有住处' }, 'sample-tangming'));
    expect(done(await status(callId, call.secret)).sentence.sentence).toContain('转给救助站');
    const [share] = await bff.sql`select reason, ends_at from urgent_shares where call_id = ${callId}`;
    expect(share).toMatchObject({ reason: 'not-called-back', ends_at: expect.any(Date) });
    expect(await listed('sample-tangming')).not.toContain(callId);
    // An answer that was lost can be had again for an hour; then it is the township's alone.
    done(await end(callId, { how: 'referred', words: '转给救助站，今晚有住处' }, 'sample-tangming'));
    bff.pass(61 * MINUTE);
    expect(await open(callId, 'sample-tangming')).toMatchObject(refused('not-found'));
    done(await open(callId));
  });

  it('有一件转不了：别的照转，它一点没转；下一轮再转，每件一次', async () => {
    await bff.sql`update urgent_calls set reached_at = now() where reached_at is null`;
    const calls = [await called(), await called(), await called()];
    bff.pass(61 * MINUTE);
    await bff.sql`create function fall_over() returns trigger language plpgsql as $$ begin
      if new.call_id = tg_argv[0]::uuid then raise exception 'not this one'; end if; return new; end $$`;
    // The one that was first to wait, and would hold up the others.
    const [first] = calls.map((one) => one.callId);
    await bff.sql.unsafe(`create trigger fall_over before insert on urgent_shares for each row execute function fall_over('${first}')`);
    await bff.worker.chores();
    const shares = () => bff.sql`select call_id from urgent_shares where call_id in ${bff.sql(calls.map((one) => one.callId))}`;
    expect((await shares()).map((row) => row.call_id).sort()).toEqual(
      calls
        .slice(1)
        .map((one) => one.callId)
        .sort(),
    );
    expect(await bff.sql`select handed_on_at from urgent_calls where id = ${String(first)}`).toEqual([{ handed_on_at: null }]);
    await bff.sql`drop function fall_over cascade`;
    await bff.worker.chores();
    expect(await shares()).toHaveLength(3);
  });

  it('打过几次都记着，日子是系统的；同一次记两遍是一次；打通了不再转', async () => {
    const { call, callId } = await called();
    const tryId = randomUUID();
    done(await tried(callId, 'no-answer', 'sample-heli', tryId));
    done(await tried(callId, 'no-answer', 'sample-heli', tryId));
    expect(await tried(callId, 'reached', 'sample-heli', tryId)).toMatchObject(refused('content-differs'));
    bff.pass(5 * MINUTE);
    expect(done(await tried(callId, 'reached')).tries.map((one) => [one.at, one.who, one.outcome])).toEqual([
      ['2026-11-22T10:00:00+08:00', '何丽', 'no-answer'],
      ['2026-11-22T10:05:00+08:00', '何丽', 'reached'],
    ]);
    bff.pass(2 * HOUR);
    await bff.worker.chores();
    const view = done(await status(callId, call.secret));
    expect(view.state).toBe('reached');
    expect(view.tries.map((one) => one.words)).toEqual(['给您打过电话，没有接通', '打通了，和您说上话了']);
  });

  it('没说上话不能算说清楚；联系不上要两天里找过三次', async () => {
    const { callId } = await called();
    expect(await end(callId, { how: 'told', words: '不急' })).toMatchObject(refused('step-missing'));
    done(await tried(callId, 'no-answer'));
    done(await tried(callId, 'no-answer'));
    done(await tried(callId, 'no-answer'));
    expect(await end(callId, { how: 'not-reached', words: '没人接' })).toMatchObject(refused('step-missing'));
    bff.pass(24 * HOUR);
    done(await tried(callId, 'no-answer'));
    expect(done(await end(callId, { how: 'not-reached', words: '打了四次没人接，去过小卖部，没人认识' })).end).toMatchObject({
      how: 'not-reached',
    });
    expect(await tried(callId, 'reached')).toMatchObject(refused('state-changed'));
  });

  it('先给小额：不用先核对，三天从求助那天算；给多少写下来；说明后补，才算完', async () => {
    const { callId, call } = await called();
    expect(done(await open(callId)).smallSum).toMatchObject({ by: '2026-11-25' });
    expect(await end(callId, { how: 'small-sum', words: '断粮' })).toMatchObject(refused('form-invalid'));
    expect(await end(callId, { how: 'small-sum', words: '断粮', name: '吴大贵' }, 'sample-tangming')).toMatchObject(refused('forbidden'));
    const ended = done(await end(callId, { how: 'small-sum', words: '断粮三天，有两个娃', name: '吴大贵' }));
    expect(done(await end(callId, { how: 'small-sum', words: '断粮三天，有两个娃', name: '吴大贵' }))).toEqual(ended);
    expect(await end(callId, { how: 'told', words: '另一个结果' })).toMatchObject(refused('state-changed'));
    const runId = ended.end?.runId as string;
    const heli = await as('sample-heli');
    const run = done(await heli(staffApi.run, { params: { runId } }));
    expect(run).toMatchObject({
      procedure: 'small-sum-first',
      urgentCallId: callId,
      name: '吴大贵',
      clocks: [{ title: '小额先救助', due: { date: '2026-11-25' } }],
      item: { kind: 'application-run', step: { due: { date: '2026-11-25' } } },
    });
    const event = (body: object) => heli(staffApi.recordEvent, { params: { runId, eventId: randomUUID() }, body: body as never });
    expect(await event({ kind: 'explained-after', reason: '补说明' })).toMatchObject(refused('step-missing'));
    expect(await event({ kind: 'small-sum-paid', reason: '吴大贵，断粮' })).toMatchObject(refused('step-missing'));
    const paid = done(await event({ kind: 'small-sum-paid', reason: '吴大贵，断粮', amount: 50_000 }));
    expect(paid.ended).toBe(false);
    expect(paid.events.at(-1)?.event.amount).toBe(50_000);
    expect(paid.clocks).toEqual([]);
    // Given by one, seen by another: not by herself, and the money did not wait for it.
    expect(await event({ kind: 'explained-after', reason: '入户看过，属实' })).toMatchObject(refused('step-missing'));
    expect(await event({ kind: 'small-sum-seen' })).toMatchObject(refused('step-missing'));
    const once = async () =>
      done(await heli(staffApi.oneTimePayments, { params: { month: '2026-11' } })).find((one) => one.runId === runId);
    const before = await once();
    expect(before).toMatchObject({ kind: 'small-sum', name: '吴大贵', amount: 50_000, given: { who: '何丽' }, settled: false });
    expect(before?.seen).toBeUndefined();
    const huang = await as('sample-huangchunlan');
    done(await huang(staffApi.recordEvent, { params: { runId, eventId: randomUUID() }, body: { kind: 'small-sum-seen' } }));
    expect((await once())?.seen?.who).toBe('黄春兰');
    expect(done(await event({ kind: 'explained-after', reason: '入户看过，属实' })).ended).toBe(true);
    expect((await once())?.settled).toBe(true);
    // What was given stays as it was, whatever code asks.
    await expect(bff.sql`update one_time_payments set amount = 1 where run_id = ${runId}`.execute()).rejects.toMatchObject({
      code: 'AS003',
    });
    await expect(bff.sql`delete from one_time_payments where run_id = ${runId}`.execute()).rejects.toMatchObject({ code: 'AS003' });
    expect(done(await status(callId, call.secret)).sentence.clauses.map((one) => one.id)).toEqual(['F6-01', 'SAL2026-50', 'YMF12-14b']);
  });

  it('两个人同时给结果，只有一个算', async () => {
    const { callId } = await called();
    done(await tried(callId, 'reached'));
    const both = await Promise.all([
      end(callId, { how: 'told', words: '说清楚了' }),
      end(callId, { how: 'referred', words: '转救助站' }, 'sample-huangchunlan'),
    ]);
    expect(both.filter((one) => one.ok)).toHaveLength(1);
    expect(both.find((one) => !one.ok)).toMatchObject(refused('state-changed'));
  });
});

describe('认到自己名下', () => {
  it('写了号码没核过的认不了；核过的认一次；成为申请，日子按求助那天', async () => {
    const { callId, call } = await called();
    const me = await resident(bff, 'urgentone');
    const claim = (who = me, secret = call.secret) => who.call(residentApi.claimUrgentCall, { params: { callId }, body: { secret } });
    expect(await claim()).toMatchObject(refused('verification-needed'));
    await bff.sql`update accounts set identity = 'verified', verified_at = now() where id = ${me.accountId}`;
    expect(await claim(me, secretText())).toMatchObject(refused('not-found'));
    expect(done(await claim()).claimed).toBe(true);
    expect(done(await claim()).claimed).toBe(true);
    expect(done(await me.call(residentApi.ownUrgentCalls, {})).map((one) => one.callId)).toEqual([callId]);
    const other = await resident(bff, 'urgenttwo', { name: '张国福', number: '500107196001010012' });
    await bff.sql`update accounts set identity = 'verified', verified_at = now() where id = ${other.accountId}`;
    expect(await claim(other)).toMatchObject(refused('conflict'));

    bff.pass(30 * HOUR);
    const applicationId = randomUUID();
    const again = await resident(bff, 'urgentone', null);
    const otherAgain = await resident(bff, 'urgenttwo', null);
    done(await again.submit(applicationId));
    const become = (who = again) => who.call(residentApi.urgentBecomesApplication, { params: { callId }, body: { applicationId } });
    expect(await become(otherAgain)).toMatchObject(refused('not-found'));
    expect(done(await become())).toMatchObject({ applicationId });
    expect(done(await become())).toMatchObject({ applicationId });
    const view = done(await again.call(residentApi.application, { params: { applicationId } }));
    expect(view).toMatchObject({ askedOn: '2026-11-22', receipt: { receivedOn: '2026-11-23' } });
    const heli = await as('sample-heli');
    done(await heli(staffApi.markOpened, { params: { applicationId } }));
    done(await heli(staffApi.accept, { params: { applicationId } }));
    const run = done(await heli(staffApi.runOfApplication, { params: { applicationId } }));
    expect(run.events[0]).toMatchObject({ title: expect.any(String), on: '2026-11-22' });
  });

  it('三十天以前的求助：认得上，日子先不改，镇街有一件请他看；看过写了，才按求助那天', async () => {
    const { callId, call } = await called();
    const me = await resident(bff, 'urgentlate');
    await bff.sql`update accounts set identity = 'verified', verified_at = now() where id = ${me.accountId}`;
    done(await me.call(residentApi.claimUrgentCall, { params: { callId }, body: { secret: call.secret } }));
    await bff.sql`update urgent_calls set received_on = received_on - 31, received_at = received_at - interval '31 days' where id = ${callId}`;
    const applicationId = randomUUID();
    const { number } = done(await me.submit(applicationId));
    done(await me.call(residentApi.urgentBecomesApplication, { params: { callId }, body: { applicationId } }));
    expect(done(await me.call(residentApi.application, { params: { applicationId } }))).not.toHaveProperty('askedOn');
    expect(await bff.sql`select open from work_items where kind = 'signal' and 'urgent-long-ago' = any (about)`).toEqual([{ open: true }]);
    done(await (await as('sample-heli'))(staffApi.tieUrgentCall, { params: { callId }, body: { number } }));
    expect(done(await me.call(residentApi.application, { params: { applicationId } }))).toHaveProperty('askedOn');
  });

  it('没有手机的人：经办按回执号把求助记成申请，日子按求助那天；别的镇街、别的求助、求助以前的申请都不行', async () => {
    const me = await resident(bff, 'urgentthree');
    const before = done(await me.submit(randomUUID()));
    bff.pass(HOUR);
    const { callId } = await called();
    bff.pass(30 * HOUR);
    const again = await resident(bff, 'urgentthree', null);
    const sent = done(await again.submit(randomUUID()));
    const heli = await as('sample-heli');
    const tie = (number: string, id = callId, by = heli) => by(staffApi.tieUrgentCall, { params: { callId: id }, body: { number } });
    expect(await tie(before.number)).toMatchObject(refused('state-changed'));
    expect(await tie('杨家坪 261122-999-A')).toMatchObject(refused('not-found'));
    expect(await tie(sent.number, callId, await as('sample-yangfan'))).toMatchObject(refused('not-found'));
    for (let i = 0; i < 2; i++) expect(done(await tie(`  ${sent.number} `)).applicationId).toBe(sent.applicationId);
    expect(await tie(sent.number, (await called()).callId)).toMatchObject(refused('state-changed'));
    expect(done(await again.call(residentApi.application, { params: { applicationId: sent.applicationId } })).askedOn).toBe('2026-11-22');
  });
});

describe('一次给的，本人看得到', () => {
  it('认到自己名下的：收件里有一条，“我家的事”里有这件，案卷里有一笔；临时救助也在每月的账里', async () => {
    const { callId, call } = await called();
    const me = await resident(bff, 'urgentgiven');
    await bff.sql`update accounts set identity = 'verified', verified_at = now() where id = ${me.accountId}`;
    done(await me.call(residentApi.claimUrgentCall, { params: { callId }, body: { secret: call.secret } }));
    done(await tried(callId, 'reached'));
    const ended = done(await end(callId, { how: 'temporary', words: '房子烧了', name: '吴大贵' } as never));
    const runId = ended.end?.runId as string;
    const at = async (who: string, body: object) =>
      (await as(who))(staffApi.recordEvent, { params: { runId, eventId: randomUUID() }, body: body as never });
    done(await at('sample-heli', { kind: 'accepted' }));
    done(await at('sample-heli', { kind: 'opinion', reason: '火灾，没地方住' }));
    // Who wrote the opinion does not confirm it.
    expect(await at('sample-heli', { kind: 'confirmed' })).toMatchObject(refused('step-missing'));
    done(await at('sample-tangming', { kind: 'confirmed' }));
    expect(await at('sample-heli', { kind: 'paid' })).toMatchObject(refused('step-missing'));
    expect(done(await at('sample-heli', { kind: 'paid', amount: 120_000 })).ended).toBe(true);
    const once = done(await (await as('sample-tangming'))(staffApi.oneTimePayments, { params: { month: '2026-11' } }));
    expect(once.find((one) => one.runId === runId)).toMatchObject({
      kind: 'temporary',
      amount: 120_000,
      given: { who: '何丽' },
      seen: { who: '唐明' },
      settled: true,
    });
    const { items } = done(await me.call(residentApi.messages, { query: {} }));
    expect(items.filter((one) => one.kind === 'given-once')).toHaveLength(1);
    expect(done(await me.call(residentApi.decisions, {})).map((one) => one.runId)).toContain(runId);
  });
});

it('亲属登记过的人认下的急事：那位经办人列表里没有、打不开，别人照样看得到', async () => {
  const { callId, call } = await called({ name: '李素芬' });
  const mine = await resident(bff, 'urgentrelative');
  await bff.sql`update accounts set identity = 'verified', verified_at = now(), number_hash = '\\x0102' where id = ${mine.accountId}`;
  done(await mine.call(residentApi.claimUrgentCall, { params: { callId }, body: { secret: call.secret } }));
  expect(await listed('sample-huangchunlan')).toContain(callId);
  const relationId = randomUUID();
  const relation = { relation: 'sibling' as const, name: SUFEN.name, paper: { kind: 'resident-identity' as const, number: SUFEN.number } };
  done(await (await as('sample-huangchunlan'))(staffApi.declareRelation, { params: { relationId }, body: relation }));
  await bff.sql`update declared_relations set number_hash = '\\x0102' where id = ${relationId}`;
  expect(await listed('sample-huangchunlan')).not.toContain(callId);
  expect(await open(callId, 'sample-huangchunlan')).toMatchObject(refused('not-found'));
  expect(await listed('sample-heli')).toContain(callId);
  await bff.sql`delete from declared_relations where id = ${relationId}`;
});
