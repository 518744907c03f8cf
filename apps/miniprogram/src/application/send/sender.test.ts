import { type DraftForm, localProblem, type Problem, STATEMENT_HASHES, STATEMENTS } from '@assist/contracts';
import type { CivilDate, DivisionCode, Fen } from '@assist/policy';
import { describe, expect, test } from 'vitest';
import { type FakePhone, makeFakePhone } from '../_test/fake-phone.ts';
import { type FakeServer, makeFakeServer, OFFICE } from '../_test/fake-server.ts';
import { makeDraftStore } from '../draft/draft-store.ts';
import { withSignature } from '../sign/signatures.ts';
import { withConfirmation } from './check-before-sending.ts';
import { placeOf } from './form-place.ts';
import { readReceipts } from './receipts.ts';
import { makeSender } from './sender.ts';

const privacy = {
  version: STATEMENTS['privacy-notice'].version,
  hash: STATEMENT_HASHES['privacy-notice'],
  at: '2026-11-22T10:00:00+08:00',
};

function open(
  phone: FakePhone,
  server: FakeServer,
  is: { identity?: 'none' | 'claimed' | 'unknown'; waiting?: { count: number }; signIn?: Problem } = {},
) {
  const common = { storage: phone.storage, call: server.call, now: phone.now, signedIn: () => true };
  const wasSent = (id: string) => readReceipts(phone.storage).some((r) => r.draftId === id);
  const draft = makeDraftStore({ ...common, newId: phone.newId, later: phone.later, privacyAgreed: () => true, wasSent });
  const sender = makeSender({
    ...common,
    draft,
    identity: () => is.identity ?? 'claimed',
    signIn: async () => is.signIn,
    privacy: () => privacy,
    waitingPhotos: () => is.waiting?.count ?? 0,
  });
  return { draft, sender };
}

const signedAll = () =>
  (['sensitive-data', 'cross-check', 'truthfulness'] as const).reduce(
    (list, s) => withSignature(list, s, true, '2026-11-22T10:30:00+08:00'),
    [] as ReturnType<typeof withSignature>,
  );

/** A filled household of one, signed. */
function filled(is: Parameters<typeof open>[2] = {}) {
  const phone = makeFakePhone();
  const server = makeFakeServer(phone.now);
  const at = open(phone, server, is);
  at.draft.begin();
  at.draft.change((f) => ({ ...f, members: [{ id: 'm1', relation: 'self', name: '李素芬', birthDate: '1958-03-04' as CivilDate }] }));
  at.draft.changeBeside((b) => ({ ...b, signatures: signedAll() }));
  at.draft.flush();
  return { phone, server, ...at };
}
const submissions = (server: FakeServer) => server.requests.filter((r) => r.path.startsWith('/api/applications'));

