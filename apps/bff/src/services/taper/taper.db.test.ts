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
const early = { problem: { code: 'step-missing', fields: [{ sentence: expect.stringContaining('这以前照原金额发') }] } };

describe('名单上来的渐退期', () => {
  it('期满前 30 天进队列，过了期的也进；31 天的还不；再跑不多', async () => {
    const [soon, past, far] = [await inTaper(30), await inTaper(-3), await inTaper(31)];
    expect(await planTaperEnds(worker.context)).toBe(2);
    expect(await planTaperEnds(worker.context)).toBe(0);
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
    await inTaper(10);
    await inTaper(11);
    const both = await Promise.all([planTaperEnds(worker.context), planTaperEnds(worker.context)]);
    expect(both[0] + both[1]).toBe(2);
    expect(await planTaperEnds(worker.context)).toBe(0);
  });

  it('期满记了结论就出台账，不再进；停的另走停发，钱还没有动', async () => {
    const caseId = await inTaper(-1);
    await planTaperEnds(worker.context);
    const [row] = await register();
    done(await record(row?.taperRunId ?? '', { kind: 'concluded', conclusion: 'stop' }));
    expect(await register()).toEqual([]);
    expect(await planTaperEnds(worker.context)).toBe(0);
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
