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
