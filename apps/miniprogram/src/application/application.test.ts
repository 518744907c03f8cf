import { beforeEach, expect, test, vi } from 'vitest';
import type { KeptTexts } from './texts-on.ts';

const phone = { box: new Map<string, string>(), login: '', room: Number.POSITIVE_INFINITY };
const sealedBox = {
  read: async (key: string) => phone.box.get(key),
  write: async (key: string, text: string) => {
    if (!phone.box.has(key) && phone.box.size >= phone.room) return false;
    phone.box.set(key, text);
    return true;
  },
  remove: async (key: string) => void phone.box.delete(key),
  keys: async () => [...phone.box.keys()],
};

interface Mine {
  readonly mine: number;
  readonly storage: KeptTexts;
}
/** The app is started anew: it knows only what lies on the phone. */
async function started() {
  vi.resetModules();
  vi.doMock('../platform/login', () => ({ loginName: () => phone.login }));
  vi.doMock('../platform/sealed-box', () => ({ sealedBox }));
  const [storage, store] = await Promise.all([import('../platform/storage.ts'), import('../platform/store.ts')]);
  vi.doMock('@/platform/storage', () => storage);
  vi.doMock('@/platform/store', () => store);
  vi.doMock('@/platform/acting', () => ({ acting: store.makeStore(undefined) }));
  const { openKeptTexts } = await import('./kept-texts.ts');
  // Of all that is opened for one person, what lies on the phone is enough here.
  vi.doMock('./open/open-for.ts', () => ({ openFor: async (mine: number) => ({ mine, storage: await openKeptTexts(mine) }) }));
  const { application, openApplication } = await import('./application.ts');
  const { openDrawerOf } = storage;
  const open = async () => (await openApplication()) as unknown as Mine;
  return { open, signIn: openDrawerOf, shown: () => application.get() as unknown as Mine | undefined };
}
beforeEach(() => Object.assign(phone, { box: new Map<string, string>(), login: '', room: Number.POSITIVE_INFINITY }));

/** Zhou has a drawer here. Then somebody whose name is not known yet writes, and a page of Zhou's is open before the server has said who it is. */
async function wroteBeforeSigningIn() {
  const app = await started();
  phone.login = 'zhou';
  await (await app.open()).storage.write('claim', JSON.stringify({ name: '周德明' }));
  await app.signIn('account-zhou');
  phone.login = '';
  const nobodys = await app.open();
  await nobodys.storage.write('draft', JSON.stringify({ savedAt: 1, form: { story: '没登录写的' } }));
  phone.login = 'zhou';
  return { app, nobodys, before: await app.open() };
}

test('没登录写的，一登录就和他自己的归到一处，不用等下次打开', async () => {
  const { app, nobodys, before } = await wroteBeforeSigningIn();
  expect(before.storage.read('draft')).toBeUndefined();
  await app.signIn('account-zhou');
  const now = await app.open();
  expect(now.storage.read('draft')).toContain('没登录写的');
  expect(app.shown()).toBe(now);
  // What was in memory is neither sent nor written any more: its number may be given to somebody else.
  expect([before.storage.isClosed(), nobodys.storage.isClosed(), now.storage.isClosed()]).toEqual([true, true, false]);
});

test('原来开着的那一份，服务器一说是他，就先停下，等归到一处再送', async () => {
  const { app, before } = await wroteBeforeSigningIn();
  const signingIn = app.signIn('account-zhou');
  await signingIn;
  expect(before.storage.isClosed()).toBe(true);
});

test('登录的是另一个人：前一个人的一样也不归过来', async () => {
  const { app } = await wroteBeforeSigningIn();
  phone.login = 'li';
  const li = await app.open();
  await app.signIn('account-li');
  const now = await app.open();
  // Who typed and then says they are Li is Li; what is Zhou's stays in Zhou's drawer.
  phone.login = 'zhou';
  await app.signIn('account-zhou');
  expect((await app.open()).storage.read('draft')).toBeUndefined();
  expect([li.mine === now.mine, now.storage.read('draft')?.includes('没登录写的'), now.storage.read('claim')]).toEqual([
    true,
    true,
    undefined,
  ]);
});

test('手机满了搬不过去：不反复开关，他的照样能填；下次打开再搬', async () => {
  const { app } = await wroteBeforeSigningIn();
  phone.room = phone.box.size;
  await app.signIn('account-zhou');
  const now = await app.open();
  expect([await app.open(), now.storage.isClosed(), now.storage.read('draft')]).toEqual([now, false, undefined]);
  phone.room = Number.POSITIVE_INFINITY;
  const later = await started();
  expect((await later.open()).storage.read('draft')).toContain('没登录写的');
});
