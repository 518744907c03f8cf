import { describe, expect, test } from 'vitest';
import { makeFakePhone, settled } from '../_test/fake-phone.ts';
import { makeFakeServer } from '../_test/fake-server.ts';
import { openDraft as open } from '../_test/open-draft.ts';
import type { FormVersions } from './migrations.ts';

/** The app of the future: what was one word became a list, and something was added. */
const LATER: FormVersions = {
  target: 3,
  migrations: [
    { from: 1, what: '一句话改成几段', step: ({ story, ...form }) => ({ ...form, paragraphs: story === undefined ? [] : [story] }) },
    { from: 2, what: '加一栏', step: (form) => ({ ...form, howToReach: 'phone' }) },
  ],
};
/** As it was stored by the first version, with a corner that nobody knows any more. */
const OLD_FORM = {
  formVersion: 1,
  members: [{ id: 'm1', relation: 'self', name: '李素芬', nickname: '三嬢' }],
  story: '断粮了',
  oldCorner: { a: 1 },
};
const CARRIED = {
  formVersion: 3,
  members: OLD_FORM.members,
  paragraphs: ['断粮了'],
  howToReach: 'phone',
  oldCorner: { a: 1 },
};
const ID = '00000000-0000-4000-8000-0000000000dd';
const onPhone = (form: unknown, setAside?: unknown) =>
  JSON.stringify({
    draftId: 'd',
    applicationId: 'a',
    form,
    beside: { everyoneNamed: true, oldNote: 1 },
    change: 1,
    savedAt: 0,
    ...(setAside ? { setAside } : {}),
  });

describe('老版本存下的草稿', () => {
  test('手机里那份：一步一步带到新版，不认得的栏也在；再写、再关、再开，还是都在', async () => {
    const phone = makeFakePhone();
    phone.kept.set('draft', onPhone(OLD_FORM, { form: { formVersion: 1, story: '另一份' }, beside: {}, savedAt: 0 }));
    const server = makeFakeServer(phone.now);
    const store = open(phone, server, { versions: LATER });
    expect(store.state().record).toMatchObject({
      draftId: 'd',
      applicationId: 'a',
      form: CARRIED,
      setAside: { form: { paragraphs: ['另一份'] } },
    });
    store.change((form) => ({ ...form, area: 'rural' }));
    await store.saveNow();
    expect(server.drafts.get('d')).toMatchObject({
      formVersion: 3,
      form: { ...CARRIED, area: 'rural', beside: { everyoneNamed: true, oldNote: 1 } },
    });
    expect(open(phone.killed(), server, { versions: LATER }).state().record?.form).toEqual({ ...CARRIED, area: 'rural' });
  });

  test('服务器上那份：新手机打开，带到新版；存回去是新版，没有变成两份', async () => {
    const phone = makeFakePhone();
    const server = makeFakeServer(phone.now);
    const old = { formVersion: 1, revision: 4, savedAt: '2026-11-20T10:00:00+08:00', keptUntil: '2026-12-20T10:00:00+08:00' };
    server.drafts.set(ID, { ...old, form: { ...OLD_FORM, beside: { oldNote: 1 } } });
    const store = open(phone, server, { versions: LATER });
    await store.meetServer();
    expect(store.state().record).toMatchObject({ draftId: ID, form: CARRIED, beside: { oldNote: 1 } });
    store.change((form) => ({ ...form, area: 'rural' }));
    await store.saveNow();
    await settled();
    expect([...server.drafts]).toMatchObject([[ID, { formVersion: 3, revision: 5, form: { ...CARRIED, area: 'rural' } }]]);
  });

  test('带不过去的：不动、不盖、不扔，也不另起一份', () => {
    const phone = makeFakePhone();
    const text = onPhone(OLD_FORM);
    phone.kept.set('draft', text);
    const store = open(phone, makeFakeServer(phone.now), { versions: { target: 3, migrations: [] } });
    expect([store.state().newer, store.begin()]).toEqual([true, false]);
    store.change((form) => ({ ...form, story: '改掉' }));
    expect(phone.kept.get('draft')).toBe(text);
  });
});
