import { randomUUID } from 'node:crypto';
import { residentApi, staffApi } from '@assist/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { secretText } from '../../crypto/codes.ts';
import { type BffForTest, bffForTest } from '../../test/bff-for-test.ts';
import { DAY, townForTest } from '../../test/household-for-test.ts';
import { done, resident, YANGJIAPING } from '../../test/people.ts';

let bff: BffForTest;
let town: ReturnType<typeof townForTest>;
beforeAll(async () => {
  bff = await bffForTest();
  town = townForTest(bff);
});
afterAll(() => bff.close());

const HOUR = 3_600_000;
const supervisor = async () => (await bff.staff('sample-qinlan')).call;
const inbox = async () => done(await (await supervisor())(staffApi.supervisorInbox, {})).items;
const kinds = async () => (await inbox()).map((one) => one.kind);

it('期限前两天、到期、领了没办、急事过了时间：负责人各知道一次，办了就不在，写了怎么定的也不在', async () => {
  const someone = await resident(bff, 'supervised');
  const applicationId = randomUUID();
  done(await someone.submit(applicationId));
  const heli = await town.as('heli');
  done(await heli(staffApi.markOpened, { params: { applicationId } }));
  done(await heli(staffApi.accept, { params: { applicationId } }));
  const { runId } = done(await heli(staffApi.runOfApplication, { params: { applicationId } }));
  expect(await inbox()).toEqual([]);

  bff.pass(DAY);
  await bff.worker.chores();
  await bff.worker.chores();
  const [near, ...others] = await inbox();
  expect(others).toEqual([]);
  expect(near).toMatchObject({ kind: 'clock-near', item: { subjectId: runId }, clock: { left: 2, due: { date: '2026-11-25' } } });
  expect(near?.clock?.clauses.length).toBeGreaterThan(0);
  // Starting the survey is no clock that can be longer.
  expect(near?.clock?.extension).toBeUndefined();

  // Taken, and nobody worked on it for a morning.
  done(await (await town.as('heli'))(staffApi.claimItem, { params: { workItemId: near?.item.workItemId ?? '' }, key: randomUUID() }));
  bff.pass(4 * HOUR);
  await bff.worker.chores();
  expect((await inbox()).map((one) => [one.kind, one.heldBefore])).toEqual([
    ['clock-near', undefined],
    ['lease-ended', '何丽'],
  ]);
  const [, lease] = await inbox();
  const decide = async (decision: string) =>
    (await supervisor())(staffApi.decideNotice, { params: { noticeId: lease?.noticeId ?? '' }, body: { decision } });
  for (let i = 0; i < 2; i++) done(await decide('何丽下村了，明天由黄春兰办'));
  expect(await decide('另一句')).toMatchObject({ ok: false, problem: { code: 'state-changed' } });
  expect(await bff.sql`select 1 from audit_log where action = 'supervisor-decided'`).toHaveLength(1);
  expect(await kinds()).toEqual(['clock-near']);

  // On the last day the later word stands in place of the first.
  bff.pass(2 * DAY - 4 * HOUR);
  await bff.worker.chores();
  expect(await kinds()).toEqual(['clock-at-end']);
  done(await town.at('heli', runId, town.visit('何丽', '黄春兰')));
  expect(await kinds()).not.toContain('clock-at-end');
});

it('急事一个小时没联系上：在最上面；联系上了就不在', async () => {
  const callId = randomUUID();
  const body = {
    secret: secretText(),
    device: secretText(),
    divisionCode: YANGJIAPING,
    what: '断粮',
    safe: 'yes' as const,
    phone: '13800000001',
  };
  done(await bff.residentWith(undefined)(residentApi.sendUrgentCall, { params: { callId }, body }));
  bff.pass(61 * 60_000);
  await bff.worker.chores();
  expect((await inbox())[0]).toMatchObject({ kind: 'urgent-late', item: { subjectId: callId, kind: 'urgent' } });
  const heli = await town.as('heli');
  done(await heli(staffApi.recordUrgentTry, { params: { callId, tryId: randomUUID() }, body: { outcome: 'reached', note: '在家' } }));
  expect(await kinds()).not.toContain('urgent-late');
});

