import { randomUUID } from 'node:crypto';
import { staffApi } from '@assist/contracts';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type BffForTest, bffForTest, SUNDAY } from '../../test/bff-for-test.ts';
import { done } from '../../test/people.ts';
import { urgentForTest } from './urgent-for-test.ts';

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
const { called, status, as, open, listed, tried, end } = urgentForTest(() => bff);

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