describe('交上去', () => {
  test('收到回执才把草稿拿掉，回执存在手机里', async () => {
    const { phone, server, draft, sender } = filled();
    const state = await sender.send();
    expect(state).toMatchObject({ kind: 'received', kept: { receipt: { number: '云岭 261122-001-K' }, earlierContent: false } });
    expect(draft.state().record).toBeUndefined();
    expect(readReceipts(phone.storage).length).toBe(1);
    expect(server.received.size).toBe(1);
    expect(sender.isUnderWay()).toBe(false);
  });

  test('正在送时人退出了：回执不写进这部手机，下一个人从头来', async () => {
    const { phone, sender } = filled();
    const sending = sender.send();
    sender.forget();
    await sending;
    expect(sender.state()).toEqual({ kind: 'idle' });
    expect([readReceipts(phone.storage), phone.kept.has('outgoing')]).toEqual([[], false]);
  });

  test('同一下点三次，只送一次', async () => {
    const { server, sender } = filled();
    const states = await Promise.all([sender.send(), sender.send(), sender.send()]);
    expect(submissions(server).length).toBe(1);
    expect(new Set(states.map((s) => s.kind))).toEqual(new Set(['received']));
  });

  test('交过的那份草稿还留在服务器上：不再当没交过的打开', async () => {
    const { server, draft, sender } = filled();
    await draft.saveNow();
    await sender.send();
    expect(server.drafts.size).toBe(1);
    await draft.meetServer();
    expect(draft.state().record).toBeUndefined();
  });

  test('送的时候写“正在送”', async () => {
    const { sender } = filled();
    const going = sender.send();
    expect(sender.state().kind).toBe('sending');
    await going;
  });

  test('服务器收了却没回上话：再送一次，还是那张回执，不收两次', async () => {
    const { server, sender } = filled();
    server.faults.push('answer-lost', 'answer-lost');
    expect(await sender.send()).toMatchObject({ kind: 'again', problem: { code: 'timeout' } });
    server.faults.length = 0;
    expect(await sender.send()).toMatchObject({ kind: 'received', kept: { receipt: { number: '云岭 261122-001-K' } } });
    expect(server.received.size).toBe(1);
  });

  test('没网，手机关了，两天后再开：同一个编号，同一张回执', async () => {
    const { phone, server, draft, sender } = filled();
    const id = draft.state().record?.applicationId;
    await draft.saveNow();
    server.faults.push('answer-lost');
    await sender.send();
    phone.pass(2 * 86400_000);
    const later = open(phone.killed(), server);
    const state = await later.sender.resume();
    expect(state).toMatchObject({ kind: 'received', kept: { receipt: { applicationId: id, number: '云岭 261122-001-K' } } });
    expect(later.draft.state().record).toBeUndefined();
    expect(server.received.size).toBe(1);
  });

  test('没收到回话又改了：送新的；原来已经收到的，拿回原来那张回执，并说改的不在里面', async () => {
    const { server, draft, sender } = filled();
    await draft.saveNow();
    server.faults.push('answer-lost');
    await sender.send();
    draft.change((f) => ({ ...f, story: '后来加的' }));
    const state = await sender.send();
    expect(state).toMatchObject({ kind: 'received', kept: { earlierContent: true, receipt: { number: '云岭 261122-001-K' } } });
    expect(server.received.size).toBe(1);
  });

  test('没网时送不到，又改了：收到的是新的', async () => {
    const { server, draft, sender } = filled();
    await draft.saveNow();
    server.faults.push('no-network');
    expect(await sender.send()).toMatchObject({ kind: 'again', problem: { code: 'no-network' } });
    draft.change((f) => ({ ...f, story: '后来加的' }));
    await draft.saveNow();
    expect(await sender.send()).toMatchObject({ kind: 'received', kept: { earlierContent: false } });
    expect([...server.received.values()][0]?.body).toMatchObject({ form: { story: '后来加的' } });
  });

  test('最后一屏登录过了时间：填的都在，登录后接着送，还是那个编号', async () => {
    const { server, draft, sender } = filled();
    await draft.saveNow();
    const before = draft.state().record;
    server.faults.push('session-ended');
    expect((await sender.send()).kind).toBe('sign-in');
    expect(draft.state().record?.form).toEqual(before?.form);
    expect((await sender.send()).kind).toBe('received');
    expect([...server.received.keys()]).toEqual([before?.applicationId]);
  });

  test('存了回执、还没删草稿时被关掉：再开时收拾好，不再送', async () => {
    const { phone, server, draft, sender } = filled();
    draft.flush();
    const text = phone.kept.get('draft') as string;
    const outgoing = { id: draft.state().record?.applicationId, bodies: [{}], startedAt: 0 };
    await sender.send();
    const count = submissions(server).length;
    phone.kept.set('draft', text);
    phone.kept.set('outgoing', JSON.stringify(outgoing));
    const again = open(phone.killed(), server);
    expect((await again.sender.resume()).kind).toBe('received');
    expect([again.draft.state().record, phone.kept.has('outgoing'), submissions(server).length]).toEqual([undefined, false, count]);
  });

  test('先写进手机再送：送到一半被关掉，知道还有一份没收到回话', async () => {
    const { phone, server, draft, sender } = filled();
    await draft.saveNow();
    void sender.send();
    expect(open(phone.killed(), server).sender.isUnderWay()).toBe(true);
  });
});

