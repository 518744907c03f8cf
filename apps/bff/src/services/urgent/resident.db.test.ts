import { randomUUID } from 'node:crypto';
import { residentApi } from '@assist/contracts';
import type { DivisionCode } from '@assist/policy';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { secretText } from '../../crypto/codes.ts';
import { type BffForTest, bffForTest, SUNDAY } from '../../test/bff-for-test.ts';
import { done, YANGJIAPING, ZHONGSHANLU } from '../../test/people.ts';
import { jpeg } from '../../test/photos.ts';
import { mp3, webm } from '../../test/sounds-for-test.ts';
import { callOf, urgentForTest } from './urgent-for-test.ts';

let bff: BffForTest;
beforeAll(async () => {
  bff = await bffForTest();
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
const { anybody, send, called, sound, open } = urgentForTest(() => bff);

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
