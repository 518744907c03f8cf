import { beforeEach, expect, test, vi } from 'vitest';

const phone = vi.hoisted(() => ({ account: undefined as string | undefined, drawer: 0, closed: false }));
vi.mock('@/platform/account', () => ({ account: { get: () => phone.account } }));
vi.mock('@/platform/acting', () => ({ clientFor: () => undefined }));
vi.mock('@/platform/new-id', () => ({ newIds: undefined }));
vi.mock('@/platform/storage', () => ({ drawer: { get: () => phone.drawer } }));
vi.mock('../id-pool.ts', () => ({ openIdPool: async () => () => 'id' }));
vi.mock('../kept-texts.ts', () => ({ openKeptTexts: async () => ({ isClosed: () => phone.closed }) }));
const { openGround } = await import('./ground.ts');

beforeEach(() => Object.assign(phone, { account: 'zhou', drawer: 3, closed: false }));

test('登录了、抽屉是他的，才以他的名义送', async () => {
  const ground = await openGround(3, undefined);
  expect(ground.signedIn()).toBe(true);
  phone.account = undefined;
  expect(ground.signedIn()).toBe(false);
  Object.assign(phone, { account: 'li', drawer: 4 });
  expect(ground.signedIn()).toBe(false);
});

test('他的东西搬进了原来的抽屉，这个号后来给了别人：内存里剩下的，不以那个人的名义送', async () => {
  const ground = await openGround(3, undefined);
  phone.closed = true;
  phone.account = 'li';
  expect(ground.signedIn()).toBe(false);
});
