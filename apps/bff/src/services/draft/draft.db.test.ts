import { randomUUID } from 'node:crypto';
import { type MemberForm, residentApi } from '@assist/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type BffForTest, bffForTest } from '../../test/bff-for-test.ts';
import { inventedNumber } from '../../test/numbers.ts';
import { done, form, resident, submission } from '../../test/people.ts';

let bff: BffForTest;
beforeAll(async () => {
  bff = await bffForTest();
});
afterAll(() => bff.close());

type Someone = Awaited<ReturnType<typeof resident>>;
const save = (one: Someone, draftId: string, baseRevision: number, story: string) =>
  one.call(residentApi.saveDraft, { params: { draftId }, body: { formVersion: 1, baseRevision, form: { formVersion: 1, story } } });
const read = (one: Someone, draftId: string) => one.call(residentApi.draft, { params: { draftId } });
const refused = (code: string) => ({ ok: false, problem: { code } });
const DAY = 86_400_000;

it('存、再存、读回来；放三十天', async () => {
  const sufen = await resident(bff, 'a');
  const id = randomUUID();
  expect(done(await save(sufen, id, 0, '一'))).toMatchObject({ revision: 1, keptUntil: '2026-12-22T10:00:00+08:00' });
  expect(done(await save(sufen, id, 1, '二')).revision).toBe(2);
  expect(done(await read(sufen, id)).form).toEqual({ formVersion: 1, story: '二' });
  expect(done(await sufen.call(residentApi.drafts, {})).map((one) => one.draftId)).toEqual([id]);
});

it('存了没收到回话，再存一样的：不算冲突', async () => {
  const sufen = await resident(bff, 'b');
  const id = randomUUID();
  done(await save(sufen, id, 0, '一'));
  expect(done(await save(sufen, id, 0, '一')).revision).toBe(1);
});

it('另一部手机先存了别的：冲突，由人来定', async () => {
  const sufen = await resident(bff, 'c');
  const id = randomUUID();
  done(await save(sufen, id, 0, '一'));
  done(await save(sufen, id, 1, '这边'));
  expect(await save(sufen, id, 1, '那边')).toMatchObject(refused('conflict'));
  expect(done(await read(sufen, id)).form).toMatchObject({ story: '这边' });
});

it('第一次存同时来五次：一份', async () => {
  const sufen = await resident(bff, 'd');
  const id = randomUUID();
  const all = await Promise.all(Array.from({ length: 5 }, () => save(sufen, id, 0, '一')));
  expect(all.map((one) => done(one).revision)).toEqual([1, 1, 1, 1, 1]);
});

it('表的版本是一个小的整数：别的当场退回', async () => {
  const sufen = await resident(bff, 'versions');
  for (const formVersion of [2 ** 53, 1.5, -1])
    expect(
      await sufen.call(residentApi.saveDraft, { params: { draftId: randomUUID() }, body: { formVersion, baseRevision: 0, form: {} } }),
    ).toMatchObject(refused('form-invalid'));
});

it('别人的草稿：读、存都是没有找到，删也删不掉', async () => {
  const sufen = await resident(bff, 'e');
  const other = await resident(bff, 'f');
  const id = randomUUID();
  done(await save(sufen, id, 0, '一'));
  expect(await read(other, id)).toMatchObject(refused('not-found'));
  expect(await save(other, id, 0, '二')).toMatchObject(refused('not-found'));
  expect((await other.call(residentApi.deleteDraft, { params: { draftId: id } })).ok).toBe(true);
  expect(done(await read(sufen, id)).revision).toBe(1);
});

it('删两次都行；三十天没动，读不到，也从库里没了', async () => {
  const sufen = await resident(bff, 'g');
  const [id, kept] = [randomUUID(), randomUUID()];
  done(await save(sufen, id, 0, '一'));
  done(await save(sufen, kept, 0, '一'));
  for (let i = 0; i < 2; i++) expect((await sufen.call(residentApi.deleteDraft, { params: { draftId: id } })).ok).toBe(true);
  // A week before, the worker tells of it (services/retention/tell-ending.db.test.ts).
  bff.pass(24 * DAY);
  await bff.worker.chores();
  bff.pass(7 * DAY);
  const later = await resident(bff, 'g', null);
  expect(await read(later, kept)).toMatchObject(refused('not-found'));
  expect(await save(later, kept, 1, '二')).toMatchObject(refused('not-found'));
  await bff.worker.chores();
  expect(await bff.sql`select id from drafts where id = ${kept}`).toHaveLength(0);
  bff.pass(-31 * DAY);
});

it('交上去，草稿就没了', async () => {
  const sufen = await resident(bff, 'h');
  const id = randomUUID();
  done(await save(sufen, id, 0, '一'));
  done(await sufen.submit(randomUUID(), submission({ draftId: id })));
  expect(await read(sufen, id)).toMatchObject(refused('not-found'));
});

