import { createHmac, randomUUID } from 'node:crypto';
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type RecordedEvent, residentApi, staffApi } from '@assist/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compose } from '../../compose.ts';
import { type BffForTest, bffForTest } from '../../test/bff-for-test.ts';
import { moneyOf } from '../../test/case-for-test.ts';
import { DAY, townForTest } from '../../test/household-for-test.ts';
import { done, SUFEN, YANGJIAPING, ZHONGSHANLU } from '../../test/people.ts';
import { madeUpNumber } from '../../test/register-for-test.ts';
import { readAlertSources } from './read-sources.ts';

const KEY = Buffer.alloc(32, 7);
let bff: BffForTest;
let town: ReturnType<typeof townForTest>;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'assist-alerts-'));
  writeFileSync(path.join(folder, 'alerts.jsonl'), '');
  bff = await bffForTest((config) => ({
    ...config,
    alerts: { file: path.join(folder, 'alerts.jsonl'), keys: new Map([['city', KEY]]) },
  }));
  town = townForTest(bff);
});
afterAll(async () => {
  await bff.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Sent {
  readonly key?: string;
  readonly [field: string]: unknown;
}
let people = 0;
/** Somebody no register knows, unless their number is given. */
const alert = (change: Sent = {}): Sent => ({
  key: `a-${++people}`,
  indicator: 'serious-illness',
  seenOn: '2026-11-20',
  township: YANGJIAPING,
  village: '前进村',
  person: { name: '王大明', number: madeUpNumber('1970-01-01', people), phone: '13900003003' },
  words: '上个月医药费自付三万元',
  ...change,
});
async function push(alerts: readonly unknown[], { source = 'city', key = KEY, at = bff.clock() } = {}) {
  const body = JSON.stringify({ alerts });
  const t = Math.floor(at / 1000);
  const answer = await fetch(`${bff.staffUrl}/alerts/${source}`, {
    method: 'POST',
    headers: { 'x-alert-signature': `t=${t},v1=${createHmac('sha256', key).update(`${t}.${body}`).digest('hex')}` },
    body,
  });
  const { results, code } = (await answer.json()) as { results?: { key: string | null; result: string }[]; code?: string };
  return { status: answer.status, results: results?.map((one) => one.result), code };
}
const runs = async () =>
  done(await (await town.as('heli'))(staffApi.runs, { query: { procedure: 'alert', ended: 'no' } })).items.map((one) => one.runId);
/** The run of the only alert that was pushed just now. */
async function arrived(change: Sent = {}): Promise<string> {
  const before = new Set(await runs());
  expect((await push([alert(change)])).results).toEqual(['new']);
  const fresh = (await runs()).filter((id) => !before.has(id));
  expect(fresh).toHaveLength(1);
  return fresh[0] as string;
}
const beside = async (runId: string) => done(await (await town.as('heli'))(staffApi.runBeside, { params: { runId } }));
const looked: readonly RecordedEvent[] = [
  { kind: 'visited', visit: { visitors: ['何丽'], way: 'at-home' } },
  { kind: 'judged', looked: ['work', 'health', 'living'] },
];
async function concluded(runId: string, conclusion: string, reason = '上门看过，写在这里') {
  for (const event of looked) done(await town.at('heli', runId, event));
  return done(await town.at('heli', runId, { kind: 'concluded', conclusion, reason }));
}
const itemsOf = (kind: string) => bff.sql<{ open: boolean }[]>`select open from work_items where kind = ${kind} order by received_at`;

describe('预警进来', () => {
  it('不在册的一户：进预警道，写明谁说的、看到什么；号码只露头尾，协理员也看得到要去哪家', async () => {
    const runId = await arrived();
    const item = done(await (await town.as('heli'))(staffApi.queue, { query: { lane: 'alerts', filter: 'open' } })).items.find(
      (one) => one.subjectId === runId,
    );
    expect(item).toMatchObject({ kind: 'alert', applicantName: '王大明', about: '预警处置、上一步开始办理' });
    const { alerts } = await beside(runId);
    expect(alerts).toMatchObject([
      { source: 'city', indicator: { id: 'serious-illness', title: '重病' }, words: '上个月医药费自付三万元', inRegister: false },
    ]);
    expect(alerts[0]?.maskedNumber).not.toContain('19700101');
    const village = done(await (await town.as('denghua'))(staffApi.runBeside, { params: { runId } }));
    expect(village.alerts).toHaveLength(1);
    expect(JSON.stringify(bff.lines)).not.toContain('王大明');
  });

  it('同一条送十次、同时送：一条；同一个人别的来源也说：接在一起，不再来一件；办结以后再来，是新的一件', async () => {
    const one = alert();
    const ten = await Promise.all(Array.from({ length: 10 }, () => push([one])));
    const results = ten.flatMap((answer) => answer.results ?? []).sort();
    expect(results).toEqual([...Array.from({ length: 9 }, () => 'known'), 'new']);
    const runId = (await bff.sql<{ run_id: string }[]>`select run_id from alerts where source_key = ${one.key as string}`)[0]
      ?.run_id as string;
    bff.pass(1000);
    expect((await push([alert({ person: one.person, indicator: 'unemployment', words: '失业登记了' })])).results).toEqual(['joined']);
    expect((await beside(runId)).alerts.map((each) => each.indicator.title)).toEqual(['重病', '失业']);
    // Seen elsewhere too: it lies with the township that works on it.
    expect((await push([alert({ person: one.person, township: ZHONGSHANLU })])).results).toEqual(['joined']);
    expect(await bff.sql`select distinct office_id, district from alerts where run_id = ${runId}`).toEqual([
      { office_id: YANGJIAPING, district: '500107' },
    ]);
    await concluded(runId, 'nothing-found');
    expect((await push([alert({ person: one.person })])).results).toEqual(['new']);
  });

  it('同名没有号码的两个人：两件，不当成一个人', async () => {
    const nameless = { name: '李明' };
    expect((await push([alert({ person: nameless }), alert({ person: nameless })])).results).toEqual(['new', 'new']);
  });

  it('签得不对、过了时间、不认识的来源：一条也不收；一条看不懂，别的照收', async () => {
    const count = async () => (await bff.sql`select count(*)::int as n from alerts`)[0]?.n as number;
    const before = await count();
    expect(await push([alert()], { key: Buffer.alloc(32, 8) })).toMatchObject({ status: 401, code: 'not-signed-in' });
    expect(await push([alert()], { at: bff.clock() - 6 * 60_000 })).toMatchObject({ status: 401 });
    expect(await push([alert()], { source: 'other' })).toMatchObject({ status: 401 });
    expect(await count()).toBe(before);
    const known = alert();
    const answer = await push([
      known,
      { key: 'x' },
      alert({ township: '500999001' }),
      alert({ seenOn: '2027-01-01' }),
      { ...known, words: '别的话' },
      alert(),
    ]);
    expect(answer.results).toEqual(['new', 'not-understood', 'place-unknown', 'in-the-future', 'content-differs', 'new']);
    expect(await count()).toBe(before + 2);
  });

  it('文件里来的：读一次；读到一半断了再读，也只收一次；还没写完的一行等着', async () => {
    const file = path.join(folder, 'alerts.jsonl');
    appendFileSync(file, `${JSON.stringify(alert({ key: 'file-1' }))}\nnot json\n${JSON.stringify(alert({ key: 'file-2' })).slice(0, 30)}`);
    await bff.worker.chores();
    // As after a kill between the taking and the place in the file.
    await bff.sql`delete from alert_sources`;
    await bff.worker.chores();
    const rows = await bff.sql<{ source_key: string }[]>`select source_key from alerts where source = 'file'`;
    expect(rows.map((row) => row.source_key)).toEqual(['file-1']);
  });

  it('一个来源坏了：别的照读，坏的说出来', async () => {
    const worker = compose(bff.config, 'alerts-test', () => '', { clock: bff.clock });
    const good = { name: 'good', read: async (after: string) => ({ alerts: after ? [] : [alert({ key: 'good-1' })], next: 'end' }) };
    const broken = { name: 'broken', read: () => Promise.reject(new Error('away')) };
    const alertSources = [broken, good];
    await expect(readAlertSources({ ...worker.context, alertSources })).rejects.toThrow('away');
    expect(await bff.sql`select source from alerts where source_key = 'good-1'`).toEqual([{ source: 'good' }]);
    await worker.connection.close();
  });
});

describe('预警的六种结果', () => {
  it('在册的一户可能不再符合：只开始核查，钱一分不动；不在册的不能写这一种', async () => {
    const caseId = await town.household();
    const money = await moneyOf(bff);
    const runId = await arrived({ person: { name: SUFEN.name, number: SUFEN.number }, indicator: 'district-doubt' });
    const over = await concluded(runId, 'may-no-longer-qualify');
    expect(over).toMatchObject({ ended: true, caseId });
    expect((await beside(runId)).followed).toMatchObject([{ title: '定期核查', ended: false }]);
    expect(await moneyOf(bff)).toEqual(money);
    const unknown = await arrived();
    for (const event of looked) done(await town.at('heli', unknown, event));
    expect(await town.at('heli', unknown, { kind: 'concluded', conclusion: 'may-no-longer-qualify', reason: '有车' })).toMatchObject({
      ok: false,
      problem: { code: 'form-invalid' },
    });
  });

  it('可能符合：告诉本人、问要不要帮着申请，跟到有结果；本人在手机上看得到', async () => {
    await town.household();
    const someone = await town.verified('sufen');
    const runId = await arrived({ person: { name: SUFEN.name, number: SUFEN.number } });
    await concluded(runId, 'may-qualify', '医药费高，可能够刚性支出');
    const [own] = done(await someone.call(residentApi.referrals, {}));
    expect(own).toMatchObject({ target: { id: 'apply' }, state: 'asked', why: '医药费高，可能够刚性支出' });
    const inbox = done(await someone.call(residentApi.messages, { query: {} }));
    expect(inbox.items.find((one) => one.kind === 'referral-asked')).toMatchObject({ subject: { kind: 'referral', id: own?.referralId } });
    // The alert itself is not shown to the household.
    expect(done(await someone.call(residentApi.decisions, {})).map((one) => one.runId)).not.toContain(runId);
  });

  it('情形复杂：进会议和监测名单，开了会、写下谁到了和定了什么才下来；一个人开不成会', async () => {
    const runId = await arrived();
    await concluded(runId, 'complex', '又病又没房');
    const heli = await town.as('heli');
    const watched = async () => done(await heli(staffApi.watched, { query: {} })).items.find((one) => one.runId === runId);
    const meetingId = (await watched())?.meetingId as string;
    expect(await watched()).toMatchObject({ why: 'complex', title: '等联席会议一事一议的' });
    const held = (who: string[], heldOn = '2026-11-22') =>
      heli(staffApi.recordMeeting, { params: { meetingId }, body: { heldOn: heldOn as never, who, decision: '先临时救助，再转医保' } });
    expect(await held(['何丽', '何丽'])).toMatchObject({ ok: false, problem: { code: 'two-names-needed' } });
    expect(await held(['何丽', '唐明'], '2026-01-01')).toMatchObject({ ok: false, problem: { code: 'form-invalid' } });
    const today = new Date(bff.clock() + 8 * 3_600_000).toISOString().slice(0, 10);
    expect(done(await held(['何丽', '唐明'], today)).held?.decision).toBe('先临时救助，再转医保');
    expect(await held(['何丽', '黄春兰'], today)).toMatchObject({ ok: false, problem: { code: 'state-changed' } });
    expect(await watched()).toBeUndefined();
    expect((await itemsOf('meeting')).at(-1)?.open).toBe(false);
  });

  it('风险高：上监测名单，没有文件写到哪天，写明为什么才下来', async () => {
    const runId = await arrived();
    await concluded(runId, 'at-risk');
    const heli = await town.as('heli');
    const row = done(await heli(staffApi.watched, { query: {} })).items.find((one) => one.runId === runId);
    expect(row).toMatchObject({ why: 'at-risk', title: '风险高、暂不符合的' });
    expect(row?.until).toBeUndefined();
    done(await heli(staffApi.endWatching, { params: { runId }, body: { why: '病好了，工作也找到了' } }));
    expect(done(await heli(staffApi.watched, { query: {} })).items.some((one) => one.runId === runId)).toBe(false);
    expect((await beside(runId)).watched).toMatchObject({ why: '病好了，工作也找到了' });
  });
});

describe('转介', () => {
  const propose = async (runId: string, consent?: string) =>
    done(
      await (await town.as('heli'))(staffApi.proposeReferral, {
        params: { runId, referralId: randomUUID() },
        body: { target: 'employment', why: '想找工作', ...(consent && { consent }) },
      }),
    );

  it('没同意就送不出去；同意了送出、跟到办成，本人每一步看得到', async () => {
    await town.household();
    const someone = await town.verified('sufen');
    const runId = await arrived({ person: { name: SUFEN.name, number: SUFEN.number } });
    const { referralId } = await propose(runId);
    const heli = await town.as('heli');
    const params = { referralId };
    const sent = () => heli(staffApi.sendReferral, { params, body: { to: '人社所张老师' } });
    expect(await sent()).toMatchObject({ ok: false, problem: { code: 'state-changed' } });
    await expect(bff.sql`update referrals set state = 'sent', sent_on = '2026-11-22' where id = ${referralId}`).rejects.toMatchObject({
      code: '23514',
    });
    done(await someone.call(residentApi.answerReferral, { params, body: { answer: 'agree' } }));
    done(await sent());
    done(await heli(staffApi.endReferral, { params, body: { end: 'granted', words: '去了公益岗位' } }));
    const own = done(await someone.call(residentApi.referrals, {})).find((one) => one.referralId === referralId);
    expect(own).toMatchObject({ state: 'granted', standing: { sentence: '办成了。' } });
    expect(own?.steps.map((one) => one.kind)).toEqual(['asked', 'agreed', 'sent', 'granted']);
    expect(await heli(staffApi.endReferral, { params, body: { end: 'not-fitting', words: '又说不行' } })).toMatchObject({ ok: false });
  });

  it('没有下文的：过了日子回到队列，问过了再等，再没下文再回来；说不要就到此为止', async () => {
    await town.household();
    const runId = await arrived();
    const { referralId } = await propose(runId, '电话里说要');
    const heli = async () => town.as('heli');
    const params = { referralId };
    done(await (await heli())(staffApi.sendReferral, { params, body: { to: '人社所' } }));
    const came = async () => (await bff.sql<{ n: number }[]>`select came_back as n from referrals where id = ${referralId}`)[0]?.n;
    const ofReferral = () => bff.sql<{ open: boolean }[]>`select open from work_items where subject_id = ${referralId}`;
    await bff.worker.chores();
    expect(await came()).toBe(0);
    bff.pass(40 * DAY);
    await bff.worker.chores();
    expect(await came()).toBe(1);
    const items = done(await (await heli())(staffApi.queue, { query: { lane: 'alerts', filter: 'open' } })).items;
    expect(items.find((one) => one.subjectId === referralId)).toMatchObject({ kind: 'referral', about: '转介送出了，还没有下文' });
    done(await (await heli())(staffApi.followReferral, { params, body: { words: '还在排队' } }));
    expect(await ofReferral()).toEqual([{ open: false }]);
    await bff.worker.chores();
    expect(await came()).toBe(1);
    bff.pass(40 * DAY);
    await bff.worker.chores();
    expect([await came(), await ofReferral()]).toEqual([2, [{ open: true }]]);
    done(await (await heli())(staffApi.endReferral, { params, body: { end: 'not-wanted', words: '电话里说不要了' } }));
    bff.pass(80 * DAY);
    await bff.worker.chores();
    expect([await came(), await ofReferral()]).toEqual([2, [{ open: false }]]);
  });

  it('别的镇街、别的人看不到，也动不了', async () => {
    const runId = await arrived();
    const { referralId } = await propose(runId);
    const yangfan = await town.as('yangfan');
    expect(await yangfan(staffApi.sendReferral, { params: { referralId }, body: { to: '谁' } })).toMatchObject({
      ok: false,
      problem: { code: 'not-found' },
    });
    const stranger = await town.verified('stranger', { name: '赵四', number: madeUpNumber('1980-02-02', 777) });
    expect(done(await stranger.call(residentApi.referrals, {}))).toEqual([]);
    expect(await stranger.call(residentApi.answerReferral, { params: { referralId }, body: { answer: 'agree' } })).toMatchObject({
      ok: false,
      problem: { code: 'not-found' },
    });
  });
});
