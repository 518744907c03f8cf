import { randomUUID } from 'node:crypto';
import { type RecordedEvent, type RunView, residentApi, staffApi } from '@assist/contracts';
import type { Fen } from '@assist/policy';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BffForTest, bffForTest } from '../../test/bff-for-test.ts';
import { done, resident } from '../../test/people.ts';
import { csv, guofu, sendRegister, sufen } from '../../test/register-for-test.ts';

let bff: BffForTest;
beforeAll(async () => {
  bff = await bffForTest();
});
afterAll(() => bff.close());

const DAY = 24 * 3_600_000;
type Clerk = 'heli' | 'huangchunlan' | 'luowenjing' | 'tangming' | 'denghua' | 'yangfan';
const as = async (who: Clerk) => (await bff.staff(`sample-${who}`)).call;
const at = async (who: Clerk, runId: string, event: RecordedEvent, eventId: string = randomUUID()) =>
  (await as(who))(staffApi.recordEvent, { params: { runId, eventId }, body: event });
const words = (answer: Awaited<ReturnType<typeof at>>): string[] =>
  answer.ok ? [] : (answer.problem.fields ?? []).map((field) => field.sentence.split('｜')[0] as string);
const visit = (...visitors: string[]): RecordedEvent => ({ kind: 'visited', visit: { visitors, way: 'at-home' } });
const step = (run: RunView, kind: RecordedEvent['kind']) => {
  const found = run.steps.find((one) => one.kind === kind);
  if (!found) throw new Error(kind);
  return found;
};
const yuan = (amount: number) => (amount * 100) as Fen;

let people = 0;
async function accepted(): Promise<{ applicationId: string; run: RunView }> {
  const someone = await resident(bff, `applicant${'x'.repeat(++people)}`);
  const applicationId = randomUUID();
  done(await someone.submit(applicationId));
  const heli = await as('heli');
  const params = { applicationId };
  done(await heli(staffApi.markOpened, { params }));
  done(await heli(staffApi.accept, { params }));
  return { applicationId, run: done(await heli(staffApi.runOfApplication, { params })) };
}

async function household(): Promise<string> {
  const heli = await bff.staff('sample-heli');
  bff.pass(1000);
  const number = `J${String(++people).padStart(4, '0')}`;
  const rows = [sufen({ 户编号: number }), guofu({ 户编号: number })];
  await bff.sql`update case_files set ended_on = '2026-01-01' where ended_on is null`;
  const { importId, problems } = done(await sendRegister(bff, heli.session, csv(rows)));
  expect(problems).toEqual([]);
  done(await heli.call(staffApi.confirmImport, { params: { importId } }));
  await bff.worker.drain();
  const { items } = done(await heli.call(staffApi.caseFiles, { query: { registerNumber: number } }));
  return items[0]?.caseId as string;
}
const open = async (procedure: 'cut' | 'stop' | 'raise' | 'taper' | 'review' | 'alert' | 'after-death', caseId: string) =>
  done(await (await as('heli'))(staffApi.openRun, { params: { runId: randomUUID() }, body: { procedure, caseId } })).runId;
const paid = async (caseId: string) => {
  const rows = await bff.sql<{ amount: string; until: string | null }[]>`
    select amount, until::text from case_benefits where case_id = ${caseId} order by since, until nulls last`;
  return rows.map((row) => [Number(row.amount), row.until]);
};

