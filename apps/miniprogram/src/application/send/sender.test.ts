import type { CivilDate } from '@assist/policy';
import { describe, expect, test } from 'vitest';
import { filled, openSender, signedAll, submissions } from '../_test/open-sender.ts';
import { readReceipts } from './receipts.ts';

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
    const later = openSender(phone.killed(), server);
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
    const again = openSender(phone.killed(), server);
    expect((await again.sender.resume()).kind).toBe('received');
    expect([again.draft.state().record, phone.kept.has('outgoing'), submissions(server).length]).toEqual([undefined, false, count]);
  });

  test('先写进手机再送：送到一半被关掉，知道还有一份没收到回话', async () => {
    const { phone, server, draft, sender } = filled();
    await draft.saveNow();
    void sender.send();
    expect(openSender(phone.killed(), server).sender.isUnderWay()).toBe(true);
  });

  test('以前那份送出去还没有回话，又交新的：先问清那一份；问不到就等，不盖掉；问到了两份各有回执', async () => {
    const { phone, server, sender, draft } = filled();
    await draft.saveNow();
    server.faults.push('answer-lost');
    expect((await sender.send()).kind).toBe('again');
    const first = [...server.received.keys()];
    draft.finish();
    const next = openSender(phone.killed(), server);
    next.draft.begin();
    next.draft.change((f) => ({ ...f, members: [{ id: 'm1', relation: 'self', name: '李素芬', birthDate: '1958-03-04' as CivilDate }] }));
    next.draft.changeBeside((b) => ({ ...b, signatures: signedAll() }));
    await next.draft.saveNow();
    server.faults.push('no-network');
    expect((await next.sender.send()).kind).toBe('again');
    expect(JSON.parse(phone.kept.get('outgoing') ?? '{}').id).toBe(first[0]);
    expect((await next.sender.send()).kind).toBe('received');
    expect([server.received.size, readReceipts(phone.storage).length]).toEqual([2, 2]);
  });
});
