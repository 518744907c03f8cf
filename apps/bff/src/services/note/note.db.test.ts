import { randomUUID } from 'node:crypto';
import { type ItemNoteKind, type NoteSubject, residentApi, staffApi } from '@assist/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { compose } from '../../compose.ts';
import { type BffForTest, bffForTest } from '../../test/bff-for-test.ts';
import { type Clerk, DAY, townForTest } from '../../test/household-for-test.ts';
import { done, SUFEN } from '../../test/people.ts';
import { changeForm } from '../change/told-for-test.ts';
import type { Context } from '../context.ts';
import type { Staff } from '../staff/who.ts';
import { notesAboutCase } from './read.ts';

let bff: BffForTest;
let town: ReturnType<typeof townForTest>;
beforeAll(async () => {
  bff = await bffForTest();
  town = townForTest(bff);
});
afterAll(() => bff.close());

const AUDITOR = { role: 'auditor' } as Staff;
const refused = (code: string) => ({ ok: false, problem: { code } });
const call = { kind: 'call' as ItemNoteKind, whom: '李素芬', words: '问了住院的钱交了没有，说下周出院' };
const note = async (
  who: Clerk,
  about: NoteSubject,
  aboutId: string,
  body: Partial<typeof call> & { on?: string } = {},
  noteId: string = randomUUID(),
) => (await town.as(who))(staffApi.noteOnItem, { params: { about, aboutId, noteId }, body: { ...call, ...body } as never });
const read = async (who: Clerk, about: NoteSubject, aboutId: string) =>
  (await town.as(who))(staffApi.itemNotes, { params: { about, aboutId } });

it('申请、变化、程序上都能记一次电话或上门：有日子，库里看不懂，留痕只有代号；一户一档里都在，本人知道有', async () => {
  const caseId = await town.household();
  const sufen = await town.verified('notes');
  const [applicationId, changeId] = [randomUUID(), randomUUID()];
  done(await sufen.submit(applicationId));
  done(await sufen.call(residentApi.submitChange, { params: { changeId }, body: { form: changeForm(caseId) } }));
  const runId = await town.open('review', caseId);

  const noteId = randomUUID();
  const first = done(await note('heli', 'application', applicationId, {}, noteId));
  expect(first).toEqual({
    noteId,
    about: 'application',
    aboutId: applicationId,
    kind: 'call',
    on: '2026-11-22',
    whom: '李素芬',
    words: '问了住院的钱交了没有，说下周出院',
    at: '2026-11-22T10:00:01+08:00',
    who: '何丽',
    may: ['correct', 'black-out'],
    rests: false,
  });
  // A lost answer is asked for again; the same id with other words is another note.
  expect(done(await note('heli', 'application', applicationId, {}, noteId))).toEqual(first);
  expect(await note('heli', 'application', applicationId, { words: '别的' }, noteId)).toMatchObject(refused('content-differs'));
  bff.pass(DAY);
  // Whoever picks up the phone: nobody has to hold the item. A visit may be written down later than it was.
  done(await note('huangchunlan', 'change', changeId, { kind: 'visit', whom: '邻居张婆婆', on: '2026-11-22' }));
  done(await note('heli', 'run', runId, { kind: 'other', whom: '社区王主任' }));
  expect(await note('heli', 'run', runId, { on: '2026-11-24' })).toMatchObject(refused('form-invalid'));

  const steps = done(await (await town.as('heli'))(staffApi.run, { params: { runId } })).events.length;
  expect([steps, done(await read('heli', 'run', runId)).items.map((one) => [one.kind, one.on, one.whom])]).toEqual([
    1,
    [['other', '2026-11-23', '社区王主任']],
  ]);
  const ofCase = done(await (await town.as('heli'))(staffApi.notesOfCase, { params: { caseId } })).items;
  expect(ofCase.map((one) => [one.about, one.kind]).sort()).toEqual([
    ['change', 'visit'],
    ['run', 'other'],
  ]);

  const rows = await bff.sql`select action, object_kind, object_id, result from audit_log where action = 'note-written' order by id`;
  expect(rows.map((row) => [row.object_kind, row.object_id, row.result])).toEqual([
    ['application', applicationId, 'call'],
    ['change', changeId, 'visit'],
    ['procedure', runId, 'other'],
  ]);
  const [stored] = await bff.sql`select encode(note_sealed, 'escape') as note from item_notes where id = ${noteId}`;
  expect(stored?.note).not.toContain('住院');
  await expect(bff.sql`update item_notes set on_day = '2026-01-01' where id = ${noteId}`).rejects.toThrow('only added to');
  await expect(bff.sql`delete from item_notes where id = ${noteId}`).rejects.toThrow('only added to');

  const data = done(await sufen.call(residentApi.myData, {}));
  expect(data.kept.find((one) => one.id === 'notes')).toMatchObject({ count: 3, deletable: false });
  expect(data.reads.filter((one) => one.what === '看了电话、上门的记录')).toHaveLength(2);
  const copy = done(await sufen.call(residentApi.myDataCopy, {}));
  expect(copy.notes?.map((one) => [one.on, one.kind])).toEqual([
    ['2026-11-22', 'call'],
    ['2026-11-22', 'visit'],
    ['2026-11-23', 'other'],
  ]);
  // Her own inbox of data names no neighbour.
  expect(JSON.stringify(copy.notes)).not.toContain('张婆婆');
});

