import type { DraftForm } from '@assist/contracts';
import { describe, expect, test } from 'vitest';
import { makeFakePhone, settled } from '../_test/fake-phone.ts';
import { makeFakeServer } from '../_test/fake-server.ts';
import { openDraft as open } from '../_test/open-draft.ts';

const NUMBER = '500107199001011238';
const PASSPORT = 'E12345678';
const withNumber =
  (number: string) =>
  (form: DraftForm): DraftForm => ({
    ...form,
    members: [
      { id: 'm1', relation: 'self', name: '李素芬' },
      { id: 'm2', relation: 'child', name: '张伟', paper: { kind: 'resident-identity', number } },
      { id: 'm3', relation: 'spouse', name: '安娜', paper: { kind: 'passport', number: PASSPORT } },
      { id: 'm4', relation: 'grandchild', name: '张小宇', paper: { kind: 'none-yet', reason: '还没上户口' } },
    ],
  });
const phoneAndServer = () => {
  const phone = makeFakePhone();
  return { phone, server: makeFakeServer(phone.now) };
};
const onPhone = (phone: ReturnType<typeof makeFakePhone>) => [...phone.kept.values()].join();
const atServer = (server: ReturnType<typeof makeFakeServer>) => [...server.drafts.values()][0]?.form as DraftForm;

describe('家里人的证件号', () => {
  test('服务器有了，手机里只留最后两位；没号的原样；以后再存，服务器上的号还在', async () => {
    const { phone, server } = phoneAndServer();
    const store = open(phone, server);
    store.begin();
    store.change(withNumber(NUMBER));
    expect(onPhone(phone)).toContain(NUMBER);
    await store.saveNow();
    await settled();
    expect(onPhone(phone)).not.toContain(NUMBER);
    expect(onPhone(phone)).not.toContain(PASSPORT);
    expect(store.state().record?.form.members?.slice(1)).toEqual([
      { id: 'm2', relation: 'child', name: '张伟', paperKept: { kind: 'resident-identity', ending: '38' } },
      { id: 'm3', relation: 'spouse', name: '安娜', paperKept: { kind: 'passport', ending: '78' } },
      { id: 'm4', relation: 'grandchild', name: '张小宇', paper: { kind: 'none-yet', reason: '还没上户口' } },
    ]);
    expect(store.state().server).toBe('saved');
    store.change((form) => ({ ...form, story: '后来又写的' }));
    await store.saveNow();
    expect(atServer(server)).toMatchObject({
      story: '后来又写的',
      members: [{}, { paper: { number: NUMBER } }, { paper: { number: PASSPORT } }, {}],
    });
  });

  test('没网、没登录，号就还在手机里，一位不少', async () => {
    const { phone, server } = phoneAndServer();
    const store = open(phone, server, { signedIn: false });
    store.begin();
    store.change(withNumber(NUMBER));
    await settled();
    expect(open(phone.killed(), server, { signedIn: false }).state().record?.form.members?.[1]?.paper).toEqual({
      kind: 'resident-identity',
      number: NUMBER,
    });
  });

  test('正打着的不动；打完离开那一页才收；没收就关掉，再开时收', async () => {
    const { phone, server } = phoneAndServer();
    const store = open(phone, server);
    store.begin();
    const leave = store.holdNumbers();
    store.change(withNumber(NUMBER));
    await store.saveNow();
    expect(store.state().record?.form.members?.[1]?.paper).toMatchObject({ number: NUMBER });
    open(phone.killed(), server);
    await settled();
    expect(onPhone(phone)).not.toContain(NUMBER);
    leave();
    leave();
    expect(store.state().record?.form.members?.[1]?.paper).toBeUndefined();
  });

  test('还没写完整的号不收，等人写完', async () => {
    const { phone, server } = phoneAndServer();
    const store = open(phone, server);
    store.begin();
    store.change(withNumber('5001071990'));
    await store.saveNow();
    expect(store.state().record?.form.members?.[1]?.paper).toMatchObject({ number: '5001071990' });
  });

  test('另一部手机打开：看得到有，看不到号；接着存，号不丢', async () => {
    const { phone, server } = phoneAndServer();
    const first = open(phone, server);
    first.begin();
    first.change(withNumber(NUMBER));
    await first.saveNow();
    const second = makeFakePhone();
    const other = open(second, server);
    await other.meetServer();
    expect(onPhone(second)).not.toContain(NUMBER);
    other.change((form) => ({ ...form, story: '第二部写的' }));
    await other.saveNow();
    expect(atServer(server).members?.[1]?.paper).toMatchObject({ number: NUMBER });
  });

  test('存到了但回话丢了，改了号再存：不当成两部手机打架，服务器上是改过的那个', async () => {
    const { phone, server } = phoneAndServer();
    const store = open(phone, server);
    store.begin();
    server.faults.push('answer-lost');
    store.change(withNumber('50010719800505293X'));
    await store.saveNow();
    store.change(withNumber(NUMBER));
    await store.saveNow();
    expect(store.state()).toMatchObject({ conflict: undefined, server: 'saved' });
    expect(atServer(server).members?.[1]?.paper).toMatchObject({ number: NUMBER });
  });

  test('服务器上那份过期删了：号没有了就再问一次，不装作还有', async () => {
    const { phone, server } = phoneAndServer();
    const store = open(phone, server);
    store.begin();
    store.change(withNumber(NUMBER));
    await store.saveNow();
    server.drafts.clear();
    store.change((form) => ({ ...form, story: '过期以后又写的' }));
    await store.saveNow();
    expect(store.state().record?.form.members?.[1]).toEqual({ id: 'm2', relation: 'child', name: '张伟' });
    expect(store.state()).toMatchObject({ server: 'saved', record: { form: { story: '过期以后又写的' } } });
  });
});
