import { randomUUID } from 'node:crypto';
import { type BlackOutReason, residentApi, staffApi } from '@assist/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { compose } from '../../compose.ts';
import { type BffForTest, bffForTest } from '../../test/bff-for-test.ts';
import { type Clerk, DAY, townForTest } from '../../test/household-for-test.ts';
import { done } from '../../test/people.ts';
import { notesAboutCase } from './read.ts';

let bff: BffForTest;
let town: ReturnType<typeof townForTest>;
beforeAll(async () => {
  bff = await bffForTest();
  town = townForTest(bff);
});
afterAll(() => bff.close());

const refused = (code: string) => ({ ok: false, problem: { code } });
const asked = async (who: Clerk, aboutId: string, noteId: string) => ({
  call: await town.as(who),
  params: { about: 'run' as const, aboutId, noteId },
});
async function note(who: Clerk, runId: string, words: string): Promise<string> {
  const noteId = randomUUID();
  const { call, params } = await asked(who, runId, noteId);
  done(await call(staffApi.noteOnItem, { params, body: { kind: 'call', whom: '邻居张婆婆', words } }));
  return noteId;
}
async function correct(who: Clerk, runId: string, noteId: string, words: string) {
  const { call, params } = await asked(who, runId, noteId);
  return call(staffApi.correctNote, { params, body: { words } });
}
async function blackOut(who: Clerk, runId: string, noteId: string, why: BlackOutReason = 'somebody-elses') {
  const { call, params } = await asked(who, runId, noteId);
  return call(staffApi.blackOutNote, { params, body: { why } });
}
const read = async (who: Clerk, runId: string) =>
  done(await (await town.as(who))(staffApi.itemNotes, { params: { about: 'run', aboutId: runId } })).items;

it('写错了：写的人当天标明，话还在；过了当天要负责人；标过的不再标', async () => {
  const runId = await town.open('review', await town.household());
  const noteId = await note('heli', runId, '说上月出院');
  expect(await correct('huangchunlan', runId, noteId, '是这个月')).toMatchObject(refused('forbidden'));
  const corrected = { words: '是这个月', who: '何丽' };
  const first = done(await correct('heli', runId, noteId, '是这个月'));
  expect(first).toMatchObject({ words: '说上月出院', corrected, may: ['black-out'] });
  expect(done(await correct('heli', runId, noteId, '是这个月'))).toEqual(first);
  expect(await correct('heli', runId, noteId, '又改')).toMatchObject(refused('conflict'));

  const other = await note('heli', runId, '说没有车');
  bff.pass(DAY);
  expect((await read('heli', runId)).map((one) => one.may)).toEqual([[], []]);
  expect(await correct('heli', runId, other, '有一辆')).toMatchObject(refused('forbidden'));
  expect(done(await correct('qinlan', runId, other, '有一辆')).corrected).toMatchObject({ words: '有一辆', who: '秦岚' });
  expect(await correct('yangfan', runId, other, '有一辆')).toMatchObject(refused('not-found'));
});

it('写了不该写的：涂掉以后哪儿都没有了，谁涂的、为什么还在，也在留痕上；本人的资料里也这么写', async () => {
  const caseId = await town.household();
  const sufen = await town.verified('black-out');
  const runId = await town.open('review', caseId);
  const noteId = await note('heli', runId, '隔壁张婆婆有糖尿病');
  done(await correct('heli', runId, noteId, '是隔壁单元的张婆婆'));
  const first = done(await blackOut('heli', runId, noteId));
  expect(first).toMatchObject({ whom: '', words: '', blackedOut: { why: 'somebody-elses', who: '何丽' }, may: [] });
  expect(first.corrected).toBeUndefined();
  expect(done(await blackOut('heli', runId, noteId))).toEqual(first);
  expect(await blackOut('heli', runId, noteId, 'not-needed')).toMatchObject(refused('conflict'));
  expect(await correct('heli', runId, noteId, '糖尿病')).toMatchObject(refused('conflict'));

  const [row] =
    await bff.sql`select note_sealed, correction_sealed, fingerprint, corrected_by, blacked_out_by from item_notes where id = ${noteId}`;
  expect(row).toEqual({
    note_sealed: null,
    correction_sealed: null,
    fingerprint: null,
    corrected_by: 'sample-heli',
    blacked_out_by: 'sample-heli',
  });
  const trail = await bff.sql`select action, result from audit_log where object_id = ${runId} and action like 'note-%' order by id`;
  expect(trail.map((one) => [one.action, one.result])).toEqual([
    ['note-written', 'call'],
    ['note-corrected', 'done'],
    ['note-blacked-out', 'somebody-elses'],
  ]);
  const { context, connection } = compose(bff.config, 'test', () => '', { clock: bff.clock });
  await context.keys.load();
  const paper = await notesAboutCase(context, caseId);
  await connection.close();
  expect(paper.map(({ words, blackedOut }) => [words, blackedOut?.why])).toEqual([['', 'somebody-elses']]);
  const copy = done(await sufen.call(residentApi.myDataCopy, {}));
  expect(copy.notes).toMatchObject([{ kind: 'call', blackedOut: { why: '写了不相干的人的信息' } }]);
});

it('程序里那天听了意见、联系过、上过门的记录：能标错，不能涂', async () => {
  const runId = await town.open('review', await town.household());
  const noteId = await note('heli', runId, '电话没人接');
  done(await town.at('heli', runId, town.visit('何丽')));
  expect((await read('heli', runId))[0]).toMatchObject({ rests: true, may: ['correct'] });
  expect(await blackOut('heli', runId, noteId)).toMatchObject({ ok: false, problem: { code: 'form-invalid', fields: [{ path: 'why' }] } });
  done(await correct('heli', runId, noteId, '打的是旧号码'));
});

it('库里也只许这样改：换不了字，涂了回不来', async () => {
  const runId = await town.open('review', await town.household());
  const noteId = await note('heli', runId, '说下周出院');
  await expect(bff.sql`update item_notes set note_sealed = ${Buffer.from('x')} where id = ${noteId}`).rejects.toThrow('only added to');
  await expect(bff.sql`update item_notes set note_sealed = null where id = ${noteId}`).rejects.toThrow('only added to');
  done(await blackOut('heli', runId, noteId));
  await expect(bff.sql`update item_notes set blacked_out_at = null where id = ${noteId}`).rejects.toThrow('only added to');
});
