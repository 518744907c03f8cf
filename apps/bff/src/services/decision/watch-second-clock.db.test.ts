import { staffApi } from '@assist/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type BffForTest, bffForTest } from '../../test/bff-for-test.ts';
import { DAY, townForTest } from '../../test/household-for-test.ts';
import { done } from '../../test/people.ts';

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
