import { randomUUID } from 'node:crypto';
import { letterOfRun, residentApi, staffApi } from '@assist/contracts';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { secretText } from '../../crypto/codes.ts';
import { type BffForTest, bffForTest, SUNDAY } from '../../test/bff-for-test.ts';
import { done, resident, SUFEN } from '../../test/people.ts';
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
const { called, as, open, listed, tried, end } = urgentForTest(() => bff);

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
    done(await at('sample-huangchunlan', { kind: 'confirmed' }));
    const { decision, opinion, remedies } = done(await me.call(residentApi.decision, { params: { runId } }));
    expect(decision?.sentence.sentence).toBe('镇街确认了这份意见。');
    expect(opinion?.sentence.sentence).toBe('意见写好了，给不给、给多少，决定的时候告诉您。');
    // The township decided, and no letter comes of what is granted.
    expect(remedies[0]?.sentence).toBe(
      '不服杨家坪街道办事处的决定，可以申请行政复议。多少天内、向哪里申请，文件里没有查到，可以问杨家坪街道办事处。',
    );
    const run = done(await (await as('sample-heli'))(staffApi.run, { params: { runId } }));
    expect(letterOfRun(run, 'confirmed')).toMatchObject({
      from: '杨家坪街道办事处（盖章）',
      paragraphs: expect.arrayContaining([expect.stringMatching(/决定给您救助。$/)]),
    });
    expect(await at('sample-heli', { kind: 'paid' })).toMatchObject(refused('step-missing'));
    expect(done(await at('sample-heli', { kind: 'paid', amount: 120_000 })).ended).toBe(true);
    const once = done(await (await as('sample-tangming'))(staffApi.oneTimePayments, { params: { month: '2026-11' } }));
    expect(once.find((one) => one.runId === runId)).toMatchObject({
      kind: 'temporary',
      amount: 120_000,
      given: { who: '何丽' },
      seen: { who: '黄春兰' },
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