describe('从受理到发放', () => {
  it('受理就开始：提交、授权、受理都在案上，三个工作日启动调查', async () => {
    const { run } = await accepted();
    expect(run.events.map((one) => one.event.kind)).toEqual(['sent', 'authorised', 'accepted']);
    expect(run.clocks.map((one) => [one.id, one.due.date])).toEqual([
      ['survey-start', '2026-11-25'],
      ['decision', expect.stringMatching(/^2027-01-/)],
    ]);
    expect(run.item).toMatchObject({ kind: 'application-run', about: '低保、低保边缘、单人户的申请、上一步受理' });
  });

  it('一步一步：少了哪样，说差什么、依据哪一条；另一个人确认，下月起发，进一户一档', async () => {
    const { run, applicationId } = await accepted();
    const { runId } = run;
    const opinion: RecordedEvent = {
      kind: 'opinion',
      reason: '两人上门看过，收入低于标准',
      proposal: { benefits: [{ kind: 'subsistence', amount: yuan(640) }] },
    };
    expect(words(await at('heli', runId, opinion))).toEqual(['信息核对已完成', '两人以上入户走访过']);
    expect(words(await at('heli', runId, { kind: 'check-done', reason: '核对回来了' }))).toEqual(['这一步要由别的人来做']);
    done(await at('heli', runId, { kind: 'check-requested' }));
    done(await at('tangming', runId, { kind: 'check-done', reason: '核对回来了' }));
    expect(words(await at('heli', runId, visit('黄春兰')))).toEqual(['去的人里要有您自己的名字。']);
    done(await at('heli', runId, visit('何丽')));
    expect(words(await at('heli', runId, opinion))).toEqual(['两人以上入户走访过']);
    // One name twice is one person.
    done(await at('heli', runId, visit('何丽', '何丽')));
    expect(words(await at('heli', runId, opinion))).toEqual(['两人以上入户走访过']);
    done(await at('heli', runId, visit('何丽', '黄春兰')));
    expect(words(await at('heli', runId, { ...opinion, reason: '' }))).toEqual(['意见里写了原因']);
    done(await at('heli', runId, opinion));
    done(await at('denghua', runId, { kind: 'notice-posted' }));
    expect(words(await at('heli', runId, { kind: 'forwarded' }))).toEqual(['公示满 7 天']);
    bff.pass(7 * DAY);
    expect(words(await at('heli', runId, { kind: 'forwarded' }))).toEqual(['公示满 7 天']);
    bff.pass(DAY);
    done(await at('heli', runId, { kind: 'forwarded' }));
    // The district sees what was forwarded, the township cannot confirm it itself.
    const waiting = done(await (await as('tangming'))(staffApi.runs, { query: { waitingFor: 'me' } })).items;
    expect(waiting.map((one) => one.runId)).toContain(runId);
    expect(words(await at('heli', runId, { kind: 'confirmed' }))).toEqual(['这一步要由别的人来做']);
    const confirmed = done(await at('tangming', runId, { kind: 'confirmed' }));
    expect(confirmed.caseId).toBeDefined();
    expect(await paid(confirmed.caseId as string)).toEqual([[64000, null]]);
    expect(await bff.sql`select since::text from case_benefits where case_id = ${confirmed.caseId as string}`).toEqual([
      { since: '2026-12-01' },
    ]);
    const file = done(await (await as('heli'))(staffApi.caseFile, { params: { caseId: confirmed.caseId as string } }));
    expect(file.benefits).toMatchObject([{ kind: 'subsistence', amount: 64000, since: '2026-12-01' }]);
    expect(file.members[0]?.name).toBe('李素芬');
    // Asked for twice, it is one run.
    const again = done(await (await as('heli'))(staffApi.runOfApplication, { params: { applicationId } }));
    expect(again.runId).toBe(runId);
  });

  it('同一步同时来十次：记一次；换了内容不算同一次；审计和别的镇街动不了', async () => {
    const { run } = await accepted();
    const eventId = randomUUID();
    const heli = await as('heli');
    const body: RecordedEvent = { kind: 'check-requested' };
    const ten = await Promise.all(
      Array.from({ length: 10 }, () => heli(staffApi.recordEvent, { params: { runId: run.runId, eventId }, body })),
    );
    expect(ten.every((one) => one.ok)).toBe(true);
    expect(ten.filter((one) => one.ok && one.status === 201)).toHaveLength(1);
    expect(await bff.sql`select id from procedure_events where run_id = ${run.runId} and kind = 'check-requested'`).toHaveLength(1);
    expect(await at('heli', run.runId, visit('何丽', '黄春兰'), eventId)).toMatchObject({
      ok: false,
      problem: { code: 'content-differs' },
    });
    expect(await at('luowenjing', run.runId, body)).toMatchObject({ ok: false, problem: { code: 'forbidden' } });
    expect(await at('yangfan', run.runId, body)).toMatchObject({ ok: false, problem: { code: 'not-found' } });
  });

  it('日期不能在以后；除了走访，不能补记前些天的', async () => {
    const { run } = await accepted();
    expect(words(await at('heli', run.runId, { kind: 'check-requested', on: '2099-01-01' as never }))).toEqual(['日期在今天以后。']);
    expect(words(await at('heli', run.runId, { kind: 'check-requested', on: '2026-01-01' as never }))).toEqual([
      '只有走访可以补记前些天的。',
    ]);
  });
});

