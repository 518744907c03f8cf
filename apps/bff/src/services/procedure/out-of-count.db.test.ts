import { randomUUID } from 'node:crypto';
import { residentApi, staffApi } from '@assist/contracts';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { type BffForTest, bffForTest } from '../../test/bff-for-test.ts';
import { DAY, townForTest } from '../../test/household-for-test.ts';
import { done } from '../../test/people.ts';
import { changeClerk, changeForm, on } from '../change/told-for-test.ts';

let bff: BffForTest;
let town: ReturnType<typeof townForTest>;
beforeAll(async () => {
  bff = await bffForTest();
  town = townForTest(bff);
});
afterAll(() => bff.close());

let people = 0;
const dayBefore = (days: number) => on(new Date(bff.clock() + 8 * 3_600_000 - days * DAY).toISOString().slice(0, 10));
const runsOf = async (caseId: string) => done(await (await town.as('heli'))(staffApi.runs, { query: { caseId } })).items;
const runOf = async (runId: string) => done(await (await town.as('heli'))(staffApi.run, { params: { runId } }));
const counted = async (caseId: string) =>
  (
    await bff.sql`select f.members, f.amount::int, m.left_on::text as out from case_files f
    join case_members m on m.case_id = f.id and m.member_id = 'm2' where f.id = ${caseId}`
  )[0];
const benefits = (caseId: string) => bff.sql`select * from case_benefits where case_id = ${caseId} order by kind, since`;

/** Told by the household, looked at and given an opinion twice. */
async function told(event: string, ground: string, happenedOn = dayBefore(10)): Promise<{ caseId: string; changeId: string }> {
  const caseId = await town.household({ 收入种类: '工资', '月收入(元)': '600' });
  const sufen = await town.verified(`count${'x'.repeat(++people)}`);
  const changeId = randomUUID();
  done(
    await sufen.call(residentApi.submitChange, {
      params: { changeId },
      body: { form: changeForm(caseId, { changed: [{ event, happenedOn, member: 'm2' } as never] }) },
    }),
  );
  const clerk = await changeClerk(bff);
  done(await clerk.opened(changeId));
  for (const reason of ['核实', '再写一次']) done(await clerk.opinion(changeId, { outcome: 'less', ground, reason } as never));
  return { caseId, changeId };
}

describe('马上不再算在内', () => {
  test.each([
    ['imprisonment', 'imprisoned', '在监狱服刑'],
    ['compulsory-detoxification', 'compulsory-detoxification', '在强制隔离戒毒'],
    ['declared-missing', 'declared-missing', '被宣告失踪'],
  ])('%s：核实了就去掉这个人，全家重新核算；钱不动，等减发走完', async (event, ground) => {
    const { caseId, changeId } = await told(event, ground);
    const opened = (await runsOf(caseId)).filter((one) => one.procedure === 'after-absence');
    expect(opened).toHaveLength(1);
    const runId = opened[0]?.runId as string;
    const [before, paid] = [await counted(caseId), await benefits(caseId)];
    expect(before).toMatchObject({ members: 2, out: null });
    // Nobody is out of the count on hearsay (YM239-1-1b).
    expect((await town.at('heli', runId, { kind: 'recounted' })).ok).toBe(false);
    done(await town.at('heli', runId, { kind: 'absence-verified', reason: '看了文书' }));
    expect(await counted(caseId)).toEqual({ members: 1, amount: before?.amount, out: dayBefore(10) });
    expect(await benefits(caseId)).toEqual(paid);
    const view = await runOf(runId);
    expect(view.changeId).toBe(changeId);
    expect(view.notes[0]).toContain('重新核算');
    expect(view.notes[0]).toContain('算 1 人');
    done(await town.at('heli', runId, { kind: 'recounted' }));
    done(await town.at('heli', runId, { kind: 'settled', conclusion: 'cut' }));
    // The cut is its own procedure: ground, visit, heard, notice, confirmation. Nothing has become less.
    expect((await runsOf(caseId)).map((one) => one.procedure)).toEqual(['cut']);
    expect(await benefits(caseId)).toEqual(paid);
    expect(await bff.sql`select 1 from audit_log where object_id = ${caseId} and action = 'member-out-of-count'`).toHaveLength(1);
  });

  it('家里的人看得到：说只是这位先不算在内，不说请节哀', async () => {
    const { caseId } = await told('imprisonment', 'imprisoned');
    const runId = (await runsOf(caseId))[0]?.runId as string;
    done(await town.at('heli', runId, { kind: 'absence-verified', reason: '看了判决书' }));
    const sufen = await town.verified(`count${'x'.repeat(++people)}`);
    const mine = done(await sufen.call(residentApi.decisions, {})).find((one) => one.runId === runId);
    expect(mine?.standing.sentence).toContain('先不算在内');
    expect(JSON.stringify(mine)).not.toContain('节哀');
  });
});

describe('去世以后三个月内办完', () => {
  it('结论是减发的，减发也在这三个月里：钟接着走，前两天说一次、到期那天说一次，办完才没有', async () => {
    const died = dayBefore(20);
    const { caseId } = await told('death', 'died', died);
    const runId = (await runsOf(caseId)).find((one) => one.procedure === 'after-death')?.runId as string;
    done(await town.at('heli', runId, { kind: 'death-verified', reason: '看了死亡证明' }));
    done(await town.at('heli', runId, { kind: 'recounted' }));
    done(await town.at('heli', runId, { kind: 'settled', conclusion: 'cut' }));
    const [cut] = await runsOf(caseId);
    const [year, month, day] = died.split('-').map(Number) as [number, number, number];
    const by = new Date(Date.UTC(year, month + 2, day)).toISOString().slice(0, 10);
    const { clocks } = await runOf(cut?.runId as string);
    expect(clocks.map((one) => [one.id, one.due.date])).toEqual([['after-death', by]]);
    expect(clocks[0]?.clauses.map((one) => one.id)).toContain('YM239-1-3c');
    const marks = async () => (await bff.sql`select marks from work_items where subject_id = ${cut?.runId as string}`)[0]?.marks;
    const days = Math.round((Date.parse(by) - (bff.clock() + 8 * 3_600_000)) / DAY);
    bff.pass((days - 20) * DAY);
    await bff.worker.chores();
    expect(await marks()).toEqual([]);
    bff.pass(20 * DAY - DAY);
    await bff.worker.chores();
    expect(await marks()).toContain('due-soon');
    bff.pass(2 * DAY);
    await bff.worker.chores();
    expect(await marks()).toEqual(['due-soon', 'due-now']);
    // Past it the run stays where it is, and nothing is cut by a clock.
    expect(await bff.sql`select amount::int from case_benefits where case_id = ${caseId} and until is null`).not.toHaveLength(0);
  });
});
