import { describe, expect, test } from 'vitest';
import { makeFakePhone } from '../_test/fake-phone.ts';
import { makeFakeServer } from '../_test/fake-server.ts';
import { openDraft, story, storyOf } from '../_test/open-draft.ts';
import { type Drawer, joinDrawers } from './join-drawers.ts';

/** A drawer in which everything lies as the phone writes it. @param room how many more writes it takes */
function drawer(lies: Readonly<Record<string, unknown>> = {}, room = Number.POSITIVE_INFINITY) {
  const kept = new Map(Object.entries(lies));
  let left = room;
  const it: Drawer = {
    keys: async () => [...kept.keys()],
    read: async <T>(key: string) => kept.get(key) as T | undefined,
    async write(key, value) {
      if (left <= 0) return false;
      left -= 1;
      kept.set(key, value);
      return true;
    },
    remove: async (key) => void kept.delete(key),
  };
  return { ...it, kept };
}
const json = (value: unknown) => JSON.stringify(value);
const read = ({ kept }: ReturnType<typeof drawer>, key: string) => JSON.parse(String(kept.get(key)));

/** Two visits of one person: each with a draft of its own that no server has. */
function twoVisits() {
  const [first, second] = [makeFakePhone(), makeFakePhone(new Map(), undefined, { count: 500 })];
  const server = makeFakeServer(first.now);
  const away = { signedIn: false };
  const [old, late] = [openDraft(first, server, away), openDraft(second, server, away)];
  old.begin();
  old.change(story('头一回写的'));
  second.pass(3_600_000);
  late.begin();
  late.change(story('第二回写的'));
  const all = (kept: Map<string, string>) => Object.fromEntries([...kept].map(([key, text]) => [`application.${key}`, text]));
  return { server, there: drawer(all(first.kept)), from: drawer(all(second.kept)) };
}
/** The phone is started with what lies in this drawer. */
const started = ({ kept }: ReturnType<typeof drawer>) =>
  makeFakePhone(new Map([...kept].map(([key, text]) => [key.replace('application.', ''), String(text)])), undefined, { count: 900 });