describe('减发、停发', () => {
  const less: RecordedEvent = {
    kind: 'opinion',
    reason: '工资多了 300 元',
    proposal: { benefits: [{ kind: 'subsistence', amount: yuan(535) }] },
  };

  it('没认证不是理由：写不进去；每一步都走完，钱才变，从下月起', async () => {
    const caseId = await household();
    const runId = await open('cut', caseId);
    expect(words(await at('heli', runId, { kind: 'ground-named', ground: 'not-authenticated' }))[0]).toMatch(/^理由只能是/);
    expect(words(await at('heli', runId, less))).toEqual([
      '写明了理由',
      '本核查期内走访过；电话、视频只用于常住外地的人',
      '决定前要听取意见：听过，或三个不同日子联系过，或独居去世的听过家属、查过没有家属',
    ]);
    done(await at('heli', runId, { kind: 'ground-named', ground: 'income-or-property-up' }));
    done(await at('heli', runId, visit('何丽')));
    done(await at('heli', runId, { kind: 'heard', reason: '本人说知道了' }));
    done(await at('heli', runId, less));
    done(await at('heli', runId, { kind: 'notice-posted' }));
    const decided: RecordedEvent = { kind: 'confirmed', reason: '收入增加，仍然符合', clauses: ['JLP53-6-3'] };
    expect(words(await at('tangming', runId, decided))).toEqual(['公示满 7 天']);
    bff.pass(8 * DAY);
    done(await at('tangming', runId, decided));
    expect(words(await at('heli', runId, { kind: 'takes-effect' }))).toEqual(['书面决定已经送到']);
    expect(await paid(caseId)).toEqual([[83500, null]]);
    done(await at('heli', runId, { kind: 'letter-delivered', reason: '当面给的', remedies: true }));
    const over = done(await at('heli', runId, { kind: 'takes-effect' }));
    expect(over.ended).toBe(true);
    const [before, after] = await paid(caseId);
    expect(before?.[0]).toBe(83500);
    expect(before?.[1]).toMatch(/^\d{4}-\d{2}-(28|29|30|31)$/);
    expect(after).toEqual([53500, null]);
    expect(words(await at('heli', runId, { kind: 'takes-effect' }))).toEqual(['这件事已经办结']);
  });

  it('停发以后：监测两年，问要不要转下一类；原来的金额留在档里', async () => {
    const caseId = await household();
    const runId = await open('stop', caseId);
    done(await at('heli', runId, { kind: 'ground-named', ground: 'no-longer-qualifies' }));
    done(await at('heli', runId, visit('何丽')));
    for (let i = 0; i < 3; i++) {
      done(await at('heli', runId, { kind: 'tried-to-hear', reason: '打电话没人接' }));
      bff.pass(DAY);
    }
    done(await at('heli', runId, { kind: 'opinion', reason: '收入超过', proposal: { benefits: [] } }));
    done(await at('heli', runId, { kind: 'notice-posted' }));
    bff.pass(8 * DAY);
    done(await at('tangming', runId, { kind: 'confirmed', reason: '收入超过标准', clauses: ['JLP53-6-4'] }));
    done(await at('heli', runId, { kind: 'letter-delivered', reason: '当面给的', remedies: true }));
    done(await at('heli', runId, { kind: 'takes-effect' }));
    expect(await paid(caseId)).toEqual([[83500, expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/)]]);
    const runs = done(await (await as('heli'))(staffApi.runs, { query: { caseId } })).items;
    expect(runs.map((one) => [one.procedure, one.last.title])).toEqual([['exit', '纳入监测']]);
  });

  it('不走程序，谁也改不了金额：库里就不让', async () => {
    const caseId = await household();
    const refuses = (work: Promise<unknown>) => expect(work).rejects.toMatchObject({ code: 'AS002' });
    await refuses(bff.sql`update case_benefits set amount = amount - 1 where case_id = ${caseId}`.execute());
    await refuses(bff.sql`update case_benefits set amount = amount + 1 where case_id = ${caseId}`.execute());
    await refuses(bff.sql`update case_benefits set until = '2026-12-31' where case_id = ${caseId}`.execute());
    await refuses(bff.sql`delete from case_benefits where case_id = ${caseId}`.execute());
    // The last event of a raise is no leave to lower, and that of another household's cut is none for this one.
    const raise = await open('raise', caseId);
    const taken = randomUUID();
    done(
      await at('heli', raise, { kind: 'opinion', reason: '添了人', proposal: { benefits: [{ kind: 'subsistence', amount: yuan(900) }] } }),
    );
    done(await at('heli', raise, { kind: 'notice-posted' }));
    bff.pass(8 * DAY);
    done(await at('tangming', raise, { kind: 'confirmed' }));
    done(await at('heli', raise, { kind: 'takes-effect' }, taken));
    expect((await paid(caseId)).at(-1)).toEqual([90000, null]);
    await refuses(
      bff.sql.begin(async (sql) => {
        await sql`select set_config('assist.amounts_by', ${`event:${taken}`}, true)`;
        await sql`update case_benefits set amount = 1 where case_id = ${caseId} and until is null`;
      }),
    );
  });
});

