import { randomUUID } from 'node:crypto';
import { type RecordedEvent, staffApi } from '@assist/contracts';
import type { CivilDate } from '@assist/policy';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Composed, compose } from '../../compose.ts';
import { type BffForTest, bffForTest } from '../../test/bff-for-test.ts';
import { putCase } from '../../test/case-for-test.ts';
import { DAY, townForTest } from '../../test/household-for-test.ts';
import { done } from '../../test/people.ts';
import { planTaperEnds } from './plan-ends.ts';

let bff: BffForTest;
let worker: Composed;
let town: ReturnType<typeof townForTest>;
beforeAll(async () => {
  bff = await bffForTest();
  worker = compose(bff.config, 'taper-test', () => '', { clock: bff.clock });
  town = townForTest(bff);
});
afterAll(async () => {
  await worker.connection.close();
  await bff.close();
});
beforeEach(async () => {
  await bff.sql`update case_files set ended_on = '2026-01-01' where ended_on is null`;
});

const day = (days: number): CivilDate => new Date(bff.clock() + days * DAY).toISOString().slice(0, 10) as CivilDate;
const inTaper = (until: number) => putCase(bff, { taper: { from: day(until - 181), until: day(until) } });
const heli = async () => (await bff.staff('sample-heli')).call;
const register = async () => done(await (await heli())(staffApi.caseFiles, { query: { due: 'taper' } })).items;
const record = async (runId: string, body: RecordedEvent) =>
  (await heli())(staffApi.recordEvent, { params: { runId, eventId: randomUUID() }, body });
/** Households with a taper's procedure under way; one stands here as often as it has one. */
const openTapers = async (): Promise<string[]> =>
  (
    await bff.sql<{ id: string }[]>`select r.case_id as id from procedure_runs r join case_files c on c.id = r.case_id
      where r.procedure = 'taper' and r.ended_on is null and c.ended_on is null`
  )
    .map((one) => one.id)
    .sort();
const early = { problem: { code: 'step-missing', fields: [{ sentence: expect.stringContaining('这以前照原金额发') }] } };

describe('名单上来的渐退期', () => {
  it('期满前 30 天进队列，过了期的也进；31 天的还不；再跑不多', async () => {
    const [soon, past, far] = [await inTaper(30), await inTaper(-3), await inTaper(31)];
    expect(await planTaperEnds(worker.context)).toEqual([]);
    expect(await planTaperEnds(worker.context)).toEqual([]);
    expect(await openTapers()).toEqual([past, soon].sort());
    const rows = await register();
    expect(rows.map((one) => [one.caseId, one.taperRunId !== undefined])).toEqual([
      [past, true],
      [soon, true],
      [far, false],
    ]);
    expect(rows[0]).toMatchObject({ taperFrom: day(-184), taperUntil: day(-3), amount: 154_000 });
    expect(await bff.sql`select open from work_items where case_id = ${past}`).toEqual([{ open: true }]);
  });

  it('两个一起跑：一户一个', async () => {
    const households = [await inTaper(10), await inTaper(11)];
    await Promise.all([planTaperEnds(worker.context), planTaperEnds(worker.context)]);
    expect(await openTapers()).toEqual(households.sort());
  });

  it('一户的打不开：别的照样进队列，说得出是哪一户；修好了它也进', async () => {
    const [broken, whole] = [await inTaper(5), await inTaper(6)];
    // Done twice it is whole again.
    const flip = () =>
      bff.sql`update case_members set person_sealed = set_byte(person_sealed, 40, get_byte(person_sealed, 40) # 1) where case_id = ${broken}`;
    await flip();
    expect(await planTaperEnds(worker.context)).toEqual([expect.stringMatching(new RegExp(`^${broken}: `))]);
    expect(await openTapers()).toEqual([whole]);
    await flip();
    expect(await planTaperEnds(worker.context)).toEqual([]);
    expect(await openTapers()).toEqual([broken, whole].sort());
  });

  it('期满记了结论就出台账，不再进；停的另走停发，钱还没有动', async () => {
    const caseId = await inTaper(-1);
    await planTaperEnds(worker.context);
    const [row] = await register();
    done(await record(row?.taperRunId ?? '', { kind: 'concluded', conclusion: 'stop' }));
    expect(await register()).toEqual([]);
    await planTaperEnds(worker.context);
    expect(await openTapers()).toEqual([]);
    const { items } = done(await (await heli())(staffApi.runs, { query: { caseId } }));
    expect(items.map((one) => one.procedure)).toEqual(['stop']);
    expect(await bff.sql`select amount::int, until from case_benefits where case_id = ${caseId}`).toEqual([
      { amount: 154_000, until: null },
    ]);
  });
});