describe('没登录写了两回，登录以后：一个抽屉', () => {
  test('接着新的填；问一次用哪一份，两份都没扔', async () => {
    const { server, there, from } = twoVisits();
    await joinDrawers(from, there);
    expect(from.kept.size).toBe(0);
    const store = openDraft(started(there), server);
    expect(storyOf(store)).toBe('第二回写的');
    expect(store.state().conflict).toMatchObject({ here: true, form: { story: '头一回写的' } });
  });

  test.each([
    ['mine', '第二回写的', '头一回写的'],
    ['theirs', '头一回写的', '第二回写的'],
  ] as const)('选了一份（%s），另一份放在一边，连它自己的号；换得回来，关掉再开也不再问', async (which, chosen, other) => {
    const { server, there, from } = twoVisits();
    await joinDrawers(from, there);
    const phone = started(there);
    const store = openDraft(phone, server);
    const ids = [store.state().record, JSON.parse(String(phone.kept.get('draft.others')))[0]].map((r) => [r.draftId, r.applicationId]);
    store.settle(which);
    await store.saveNow();
    const again = openDraft(phone.killed(), server);
    await again.meetServer();
    expect([storyOf(again), again.state().conflict, again.state().record?.setAside?.form.story]).toEqual([chosen, undefined, other]);
    again.swapSetAside();
    await again.saveNow();
    const back = again.state().record;
    expect([storyOf(again), back?.setAside?.form.story]).toEqual([other, chosen]);
    expect([back?.draftId, back?.applicationId]).toEqual(which === 'mine' ? ids[1] : ids[0]);
    expect(again.state()).toMatchObject({ server: 'saved', conflict: undefined });
  });

  test('写了三回：一份一份问，一份也不少', async () => {
    const { server, there, from } = twoVisits();
    await joinDrawers(from, there);
    const third = makeFakePhone(new Map(), undefined, { count: 1500 });
    third.pass(7_200_000);
    const last = openDraft(third, server, { signedIn: false });
    last.begin();
    last.change(story('第三回写的'));
    await joinDrawers(drawer({ 'application.draft': third.kept.get('draft') }), there);
    const store = openDraft(started(there), server);
    const asked = [storyOf(store)];
    for (let turn = 0; turn < 2; turn++) {
      asked.push(store.state().conflict?.form.story);
      store.settle('mine');
    }
    expect([...asked, store.state().conflict]).toEqual(['第三回写的', '第二回写的', '头一回写的', undefined]);
  });

  test('新的那份交了，以前那份还在：接着填它', async () => {
    const { server, there, from } = twoVisits();
    await joinDrawers(from, there);
    const phone = started(there);
    openDraft(phone, server).finish();
    expect(storyOf(openDraft(phone.killed(), server))).toBe('头一回写的');
  });

  test('退出清掉：两份都不在了，下一个人看不到', async () => {
    const { server, there, from } = twoVisits();
    await joinDrawers(from, there);
    const phone = started(there);
    const store = openDraft(phone, server);
    store.forget();
    store.begin();
    expect([storyOf(store), store.state().conflict, phone.kept.has('draft.others')]).toEqual([undefined, undefined, false]);
  });

  test('只有一边有的，照样搬；照片、回执合成一列，照的先后不变；登录的凭据用原来的', async () => {
    const there = drawer({
      'refresh-token': 'old',
      'application.photos': json({ entries: [{ id: 'p1' }], toDelete: ['x'] }),
      'application.receipts': json([{ receipt: { applicationId: 'a1' } }]),
      'application.claim': json({ name: '旧' }),
    });
    const from = drawer({
      'refresh-token': 'new',
      'own-code': { code: '2468', wrong: 0 },
      'application.photos': json({ entries: [{ id: 'p2' }], toDelete: [] }),
      'application.receipts': json([{ receipt: { applicationId: 'a2' } }]),
      'application.claim': json({ name: '新' }),
      'helped.g1.draft': json({ savedAt: 1, draftId: 'd' }),
    });
    await joinDrawers(from, there);
    expect(there.kept.get('refresh-token')).toBe('old');
    expect(there.kept.get('own-code')).toEqual({ code: '2468', wrong: 0 });
    expect(read(there, 'application.photos')).toEqual({ entries: [{ id: 'p1' }, { id: 'p2' }], toDelete: ['x'] });
    expect(read(there, 'application.receipts').map((r: { receipt: { applicationId: string } }) => r.receipt.applicationId)).toEqual([
      'a2',
      'a1',
    ]);
    expect(read(there, 'application.claim')).toEqual({ name: '新' });
    expect(read(there, 'helped.g1.draft').draftId).toBe('d');
  });

  test('已经送出去、还没回话的申请，没送到的急事：不被另一边盖掉', async () => {
    const there = drawer({ 'application.outgoing': json({ id: 'a1', bodies: [{}] }), 'application.urgent-entry': json({ callId: 'c1' }) });
    const from = drawer({
      'application.outgoing': json({ id: 'a2', bodies: [] }),
      'application.urgent-entry': json({ callId: 'c2', view: {} }),
    });
    await joinDrawers(from, there);
    expect([read(there, 'application.outgoing').id, read(there, 'application.urgent-entry').callId]).toEqual(['a1', 'c1']);
  });

  test('搬到一半被关掉，或手机满了：再搬一次，结果一样，一样不丢', async () => {
    for (let room = 0; room < 3; room++) {
      const { there, from } = twoVisits();
      const full = { ...drawer(Object.fromEntries(there.kept), room) };
      await joinDrawers(from, full);
      const later = drawer(Object.fromEntries(full.kept));
      await joinDrawers(from, later);
      expect(from.kept.size).toBe(0);
      expect(read(later, 'application.draft').form.story).toBe('第二回写的');
      expect(read(later, 'application.draft.others').map((r: { form: { story: string } }) => r.form.story)).toEqual(['头一回写的']);
    }
  });
});