it('只有负责人看得到、写得了；别的镇街的写不了', async () => {
  for (const who of ['heli', 'luowenjing', 'tangming', 'denghua', 'yangfan'] as const)
    expect(await (await town.as(who))(staffApi.supervisorInbox, {})).toMatchObject({ ok: false, problem: { code: 'forbidden' } });
  const decided = (await supervisor())(staffApi.decideNotice, { params: { noticeId: randomUUID() }, body: { decision: '好' } });
  expect(await decided).toMatchObject({ ok: false, problem: { code: 'not-found' } });
});

it('还没受理的申请、没办结的变化、没人去看的：快到答应的日子，负责人和报的人各知道一次；受理了就不在', async () => {
  const someone = await resident(bff, 'unanswered');
  const applicationId = randomUUID();
  done(await someone.submit(applicationId));
  const mine = async () => (await inbox()).filter((one) => one.item.applicationId === applicationId);
  const told = async () =>
    (await bff.sql`select kind from messages where account_id = ${someone.accountId} and kind like 'decision-due%' order by kind`).map(
      (row) => row.kind,
    );
  const [{ by } = { by: '' }] = await bff.sql<
    { by: string }[]
  >`select step_due::text as by from work_items where application_id = ${applicationId}`;
  const noonOf = (day: string) => Date.parse(`${day}T12:00:00+08:00`);
  // The day before the last one is near it, whatever the holidays.
  bff.pass(noonOf(by) - DAY - bff.clock());
  for (let i = 0; i < 2; i++) await bff.worker.chores();
  expect(await told()).toEqual(['decision-due-soon']);
  expect(await mine()).toMatchObject([{ kind: 'clock-near', clock: { due: { date: by }, clauses: [] } }]);
  bff.pass(DAY);
  for (let i = 0; i < 2; i++) await bff.worker.chores();
  expect(await told()).toEqual(['decision-due', 'decision-due-soon']);
  expect((await mine()).map((one) => one.kind)).toEqual(['clock-at-end']);
  expect(
    await bff.sql`select action from audit_log where object_id = ${(await mine())[0]?.item.workItemId ?? ''} and action like 'clock-%' order by action`,
  ).toEqual([{ action: 'clock-at-end' }, { action: 'clock-near' }]);
  // A step begins another day: what was at its end is not any more.
  const heli = await town.as('heli');
  done(await heli(staffApi.markOpened, { params: { applicationId } }));
  expect((await mine()).map((one) => one.kind)).toEqual(['clock-at-end']);
  done(
    await heli(staffApi.askCorrection, {
      params: { applicationId, correctionId: randomUUID() },
      body: { items: [{ title: '户口本', reason: '看不清' }] },
    }),
  );
  expect(await mine()).toEqual([]);
  // It is the township that waits now: the supervisor knows of the day, nobody is told that the township owes a word.
  bff.pass(10 * DAY);
  await bff.worker.chores();
  expect((await mine()).map((one) => one.kind)).toEqual(['clock-at-end', 'lease-ended']);
  expect(await told()).toHaveLength(2);
});

it('一步拖住了，不遮住后面的期限：三十个工作日到了，再说一次', async () => {
  const someone = await resident(bff, 'stuck');
  const applicationId = randomUUID();
  done(await someone.submit(applicationId));
  const heli = await town.as('heli');
  done(await heli(staffApi.markOpened, { params: { applicationId } }));
  done(await heli(staffApi.accept, { params: { applicationId } }));
  const { runId } = done(await heli(staffApi.runOfApplication, { params: { applicationId } }));
  const [{ due } = { due: '' }] = await bff.sql<
    { due: string }[]
  >`select decision_due::text as due from applications where id = ${applicationId}`;
  const sources = async () =>
    (await bff.sql<{ source: string }[]>`select source from supervisor_notices where subject_id = ${runId} order by at, source`).map(
      (row) => row.source.split(':').slice(2).join(':'),
    );
  bff.pass(20 * DAY);
  await bff.worker.chores();
  expect(await sources()).toEqual([expect.stringMatching(/^survey-start:.*:due-now$/)]);
  bff.pass(Date.parse(`${due}T12:00:00+08:00`) - bff.clock());
  for (let i = 0; i < 2; i++) await bff.worker.chores();
  expect((await sources()).slice(1)).toEqual([`decision:${due}:due-now`]);
  expect((await inbox()).filter((one) => one.item.subjectId === runId).map((one) => one.clock?.title)).toEqual(
    expect.arrayContaining(['启动家庭经济状况调查', '办完审核确认']),
  );
  expect(await bff.sql`select 1 from messages where account_id = ${someone.accountId} and kind = 'decision-due'`).toHaveLength(2);
});
