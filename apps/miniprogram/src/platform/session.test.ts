import { localProblem, makeClient, residentApi } from '@assist/contracts';
import { beforeEach, describe, expect, test } from 'vitest';
import { makeSession } from './session';
import { ACCOUNT, openSession } from './session-for-test';

let phone: ReturnType<typeof openSession>;
beforeEach(() => {
  phone = openSession();
});

describe('登录', () => {
  test('没同意以前，一个请求也不出去', async () => {
    phone.agreed = false;
    expect(await phone.call(residentApi.drafts, {})).toMatchObject({ ok: false, problem: { code: 'not-signed-in' } });
    expect(phone.server.asked).toEqual([]);
    expect(phone.codes).toBe(0);
  });

  test('不要登录的，没同意也能问，也不带凭据', async () => {
    phone.agreed = false;
    await phone.call(residentApi.districts, {});
    expect(phone.server.asked.map((r) => r.headers.authorization)).toEqual([undefined]);
  });

  test('几个一起来，只登录一次', async () => {
    const answers = await Promise.all([1, 2, 3, 4].map(() => phone.call(residentApi.drafts, {})));
    expect(answers.every((a) => a.ok)).toBe(true);
    expect([phone.server.count('/api/session'), phone.codes]).toEqual([1, 1]);
    expect(phone.told).toEqual([ACCOUNT]);
    expect(phone.kept).toBe('r1');
  });

  test('同意过的话先说，再做别的', async () => {
    await phone.call(residentApi.drafts, {});
    expect(phone.firstWords).toEqual(['Bearer a1']);
  });

  test('头一句话（同意）还没说完，别的请求等着，不抢在前面', async () => {
    const order: string[] = [];
    let said: () => void = () => undefined;
    const session = makeSession({
      send: (request) => {
        order.push(request.path);
        return phone.server.answer(request);
      },
      loginCode: async () => ({ code: 'code-1' }),
      keep: { read: async () => undefined, write: async () => undefined, remove: async () => undefined },
      mayBegin: () => true,
      onAccount: () => undefined,
      firstWords: async () => {
        // Somebody saves while it is being said.
        void makeClient(session.transport)(residentApi.drafts, {});
        await new Promise<void>((resolve) => {
          said = resolve;
        });
        order.push('first words');
        return undefined;
      },
      newId: async () => 'attempt',
      now: () => 0,
    });
    const first = makeClient(session.transport)(residentApi.drafts, {});
    for (let i = 0; i < 50 && order.length < 1; i++) await Promise.resolve();
    for (let i = 0; i < 50; i++) await Promise.resolve();
    expect(order).toEqual([residentApi.signIn.path]);
    said();
    expect((await first).ok).toBe(true);
    expect(order.slice(0, 2)).toEqual([residentApi.signIn.path, 'first words']);
  });

  test('头一句话没说到（断了、那边出错）：会话不算开了，下一个请求先再说一遍', async () => {
    phone.unsaid = localProblem('no-network');
    expect(await phone.call(residentApi.drafts, {})).toMatchObject({ ok: false, problem: { code: 'no-network' } });
    expect([phone.server.count('/api/drafts'), phone.firstWords.length]).toEqual([0, 1]);
    phone.unsaid = undefined;
    expect((await phone.call(residentApi.drafts, {})).ok).toBe(true);
    expect([phone.server.count('/api/session'), phone.codes, phone.firstWords.length]).toEqual([1, 1, 2]);
  });

  test('那一句服务器不收（版本旧了）：不挡着别的', async () => {
    phone.unsaid = { ...localProblem('no-network'), code: 'form-invalid', status: 422 };
    expect((await phone.call(residentApi.drafts, {})).ok).toBe(true);
  });

  test('微信不给码，原样说出来', async () => {
    phone.loginProblem = localProblem('no-network');
    expect(await phone.call(residentApi.drafts, {})).toMatchObject({ ok: false, problem: { code: 'no-network' } });
  });
});

describe('同一部手机，换了人', () => {
  const OTHER = '018f3a2e-0000-7000-8000-000000000002';

  test('送到一半登录没了，再登录的是另一个人：不用他的名字送前一个人的', async () => {
    await phone.call(residentApi.drafts, {});
    phone.server.end('a1');
    phone.server.refreshTokens.clear();
    phone.server.accountId = OTHER;
    const body = { formVersion: 1, baseRevision: 0, form: { story: '家里出了事' } };
    const answer = await phone.call(residentApi.saveDraft, { params: { draftId: ACCOUNT.accountId }, body });
    expect(answer).toMatchObject({ ok: false, problem: { code: 'not-signed-in' } });
    expect(phone.server.asked.filter((r) => r.method === 'PUT').map((r) => r.headers.authorization)).toEqual(['Bearer a1']);
    expect(await phone.session.authorization(ACCOUNT.accountId)).toMatchObject({ problem: { code: 'not-signed-in' } });
    expect((await phone.call(residentApi.drafts, {})).ok).toBe(true);
    expect([phone.session.holder(), phone.told.at(-1)?.accountId]).toEqual([OTHER, OTHER]);
  });

  test('先说是谁，再存他的凭据：凭据不落在前一个人那里', async () => {
    await phone.call(residentApi.drafts, {});
    expect([phone.keptWhenTold, phone.kept]).toEqual([[undefined], 'r1']);
  });
});

describe('退出', () => {
  test('退出以后，手机里没有凭据', async () => {
    await phone.call(residentApi.drafts, {});
    expect(await phone.session.signOut()).toBeUndefined();
    expect(phone.kept).toBeUndefined();
    expect(phone.told).toEqual([ACCOUNT, undefined]);
  });

  test('登录还在路上就退出了：迟到的登录不算', async () => {
    let open = (): void => undefined;
    phone.server.gate = new Promise((resolve) => {
      open = resolve;
    });
    const asking = phone.call(residentApi.drafts, {});
    await phone.session.forget();
    open();
    expect(await asking).toMatchObject({ ok: false, problem: { code: 'not-signed-in' } });
    expect(phone.kept).toBeUndefined();
    expect(phone.told).toEqual([undefined]);
  });
});
