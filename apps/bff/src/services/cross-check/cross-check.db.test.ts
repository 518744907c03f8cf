import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type CheckView, type RecordedEvent, residentApi, staffApi } from '@assist/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { dayInShanghai } from '../../clock.ts';
import { type BffForTest, bffForTest } from '../../test/bff-for-test.ts';
import { moneyOf } from '../../test/case-for-test.ts';
import { DAY, townForTest } from '../../test/household-for-test.ts';
import { done, GUOFU, SUFEN } from '../../test/people.ts';

const HOUR = 3_600_000;
let bff: BffForTest;
let town: ReturnType<typeof townForTest>;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'assist-checks-'));
  bff = await bffForTest((config) => ({ ...config, crossCheckFile: path.join(folder, 'answers.jsonl') }));
  town = townForTest(bff);
});
beforeEach(() => says([]));
afterAll(async () => {
  await bff.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Says {
  readonly number: string;
  readonly source: string;
  readonly item: string;
  readonly on?: string;
  readonly lines?: readonly string[];
  readonly later?: number;
  readonly silent?: boolean;
}
const says = (lines: readonly Says[]) =>
  writeFileSync(path.join(folder, 'answers.jsonl'), lines.map((one) => `${JSON.stringify(one)}\n`).join(''));
const sufen = (source: string, item: string, more: Partial<Says> = {}): Says => ({
  number: SUFEN.number,
  source,
  item,
  on: '2026-11-20',
  ...more,
});
const both = (line: Says): Says[] => [line, { ...line, number: GUOFU.number }];

/** A review under way on a household whose people signed on paper, if they did. */
async function review(signed: readonly string[] = ['m1', 'm2']): Promise<string> {
  const caseId = await town.household();
  const runId = await town.open('review', caseId);
  for (const memberId of signed) await onPaper(runId, memberId);
  return runId;
}
const onPaper = async (runId: string, memberId: string) =>
  done(
    await (await town.as('heli'))(staffApi.authoriseOnPaper, {
      params: { runId, memberId },
      body: { signedOn: '2026-11-01' as never, sawPaper: true },
    }),
  );
const request = async (runId: string) => done(await town.at('heli', runId, { kind: 'check-requested' }));
const check = async (runId: string): Promise<CheckView> =>
  done(await (await town.as('heli'))(staffApi.runBeside, { params: { runId } })).checks.at(-1) as CheckView;
const kinds = async (runId: string) =>
  done(await (await town.as('heli'))(staffApi.run, { params: { runId } })).events.map((one) => one.event.kind);
const states = ({ questions }: CheckView, memberId = 'm1') => [
  ...new Set(questions.filter((one) => one.memberId === memberId).map((one) => one.state)),
];
const visited: RecordedEvent = { kind: 'visited', visit: { visitors: ['何丽'], way: 'at-home' } };

describe('没签授权的不查', () => {
  it('谁签了查谁；没签的一样也不问，写明差谁；补签了才问', async () => {
    const runId = await review(['m1']);
    await request(runId);
    await bff.worker.chores();
    const first = await check(runId);
    expect(first.people.map((one) => [one.name, one.authorisedOn])).toEqual([
      ['李素芬', '2026-11-01'],
      ['张国福', undefined],
    ]);
    expect([states(first), states(first, 'm2')]).toEqual([['answered'], []]);
    // One adult is missing: nothing ends by itself.
    expect(await kinds(runId)).not.toContain('check-done');
    const { unsigned } = await onPaper(runId, 'm2');
    expect(unsigned).toEqual([]);
    await bff.worker.chores();
    expect(states(await check(runId), 'm2')).toEqual(['answered']);
    expect(await kinds(runId)).toContain('check-done');
  }, 60_000);

  it('库里就不让：没签的人，问题写不进去', async () => {
    const runId = await review(['m1']);
    await request(runId);
    const { checkId } = await check(runId);
    await expect(
      bff.sql`insert into cross_check_questions (id, check_id, office_id, member_id, item, source, state, run_at)
        select ${randomUUID()}, id, office_id, 'm2', 'deposits', 'finance', 'waiting', now() from cross_checks where id = ${checkId}`,
    ).rejects.toMatchObject({ code: '23503' });
  });

  it('申请：手机上签了的才算，“还没签”的不算', async () => {
    const someone = await town.verified('applicant');
    const applicationId = randomUUID();
    done(await someone.submit(applicationId));
    const heli = await town.as('heli');
    done(await heli(staffApi.markOpened, { params: { applicationId } }));
    done(await heli(staffApi.accept, { params: { applicationId } }));
    const { runId } = done(await heli(staffApi.runOfApplication, { params: { applicationId } }));
    await request(runId);
    const { people } = await check(runId);
    expect(people.map((one) => [one.name, one.authorisedOn !== undefined])).toEqual([
      ['李素芬', true],
      ['张国福', false],
    ]);
  });
});

describe('来源慢、没回音、说法不一样、工作进程断了', () => {
  it('都回了，这一步自己走完；只写问了几样，查来什么不写进去；钱不动', async () => {
    const runId = await review();
    const money = await moneyOf(bff);
    says([sufen('real-estate', 'real-estate', { lines: ['住房一套，60 平方米'] })]);
    await request(runId);
    await bff.worker.chores();
    const view = await check(runId);
    expect(view.ended?.how).toBe('answered');
    const house = view.questions.find((one) => one.memberId === 'm1' && one.item.id === 'real-estate');
    expect(house).toMatchObject({ state: 'answered', answer: { on: '2026-11-20', lines: ['住房一套，60 平方米'] } });
    const run = done(await (await town.as('heli'))(staffApi.run, { params: { runId } }));
    expect(JSON.stringify(run.events)).not.toContain('60 平方米');
    expect(await moneyOf(bff)).toEqual(money);
    expect(JSON.stringify(bff.lines)).not.toContain(SUFEN.number);
  });

  it('慢的：过一会儿再问，同一个问题只记一个答复；别的不等它', async () => {
    const runId = await review();
    says(both(sufen('finance', 'deposits', { later: 2, lines: ['存款 1200 元'] })));
    await request(runId);
    await bff.worker.chores();
    const view = await check(runId);
    expect(view.questions.filter((one) => one.state === 'waiting').map((one) => one.item.id)).toEqual(['deposits', 'deposits']);
    expect(view.ended).toBeUndefined();
    for (let i = 0; i < 3; i++) {
      bff.pass(HOUR);
      await bff.worker.chores();
    }
    expect((await check(runId)).ended?.how).toBe('answered');
  });

  it('经办的人正在这件事上：记答复的等他，谁也不卡住谁', async () => {
    const runId = await review();
    says([sufen('real-estate', 'real-estate', { lines: ['住房一套'] })]);
    await request(runId);
    let asking: Promise<unknown> = Promise.resolve();
    await bff.sql.begin(async (sql) => {
      await sql`select from procedure_runs where id = ${runId} for update`;
      asking = bff.worker.chores();
      // Until the worker stands before the run.
      const waits = () => bff.sql`select from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock' and query like '%procedure_runs%'`;
      while ((await waits()).length === 0);
      // What an officer's step does next: the questions, which nobody holds.
      await sql`set local lock_timeout = '3s'`;
      await sql`select q.id from cross_check_questions q join cross_checks c on c.id = q.check_id where c.run_id = ${runId} for update`;
    });
    await asking;
    await bff.worker.chores();
    expect(await bff.sql`select 1 from cross_check_questions where state = 'asking'`).toEqual([]);
    expect((await check(runId)).ended?.how).toBe('answered');
  });

  it('没回音的：十个工作日以后写明没有回音，不当成有问题；由人写明怎么核实才走下去', async () => {
    const runId = await review();
    says([sufen('finance', 'deposits', { silent: true })]);
    await request(runId);
    for (let day = 0; day < 20; day++) {
      await bff.worker.chores();
      bff.pass(DAY);
    }
    const view = await check(runId);
    expect(view.questions.filter((one) => one.state === 'silent').map((one) => one.item.id)).toEqual(['deposits']);
    expect(await kinds(runId)).not.toContain('check-done');
    done(await town.at('tangming', runId, { kind: 'check-done', reason: '银行没回，看了存折' }));
    expect((await check(runId)).ended?.how).toBe('officer');
  });

  it('两个来源说法不一样：两样都在，都标出来', async () => {
    const runId = await review();
    says([sufen('public-security', 'death', { lines: ['登记死亡 2026-10-01'] }), sufen('civil-affairs', 'death')]);
    await request(runId);
    await bff.worker.chores();
    const deaths = (await check(runId)).questions.filter((one) => one.memberId === 'm1' && one.item.id === 'death');
    expect(deaths.map((one) => one.contradicts)).toEqual([true, true]);
  });

  it('问到一半工作进程断了：再问同一个问题，记一次', async () => {
    const runId = await review();
    await request(runId);
    const { checkId } = await check(runId);
    await bff.sql`update cross_check_questions set state = 'asking', asking_since = ${new Date(bff.clock())}, first_asked_at = ${new Date(bff.clock())}
      where check_id = ${checkId}`;
    await bff.worker.chores();
    expect(states(await check(runId))).toEqual(['waiting']);
    bff.pass(11 * 60_000);
    await bff.worker.chores();
    expect(states(await check(runId))).toEqual(['answered']);
    const done1 = (await kinds(runId)).filter((kind) => kind === 'check-done');
    expect(done1).toHaveLength(1);
  });
});

describe('先给本人看，本人可以说不对', () => {
  it('问了哪里、查来什么、哪天，本人看得到，家里别人看不到；说不对以后，没核实没回复就往下走不了', async () => {
    const runId = await review();
    says([sufen('real-estate', 'real-estate', { lines: ['住房两套'] })]);
    await request(runId);
    await bff.worker.chores();
    const someone = await town.verified('sufenb');
    const [own] = done(await someone.call(residentApi.checks, {}));
    expect(new Set(own?.questions.map((one) => one.memberId))).toEqual(new Set(['m1']));
    const house = own?.questions.find((one) => one.item.id === 'real-estate');
    expect(house).toMatchObject({ source: '不动产登记（样例）', answer: { on: '2026-11-20', lines: ['住房两套'] } });
    const params = { questionId: house?.questionId as string, disputeId: randomUUID() };
    const told = await someone.call(residentApi.disputeCheck, { params, body: { words: '一套是我哥的' } });
    expect(told).toMatchObject({ ok: true, status: 201 });
    expect(await someone.call(residentApi.disputeCheck, { params, body: { words: '一套是我哥的' } })).toMatchObject({
      ok: true,
      status: 200,
    });
    // It stands in the queue by itself, once.
    const waiting = await bff.sql`select open from work_items where kind = 'signal' and 'check-disputed' = any (about)`;
    expect(waiting).toEqual([{ open: true }]);
    done(await town.at('heli', runId, { kind: 'check-read' }));
    done(await town.at('heli', runId, visited));
    const conclude = () => town.at('heli', runId, { kind: 'concluded', conclusion: 'unchanged' });
    const refused = await conclude();
    expect(refused).toMatchObject({ ok: false, problem: { code: 'step-missing' } });
    expect(refused.ok ? '' : refused.problem.fields?.[0]?.sentence).toMatch(/^本人说核对的不对，先核实、回复/);
    const { disputeId } = params;
    done(
      await (await town.as('heli'))(staffApi.answerCheckDispute, { params: { disputeId }, body: { words: '看了产权证，一套不是她的' } }),
    );
    done(await conclude());
    const after = done(await someone.call(residentApi.checks, {}))[0]?.questions.find((one) => one.item.id === 'real-estate');
    expect(after?.disputes).toMatchObject([{ words: '一套是我哥的', answer: { words: '看了产权证，一套不是她的' } }]);
    // A typed number opens nothing.
    const typed = await bff.residentWith(undefined)(residentApi.signIn, { body: { code: bff.loginCode('typed') } });
    expect(typed.ok && done(await bff.residentWith(typed.data.accessToken)(residentApi.checks, {}))).toEqual([]);
  });

  it('收回授权：还没问的不再问；收回不是理由，钱不动', async () => {
    const runId = await review();
    const someone = await town.verified('sufenc');
    await request(runId);
    const money = await moneyOf(bff);
    const [own] = done(await someone.call(residentApi.checks, {}));
    expect(own?.withdrawable).toBe(true);
    const after = done(await someone.call(residentApi.withdrawCheckAuthorisation, { params: { checkId: own?.checkId as string } }));
    expect([after.withdrawable, new Set(after.questions.map((one) => one.why))]).toEqual([false, new Set(['withdrawn'])]);
    await bff.worker.chores();
    const view = await check(runId);
    expect([states(view), states(view, 'm2')]).toEqual([['not-asked'], ['answered']]);
    expect(await moneyOf(bff)).toEqual(money);
    // A paper of before that does not bring it back; one that was signed since does, and is asked upon.
    const paper = async (signedOn: string) =>
      (await town.as('heli'))(staffApi.authoriseOnPaper, {
        params: { runId, memberId: 'm1' },
        body: { signedOn: signedOn as never, sawPaper: true },
      });
    expect(await paper('2026-11-01')).toMatchObject({ ok: false, problem: { code: 'form-invalid' } });
    expect(states(await check(runId))).toEqual(['not-asked']);
    bff.pass(60_000);
    expect(done(await paper(dayInShanghai(bff.clock()))).unsigned).toEqual([]);
    await bff.worker.chores();
    expect(states(await check(runId))).toEqual(['answered']);
  });
});
