import type { ChangeForm } from '@assist/contracts';
import { type CivilDate, fen } from '@assist/policy';
import { describe, expect, test } from 'vitest';
import { type FakePhone, makeFakePhone, settled } from '../_test/fake-phone.ts';
import { type FakeServer, makeFakeServer } from '../_test/fake-server.ts';
import { changeReceiptOf } from './change-receipts.ts';
import { isBare, newRecord } from './change-record.ts';
import { makeChanges } from './changes.ts';
import { formOf } from './form-of.ts';

const CASE = '00000000-0000-4000-8000-00000000ca5e';
const today = '2026-11-22' as CivilDate;

function open(phone: FakePhone = makeFakePhone(), server: FakeServer = makeFakeServer(phone.now)) {
  const photos = { received: [] as { id: string; about: 'income' }[], waiting: 0 };
  const forgotten: string[] = [];
  const is = { signedIn: true, agreed: true };
  const changes = makeChanges({
    storage: phone.storage,
    call: server.call,
    now: phone.now,
    newId: phone.newId,
    signedIn: () => is.signedIn,
    signIn: () => Promise.resolve(undefined),
    privacyAgreed: () => is.agreed,
    photosOf: () => photos,
    forgetPhotos: (owner) => forgotten.push(owner),
  });
  const wageUp = () => {
    const id = changes.begin('change')?.changeId as string;
    changes.change(id, (draft) => ({ ...draft, caseId: CASE, changed: [{ event: 'wage-up', happenedOn: '2026-11-01' as CivilDate }] }));
    return id;
  };
  return { phone, server, changes, photos, forgotten, is, wageUp, kept: (id: string) => changeReceiptOf(phone.storage, id) };
}
const bodies = (server: FakeServer) => [...server.told.values()].map((t) => (t.body as { form: ChangeForm }).form);

describe('没报完的变化', () => {
  test('没同意以前什么也不记', () => {
    const t = open();
    t.is.agreed = false;
    expect([t.changes.begin('change'), t.phone.kept.size]).toEqual([undefined, 0]);
  });
  test('在手机里，关掉再开还在，接着的是同一份', () => {
    const t = open();
    const id = t.wageUp();
    const after = open(t.phone.killed(), t.server);
    expect([after.changes.begin('change')?.changeId, after.changes.record(id)?.draft.changed[0]?.event]).toEqual([id, 'wage-up']);
  });
  test('手机放满了会说', async () => {
    const t = open();
    t.phone.full = true;
    t.wageUp();
    await settled();
    expect(t.changes.isFull()).toBe(true);
  });
  test('点开什么也没说的，不算一份', () => {
    const one = newRecord('x', 'bereavement', 0);
    expect([isBare(one), isBare(newRecord('x', 'change', 0)), isBare(newRecord('x', 'nothing', 0))]).toEqual([true, true, true]);
    expect(isBare({ ...one, draft: { ...one.draft, changed: [{ event: 'death', memberName: '周老' }] } })).toBe(false);
    expect(isBare({ ...one, draft: { ...one.draft, caseId: CASE } })).toBe(true);
  });
});

