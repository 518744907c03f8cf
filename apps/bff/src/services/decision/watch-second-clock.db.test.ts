import { randomUUID } from 'node:crypto';
import { residentApi, staffApi } from '@assist/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type BffForTest, bffForTest } from '../../test/bff-for-test.ts';
import { DAY, townForTest, yuan } from '../../test/household-for-test.ts';
import { done, resident } from '../../test/people.ts';

let bff: BffForTest;
let town: ReturnType<typeof townForTest>;
beforeAll(async () => {
  bff = await bffForTest();
  town = townForTest(bff);
});
afterAll(() => bff.close());

const runsOf = async (caseId: string) => done(await (await town.as('heli'))(staffApi.runs, { query: { caseId } })).items;

/** Runs that the next look would take up. */
const taken = async (runId: string) =>
  (
    await bff.sql`select r.id from procedure_runs r where r.id = ${runId} and r.ended_on is null
      and coalesce(r.watch_on, r.due - 30, 'infinity') <= ${new Date(bff.clock() + 8 * 3_600_000).toISOString().slice(0, 10)}::date`
  ).length;

it('去世后三个月：前面挂着的公示早过了也照样说，前两个工作日一次、那天一次；没有话说的不再翻出来', async () => {
  const caseId = await town.household();
  const sufen = await town.verified('second');
  const deathId = await town.open('after-death', caseId);
  done(await town.at('heli', deathId, { kind: 'death-verified', reason: '看了死亡证明' }));
  done(await town.at('heli', deathId, { kind: 'recounted', reason: '两个人变一个人' }));
  done(await town.at('heli', deathId, { kind: 'settled', conclusion: 'cut' }));
  const cut = (await runsOf(caseId)).find((one) => one.procedure === 'cut')?.runId as string;
  done(await town.at('heli', cut, { kind: 'ground-named', ground: 'died' }));
  done(await town.at('heli', cut, town.visit('何丽')));
  done(await town.at('heli', cut, { kind: 'heard', reason: '知道了' }));
  done(await town.at('heli', cut, town.less));
  done(await town.at('heli', cut, { kind: 'notice-posted' }));
  const told = async () =>
    (await bff.sql`select kind from supervisor_notices where subject_id = ${cut} and kind like 'clock%' order by at, kind`).map(
      (row) => row.kind,
    );
  const messages = async () =>
    (
      await bff.sql`select kind from messages where subject_id = ${cut} and account_id = ${sufen.accountId}
          and kind like 'decision-due%' order by at, kind`
    ).map((row) => row.kind);
  // The posting is long over and nobody went on: what is said of it is nothing, and nothing is looked at in vain.
  bff.pass(60 * DAY);
  await bff.worker.chores();
  expect([await told(), await taken(cut)]).toEqual([[], 0]);
  // 22 February, three months after the death, is a Monday; this is the Friday before.
  bff.pass(29 * DAY);
  await bff.worker.chores();
  await bff.worker.chores();
  expect([await told(), await messages(), await taken(cut)]).toEqual([['clock-near'], ['decision-due-soon'], 0]);
  bff.pass(3 * DAY);
  await bff.worker.chores();
  await bff.worker.chores();
  expect([await told(), await messages(), await taken(cut)]).toEqual([
    ['clock-near', 'clock-at-end'],
    ['decision-due-soon', 'decision-due'],
    0,
  ]);
  // Whatever is put on record begins the look anew, whichever version writes it.
  bff.pass(DAY);
  done(await town.at('heli', cut, { kind: 'heard', reason: '又说了一次' }));
  expect(await bff.sql`select watch_on from procedure_runs where id = ${cut}`).toEqual([{ watch_on: null }]);
});

it('特困公示有异议，15 个工作日内重新调查、再提意见：主管前两个工作日知道一次，那天一次；这一家不会从这里看出有人说过他们', async () => {
  const someone = await resident(bff, 'destitute');
  const applicationId = randomUUID();
  done(await someone.submit(applicationId));
  const heli = await town.as('heli');
  done(await heli(staffApi.markOpened, { params: { applicationId } }));
  done(await heli(staffApi.accept, { params: { applicationId } }));
  const { runId } = done(await heli(staffApi.runOfApplication, { params: { applicationId } }));
  done(await heli(staffApi.handleAs, { params: { runId }, body: { procedure: 'application/destitute' } }));
  done(await town.at('heli', runId, { kind: 'check-requested' }));
  done(await town.at('tangming', runId, { kind: 'check-done', reason: '核对回来了' }));
  done(await town.at('heli', runId, town.visit('何丽', '黄春兰')));
  const proposal = { benefits: [{ kind: 'destitute' as const, amount: yuan(910) }] };
  const opinion = { kind: 'opinion' as const, reason: '没有劳动能力，没有人赡养', proposal };
  done(await town.at('heli', runId, { ...opinion, proposal: { benefits: [...proposal.benefits] } }));
  done(await town.at('denghua', runId, { kind: 'notice-posted' }));
  const { postings = [] } = done(await heli(staffApi.run, { params: { runId } }));
  const objection = { params: { postingId: postings[0]?.postingId as string, objectionId: randomUUID() }, body: { words: '他有儿子' } };
  done(await bff.residentWith(undefined)(residentApi.objectToPosting, objection));
  const again = async () =>
    done(await (await town.as('heli'))(staffApi.run, { params: { runId } })).clocks.find((one) => one.id === 'destitute/again');
  const due = (await again())?.due.date as string;
  const told = async () =>
    (
      await bff.sql`select kind, source like ${`%destitute/again:${due}%`} as again from supervisor_notices
      where subject_id = ${runId} and kind like 'clock%' order by at, kind`
    )
      .filter((row) => row.again)
      .map((row) => row.kind);
  const days = (Date.parse(due) - Date.parse(new Date(bff.clock() + 8 * 3_600_000).toISOString().slice(0, 10))) / DAY;
  expect(days).toBeGreaterThanOrEqual(15);
  bff.pass((days - 1) * DAY);
  await bff.worker.chores();
  bff.pass(DAY);
  await bff.worker.chores();
  await bff.worker.chores();
  expect(await told()).toEqual(['clock-near', 'clock-at-end']);
  const later = (await resident(bff, 'destitute', null)).call;
  const read = done(await later(residentApi.messages, { query: {} })).items.map((one) => one.kind);
  expect(read.sort()).toEqual(['decision-notice', 'decision-opinion', 'handled-as']);
  expect(done(await later(residentApi.decision, { params: { runId } })).clock).toBeUndefined();
  // An answer alone is not what the clause asks for; another opinion is.
  done(await town.at('heli', runId, { kind: 'objection-answered', objection: objection.params.objectionId, reason: '查过，没有' }));
  expect(await again()).toBeDefined();
  done(await town.at('heli', runId, { ...opinion, proposal: { benefits: [...proposal.benefits] } }));
  expect(await again()).toBeUndefined();
});