it('存一份两兆的：太大，一句话', async () => {
  const sufen = await resident(bff, 'i');
  expect(await save(sufen, randomUUID(), 0, '长'.repeat(700_000))).toMatchObject(refused('too-large'));
});

it('家里人的证件号：读回去只有最后两位；不带号再存，号还在；交上去是整个的号，哪里都不用再填', async () => {
  const sufen = await resident(bff, 'j');
  const [draftId, applicationId, askId] = [randomUUID(), randomUUID(), randomUUID()];
  const number = inventedNumber();
  const paper = { kind: 'resident-identity' as const, number };
  const [self] = form().members as [MemberForm, ...MemberForm[]];
  const whole = form({ members: [self, { id: 'm2', relation: 'child', name: '张伟', paper }] });
  const put = (baseRevision: number, it: object) =>
    sufen.call(residentApi.saveDraft, { params: { draftId }, body: { formVersion: 1, baseRevision, form: { ...it } } });
  done(await put(0, whole));
  const read1 = done(await read(sufen, draftId));
  expect(JSON.stringify(read1)).not.toContain(number);
  const kept = { kind: 'resident-identity' as const, ending: number.slice(-2) };
  expect(read1.form).toMatchObject({ members: [{}, { id: 'm2', name: '张伟', paperKept: kept }] });
  const saved = done(await put(1, { ...read1.form, story: '后来写的' }));
  expect([saved.revision, saved.numbersMissing]).toEqual([2, undefined]);
  // Who is asked to agree opens the link with the last six, which the phone does not hold any more.
  const asked = { applicationId, memberId: 'm2', name: '张伟', draftId, phoneId: randomUUID() };
  done(await sufen.call(residentApi.askRelay, { params: { askId }, body: asked }));
  const { token } = done(await sufen.call(residentApi.makeRelayLink, { params: { askId }, body: { kind: 'card' }, key: randomUUID() }));
  const open = (lastSix: string) => sufen.call(residentApi.openRelay, { body: { token, lastSix, phoneId: randomUUID() } });
  expect((await open(number.slice(-6))).ok).toBe(true);
  const sent = submission({ draftId, form: form({ members: [self, { id: 'm2', relation: 'child', name: '张伟', paperKept: kept }] }) });
  const receipt = done(await sufen.submit(applicationId, sent));
  // Both can be found by their numbers: the applicant's stands on the account, the other one was put back from the draft.
  const people = await bff.sql`select number_hash from application_people where application_id = ${applicationId}`;
  expect(people).toHaveLength(2);
  // The answer was lost: the draft is gone, and the same content still gets the same receipt.
  expect(done(await sufen.submit(applicationId, sent)).number).toBe(receipt.number);
});

it('号已经不在了（草稿过期删了、改成了别人）：存的时候说缺谁的，交的时候请再填', async () => {
  const sufen = await resident(bff, 'k');
  const draftId = randomUUID();
  const kept = { kind: 'passport' as const, ending: '78' };
  const [self] = form().members as [MemberForm, ...MemberForm[]];
  const members = [self, { id: 'm2', relation: 'child' as const, name: '张伟', paperKept: kept }];
  const saved = done(
    await sufen.call(residentApi.saveDraft, { params: { draftId }, body: { formVersion: 1, baseRevision: 0, form: { members } } }),
  );
  expect(saved.numbersMissing).toEqual(['m2']);
  expect(done(await read(sufen, draftId)).form).toEqual({ members: [self, { id: 'm2', relation: 'child', name: '张伟' }] });
  const answer = await sufen.call(residentApi.submitApplication, {
    params: { applicationId: randomUUID() },
    body: submission({ draftId, form: form({ members }) }),
  });
  expect(answer).toMatchObject({ ok: false, problem: { code: 'form-invalid', fields: [{ path: 'members.1.paper' }] } });
});

it('老版本存的草稿：原样放着、原样给回去，不认得的栏也在；新版存上来，就是新版', async () => {
  const sufen = await resident(bff, 'l');
  const draftId = randomUUID();
  const old = { formVersion: 1, members: [{ id: 'm1', nickname: '三嬢' }], oldCorner: { a: 1 }, beside: { oldNote: 1 } };
  const put = (formVersion: number, baseRevision: number, it: object) =>
    sufen.call(residentApi.saveDraft, { params: { draftId }, body: { formVersion, baseRevision, form: { ...it } } });
  done(await put(1, 0, old));
  expect(done(await read(sufen, draftId))).toMatchObject({ formVersion: 1, form: old });
  const carried = { ...old, formVersion: 3, paragraphs: [] };
  done(await put(3, 1, carried));
  expect(done(await read(sufen, draftId))).toMatchObject({ formVersion: 3, revision: 2, form: carried });
});
