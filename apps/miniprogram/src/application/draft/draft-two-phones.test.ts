import { describe, expect, test } from 'vitest';
import { makeFakePhone } from '../_test/fake-phone.ts';
import { makeFakeServer } from '../_test/fake-server.ts';
import { openDraft as open, story, storyOf } from '../_test/open-draft.ts';

/** One phone on which these words were written and saved. */
async function wrote(words: string) {
  const first = makeFakePhone();
  const server = makeFakeServer(first.now);
  const a = open(first, server);
  a.begin();
  a.change(story(words));
  await a.saveNow();
  return { first, server, a };
}

/** Another one on which somebody wrote before signing in to an account that has a draft. */
async function wroteBeforeSigningIn() {
  const { first, server, a } = await wrote('账户里的');
  const second = makeFakePhone(new Map(), first.now(), { count: 900 });
  const b = open(second, server);
  b.begin();
  b.change(story('登录前写的'));
  return { server, a, second, b };
}

describe('草稿，两部手机', () => {
  test('换一部手机：接着原来的填，还是同一份', async () => {
    const { server, a } = await wrote('在第一部手机上写的');
    a.changeBeside((b) => ({ ...b, everyoneNamed: true }));
    await a.saveNow();
    const b = open(makeFakePhone(), server);
    await b.meetServer();
    expect(storyOf(b)).toBe('在第一部手机上写的');
    expect(b.state().record?.beside.everyoneNamed).toBe(true);
    expect(b.state().record?.draftId).toBe(a.state().record?.draftId);
  });

  describe('两部手机都改了', () => {
    const twoPhones = async () => {
      const { first, server, a } = await wrote('开头');
      const second = makeFakePhone(new Map(), first.now(), { count: 500 });
      const b = open(second, server);
      await b.meetServer();
      b.change(story('第二部写的'));
      await b.saveNow();
      a.change(story('第一部写的'));
      await a.saveNow();
      return { first, server, a };
    };

    test('不替人选，也不盖掉：两份都在', async () => {
      const { server, a } = await twoPhones();
      expect(a.state().conflict?.form.story).toBe('第二部写的');
      expect(storyOf(a)).toBe('第一部写的');
      expect([...server.drafts.values()][0]?.form).toMatchObject({ story: '第二部写的' });
    });

    test('选这部手机的：存上去，另一份放在一边，能换回来', async () => {
      const { first, server, a } = await twoPhones();
      a.settle('mine');
      await a.saveNow();
      expect([...server.drafts.values()][0]).toMatchObject({ revision: 3, form: { story: '第一部写的' } });
      expect(a.state().record?.setAside?.form.story).toBe('第二部写的');
      a.swapSetAside();
      a.flush();
      expect(storyOf(open(first.killed(), server))).toBe('第二部写的');
    });

    test('选另一部的：这份也不扔，关掉再开还能换回来', async () => {
      const { first, server, a } = await twoPhones();
      a.settle('theirs');
      const again = open(first.killed(), server);
      expect(storyOf(again)).toBe('第二部写的');
      again.swapSetAside();
      expect(storyOf(again)).toBe('第一部写的');
      await again.saveNow();
      expect(again.state()).toMatchObject({ server: 'saved', conflict: undefined });
    });
  });

  test('登录前这部手机上已经写了，账户里还有一份：问一次，选了这份就不再问', async () => {
    const { server, b } = await wroteBeforeSigningIn();
    await b.meetServer();
    expect(b.state().conflict?.form.story).toBe('账户里的');
    b.settle('mine');
    await b.saveNow();
    await b.meetServer();
    expect(b.state().conflict).toBeUndefined();
    expect(server.drafts.size).toBe(2);
  });

  test.each(['mine', 'theirs'] as const)(
    '账户里的是另一份：选了一份（%s），另一份连它自己的号放在一边，说好能换回来就换得回来',
    async (which) => {
      const { server, a, second, b } = await wroteBeforeSigningIn();
      const [here, there] = [b.state().record?.draftId, a.state().record?.draftId];
      await b.meetServer();
      b.settle(which);
      await b.saveNow();
      const went = which === 'mine' ? ['登录前写的', here] : ['账户里的', there];
      const aside = which === 'mine' ? ['账户里的', there] : ['登录前写的', here];
      expect([storyOf(b), b.state().record?.draftId]).toEqual(went);
      const again = open(second.killed(), server);
      again.swapSetAside();
      await again.saveNow();
      await again.meetServer();
      expect([storyOf(again), again.state().record?.draftId, again.state().conflict]).toEqual([...aside, undefined]);
      again.swapSetAside();
      await again.saveNow();
      expect([storyOf(again), again.state().record?.draftId, again.state().server]).toEqual([...went, 'saved']);
    },
  );
});
