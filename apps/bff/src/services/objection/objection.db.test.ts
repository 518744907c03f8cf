import { randomUUID } from 'node:crypto';
import { residentApi, staffApi } from '@assist/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BffForTest, bffForTest } from '../../test/bff-for-test.ts';
import { DAY, townForTest, yuan } from '../../test/household-for-test.ts';
import { done } from '../../test/people.ts';

let bff: BffForTest;
let town: ReturnType<typeof townForTest>;
beforeAll(async () => {
  bff = await bffForTest();
  town = townForTest(bff);
});
afterAll(() => bff.close());

const anyone = () => bff.residentWith(undefined);
const NAMED = { name: '周大明', phone: '13900008888' };
const lane = async () => done(await (await town.as('heli'))(staffApi.queue, { query: { lane: 'objections' } })).items;

/** A raise whose notice hangs, and whose household is signed in. */
async function posted() {
  const caseId = await town.household();
  const runId = await town.open('raise', caseId);
  const opinion = { kind: 'opinion', reason: '添了人', proposal: { benefits: [{ kind: 'subsistence', amount: yuan(900) }] } } as const;
  done(await town.at('heli', runId, { ...opinion, proposal: { benefits: [...opinion.proposal.benefits] } }));
  done(await town.at('denghua', runId, { kind: 'notice-posted' }));
  const { postings = [] } = done(await (await town.as('heli'))(staffApi.run, { params: { runId } }));
  return { caseId, runId, postingId: postings[0]?.postingId as string };
}
const object = (postingId: string, body: { words: string; named?: typeof NAMED }, objectionId: string = randomUUID()) =>
  anyone()(residentApi.objectToPosting, { params: { postingId, objectionId }, body });

describe('异议道', () => {
  it('有人提，就有一件；核实一笔一笔加；回复写下，这一件就办完，提的人看得到', async () => {
    const { caseId, runId, postingId } = await posted();
    const objectionId = randomUUID();
    const lies = done(await object(postingId, { words: '他家有两套门面', named: NAMED }, objectionId));
    const [item, ...others] = await lane();
    expect(others).toEqual([]);
    expect(item).toMatchObject({ kind: 'objection', subjectId: objectionId, caseId, applicantName: '李素芬', members: 2, about: '增发' });
    expect(JSON.stringify(item)).not.toMatch(/门面|周大明/);

    const heli = await town.as('heli');
    const read = () => heli(staffApi.objection, { params: { objectionId } });
    expect(done(await read())).toMatchObject({
      from: 'neighbour',
      number: lies.number,
      words: '他家有两套门面',
      teller: { kind: 'hidden' },
      notes: [],
    });
    const noteId = randomUUID();
    const note = () => heli(staffApi.noteOnObjection, { params: { objectionId, noteId }, body: { words: '查过不动产，没有' } });
    // Who writes works on it from then on, and sees whom to call back.
    expect(done(await note())).toMatchObject({
      teller: { kind: 'named', ...NAMED },
      notes: [{ id: noteId, who: '何丽', words: '查过不动产，没有' }],
    });
    expect(done(await note()).notes).toHaveLength(1);
    expect(
      await (await town.as('huangchunlan'))(staffApi.noteOnObjection, {
        params: { objectionId, noteId: randomUUID() },
        body: { words: 'x' },
      }),
    ).toMatchObject({
      ok: false,
      problem: { code: 'conflict' },
    });
    done(await town.at('heli', runId, { kind: 'objection-answered', objection: objectionId, reason: '门面是别人的' }));
    expect(await lane()).toEqual([]);
    expect(done(await read()).answer?.words).toBe('门面是别人的');
    expect(done(await anyone()(residentApi.lookBack, { body: lies }))).toMatchObject({
      kind: 'objection',
      state: 'answered',
      reply: '门面是别人的',
    });
    await expect(bff.sql`delete from objection_notes`.execute()).rejects.toThrow(/only added to/);
  });

  it('被说的那一家：决定、消息、在册的档、看过我的，哪里都没有', async () => {
    const { runId, postingId } = await posted();
    const sufen = await town.verified('posted');
    const objectionId = randomUUID();
    done(await object(postingId, { words: '他家有两套门面', named: NAMED }, objectionId));
    const heli = await town.as('heli');
    done(await heli(staffApi.noteOnObjection, { params: { objectionId, noteId: randomUUID() }, body: { words: '去门面看过' } }));
    done(await town.at('heli', runId, { kind: 'objection-answered', objection: objectionId, reason: '没有门面' }));
    const seen = JSON.stringify([
      done(await sufen.call(residentApi.decisions, {})),
      done(await sufen.call(residentApi.messages, { query: {} })),
      done(await sufen.call(residentApi.family, {})),
      done(await sufen.call(residentApi.postings, { query: { office: '500107001' } })),
    ]);
    expect(seen).toContain(runId);
    expect(seen).not.toMatch(new RegExp(`门面|周大明|${objectionId}|收到异议|异议已回复`));
  });

  it('这一家自己的不同意见也在这一道；回了，给他们一条消息', async () => {
    const { runId } = await posted();
    const sufen = await town.verified('own');
    const eventId = randomUUID();
    done(await sufen.call(residentApi.objectToDecision, { params: { runId, eventId }, body: { words: '少算了一个人' } }));
    const item = (await lane()).find((one) => one.subjectId === eventId);
    const read = done(await (await town.as('heli'))(staffApi.objection, { params: { objectionId: eventId } }));
    expect(item?.kind).toBe('objection');
    expect(read).toMatchObject({ from: 'household', teller: { kind: 'household' } });
    done(await town.at('heli', runId, { kind: 'objection-answered', objection: eventId, reason: '重新数过，是两个人' }));
    const decision = done(await sufen.call(residentApi.decision, { params: { runId } }));
    expect(decision.objections.own).toMatchObject([{ words: '少算了一个人', reply: '重新数过，是两个人' }]);
  });

  it('没回的挡着确认；公示照样挂满；别的镇街打不开', async () => {
    const { runId, postingId } = await posted();
    const objectionId = randomUUID();
    done(await object(postingId, { words: '不对' }, objectionId));
    const read = done(await (await town.as('heli'))(staffApi.objection, { params: { objectionId } }));
    expect(read.effects.map((one) => one.sentence)).toContain('没回复以前，报不上去，也定不下来。家里正在领的照发。');
    expect(read.effects.every((one) => one.clauses.length > 0)).toBe(true);
    bff.pass(8 * DAY);
    expect(await town.at('tangming', runId, { kind: 'confirmed' })).toMatchObject({ ok: false, problem: { code: 'step-missing' } });
    expect(await (await town.as('yangfan'))(staffApi.objection, { params: { objectionId } })).toMatchObject({
      ok: false,
      problem: { code: 'not-found' },
    });
  });
});
