import { randomUUID } from 'node:crypto';
import { residentApi, staffApi } from '@assist/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type BffForTest, bffForTest } from '../../test/bff-for-test.ts';
import { townForTest, yuan } from '../../test/household-for-test.ts';
import { done, resident } from '../../test/people.ts';

let bff: BffForTest;
let town: ReturnType<typeof townForTest>;
beforeAll(async () => {
  bff = await bffForTest();
  town = townForTest(bff);
});
afterAll(() => bff.close());

async function accepted(name: string) {
  const someone = await resident(bff, name);
  const applicationId = randomUUID();
  done(await someone.submit(applicationId));
  const heli = await town.as('heli');
  done(await heli(staffApi.markOpened, { params: { applicationId } }));
  done(await heli(staffApi.accept, { params: { applicationId } }));
  const run = done(await heli(staffApi.runOfApplication, { params: { applicationId } }));
  return { someone, applicationId, run, runId: run.runId };
}
const as = async (
  who: Parameters<typeof town.as>[0],
  runId: string,
  procedure: 'application' | 'application/destitute' | 'application/rigid-expenditure',
) => (await town.as(who))(staffApi.handleAs, { params: { runId }, body: { procedure } });
const clockIds = (run: { readonly clocks: readonly { readonly id: string }[] }) => run.clocks.map((one) => one.id);

it('受理了改按特困办：受理那天起 15 个工作日提意见，没有总期限，居民看到的也是；留痕；再按一次还是一样', async () => {
  const { someone, applicationId, run, runId } = await accepted('handleda');
  expect(run.mayHandleAs?.map((one) => one.procedure)).toEqual(['application/destitute', 'application/rigid-expenditure']);
  expect(clockIds(run)).toEqual(['survey-start', 'decision']);
  const seen = async () => done(await someone.call(residentApi.application, { params: { applicationId } }));
  // What the desk's list says of the whole of it.
  const whole = async () =>
    done(await (await town.as('heli'))(staffApi.queue, { query: { filter: 'accepted' } })).items.find(
      (one) => one.applicationId === applicationId,
    )?.total;
  expect([(await seen()).clock?.workingDays, (await whole())?.workingDays]).toEqual([30, 30]);
  for (let i = 0; i < 2; i++) {
    const now = done(await as('heli', runId, 'application/destitute'));
    expect([now.title, clockIds(now), now.events.length]).toEqual(['特困供养的申请', ['destitute/opinion'], run.events.length]);
    expect(now.clocks[0]?.clauses.map((one) => one.id)).toEqual(['DESTITUTE2021-13']);
  }
  expect([(await seen()).clock, await whole()]).toEqual([null, null]);
  const decision = done(await someone.call(residentApi.decision, { params: { runId } }));
  expect([decision.title, decision.clock?.sentence.clauses.map((one) => one.id)]).toEqual(['特困供养的申请', ['DESTITUTE2021-13']]);
  expect(await bff.sql`select result from audit_log where action = 'handled-as' and object_id = ${runId}`).toEqual([
    { result: 'application/destitute' },
  ]);
});

it('按刚性支出办：30 个工作日，依据是它自己的那一条', async () => {
  const { someone, applicationId, runId } = await accepted('handledb');
  expect(clockIds(done(await as('heli', runId, 'application/rigid-expenditure')))).toEqual(['rigid/decision']);
  const { clock } = done(await someone.call(residentApi.application, { params: { applicationId } }));
  expect([clock?.workingDays, clock?.clauses.map((one) => one.id)]).toEqual([30, ['MCA57R-8']]);
});

it('总期限跟着改：镇街确认的区受理时写 20 天，改按刚性支出是它的 30 天；按特困没有总期限，排队也不按它', async () => {
  const { applicationId, runId } = await accepted('handledf');
  await bff.sql`update applications set decision_due = '2026-12-18', decision_working_days = 20 where id = ${applicationId}`;
  const kept = async () => {
    const [row] = await bff.sql`select a.decision_due::text as due, a.decision_working_days as days, w.total_due::text as total
      from applications a join work_items w on w.application_id = a.id where a.id = ${applicationId}`;
    return [row?.due, row?.days, row?.total];
  };
  done(await as('heli', runId, 'application/destitute'));
  expect((await kept())[2]).toBe('infinity');
  done(await as('heli', runId, 'application/rigid-expenditure'));
  const [due, days, total] = await kept();
  expect([days, total]).toEqual([30, due]);
  expect(due > '2026-12-18').toBe(true);
});

it('改了就告诉这家：按哪一种办、日子还从受理那天算，带条款；再按一次不再说，改回去再说一次', async () => {
  const { someone, runId } = await accepted('handlede');
  const told = async () =>
    done(await someone.call(residentApi.messages, { query: {} }))
      .items.filter((one) => one.kind === 'handled-as')
      .map(({ title, subject, sentence }) => ({
        title,
        subject,
        sentence: sentence.sentence,
        clauses: sentence.clauses.map((one) => one.id),
      }));
  for (let i = 0; i < 2; i++) done(await as('heli', runId, 'application/rigid-expenditure'));
  const [first, ...none] = await told();
  expect(first).toMatchObject({ subject: { kind: 'decision', id: runId }, clauses: ['YMF12-5e', 'YMF12-21a'] });
  expect(first?.sentence).toMatch(/看病上学花太多（刚性支出困难家庭）.*不用再交.*从受理那天算起/);
  expect(none).toEqual([]);
  // The newest is read first: two of one moment would stand in either order.
  bff.pass(1000);
  done(await as('heli', runId, 'application'));
  expect((await told()).map((one) => one.sentence.includes('低保'))).toEqual([true, false]);
  // By the ladder of its kind: WeChat first, a text message where that does not arrive.
  const sends = await bff.sql`
    select s.channel, s.otherwise from sends s join messages m on m.id = s.message_id where m.subject_id = ${runId}
    and m.kind = 'handled-as'`;
  expect(sends).toEqual([
    { channel: 'wechat', otherwise: ['text'] },
    { channel: 'wechat', otherwise: ['text'] },
  ]);
});

it('提了意见、延长过，就不能改；审计、区里、别的镇街改不了；不是申请的没有这一样', async () => {
  const { runId } = await accepted('handledc');
  for (const who of ['luowenjing', 'tangming', 'yangfan'] as const) expect((await as(who, runId, 'application/destitute')).ok).toBe(false);
  done(await town.at('heli', runId, { kind: 'check-requested' }));
  done(await town.at('tangming', runId, { kind: 'check-done', reason: '核对回来了' }));
  done(await town.at('heli', runId, town.visit('何丽', '黄春兰')));
  const opinion = {
    kind: 'opinion' as const,
    reason: '看过',
    proposal: { benefits: [{ kind: 'subsistence' as const, amount: yuan(640) }] },
  };
  const after = done(await town.at('heli', runId, opinion));
  expect(after.mayHandleAs).toBeUndefined();
  expect(await as('heli', runId, 'application/destitute')).toMatchObject({ ok: false, problem: { code: 'state-changed' } });
  const { runId: longer } = await accepted('handledd');
  done(await town.at('heli', longer, { kind: 'extended', extension: 'lives-elsewhere', reason: '人在外省' }));
  expect(await as('heli', longer, 'application/destitute')).toMatchObject({ ok: false, problem: { code: 'state-changed' } });
  const raise = await town.open('raise', await town.household());
  expect(await as('heli', raise, 'application/destitute')).toMatchObject({ ok: false, problem: { code: 'not-found' } });
});