it('一个人一分钟记不了没完没了的；页面上先看两百条，档案里一条不少', async () => {
  const caseId = await town.household();
  const runId = await town.open('review', caseId);
  const noteId = randomUUID();
  done(await note('heli', 'run', runId, {}, noteId));
  await bff.sql`update rate_counts set count = 120 where key like 'noteOnItem:%'`;
  expect(await note('heli', 'run', runId)).toMatchObject(refused('too-many-requests'));
  await bff.sql`delete from rate_counts where key like 'noteOnItem:%'`;
  await bff.sql.begin(async (sql) => {
    await sql`set local session_replication_role = replica`;
    // Each under its own id, as it is sealed for: only how many there are is looked at.
    await sql`insert into item_notes select gen_random_uuid(), office_id, application_id, change_id, run_id, kind, on_day, at, staff_id, note_sealed, fingerprint
      from item_notes, generate_series(1, 204) where id = ${noteId}`;
  });
  const { context, connection } = compose(bff.config, 'test', () => '', { clock: bff.clock });
  const blind = { ...context, cipher: { ...context.cipher, openJson: () => ({ whom: '', words: '' }) } } as unknown as Context;
  expect([(await notesAboutCase(blind, caseId, AUDITOR)).length, (await notesAboutCase(blind, caseId)).length]).toEqual([200, 205]);
  await bff.sql.begin(async (sql) => {
    await sql`set local session_replication_role = replica`;
    await sql`delete from item_notes where run_id = ${runId} and id <> ${noteId}`;
  });
  await connection.close();
});

it('别的镇街记不了也看不到；审计只看；近亲属的那一件，登记以后看不到', async () => {
  const caseId = await town.household();
  const runId = await town.open('review', caseId);
  const noteId = randomUUID();
  done(await note('heli', 'run', runId, {}, noteId));
  expect(await note('yangfan', 'run', runId)).toMatchObject(refused('not-found'));
  expect(await read('yangfan', 'run', runId)).toMatchObject(refused('not-found'));
  expect(await note('luowenjing', 'run', runId)).toMatchObject(refused('forbidden'));
  expect(done(await read('luowenjing', 'run', runId)).items).toHaveLength(1);
  // A note's id names one item only, also for who guesses it.
  const relation = { relation: 'sibling' as const, name: SUFEN.name, paper: { kind: 'resident-identity' as const, number: SUFEN.number } };
  done(await (await town.as('huangchunlan'))(staffApi.declareRelation, { params: { relationId: randomUUID() }, body: relation }));
  expect(await read('huangchunlan', 'run', runId)).toMatchObject(refused('not-found'));
  const other = await town.open('raise', caseId);
  expect(await note('heli', 'run', other, {}, noteId)).toMatchObject(refused('content-differs'));
  await bff.sql`update procedure_runs set office_id = '500118001' where id = ${other}`;
  expect(await read('heli', 'run', other)).toMatchObject(refused('not-found'));
});
