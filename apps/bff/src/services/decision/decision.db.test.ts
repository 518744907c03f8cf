import { randomUUID } from 'node:crypto';
import { type RecordedEvent, residentApi, staffApi } from '@assist/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BffForTest, bffForTest } from '../../test/bff-for-test.ts';
import { DAY, missingWords, townForTest, yuan } from '../../test/household-for-test.ts';
import { done, GUOFU, resident } from '../../test/people.ts';

let bff: BffForTest;
let town: ReturnType<typeof townForTest>;
beforeAll(async () => {
  bff = await bffForTest();
  town = townForTest(bff);
});
afterAll(() => bff.close());

let people = 0;
const name = () => `decided${'x'.repeat(++people)}`;
type Someone = Awaited<ReturnType<typeof resident>>;
const read = async (who: Someone, runId: string) => done(await who.call(residentApi.decision, { params: { runId } }));
const kinds = async (who: Someone) => done(await who.call(residentApi.messages, { query: {} })).items.map((one) => one.kind);

describe('家里看得到的', () => {
  it('减发：理由、怎么说话、意见、公示、决定、怎么不服、办完以前照发，句句有条款', async () => {
    const caseId = await town.household();
    const sufen = await town.verified(name());
    const runId = await town.cutBeforeOpinion(caseId);
    const before = await read(sufen, runId);
    expect(before.ground?.sentence).toBe('理由：收入或财产增加，仍然符合。');
    expect(before.ground?.clauses.map((one) => one.id)).toContain('JLP53-6-3');
    expect(before.heard).toMatchObject({ possible: true, said: [] });
    expect(before.opinion).toBeUndefined();
    expect(before.remedies).toEqual([]);
    expect(before.same.sentence).toBe('办完以前，每月 835 元 照发，一分不少。');
    done(await town.at('heli', runId, { kind: 'heard', reason: '电话里说知道了' }));
    done(await town.at('heli', runId, town.less));
    expect((await read(sufen, runId)).opinion).toMatchObject({
      sentence: { sentence: expect.stringMatching(/^意见是：改成低保每月 535 元。$/) },
      benefits: [{ title: '低保', amount: 53500 }],
      reason: '工资多了 300 元',
    });
    done(await town.at('heli', runId, { kind: 'notice-posted' }));
    bff.pass(8 * DAY);
    done(await town.at('tangming', runId, { kind: 'confirmed', reason: '收入增加', clauses: ['JLP53-6-3'] }));
    const decided = await read(sufen, runId);
    expect(decided.decision).toMatchObject({ kind: 'confirmed', reason: '收入增加' });
    expect(decided.remedies[0]?.sentence).toBe('不服九龙坡区民政部门的决定，可以申请行政复议。多少天内、向哪里申请，书面决定上写着。');
    expect(decided.remedies.map((one) => one.clauses.map((each) => each.id))).toEqual([
      ['SAL2026-76', 'MCA57-38'],
      ['SAL2026-76', 'MCA57-38'],
    ]);
    done(await town.at('heli', runId, { kind: 'letter-delivered', reason: '当面给的', remedies: true }));
    done(await town.at('heli', runId, { kind: 'takes-effect' }));
    expect((await read(sufen, runId)).ended).toBe(true);
    await bff.worker.drain();
    expect(await kinds(sufen)).toEqual(
      expect.arrayContaining(['decision-effect', 'decision-letter', 'decision-confirmed', 'decision-notice', 'decision-opinion']),
    );
  });

  it('只写了号码、没核过身份的，别家的，看不到也说不了', async () => {
    const caseId = await town.household();
    const runId = await town.cutBeforeOpinion(caseId);
    const typed = await resident(bff, name());
    const other = await town.verified(name(), { name: '王小明', number: '500107199001010016' }).catch(() => undefined);
    for (const who of [typed, ...(other ? [other] : [])]) {
      expect(done(await who.call(residentApi.decisions, {}))).toEqual([]);
      expect(await who.call(residentApi.decision, { params: { runId } })).toMatchObject({ ok: false, problem: { code: 'not-found' } });
      const params = { runId, eventId: randomUUID() };
      for (const e of [residentApi.sayToDecision, residentApi.objectToDecision])
        expect(await who.call(e, { params, body: { words: '我说' } })).toMatchObject({ ok: false, problem: { code: 'not-found' } });
    }
    const guofu = await town.verified(name(), GUOFU);
    expect(done(await guofu.call(residentApi.decisions, {})).map((one) => one.runId)).toContain(runId);
  });

  it('预警不给家里看', async () => {
    const caseId = await town.household();
    const sufen = await town.verified(name());
    const runId = await town.open('alert', caseId);
    expect(await sufen.call(residentApi.decision, { params: { runId } })).toMatchObject({ ok: false, problem: { code: 'not-found' } });
  });

  it('申请：申请的人看得到，没核过身份也行', async () => {
    const someone = await resident(bff, name());
    const applicationId = randomUUID();
    done(await someone.submit(applicationId));
    const heli = await town.as('heli');
    done(await heli(staffApi.markOpened, { params: { applicationId } }));
    done(await heli(staffApi.accept, { params: { applicationId } }));
    const run = done(await heli(staffApi.runOfApplication, { params: { applicationId } }));
    const [seen] = done(await someone.call(residentApi.decisions, {}));
    expect(seen).toMatchObject({
      runId: run.runId,
      clock: { due: run.clocks[0]?.due, sentence: { clauses: [{ id: 'MCA57-15' }, { id: 'YM239-3-1a' }] } },
    });
    expect(seen?.standing.clauses.length).toBeGreaterThan(0);
    // The same record is the way on the page of the application.
    const way = async () => done(await someone.call(residentApi.application, { params: { applicationId } })).stages ?? [];
    expect((await way()).map((one) => one.on)).toEqual([undefined, undefined, undefined, undefined, undefined, undefined]);
    done(await town.at('heli', run.runId, town.visit('何丽')));
    expect((await way())[0]).toMatchObject({ sentence: '到家里看看', on: expect.any(String) });
  });
});

