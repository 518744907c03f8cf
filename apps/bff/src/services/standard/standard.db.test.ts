import { randomUUID } from 'node:crypto';
import { residentApi, type StandardOutcome, type StandardStep, staffApi } from '@assist/contracts';
import type { CivilDate } from '@assist/policy';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BffForTest, bffForTest } from '../../test/bff-for-test.ts';
import { DAY, townForTest, yuan } from '../../test/household-for-test.ts';
import { done, SUFEN } from '../../test/people.ts';
import { csv, madeUpNumber, sendRegister, sufen } from '../../test/register-for-test.ts';
import { refusedOnTrail } from '../../test/trail-for-test.ts';

let bff: BffForTest;
let town: ReturnType<typeof townForTest>;
beforeAll(async () => {
  bff = await bffForTest();
  town = townForTest(bff);
});
afterAll(() => bff.close());

const FROM = '2025-07-01' as CivilDate;
const supervisor = async () => (await bff.staff('sample-qinlan')).call;
const start = async (standardRunId: string, standardFrom = FROM) =>
  (await supervisor())(staffApi.startStandardRun, { params: { standardRunId }, body: { standardFrom } });
const list = async (standardRunId: string, outcome?: StandardOutcome) =>
  done(await (await supervisor())(staffApi.standardRun, { params: { standardRunId }, query: outcome ? { outcome } : {} }));
const step = async (who: 'heli' | 'tangming', standardRunId: string, kind: StandardStep, caseIds: string[]) =>
  done(await (await town.as(who))(staffApi.stepStandardRun, { params: { standardRunId }, body: { step: kind, caseIds } })).items;

/** One person in town each; 770 less the income is what the standard of 2025-07-01 gives. */
const PEOPLE = {
  S0001: { '每月金额(元)': '150.00', 收入种类: '工资', '月收入(元)': '600' },
  S0002: { '每月金额(元)': '170.00', 收入种类: '工资', '月收入(元)': '600' },
  S0003: { '每月金额(元)': '400.00', 收入种类: '工资', '月收入(元)': '600' },
  S0004: { '每月金额(元)': '500.00' },
  S0005: { '每月金额(元)': '100.00', 收入种类: '工资', '月收入(元)': '600', 渐退期起: '2026-09-01', 渐退期止: '2027-02-28' },
} as const;
let caseOf: (number: keyof typeof PEOPLE) => string;
let standardRunId: string;

async function register(): Promise<void> {
  const rows = Object.entries(PEOPLE).map(([number, cells], n) => {
    const person = n === 0 ? SUFEN : { name: `样例${n}`, number: madeUpNumber('1970-01-01', 100 + n) };
    return sufen({
      户编号: number,
      户主: person.name,
      成员姓名: person.name,
      身份证号: person.number,
      电话: `1390000${2000 + n}`,
      ...cells,
    });
  });
  const heli = await bff.staff('sample-heli');
  const { importId, problems } = done(await sendRegister(bff, heli.session, csv(rows)));
  expect(problems).toEqual([]);
  done(await heli.call(staffApi.confirmImport, { params: { importId } }));
  await bff.worker.drain();
  const { items } = done(await heli.call(staffApi.caseFiles, { query: {} }));
  caseOf = (number) => items.find((one) => one.registerNumber === number)?.caseId as string;
}

