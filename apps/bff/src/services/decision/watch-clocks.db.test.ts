import { randomUUID } from 'node:crypto';
import { residentApi, staffApi } from '@assist/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BffForTest, bffForTest } from '../../test/bff-for-test.ts';
import { DAY, townForTest } from '../../test/household-for-test.ts';
import { done, resident } from '../../test/people.ts';
import { changeClerk, changeForm } from '../change/told-for-test.ts';

let bff: BffForTest;
let town: ReturnType<typeof townForTest>;
beforeAll(async () => {
  bff = await bffForTest();
  town = townForTest(bff);
});
afterAll(() => bff.close());

let people = 0;
const name = () => `clocks${'x'.repeat(++people)}`;
const runsOf = async (caseId: string, ended?: 'yes') =>
  done(await (await town.as('heli'))(staffApi.runs, { query: { caseId, ...(ended && { ended }) } })).items;

describe('期限', () => {
  it('到期前两个工作日说一次，到期那天再说一次；镇街那件上有记号；往前走一步记号就没了', async () => {
    // Accepted on Sunday: three working days end on Wednesday the 25th.
    const someone = await resident(bff, name());
    const applicationId = randomUUID();
    done(await someone.submit(applicationId));
    const heli = await town.as('heli');
    done(await heli(staffApi.markOpened, { params: { applicationId } }));
    done(await heli(staffApi.accept, { params: { applicationId } }));
    const { runId, clocks } = done(await heli(staffApi.runOfApplication, { params: { applicationId } }));
    expect(clocks[0]?.due.date).toBe('2026-11-25');
    const told = async () =>
      (await bff.sql`select kind from messages where account_id = ${someone.accountId} and kind like 'decision-due%' order by kind`).map(
        (row) => row.kind,
      );
    const marks = async () => (await bff.sql`select marks from work_items where subject_id = ${runId}`)[0]?.marks;
    await bff.worker.chores();
    expect(await told()).toEqual([]);
    bff.pass(DAY);
    await bff.worker.chores();
    await bff.worker.chores();
    expect([await told(), await marks()]).toEqual([['decision-due-soon'], ['due-soon']]);
    bff.pass(2 * DAY);
    await bff.worker.chores();
    await bff.worker.chores();
    expect([await told(), await marks()]).toEqual([
      ['decision-due', 'decision-due-soon'],
      ['due-soon', 'due-now'],
    ]);
    done(await town.at('heli', runId, town.visit('何丽', '黄春兰')));
    expect(await marks()).toEqual([]);
    expect(await bff.sql`select 1 from audit_log where object_id = ${runId} and action in ('clock-near', 'clock-at-end')`).toHaveLength(2);
  });

  it('渐退：开始说一声，满前 30 天再说一声；满了不会自己停', async () => {
    const caseId = await town.household();
    const sufen = await town.verified(name());
    const runId = await town.open('taper', caseId);
    done(await town.at('heli', runId, { kind: 'takes-effect', reason: '就业后超过标准 100 元' }));
    const kinds = async () =>
      (await bff.sql`select kind from messages where account_id = ${sufen.accountId} and kind like 'taper%' order by kind`).map(
        (row) => row.kind,
      );
    await bff.worker.chores();
    expect(await kinds()).toEqual(['taper-begun']);
    bff.pass(165 * DAY);
    await bff.worker.chores();
    await bff.worker.chores();
    expect(await kinds()).toEqual(['taper-begun', 'taper-ending']);
    bff.pass(60 * DAY);
    await bff.worker.chores();
    expect(await bff.sql`select until from case_benefits where case_id = ${caseId}`).toEqual([{ until: null }]);
    // The end says more than "unchanged": its own procedure begins, and lowers nothing by itself.
    done(await town.at('heli', runId, { kind: 'concluded', conclusion: 'stop' }));
    expect((await runsOf(caseId)).map((one) => one.procedure)).toContain('stop');
    expect(await bff.sql`select until from case_benefits where case_id = ${caseId}`).toEqual([{ until: null }]);
  });
});