describe('渐退、预警、核查', () => {
  it('渐退：六个月照发，从下月起，写在台账上；没有“提前停”', async () => {
    const caseId = await household();
    const runId = await open('taper', caseId);
    const run = done(await at('heli', runId, { kind: 'takes-effect', reason: '就业后人均 800 元，超过标准' }));
    expect(await paid(caseId)).toEqual([[83500, null]]);
    const [file] = await bff.sql<{ from: string; until: string }[]>`
      select taper_from::text as from, taper_until::text as until from case_files where id = ${caseId}`;
    expect(file?.from.endsWith('-01')).toBe(true);
    expect(run.steps.map((one) => one.kind)).toEqual(['opened', 'visited', 'takes-effect', 'concluded']);
    expect(step(run, 'concluded').asks).toEqual([
      {
        field: 'conclusion',
        among: [
          { id: 'raise', title: '增发' },
          { id: 'cut', title: '减发' },
          { id: 'stop', title: '停发' },
          { id: 'unchanged', title: '不变' },
        ],
      },
    ]);
  });

  it('预警：上门看过、三方面都写了，落在六种结果之一', async () => {
    const caseId = await household();
    const runId = await open('alert', caseId);
    expect(words(await at('heli', runId, { kind: 'judged', looked: ['work'] }))).toEqual([
      '上门看过',
      '劳动能力、健康、生存状态三方面都写了',
    ]);
    done(await at('denghua', runId, visit('邓华')));
    done(await at('heli', runId, { kind: 'judged', looked: ['work', 'health', 'living'] }));
    expect(words(await at('heli', runId, { kind: 'concluded', conclusion: 'money-stopped' }))).toEqual([
      '六种结果之一',
      '写明看到了什么、做了什么',
    ]);
    expect(done(await at('heli', runId, { kind: 'concluded', conclusion: 'nothing-found', reason: '上门看过，都好' })).ended).toBe(true);
  });

  it('核查：没走访过，得不出结论；打电话只用于住外地的人', async () => {
    const caseId = await household();
    const runId = await open('review', caseId);
    const due = done(await (await as('heli'))(staffApi.queue, { query: { lane: 'changes', filter: 'reviews-due' } }));
    expect(due.items.map((item) => [item.subjectId, item.marks])).toContainEqual([runId, expect.arrayContaining(['review-due'])]);
    expect(due.counts['reviews-due']).toBe(due.items.length);
    done(await at('heli', runId, { kind: 'check-requested' }));
    done(await at('tangming', runId, { kind: 'check-done', reason: '回来了' }));
    done(await at('heli', runId, { kind: 'check-read' }));
    const conclude: RecordedEvent = { kind: 'concluded', conclusion: 'unchanged' };
    const visited = '本核查期内走访过；电话、视频只用于常住外地的人';
    expect(words(await at('heli', runId, conclude))).toEqual([visited]);
    done(await at('heli', runId, { kind: 'visited', visit: { visitors: ['何丽'], way: 'phone' } }));
    expect(words(await at('heli', runId, conclude))).toEqual([visited]);
    done(await at('heli', runId, { kind: 'visited', visit: { visitors: ['何丽'], way: 'phone', livesElsewhere: true } }));
    expect(done(await at('heli', runId, conclude)).ended).toBe(true);
  });

  it('区里和协理员只看程序：档案、队列都不看；协理员看得到自己村社有哪些户；别的区的不看', async () => {
    const caseId = await household();
    const runId = await open('alert', caseId);
    for (const who of ['tangming', 'denghua'] as const) {
      const call = await as(who);
      const listed = await call(staffApi.caseFiles, { query: {} });
      if (who === 'denghua') expect(done(listed).items.map((one) => one.caseId)).toContain(caseId);
      else expect(listed).toMatchObject({ ok: false, problem: { code: 'forbidden' } });
      expect(await call(staffApi.caseFile, { params: { caseId } })).toMatchObject({ ok: false, problem: { code: 'forbidden' } });
      expect(await call(staffApi.queue, { query: {} })).toMatchObject({ ok: false, problem: { code: 'forbidden' } });
      expect((await call(staffApi.run, { params: { runId } })).ok).toBe(true);
    }
    const yangfan = await as('yangfan');
    expect(await yangfan(staffApi.run, { params: { runId } })).toMatchObject({ ok: false, problem: { code: 'not-found' } });
  });

  it('居民看得到的接口里没有程序的内部', () => {
    expect(Object.keys(residentApi).filter((id) => /run|procedure/i.test(id))).toEqual([]);
  });
});