describe('新标准：每一户重新算', () => {
  it('负责人开始，杀掉了接着算，每户一次；要加的、不变的、会少的、算不出来的分开；钱一分没动', async () => {
    await register();
    const paid = await bff.sql`select case_id, amount::int from case_benefits order by case_id`;
    standardRunId = randomUUID();
    expect(done(await start(standardRunId)).ready).toBe(false);
    // Somebody killed in the middle: a part is there whole or not at all, and the next one goes on.
    await bff.sql`create function break_once() returns trigger language plpgsql as $$ begin
      if (select count(*) from standard_proposals) >= 2 then raise exception 'killed'; end if; return new; end $$`;
    await bff.sql`create trigger break_once before insert on standard_proposals for each row execute function break_once()`;
    await bff.worker.chores().catch(() => undefined);
    expect(await bff.sql`select 1 from standard_proposals`).toHaveLength(0);
    await bff.sql`drop trigger break_once on standard_proposals`;
    await Promise.all([bff.worker.chores(), bff.worker.chores()]);
    const { run, items } = await list(standardRunId);
    expect(run).toMatchObject({
      ready: true,
      counts: { raise: 1, same: 1, lower: 1, person: 2 },
      standard: { urban: yuan(770), assumed: true },
    });
    expect(run.standard.clauses.map((one) => one.id)).toEqual(['F3-01']);
    expect(items).toHaveLength(5);
    const row = (number: keyof typeof PEOPLE) => items.find((one) => one.registerNumber === number);
    expect(row('S0001')).toMatchObject({ outcome: 'raise', paid: yuan(150), amount: yuan(170), standing: '等镇街提意见' });
    expect(row('S0002')).toMatchObject({ outcome: 'same', paid: yuan(170), amount: yuan(170) });
    expect(row('S0003')).toMatchObject({ outcome: 'lower', paid: yuan(400), amount: yuan(170) });
    expect(row('S0004')).toMatchObject({ outcome: 'person', why: expect.stringContaining('收入') });
    expect(row('S0005')).toMatchObject({ outcome: 'person', why: expect.stringContaining('渐退期') });
    expect(await bff.sql`select case_id, amount::int from case_benefits order by case_id`).toEqual(paid);
    expect(await bff.sql`select 1 from audit_log where action = 'standard-worked-out'`).toHaveLength(5);
  });

  it('会少的：开一个核查由人看，没有减发、停发；再算一遍还是一个', async () => {
    const runs = () => bff.sql`select procedure from procedure_runs where case_id = ${caseOf('S0003')}`;
    expect(await runs()).toMatchObject([{ procedure: 'review' }]);
    done(await start(standardRunId));
    await bff.worker.chores();
    expect(await runs()).toHaveLength(1);
    expect((await list(standardRunId)).items).toHaveLength(5);
  });

  it('同一个标准只有一份；没有查到的标准不算；经办、审计开始不了；别的镇街看不到', async () => {
    expect(await start(randomUUID())).toMatchObject({ ok: false, problem: { code: 'state-changed' } });
    expect(await start(randomUUID(), '2026-07-01' as CivilDate)).toMatchObject({ ok: false, problem: { code: 'form-invalid' } });
    const byClerk = (await town.as('heli'))(staffApi.startStandardRun, {
      params: { standardRunId: randomUUID() },
      body: { standardFrom: FROM },
    });
    expect(await byClerk).toMatchObject({ ok: false, problem: { code: 'forbidden' } });
    const { inForce, unknown } = done(await (await town.as('heli'))(staffApi.standards, {}));
    expect([inForce?.from, unknown.sentence.includes('没有查到')]).toEqual([FROM, true]);
    expect(await (await town.as('yangfan'))(staffApi.standardRun, { params: { standardRunId }, query: {} })).toMatchObject({
      ok: false,
      problem: { code: 'not-found' },
    });
  });

  it('要加的走增发：镇街意见、公示 7 天、区里确认、生效；跳不过；每一步再点还是那一步；居民知道多少、从哪天、依据', async () => {
    const caseId = caseOf('S0001');
    const account = await town.verified('raised', SUFEN);
    expect((await step('heli', standardRunId, 'opinion', [caseOf('S0002')]))[0]?.done).toBe(false);
    expect((await step('tangming', standardRunId, 'confirmed', [caseId]))[0]).toMatchObject({ done: false, missing: ['先要有镇街的意见'] });
    // Twice at once is once.
    await Promise.all([step('heli', standardRunId, 'opinion', [caseId]), step('heli', standardRunId, 'opinion', [caseId])]);
    expect(await bff.sql`select 1 from procedure_runs where case_id = ${caseId} and procedure = 'raise'`).toHaveLength(1);
    expect((await step('heli', standardRunId, 'notice-posted', [caseId]))[0]?.done).toBe(true);
    bff.pass(6 * DAY);
    const early = (await step('tangming', standardRunId, 'confirmed', [caseId]))[0];
    expect([early?.done, early?.missing[0]]).toEqual([false, expect.stringContaining('公示满 7 天')]);
    expect(early?.missing[0]).toMatch(/九龙坡|〔20/);
    bff.pass(2 * DAY);
    // The township does not confirm its own.
    expect((await step('heli', standardRunId, 'confirmed', [caseId]))[0]?.done).toBe(false);
    expect((await step('tangming', standardRunId, 'confirmed', [caseId]))[0]?.done).toBe(true);
    expect((await step('heli', standardRunId, 'takes-effect', [caseId]))[0]?.done).toBe(true);
    expect((await step('heli', standardRunId, 'takes-effect', [caseId]))[0]?.done).toBe(true);
    expect(await bff.sql`select amount::int, since::text from case_benefits where case_id = ${caseId} and until is null`).toMatchObject([
      { amount: 17_000, since: '2026-12-01' },
    ]);
    const told = done(await account.call(residentApi.messages, { query: {} })).items.find((one) => one.kind === 'standard-raised');
    expect(told?.sentence.sentence).toMatch(/每月从150\s元变成170\s元，12月1日起/);
    expect(told?.sentence.sentence).toContain('渝民规〔2025〕6号');
    const raised = (await list(standardRunId, 'raise')).items[0];
    expect([raised?.standing, raised?.next]).toEqual(['生效了，下个月起', undefined]);
  });
});