describe('报上去', () => {
  test('一份变化一张凭证，点三下也是一份；收到了才从手机里拿走，照片也是', async () => {
    const t = open();
    t.photos.received.push({ id: '00000000-0000-4000-8000-0000000000f1', about: 'income' });
    const id = t.wageUp();
    const [one] = await Promise.all([t.changes.send(id), t.changes.send(id), t.changes.send(id)]);
    expect(one).toMatchObject({ kind: 'received', kept: { receipt: { number: '云岭 261122-101-T' }, earlierContent: false } });
    expect(t.server.requests.filter((r) => r.path.includes('/changes/'))).toHaveLength(1);
    expect(bodies(t.server)[0]?.photos).toEqual([{ fileId: '00000000-0000-4000-8000-0000000000f1', about: 'income' }]);
    expect([t.changes.all(), t.forgotten]).toEqual([[], [id]]);
    expect(t.kept(id)?.receipt.changeId).toBe(id);
  });

  test('没网：在路上，有网自己送，只有一份', async () => {
    const t = open();
    const id = t.wageUp();
    t.server.faults.push('no-network');
    expect(await t.changes.send(id)).toMatchObject({ kind: 'waits', problem: { code: 'no-network' } });
    expect([t.changes.onTheWay().length, t.changes.drafts().length]).toEqual([1, 0]);
    await t.changes.resume();
    expect([t.kept(id) !== undefined, t.server.told.size, t.changes.onTheWay()]).toEqual([true, 1, []]);
  });

  test('回音丢了、又关了机：再开时同一份再问一次，凭证是同一张', async () => {
    const t = open();
    const id = t.wageUp();
    t.server.faults.push('answer-lost');
    await t.changes.send(id);
    const after = open(t.phone.killed(), t.server);
    await after.changes.resume();
    expect([after.kept(id)?.receipt.number, t.server.told.size]).toEqual(['云岭 261122-101-T', 1]);
  });

  test('回音丢了以后又改了：收到的是先送的那份，说明白', async () => {
    const t = open();
    const id = t.wageUp();
    t.server.faults.push('answer-lost');
    await t.changes.send(id);
    t.changes.change(id, (draft) => ({ ...draft, story: '还有一句' }));
    expect(await t.changes.send(id)).toMatchObject({ kind: 'received', kept: { earlierContent: true } });
    expect(t.server.told.size).toBe(1);
  });

  test('没网时说了送，后来又添一样：有网自己送，送的是最后看到的那份，一份', async () => {
    const t = open();
    const id = t.wageUp();
    t.server.faults.push('no-network');
    await t.changes.send(id);
    t.changes.change(id, (draft) => ({ ...draft, changed: [...draft.changed, { event: 'large-medical-bill' }] }));
    const after = open(t.phone.killed(), t.server);
    await after.changes.resume();
    expect(bodies(t.server).map((form) => form.changed.map((one) => one.event))).toEqual([['wage-up', 'large-medical-bill']]);
    expect(after.kept(id)).toMatchObject({ earlierContent: false });
  });

  test('正在登录、正在问是哪一家的时候又添一样：添的不丢，也送上去', async () => {
    const t = open();
    const office = { id: 'o', name: '云岭镇', divisionCode: '500107101', district: '500107', live: true };
    t.server.cases = [{ caseId: CASE, office, benefits: [], members: [] }];
    const id = t.changes.begin('change')?.changeId as string;
    t.changes.change(id, (draft) => ({ ...draft, changed: [{ event: 'wage-up' }] }));
    t.is.signedIn = false;
    const going = t.changes.send(id);
    // The case is being asked for: nothing has left yet.
    while (t.server.requests.length === 0) await Promise.resolve();
    t.changes.change(id, (draft) => ({ ...draft, changed: [...draft.changed, { event: 'large-medical-bill' }] }));
    expect(await going).toMatchObject({ kind: 'received', kept: { earlierContent: false } });
    expect(bodies(t.server)[0]).toMatchObject({ caseId: CASE, changed: [{ event: 'wage-up' }, { event: 'large-medical-bill' }] });
  });

  test('已经在路上又添一样：凭证说明白，收到的是先送的那份', async () => {
    const t = open();
    const id = t.wageUp();
    const going = t.changes.send(id);
    while (!t.server.requests.some((r) => r.path.includes('/changes/'))) await Promise.resolve();
    t.changes.change(id, (draft) => ({ ...draft, changed: [...draft.changed, { event: 'large-medical-bill' }] }));
    expect(await going).toMatchObject({ kind: 'received', kept: { earlierContent: true } });
  });

  test('照片没传完：先等着，传完自己送；也能不等', async () => {
    const t = open();
    const id = t.wageUp();
    t.photos.waiting = 2;
    expect(await t.changes.send(id)).toEqual({ kind: 'photos', waiting: 2 });
    t.changes.photosMoved();
    expect(t.server.told.size).toBe(0);
    t.photos.waiting = 0;
    t.changes.photosMoved();
    await settled();
    expect(t.server.told.size).toBe(1);

    const other = open();
    const second = other.wageUp();
    other.photos.waiting = 1;
    await other.changes.send(second);
    expect(await other.changes.send(second, { withoutPhotos: true })).toMatchObject({ kind: 'received', kept: { photosLeft: 1 } });
  });

  test('还没问过是哪一家：只有一家就是那一家；没有也不知道是谁，就请人看一眼', async () => {
    const t = open();
    const id = t.changes.begin('nothing')?.changeId as string;
    expect(await t.changes.send(id)).toMatchObject({ kind: 'fix', fields: [{ path: 'person' }] });
    expect(t.changes.drafts().map((d) => d.changeId)).toEqual([id]);
    const office = { id: 'o', name: '云岭镇', divisionCode: '500107101', district: '500107', live: true };
    t.server.cases = [{ caseId: CASE, office, benefits: [], members: [] }];
    expect(await t.changes.send(id)).toMatchObject({ kind: 'received' });
    expect(bodies(t.server)[0]).toMatchObject({ caseId: CASE, changed: [], nothingChanged: true, reporter: { as: 'self' } });
  });

  test('镇上说有一处要看：回到手里，话还在', async () => {
    const t = open();
    const id = t.wageUp();
    t.server.fields = [{ path: 'changed.0.happenedOn', sentence: '这个日子还没到' }];
    t.server.faults.push('form-invalid');
    expect(await t.changes.send(id)).toMatchObject({ kind: 'fix', fields: [{ path: 'changed.0.happenedOn' }] });
    expect(t.changes.drafts()[0]).toMatchObject({ changeId: id, draft: { changed: [{ event: 'wage-up' }] } });
  });

  test('没送出去的能不报了；可能到了的不能装作没有', async () => {
    const t = open();
    const id = t.wageUp();
    expect(await t.changes.discard(id)).toBe(true);
    const second = t.wageUp();
    t.server.faults.push('answer-lost');
    await t.changes.send(second);
    expect(await t.changes.discard(second)).toBe(false);
  });

  test('人走了：路上的回来也不写', async () => {
    const t = open();
    const id = t.wageUp();
    const going = t.changes.send(id);
    t.changes.forget();
    await going;
    expect([t.changes.all(), t.kept(id)]).toEqual([[], undefined]);
  });
});

