import { randomUUID } from 'node:crypto';
import { residentApi, staffApi } from '@assist/contracts';
import { citationOf } from '@assist/policy-chongqing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BffForTest, bffForTest } from '../../test/bff-for-test.ts';
import { DAY, missingWords, townForTest, yuan } from '../../test/household-for-test.ts';
import { done } from '../../test/people.ts';
import { refusedOnTrail } from '../../test/trail-for-test.ts';

let bff: BffForTest;
let town: ReturnType<typeof townForTest>;
beforeAll(async () => {
  bff = await bffForTest();
  town = townForTest(bff);
});
afterAll(() => bff.close());

const OFFICE = '500107001';
const anyone = () => bff.residentWith(undefined);
const hanging = async () => done(await anyone()(residentApi.postings, { query: { office: OFFICE } }));
async function raised(kind: 'subsistence' | 'orphan' = 'subsistence', cells = {}) {
  const caseId = await town.household(cells);
  const runId = await town.open('raise', caseId);
  done(
    await town.at('heli', runId, {
      kind: 'opinion',
      reason: '添了人，母亲长期住院',
      proposal: { benefits: [{ kind, amount: yuan(900) }] },
    }),
  );
  return { caseId, runId };
}
const post = async (runId: string) => done(await town.at('denghua', runId, { kind: 'notice-posted' }));

describe('公示', () => {
  it('谁都看得到，只有姓名、几口人、金额、哪一种意见、到哪天、找谁；第八天自己没了', async () => {
    const { runId } = await raised();
    expect(await hanging()).toEqual([]);
    await post(runId);
    const [one, ...rest] = await hanging();
    expect(rest).toEqual([]);
    expect(one).toMatchObject({
      kind: 'notice',
      applicantName: '李素芬',
      members: 2,
      amount: 90000,
      benefit: 'subsistence',
      opinion: 'raise',
    });
    expect(Object.keys(one ?? {}).sort()).toEqual(
      [
        'amount',
        'applicantName',
        'benefit',
        'from',
        'kind',
        'lines',
        'members',
        'objectTo',
        'opinion',
        'postingId',
        'sentence',
        'until',
      ].sort(),
    );
    expect(JSON.stringify(one)).not.toMatch(/住院|添了人|500107196303120022|13900001002|前进村/);
    bff.pass(7 * DAY);
    expect(await hanging()).toHaveLength(1);
    bff.pass(DAY);
    expect(await hanging()).toEqual([]);
    // In the table nothing of it can be read.
    expect(JSON.stringify(await bff.sql`select posting_sealed::text from postings`)).not.toContain('李素芬');
  });

  it('挂到第六天要取下：不行，说依据；库里也不让；满了七天才报得上去', async () => {
    const { runId } = await raised();
    await post(runId);
    bff.pass(6 * DAY);
    const heli = await town.as('heli');
    const hold = () => heli(staffApi.holdPostingBack, { params: { runId }, body: { reason: '家里人不想挂' } });
    const refused = await hold();
    expect(missingWords(refused)).toEqual(['公示要挂满 7 天，不能提前取下']);
    expect(refused.ok ? '' : refused.problem.fields?.[0]?.sentence).toContain(citationOf('MCA57-19')?.label);
    expect(await refusedOnTrail(bff, runId)).toEqual([expect.stringMatching(/^step-missing/)]);
    for (const change of [
      bff.sql`update postings set taken_down_at = now(), why_sealed = '' where run_id = ${runId}`,
      bff.sql`update postings set hangs_until = hangs_until - 1 where run_id = ${runId}`,
      bff.sql`delete from postings where run_id = ${runId}`,
    ])
      await expect(change.execute()).rejects.toMatchObject({ code: 'AS003' });
    expect(missingWords(await town.at('tangming', runId, { kind: 'confirmed' }))).toEqual(['公示满 7 天']);
    bff.pass(2 * DAY);
    done(await town.at('tangming', runId, { kind: 'confirmed' }));
  });

  it('会伤到这一家的：写明理由，不挂；审计看得到谁定的；别的镇街定不了', async () => {
    const { runId } = await raised();
    const params = { runId };
    const body = { reason: '妻子躲着家暴，不能让人知道住在这里' };
    expect(await (await town.as('yangfan'))(staffApi.holdPostingBack, { params, body })).toMatchObject({ ok: false });
    const held = done(await (await town.as('heli'))(staffApi.holdPostingBack, { params, body }));
    expect(held.heldBack?.reason).toBe(body.reason);
    await post(runId);
    expect(await hanging()).toEqual([]);
    expect(await bff.sql`select actor_id from audit_log where action = 'posting-held-back' and object_id = ${runId}`).toHaveLength(1);
  });

  it('原来不挂的，后来可以挂了：从那天挂起，7 天从那天算，没满不能确认；写明理由，按两次一样', async () => {
    const { runId } = await raised();
    const heli = await town.as('heli');
    done(await heli(staffApi.holdPostingBack, { params: { runId }, body: { reason: '先不挂' } }));
    await post(runId);
    bff.pass(6 * DAY);
    expect(await hanging()).toEqual([]);
    const params = { runId, liftId: randomUUID() };
    // Days passed: she signs in again.
    const lift = async () => (await town.as('heli'))(staffApi.liftPostingHold, { params, body: { reason: '已经搬到安全的地方' } });
    const view = done(await lift());
    expect(done(await lift()).events).toHaveLength(view.events.length);
    expect(view.heldBack).toBeUndefined();
    expect(await hanging()).toHaveLength(1);
    bff.pass(3 * DAY);
    // Nine days after it was first put up, three after it hangs.
    expect(missingWords(await town.at('tangming', runId, { kind: 'confirmed' }))).toEqual(['公示满 7 天']);
    bff.pass(5 * DAY);
    done(await town.at('tangming', runId, { kind: 'confirmed' }));
    const again = { params: { ...params, liftId: randomUUID() }, body: { reason: '再挂' } };
    expect(await (await town.as('heli'))(staffApi.liftPostingHold, again)).toMatchObject({ problem: { code: 'state-changed' } });
    expect(await bff.sql`select 1 from audit_log where action = 'posting-hold-lifted' and object_id = ${runId}`).toHaveLength(1);
  });

  it('挂在哪个村社：册上写明的，村里的人只看自己村的；镇街看得到挂在哪；纸上不写', async () => {
    const { runId } = await raised();
    await post(runId);
    const at = async (village: string) => done(await anyone()(residentApi.postings, { query: { office: OFFICE, village } }));
    const [mine] = await at('前进村社区');
    expect(mine?.applicantName).toBe('李素芬');
    expect(JSON.stringify(mine)).not.toContain('前进村');
    // As people call it.
    for (const called of ['前进', '前进村', ' 前进村委会'])
      expect((await at(called)).map((one) => one.postingId)).toEqual([mine?.postingId]);
    for (const other of ['别的社区', '进村', '村']) expect(await at(other)).toEqual([]);
    const run = done(await (await town.as('heli'))(staffApi.run, { params: { runId } }));
    expect(run.postings?.map((one) => one.village)).toEqual(['前进村社区']);
    bff.pass(8 * DAY);
  });

  it('孤儿、艾滋病儿童：按下去也不挂', async () => {
    const { runId } = await raised('orphan');
    await post(runId);
    expect(await hanging()).toEqual([]);
  });
});

