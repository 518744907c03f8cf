import { beforeEach, describe, expect, test, vi } from 'vitest';

const phone = vi.hoisted(() => ({ box: new Map<string, string>(), login: '' }));
vi.mock('./login', () => ({ loginName: () => phone.login }));
vi.mock('./sealed-box', () => ({
  sealedBox: {
    read: async (key: string) => phone.box.get(key),
    write: async (key: string, text: string) => {
      phone.box.set(key, text);
      return true;
    },
    remove: async (key: string) => void phone.box.delete(key),
    keys: async () => [...phone.box.keys()],
  },
}));

/** The app is started anew: it knows only what lies on the phone. */
const started = async () => {
  vi.resetModules();
  return import('./storage.ts');
};
beforeEach(() => {
  phone.box = new Map();
  phone.login = '';
});

describe('一部手机，几个人', () => {
  test('没退出就换了人：后一个人读不到前一个人的，前一个人回来都在；关掉再开，还是最后那个人的', async () => {
    const app = await started();
    await app.writeKept('application.draft', '周德明家的事');
    expect(await app.openDrawerOf('zhou')).toBe(false);
    expect(await app.openDrawerOf('li')).toBe(true);
    expect(await app.readKept('application.draft')).toBeUndefined();
    await app.writeKept('application.draft', '李素芬家的事');
    const again = await started();
    expect(await again.readKept('application.draft')).toBe('李素芬家的事');
    await again.openDrawerOf('zhou');
    expect(await again.readKept('application.draft')).toBe('周德明家的事');
    expect(await again.shelfOf(0).keys()).toEqual(['application.draft']);
  });

  test('前一个人还在写的，写在他自己那里', async () => {
    const app = await started();
    const zhou = app.shelfOf(await app.openDrawer());
    await app.openDrawerOf('zhou');
    await app.openDrawerOf('li');
    await zhou.write('application.draft', '写到一半');
    expect(await app.readKept('application.draft')).toBeUndefined();
    await app.openDrawerOf('zhou');
    expect(await app.readKept('application.draft')).toBe('写到一半');
  });

  test('退出清掉：清的是自己的，别人的还在', async () => {
    const app = await started();
    await app.openDrawerOf('zhou');
    await app.writeKept('a', '周德明的');
    await app.openDrawerOf('li');
    await app.writeKept('a', '李素芬的');
    await app.clearKept();
    expect([...phone.box.values()].join()).not.toContain('李素芬的');
    expect(await app.readKept('a')).toBeUndefined();
    await app.openDrawerOf('zhou');
    expect(await app.readKept('a')).toBe('周德明的');
  });

  test('网页上换了样例居民：没连上服务器以前，也只看得到自己的', async () => {
    phone.login = 'zhou';
    const app = await started();
    await app.writeKept('a', '周德明的');
    phone.login = 'li';
    expect(await (await started()).readKept('a')).toBeUndefined();
    phone.login = 'zhou';
    expect(await (await started()).readKept('a')).toBe('周德明的');
  });

  test('换过人的手机上，没登录又写了几个字：登录了还是他原来的抽屉，新写的在旁边等着归进来；他同意过的还算', async () => {
    const app = await started();
    await app.openDrawerOf('zhou');
    await app.writeKept('application.draft', '头一回写的');
    await app.openDrawerOf('li');
    await app.clearKept();
    await app.writeKept('application.draft', '第二回写的');
    expect(await app.openDrawerOf('zhou')).toBe(false);
    expect([await app.openDrawer(), await app.readKept('application.draft'), app.drawersBeside(0)]).toEqual([0, '头一回写的', [1]]);
    await app.letDrawerGo(1);
    expect(app.drawersBeside(0)).toEqual([1]);
    await app.shelfOf(1).remove('application.draft');
    await app.letDrawerGo(1);
    const later = await started();
    await later.openDrawer();
    expect(later.drawersBeside(0)).toEqual([]);
  });
});
