import { randomUUID } from 'node:crypto';
import { type RecordedEvent, residentApi, staffApi } from '@assist/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type BffForTest, bffForTest } from '../../test/bff-for-test.ts';
import { DAY, missingWords, townForTest } from '../../test/household-for-test.ts';
import { done, resident } from '../../test/people.ts';

let bff: BffForTest;
let town: ReturnType<typeof townForTest>;
beforeAll(async () => {
  bff = await bffForTest();
  town = townForTest(bff);
});
afterAll(() => bff.close());

const extend = (more: Partial<RecordedEvent>): RecordedEvent => ({ kind: 'extended', reason: '父母住在永川，要那边去看', ...more });

it('延长期限：条款列的理由、写明情况才行；从受理起算 45 个工作日；居民、负责人都知道；再送一次还是一次', async () => {
  const someone = await resident(bff, 'extended');
  const applicationId = randomUUID();
  done(await someone.submit(applicationId));
  const heli = await town.as('heli');
  done(await heli(staffApi.markOpened, { params: { applicationId } }));
  done(await heli(staffApi.accept, { params: { applicationId } }));
  const { runId, steps } = done(await heli(staffApi.runOfApplication, { params: { applicationId } }));
  const asks = steps.find((one) => one.kind === 'extended');
  expect(asks).toMatchObject({ possible: true, mine: true });
  expect(asks?.asks.find((one) => one.field === 'extension')?.among?.map((one) => one.title)).toEqual([
    '公示有异议',
    '人户分离',
    '异地申办',
    '家庭经济状况调查难度较大',
  ]);
  expect(asks?.clauses.map((one) => one.id)).toEqual(['YM239-3-1d', 'MCA57-22']);

  // Without a reason of the clause, with one that is none of its, with an objection that nobody made, without words, by the village.
  for (const wrong of [{}, { extension: 'too-busy' }, { extension: 'notice-objected' }, { extension: 'lives-elsewhere', reason: ' ' }]) {
    const refused = await town.at('heli', runId, extend(wrong));
    expect([refused.ok, missingWords(refused).length]).toEqual([false, 1]);
    expect(refused.ok ? '' : refused.problem.fields?.[0]?.sentence).toContain('渝民〔2022〕239号');
  }
  expect((await town.at('denghua', runId, extend({ extension: 'lives-elsewhere' }))).ok).toBe(false);
  expect(await bff.sql`select 1 from audit_log where action = 'clock-extended'`).toHaveLength(0);

  bff.pass(3 * DAY);
  const eventId = randomUUID();
  const [before] = await bff.sql`select decision_due::text as due from applications where id = ${applicationId}`;
  for (let i = 0; i < 2; i++) done(await town.at('heli', runId, extend({ extension: 'lives-elsewhere' }), eventId));
  expect(missingWords(await town.at('heli', runId, extend({ extension: 'hard-to-investigate' })))).toEqual(['还没有延长过']);
  const view = done(await (await town.as('heli'))(staffApi.runOfApplication, { params: { applicationId } }));
  // 45 working days from Sunday 22 November 2026, not from the day it was made longer: 30 days end on 2027-01-04 at the earliest.
  const clock = view.clocks.find((one) => one.id.startsWith('decision'));
  expect(view.clocks.filter((one) => one.id.startsWith('decision')).map((one) => one.id)).toEqual(['decision-extended']);
  expect((clock?.due.date ?? '') > before?.due).toBe(true);
  const [after] =
    await bff.sql`select decision_due::text as due, decision_working_days as days from applications where id = ${applicationId}`;
  expect(after).toEqual({ due: clock?.due.date, days: 45 });

  // Days have passed: who comes back signs in again.
  const back = await resident(bff, 'extended', null);
  const mine = done(await back.call(residentApi.application, { params: { applicationId } }));
  expect(mine.clock).toMatchObject({ workingDays: 45, due: { date: clock?.due.date } });
  const told = done(await back.call(residentApi.messages, { query: {} })).items.filter((one) => one.kind === 'clock-extended');
  expect(told).toHaveLength(1);
  expect(told[0]?.sentence.sentence).toContain('人户分离');
  // What the officer wrote may name people: it stays in the file.
  expect(told[0]?.sentence.sentence).not.toContain('永川');

  const inbox = async () => done(await (await bff.staff('sample-qinlan')).call(staffApi.supervisorInbox, {})).items;
  const [notice] = (await inbox()).filter((one) => one.kind === 'clock-extended');
  expect(notice).toMatchObject({ item: { subjectId: runId }, clock: { due: { date: clock?.due.date } } });
  expect(await bff.sql`select result from audit_log where action = 'clock-extended'`).toMatchObject([{ result: clock?.due.date }]);
});