describe('送上去的内容', () => {
  const form = (draft: Parameters<typeof formOf>[0]['draft'], lane: 'change' | 'nothing' = 'change') => formOf({ lane, draft }, [], today);
  const mine = { caseId: CASE, reporter: { as: 'self' as const } };

  test('没说的不算说了：没写金额的收入不是零，空话不送', () => {
    const made = form({
      ...mine,
      story: '  ',
      changed: [
        {
          event: 'wage-up',
          words: ' ',
          income: [
            { kind: 'wage', per: 'month', amount: fen(320000) },
            { kind: 'farming', per: 'month' },
          ],
        },
        { event: 'pension', income: [{ kind: 'pension', per: 'month' }] },
        { event: 'job-lost', income: [] },
      ],
    });
    expect(made).toMatchObject({ ok: true });
    if (!made.ok) return;
    expect(made.form.changed).toEqual([
      { event: 'wage-up', income: [{ kind: 'wage', per: 'month', amount: 320000 }] },
      { event: 'pension' },
      { event: 'job-lost', income: [] },
    ]);
    expect(made.form.story).toBeUndefined();
  });
  test('不在册的：说了是谁家就能送；在册的不用再写名字', () => {
    const changed = [{ event: 'wage-up' }];
    expect(form({ reporter: { as: 'helper', name: '王姐' }, personName: '周德明', changed })).toMatchObject({
      ok: true,
      form: { person: { name: '周德明' }, reporter: { as: 'helper', name: '王姐' } },
    });
    expect(form({ ...mine, personName: '周德明', changed })).not.toMatchObject({ form: { person: expect.anything() } });
    expect(form({ reporter: {}, changed })).toMatchObject({ ok: false, fields: [{ path: 'person' }] });
  });
  test('没到的日子请再看一下；新来的人没名字也行', () => {
    const joins = { id: 'n1', livesTogether: true, relation: 'child' as const, birthDate: '2026-11-23' as CivilDate };
    expect(form({ ...mine, changed: [{ event: 'birth', happenedOn: '2026-11-23' as CivilDate, joins }] })).toMatchObject({
      ok: false,
      fields: [{ path: 'changed.0.happenedOn' }, { path: 'changed.0.joins.birthDate' }],
    });
    expect(form({ ...mine, changed: [{ event: 'birth', joins: { ...joins, birthDate: today } }] })).toMatchObject({ ok: true });
  });
});