describe('按规则开始', () => {
  it('核查：快到日子的，开一次；办完了，下一次照规则往后', async () => {
    const caseId = await town.household();
    const review = async () => (await runsOf(caseId)).filter((one) => one.procedure === 'review');
    await bff.sql`update case_files set next_review = '2030-01-01' where id = ${caseId}`;
    await bff.worker.chores();
    expect(await review()).toEqual([]);
    await bff.sql`update case_files set next_review = '2027-07-20' where id = ${caseId}`;
    await Promise.all([bff.worker.chores(), bff.worker.chores()]);
    await bff.worker.chores();
    const [one, ...rest] = await review();
    expect(rest).toEqual([]);
    const runId = one?.runId as string;
    done(await town.at('heli', runId, { kind: 'check-requested' }));
    done(await town.at('tangming', runId, { kind: 'check-done', reason: '回来了' }));
    done(await town.at('heli', runId, { kind: 'check-read' }));
    done(await town.at('heli', runId, town.visit('何丽')));
    done(await town.at('heli', runId, { kind: 'concluded', conclusion: 'unchanged' }));
    const [file] = await bff.sql`select last_review::text as last, next_review::text as next from case_files where id = ${caseId}`;
    expect(file?.next > file?.last).toBe(true);
    await bff.worker.chores();
    expect(await review()).toEqual([]);
  });

  it('有人去世：看过变化就开始，钟从去世那天走三个月；只开一次', async () => {
    const caseId = await town.household();
    const sufen = await town.verified(name());
    const changeId = randomUUID();
    const today = new Date(bff.clock() + 8 * 3_600_000);
    const died = new Date(today.getTime() - 10 * DAY).toISOString().slice(0, 10);
    done(
      await sufen.call(residentApi.submitChange, {
        params: { changeId },
        body: { form: changeForm(caseId, { changed: [{ event: 'death', happenedOn: died as never, member: 'm2' }] }) },
      }),
    );
    const clerk = await changeClerk(bff);
    done(await clerk.opened(changeId));
    const opinion = { outcome: 'officer' as const, reason: '核实户籍' };
    const first = await clerk.opinion(changeId, opinion);
    if (!first.ok) done(await clerk.opinion(changeId, { outcome: 'less', ground: 'died', reason: '核实户籍' } as never));
    await clerk.opinion(changeId, { outcome: 'less', ground: 'died', reason: '再写一次' } as never);
    const runs = (await runsOf(caseId)).filter((one) => one.procedure === 'after-death');
    expect(runs).toHaveLength(1);
    const run = done(await (await town.as('heli'))(staffApi.run, { params: { runId: runs[0]?.runId as string } }));
    expect(run.changeId).toBe(changeId);
    expect(run.events[0]?.on).toBe(died);
    const counted = async () =>
      (
        await bff.sql`select f.members, f.amount::int, m.left_on::text as out from case_files f
      join case_members m on m.case_id = f.id and m.member_id = 'm2' where f.id = ${caseId}`
      )[0];
    const [before, benefits] = [await counted(), await bff.sql`select * from case_benefits where case_id = ${caseId}`];
    expect(before?.out).toBeNull();
    const heli = await town.as('heli');
    const verified = { kind: 'death-verified', reason: '看了死亡证明' } as const;
    done(await heli(staffApi.recordEvent, { params: { runId: run.runId, eventId: randomUUID() }, body: verified }));
    // Out of the count from that day; money waits for the procedure that the conclusion opens.
    expect(await counted()).toEqual({ members: before?.members - 1, amount: before?.amount, out: died });
    expect(await bff.sql`select * from case_benefits where case_id = ${caseId}`).toEqual(benefits);
    const [year, month] = died.split('-').map(Number) as [number, number];
    expect(run.clocks[0]?.due.date.slice(0, 7)).toBe(new Date(Date.UTC(year, month + 2, 1)).toISOString().slice(0, 7));
  });
});