/** A household whose review was before the standard of 2025-07-01. */
async function reviewedEarly(): Promise<string> {
  const caseId = await town.household();
  await bff.sql`update case_files set last_review = '2025-01-10' where id = ${caseId}`;
  return caseId;
}

describe('标准变了以后，按旧标准提的意见', () => {
  it('确认不了，说依据哪一份；重新算、重新提意见，才往下走', async () => {
    const caseId = await reviewedEarly();
    // Ten days before the standard of 2025-07-01.
    bff.pass(Date.UTC(2025, 5, 21, 2) - bff.clock());
    const runId = await town.open('raise', caseId);
    const opinion = (amount: number) => ({
      kind: 'opinion' as const,
      reason: '多了一个人',
      proposal: { benefits: [{ kind: 'subsistence' as const, amount: yuan(amount) }] },
    });
    done(await town.at('heli', runId, opinion(850)));
    done(await town.at('heli', runId, { kind: 'notice-posted' }));
    bff.pass(11 * DAY);
    const refused = await town.at('tangming', runId, { kind: 'confirmed', reason: '同意' });
    expect(refused).toMatchObject({ ok: false, problem: { code: 'step-missing' } });
    const said = refused.ok ? '' : (refused.problem.fields?.[0]?.sentence ?? '');
    expect(said).toContain('2025年7月1日起标准变了');
    expect(said).toContain('渝民规〔2025〕6号');
    expect(said).toContain('文件没有写');
    expect(await refusedOnTrail(bff, runId)).toEqual(['step-missing confirmed']);
    done(await town.at('heli', runId, opinion(890)));
    done(await town.at('tangming', runId, { kind: 'confirmed', reason: '同意' }));
    done(await town.at('heli', runId, { kind: 'takes-effect' }));
    expect(await bff.sql`select amount::int from case_benefits where case_id = ${caseId} and until is null`).toMatchObject([
      { amount: 89_000 },
    ]);
  });

  it('新标准以前就确认了的，照样生效：不让人重新等', async () => {
    bff.pass(Date.UTC(2026, 11, 1, 2) - bff.clock());
    const caseId = await reviewedEarly();
    bff.pass(Date.UTC(2025, 5, 19, 2) - bff.clock());
    const runId = await town.open('raise', caseId);
    const proposal = { benefits: [{ kind: 'subsistence' as const, amount: yuan(850) }] };
    done(await town.at('heli', runId, { kind: 'opinion', reason: '多了一个人', proposal }));
    done(await town.at('heli', runId, { kind: 'notice-posted' }));
    bff.pass(9 * DAY);
    done(await town.at('tangming', runId, { kind: 'confirmed', reason: '同意' }));
    bff.pass(5 * DAY);
    done(await town.at('heli', runId, { kind: 'takes-effect' }));
    expect(await bff.sql`select amount::int from case_benefits where case_id = ${caseId} and until is null`).toMatchObject([
      { amount: 85_000 },
    ]);
  });

  it('有人去世的停发不靠标准，不挡', async () => {
    // A register of a later day than the story before: an older one is not taken.
    bff.pass(Date.UTC(2026, 11, 2, 2) - bff.clock());
    const caseId = await reviewedEarly();
    bff.pass(Date.UTC(2025, 5, 21, 2) - bff.clock());
    const runId = await town.open('stop', caseId);
    done(await town.at('heli', runId, { kind: 'ground-named', ground: 'died' }));
    done(await town.at('heli', runId, town.visit('何丽')));
    done(await town.at('heli', runId, { kind: 'family-heard', reason: '家属知道' }));
    done(await town.at('heli', runId, { kind: 'opinion', reason: '去世', proposal: { benefits: [] } }));
    done(await town.at('heli', runId, { kind: 'notice-posted' }));
    bff.pass(11 * DAY);
    done(await town.at('tangming', runId, { kind: 'confirmed', reason: '去世', clauses: ['JLP53-6-4'] }));
  });
});