describe('六个月就是六个月', () => {
  it('没满记不了减、停；最后一天也不行，第二天可以；不变、增发随时可以', async () => {
    await inTaper(1);
    await planTaperEnds(worker.context);
    const runId = (await register())[0]?.taperRunId ?? '';
    expect(await record(runId, { kind: 'concluded', conclusion: 'stop' })).toMatchObject(early);
    bff.pass(DAY);
    expect(await record(runId, { kind: 'concluded', conclusion: 'cut' })).toMatchObject(early);
    bff.pass(DAY);
    done(await record(runId, { kind: 'concluded', conclusion: 'stop' }));

    await inTaper(20);
    await planTaperEnds(worker.context);
    done(await record((await register())[0]?.taperRunId ?? '', { kind: 'concluded', conclusion: 'unchanged' }));
  });

  it('旁边另开一个停发，拿收入作理由也不行；有人去世是另一回事', async () => {
    const runId = await town.open('stop', await inTaper(60));
    expect(await record(runId, { kind: 'ground-named', ground: 'no-longer-qualifies' })).toMatchObject(early);
    done(await record(runId, { kind: 'ground-named', ground: 'died' }));
  });
});

describe('台账的数', () => {
  it('几户几人、30 天内几户没去过、哪个月到期几户、今年期满以后怎样；一行一行写做过哪几样；没查到的收入不编', async () => {
    const [soon, far] = [await inTaper(20), await inTaper(100)];
    expect(await planTaperEnds(worker.context)).toEqual([]);
    expect(await openTapers()).toHaveLength(1);
    const ledger = async () => done(await (await heli())(staffApi.taperLedger, {}));
    const before = await ledger();
    expect(before).toMatchObject({ households: 2, soon: 1, soonNotVisited: 1 });
    // The months are six, of which one holds each end, as far as it lies within them.
    const monthOf = (days: number) => day(days).slice(0, 7);
    expect(before.months).toHaveLength(6);
    expect(before.months[0]?.month).toBe(monthOf(0));
    for (const [days, month] of [20, 100].map((n) => [n, monthOf(n)] as const))
      expect([days, before.months.find((one) => one.month === month)?.households]).toEqual([days, 1]);
    expect(before.line?.clauses.length).toBeGreaterThan(0);
    const runId = (await register()).find((one) => one.caseId === soon)?.taperRunId as string;
    done(await record(runId, town.visit('何丽')));
    expect(await ledger()).toMatchObject({ soon: 1, soonNotVisited: 0 });
    const doneOf = async () => (await register()).map((one) => [one.caseId, one.taperDone]);
    expect(await doneOf()).toEqual([
      [soon, { visited: true, heard: false, asked: false }],
      [far, { visited: false, heard: false, asked: false }],
    ]);
    done(await record(runId, { kind: 'concluded', conclusion: 'unchanged' }));
    const after = await ledger();
    expect(after.ended.unchanged - before.ended.unchanged).toBe(1);
    const { session } = await bff.staff('sample-heli');
    const file = await fetch(`${bff.staffUrl}/staff/api/tapers/file`, { headers: { cookie: `desk_session=${session}` } });
    const lines = (await file.text()).trim().split('\r\n');
    expect([file.headers.get('content-type'), lines.length]).toEqual(['text/csv; charset=utf-8', 2]);
    expect(lines[1]).toContain(`1540.00,${day(100 - 181)},${day(100)},还没做,还没做,还没做`);
    expect(await bff.sql`select 1 from audit_log where action = 'taper-file-read'`).toHaveLength(1);
    const other = await (await bff.staff('sample-yangfan')).call(staffApi.taperLedger, {});
    expect(done(other)).toMatchObject({ households: 0, members: 0, soon: 0 });
  });
});