describe('先听您怎么说', () => {
  it('在手机上说：没记为听取以前，写不了意见；一按就记，话是本人的原话', async () => {
    const caseId = await town.household();
    const sufen = await town.verified(name());
    const runId = await town.open('cut', caseId);
    const id = randomUUID();
    const say = (words: string, eventId = id) => sufen.call(residentApi.sayToDecision, { params: { runId, eventId }, body: { words } });
    expect(missingWords(await say('为什么减'))).toEqual(['先写明理由，才能听取意见']);
    done(await town.at('heli', runId, { kind: 'ground-named', ground: 'income-or-property-up' }));
    done(await town.at('heli', runId, town.visit('何丽')));
    expect(done(await say('工资只多了一个月')).heard?.said).toMatchObject([{ id, words: '工资只多了一个月', recorded: false }]);
    expect(await say('工资只多了一个月')).toMatchObject({ ok: true, status: 200 });
    expect(await say('改一改')).toMatchObject({ ok: false, problem: { code: 'content-differs' } });
    // Tries on three days would do; but somebody spoke.
    for (let i = 0; i < 3; i++) {
      done(await town.at('heli', runId, { kind: 'tried-to-hear', reason: '没人接' }));
      bff.pass(DAY);
    }
    expect(missingWords(await town.at('heli', runId, town.less))).toEqual(['本人在手机上说了话，先记为听取了意见']);
    expect(await town.at('heli', runId, { kind: 'tried-to-hear', reason: 'x' }, id)).toMatchObject({
      ok: false,
      problem: { code: 'content-differs' },
    });
    const run = done(await town.at('heli', runId, { kind: 'heard', reason: '他说没意见' }, id));
    expect(run.events.at(-1)?.event.reason).toBe('本人在手机上说：工资只多了一个月');
    expect(run.statements).toMatchObject([{ id, recorded: true }]);
    done(await town.at('heli', runId, town.less));
    expect((await read(sufen, runId)).heard?.said).toMatchObject([{ recorded: true }]);
  });

  it('不同意见：记在案上，不回复、不重新提意见就不能确认；回复只给说的人看', async () => {
    const caseId = await town.household();
    const [sufen, guofu] = [await town.verified(name()), await town.verified(name(), GUOFU)];
    const runId = await town.cutBeforeOpinion(caseId);
    const eventId = randomUUID();
    const object = () => sufen.call(residentApi.objectToDecision, { params: { runId, eventId }, body: { words: '算错了' } });
    expect(missingWords(await object())).toEqual(['先有意见']);
    done(await town.at('heli', runId, { kind: 'heard', reason: '知道' }));
    done(await town.at('heli', runId, town.less));
    done(await town.at('heli', runId, { kind: 'notice-posted' }));
    const shown = async () => {
      const { standing, steps, opinion } = await read(guofu, runId);
      return { standing, steps, opinion, told: (await kinds(guofu)).filter((kind) => kind === 'decision-opinion') };
    };
    const quiet = await shown();
    expect(done(await object()).objections.own).toMatchObject([{ id: eventId, words: '算错了' }]);
    expect(await object()).toMatchObject({ ok: true, status: 200 });
    bff.pass(8 * DAY);
    const confirm: RecordedEvent = { kind: 'confirmed', reason: '收入增加', clauses: ['JLP53-6-3'] };
    expect(missingWords(await town.at('tangming', runId, confirm))).toEqual(['收到的异议都已回复', '有异议的，核实后重新提了意见']);
    done(await town.at('heli', runId, { kind: 'objection-answered', objection: eventId, reason: '重新算过，没有错' }));
    expect((await read(sufen, runId)).objections.own).toMatchObject([{ reply: '重新算过，没有错' }]);
    const other = await read(guofu, runId);
    expect(JSON.stringify(other)).not.toMatch(/算错了|重新算过|收到异议|异议已回复/);
    expect(await kinds(sufen)).toContain('objection-answered');
    expect(await kinds(guofu)).not.toContain('objection-answered');
    // Given anew, the same opinion tells nobody that somebody objected; another one they have to know, without a second step.
    done(await town.at('heli', runId, { ...town.less, reason: '有人反映，核实过，不变' } as RecordedEvent));
    expect(await shown()).toEqual(quiet);
    done(
      await town.at('heli', runId, { ...town.less, proposal: { benefits: [{ kind: 'subsistence', amount: yuan(600) }] } } as RecordedEvent),
    );
    const changed = await shown();
    expect([changed.steps, changed.told.length > quiet.told.length]).toEqual([quiet.steps, true]);
    expect(changed.opinion?.benefits).toEqual([{ title: '低保', amount: yuan(600) }]);
  });

  it('停发以后：一按就同意转下一类；没人说明以前不能同意；监测名单上有', async () => {
    const caseId = await town.household();
    const sufen = await town.verified(name());
    await town.stopped(caseId);
    const exit = done(await sufen.call(residentApi.decisions, {})).find((one) => one.title === '退出以后');
    const runId = exit?.runId as string;
    const consent = (eventId: string = randomUUID()) => sufen.call(residentApi.consentToTransfer, { params: { runId }, body: { eventId } });
    expect(missingWords(await consent())).toEqual(['先说明可以转入哪一类']);
    done(await town.at('heli', runId, { kind: 'transfer-offered' }));
    expect((await read(sufen, runId)).transfer).toMatchObject({ possible: true, consented: false });
    const eventId = randomUUID();
    expect(done(await consent(eventId)).transfer).toMatchObject({ possible: false, consented: true });
    done(await consent(eventId));
    const watched = done(await (await town.as('heli'))(staffApi.watched, { query: {} })).items;
    expect(watched.find((one) => one.runId === runId)).toMatchObject({ why: 'left', name: '李素芬', members: 2 });
    expect(done(await (await town.as('yangfan'))(staffApi.watched, { query: {} })).items).toEqual([]);
  });
});