describe('看到公示的人有不同意见', () => {
  it('不问是谁，给号和口令；回复凭号和口令看；公示的那家什么也看不到', async () => {
    const { runId } = await raised();
    const sufen = await town.verified('posted');
    await post(runId);
    const postingId = (await hanging())[0]?.postingId as string;
    const objectionId = randomUUID();
    const object = (words: string) => anyone()(residentApi.objectToPosting, { params: { postingId, objectionId }, body: { words } });
    const lies = done(await object('他家有两套门面'));
    expect(lies.number).toMatch(/^[2-9A-HJ-NP-Z]{8}$/);
    expect(done(await object('他家有两套门面'))).toEqual(lies);
    expect(await object('换一句')).toMatchObject({ ok: false, problem: { code: 'content-differs' } });
    const look = (body: { number: string; secret: string }) => anyone()(residentApi.lookBack, { body });
    expect(done(await look(lies)).reply).toBeUndefined();
    expect(await look({ ...lies, secret: '竹林竹林竹林竹林' })).toMatchObject({ ok: false, problem: { code: 'not-found' } });
    bff.pass(8 * DAY);
    expect(missingWords(await town.at('tangming', runId, { kind: 'confirmed' }))).toEqual(['收到的异议都已回复']);
    done(await town.at('heli', runId, { kind: 'objection-answered', objection: objectionId, reason: '查过不动产，没有' }));
    expect(done(await look({ number: lies.number.toLowerCase(), secret: lies.secret })).reply).toBe('查过不动产，没有');
    const seen = done(await sufen.call(residentApi.decision, { params: { runId } }));
    expect(JSON.stringify(seen)).not.toMatch(/门面|收到异议|异议已回复|不动产/);
    expect(done(await sufen.call(residentApi.messages, { query: {} })).items.map((one) => one.kind)).not.toContain('objection-answered');
  });

  it('不挂了就不收；没有这一张也一样', async () => {
    const { runId } = await raised();
    await post(runId);
    const postingId = (await hanging())[0]?.postingId as string;
    bff.pass(8 * DAY);
    for (const id of [postingId, randomUUID()])
      expect(
        await anyone()(residentApi.objectToPosting, { params: { postingId: id, objectionId: randomUUID() }, body: { words: 'x' } }),
      ).toMatchObject({ ok: false, problem: { code: 'not-found' } });
  });
});