describe('送之前要先定的，一次一样', () => {
  test('那个地方还没接上：先说去哪里，不送', async () => {
    const { server, draft, sender } = filled();
    const reason = { sentence: '户口在江津区', clauses: [{ id: 'YM239-3-3a', label: '', gist: '' }] };
    draft.changeBeside((b) => ({
      ...b,
      routing: {
        kind: 'not-live',
        placeName: '江津区',
        office: { ...OFFICE, divisionCode: OFFICE.divisionCode as DivisionCode, live: false },
        reason,
      },
    }));
    expect((await sender.send()).kind).toBe('place');
    expect(submissions(server)).toEqual([]);
  });
  test('几个地方都能办，还没选：先去选', async () => {
    const { server, draft, sender } = filled();
    const office = { ...OFFICE, divisionCode: OFFICE.divisionCode as DivisionCode };
    const routing = {
      kind: 'choice' as const,
      offices: [office, { ...office, id: 'o2', live: false }],
      reason: { sentence: '', clauses: [] },
    };
    draft.changeBeside((b) => ({ ...b, routing }));
    expect((await sender.send()).kind).toBe('place');
    draft.changeBeside((b) => ({ ...b, officeId: 'o2' }));
    expect((await sender.send()).kind).toBe('place');
    expect(submissions(server)).toEqual([]);
    draft.changeBeside((b) => ({ ...b, officeId: office.id }));
    expect((await sender.send()).kind).toBe('received');
  });
  test('服务器说那个地方没接上，也是去选地方', async () => {
    const { server, draft, sender } = filled();
    await draft.saveNow();
    server.faults.push('place-not-live');
    expect((await sender.send()).kind).toBe('place');
  });
  test('还没写您是谁', async () => {
    expect((await filled({ identity: 'none' }).sender.send()).kind).toBe('who');
  });
  test('还没登录又没网：不问您是谁，说没网，填的都在', async () => {
    const { server, draft, sender } = filled({ identity: 'unknown', signIn: localProblem('no-network') });
    expect(await sender.send()).toMatchObject({ kind: 'again', problem: { code: 'no-network' } });
    expect(draft.state().record?.form.members?.[0]?.name).toBe('李素芬');
    expect(submissions(server)).toEqual([]);
  });
  test('不可能的，说一句话，带到那一格', async () => {
    const { draft, sender } = filled();
    draft.change((f) => ({
      ...f,
      members: [...(f.members ?? []), { id: 'm2', relation: 'child', name: '', birthDate: '2030-01-01' as CivilDate }],
    }));
    const state = await sender.send();
    expect(state).toEqual({ kind: 'fix', fields: [{ path: 'members.1.birthDate', sentence: '出生日期还没到，请再看一下' }] });
    expect(placeOf('members.1.birthDate', draft.state().record?.form.members ?? [])).toEqual({
      section: 'members',
      memberId: 'm2',
      field: 'birthDate',
    });
  });
  test('选了工资没写多少：问一句，带到那一格', async () => {
    const { draft, sender } = filled();
    draft.change(
      (f) => ({ ...f, members: f.members?.map((m) => ({ ...m, income: [{ kind: 'wage', per: 'month' }] })) }) as unknown as DraftForm,
    );
    const state = await sender.send();
    expect(state).toMatchObject({ kind: 'fix', fields: [{ path: 'members.0.income.0.amount' }] });
    expect(placeOf('members.0.income.0.amount', [{ id: 'm1' }])).toEqual({ section: 'income', memberId: 'm1', field: 'income' });
  });
  test('服务器挑出来的那一格，也带过去', async () => {
    const { server, draft, sender } = filled();
    await draft.saveNow();
    server.fields = [{ path: 'form.assets.financial', sentence: '金额不能是负数' }];
    server.faults.push('form-invalid');
    expect(await sender.send()).toEqual({ kind: 'fix', fields: server.fields });
    expect(placeOf('form.assets.financial', [])).toEqual({ section: 'assets', field: 'financial' });
  });
  test('三样同意少一样，先去点；点了就送', async () => {
    const { draft, sender } = filled();
    draft.changeBeside((b) => ({ ...b, signatures: signedAll().filter((x) => x.statement !== 'cross-check') }));
    expect((await sender.send()).kind).toBe('sign');
    draft.changeBeside((b) => ({ ...b, signatures: signedAll() }));
    expect((await sender.send()).kind).toBe('received');
  });
  test('少见的问一次，点了“对”就照收', async () => {
    const { server, draft, sender } = filled();
    const rich = (f: DraftForm) => ({
      ...f,
      members: f.members?.map((m) => ({
        ...m,
        income: [{ kind: 'gift' as const, amount: 1_000_000_001_00 as Fen, per: 'month' as const }],
      })),
    });
    draft.change((f) => rich(f) as DraftForm);
    expect(await sender.send()).toMatchObject({ kind: 'ask', questions: [{ question: 'very-high-income' }] });
    draft.change((f) => withConfirmation(f, 'very-high-income'));
    expect((await sender.send()).kind).toBe('received');
    expect([...server.received.values()][0]?.body).toMatchObject({ form: { confirmations: [{ question: 'very-high-income' }] } });
  });
  test('照片还没传完：问一句；说先交，就先交，并记下还有几张', async () => {
    const { sender } = filled({ waiting: { count: 2 } });
    expect(await sender.send()).toEqual({ kind: 'photos', waiting: 2 });
    expect(await sender.send({ withoutPhotos: true })).toMatchObject({ kind: 'received', kept: { photosLeft: 2 } });
  });
  test('证件、电话只点开没写，当没说，不拦', async () => {
    const { draft, sender } = filled();
    draft.change((f) => ({
      ...f,
      members: [...(f.members ?? []), { id: 'm2', relation: 'child', name: '张伟', phone: ' ', paper: { kind: 'none-yet', reason: '' } }],
    }));
    expect((await sender.send()).kind).toBe('received');
  });
});
