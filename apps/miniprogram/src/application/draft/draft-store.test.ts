import type { DraftForm } from '@assist/contracts';
import { describe, expect, test } from 'vitest';
import { makeFakePhone, settled } from '../_test/fake-phone.ts';
import { makeFakeServer } from '../_test/fake-server.ts';
import { openDraft as open, story, storyOf } from '../_test/open-draft.ts';
import { isEmpty } from './draft-record.ts';

describe('草稿', () => {
  test('没点同意以前，什么也不收、不存', () => {
    const phone = makeFakePhone();
    const store = open(phone, makeFakeServer(phone.now), { agreed: false });
    expect(store.begin()).toBe(false);
    store.change(story('三个月没活干'));
    phone.pass(10_000);
    expect(phone.kept.size).toBe(0);
  });

  test('没登录、没有网也能填，手机被关掉再打开，字都在', async () => {
    const phone = makeFakePhone();
    const server = makeFakeServer(phone.now);
    const store = open(phone, server, { signedIn: false });
    store.begin();
    store.change(story('三个月没活干'));
    const again = open(phone.killed(), server, { signedIn: false });
    expect(storyOf(again)).toBe('三个月没活干');
    await settled();
    expect(server.requests).toEqual([]);
  });

  test('每一个字马上写进手机，一下都不等；正写的那一下不说存好了', async () => {
    const phone = makeFakePhone();
    const store = open(phone, makeFakeServer(phone.now), { signedIn: false });
    store.begin();
    expect(store.state().phone).toBe('saving');
    await settled();
    expect(store.state().phone).toBe('saved');
    for (const text of ['三', '三个', '三个月']) {
      store.change(story(text));
      expect(store.state().phone).toBe('saving');
      await settled();
      expect([store.state().phone, storyOf(open(phone.killed(), makeFakeServer(phone.now)))]).toEqual(['saved', text]);
    }
  });

  test('人退出了：还在路上的回话不再带回来，冲突、太新的版本也不留给下一个人', async () => {
    const phone = makeFakePhone();
    const server = makeFakeServer(phone.now);
    const other = open(makeFakePhone(), server);
    other.begin();
    other.change(story('别的手机上写的'));
    await other.saveNow();
    const store = open(phone, server);
    const meeting = store.meetServer();
    store.forget();
    await meeting;
    await settled();
    expect(store.state()).toMatchObject({ record: undefined, conflict: undefined, newer: false });
    expect(store.begin()).toBe(true);
  });

  test('边打字边关：最后一个字也在', () => {
    const phone = makeFakePhone();
    const server = makeFakeServer(phone.now);
    const store = open(phone, server);
    store.begin();
    store.change(story('刚打完'));
    expect(storyOf(open(phone.killed(), server))).toBe('刚打完');
  });

  test('手机放满了：说出来，屏上的字还在，服务器照样存', async () => {
    const phone = makeFakePhone();
    const server = makeFakeServer(phone.now);
    const store = open(phone, server);
    store.begin();
    phone.full = true;
    store.change(story('放不下'));
    phone.pass(2000);
    await settled();
    expect(store.state().phone).toBe('full');
    expect(storyOf(store)).toBe('放不下');
    expect([...server.drafts.values()][0]?.form).toMatchObject({ story: '放不下' });
  });

  test('登录了就存到服务器，基于上一次的版本；连着改只存一次', async () => {
    const phone = makeFakePhone();
    const server = makeFakeServer(phone.now);
    const store = open(phone, server);
    store.begin();
    for (const text of ['三', '三个', '三个月']) {
      store.change(story(text));
      phone.pass(100);
    }
    phone.pass(2000);
    await settled();
    expect(server.requests.length).toBe(1);
    expect(store.state()).toMatchObject({ server: 'saved', phone: 'saved', record: { server: { revision: 1 } } });
    store.change(story('三个月没活干'));
    phone.pass(2000);
    await settled();
    expect(JSON.parse(server.requests[1]?.body ?? '')).toMatchObject({ baseRevision: 1, form: { story: '三个月没活干' } });
    expect(store.state().record?.server?.revision).toBe(2);
  });

  test('没网时存不上，等着；网回来了再存，一次也不重', async () => {
    const phone = makeFakePhone();
    const server = makeFakeServer(phone.now);
    const store = open(phone, server);
    store.begin();
    server.faults.push('no-network');
    store.change(story('没网时写的'));
    phone.pass(2000);
    await settled();
    expect(store.state()).toMatchObject({ server: 'waiting', problem: { code: 'no-network' } });
    await store.meetServer();
    await settled();
    expect(store.state()).toMatchObject({ server: 'saved', problem: undefined });
    expect([...server.drafts.values()][0]).toMatchObject({ revision: 1, form: { story: '没网时写的' } });
  });

  test('存到了但回话丢了：再存时不当成两部手机打架', async () => {
    const phone = makeFakePhone();
    const server = makeFakeServer(phone.now);
    const store = open(phone, server);
    store.begin();
    server.faults.push('answer-lost');
    store.change(story('甲'));
    phone.pass(2000);
    await settled();
    store.change(story('甲乙'));
    phone.pass(2000);
    await settled();
    expect(store.state()).toMatchObject({ conflict: undefined, server: 'saved', record: { server: { revision: 2 } } });
    expect([...server.drafts.values()][0]?.form).toMatchObject({ story: '甲乙' });
  });

  test('送的编号跟着草稿走，关掉再开也不变', () => {
    const phone = makeFakePhone();
    const server = makeFakeServer(phone.now);
    const store = open(phone, server);
    store.begin();
    const id = store.state().record?.applicationId;
    store.change(story('改一改'));
    store.flush();
    expect(open(phone.killed(), server).state().record?.applicationId).toBe(id);
    expect(id).not.toBe(store.state().record?.draftId);
  });

  test('更新的版本写的草稿：不动它，也不盖掉', () => {
    const phone = makeFakePhone();
    const text = JSON.stringify({
      draftId: 'd',
      applicationId: 'a',
      form: { formVersion: 99, story: '新版写的' },
      beside: {},
      change: 1,
      savedAt: 0,
    });
    phone.kept.set('draft', text);
    const store = open(phone, makeFakeServer(phone.now));
    expect(store.state().newer).toBe(true);
    expect(store.begin()).toBe(false);
    store.change(story('旧版改的'));
    store.flush();
    expect(phone.kept.get('draft')).toBe(text);
  });

  test('服务器上那份过了期被删：手机里这份重新存上去', async () => {
    const phone = makeFakePhone();
    const server = makeFakeServer(phone.now);
    const store = open(phone, server);
    store.begin();
    await store.saveNow();
    server.drafts.clear();
    store.change(story('过期以后又写的'));
    await store.saveNow();
    expect([...server.drafts.values()][0]).toMatchObject({ revision: 1, form: { story: '过期以后又写的' } });
  });

  test('这份的编号是另一个账户的：换一个编号接着存，字不丢', async () => {
    const phone = makeFakePhone();
    const server = makeFakeServer(phone.now);
    const store = open(phone, server);
    store.begin();
    store.change(story('同一部手机，另一个微信'));
    const before = store.state().record?.draftId;
    server.faults.push('not-found');
    await store.saveNow();
    phone.pass(2000);
    await settled();
    expect(store.state().record?.draftId).not.toBe(before);
    expect([...server.drafts.values()][0]?.form).toMatchObject({ story: '同一部手机，另一个微信' });
  });

  test('开了头什么也没写，算空的；写了一个字就不算', () => {
    const phone = makeFakePhone();
    const store = open(phone, makeFakeServer(phone.now));
    store.begin();
    expect(isEmpty(store.state().record?.form as DraftForm)).toBe(true);
    store.change((form) => ({ ...form, members: [{ id: 'm1', relation: 'self', name: '李' }] }));
    expect(isEmpty(store.state().record?.form as DraftForm)).toBe(false);
  });
});
