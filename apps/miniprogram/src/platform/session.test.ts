import {
  type AccountView,
  localProblem,
  makeClient,
  type Problem,
  residentApi,
  type TransportAnswer,
  type TransportRequest,
} from '@assist/contracts';
import { beforeEach, describe, expect, test } from 'vitest';
import { makeSession, type Session } from './session';

const ACCOUNT: AccountView = { accountId: '018f3a2e-0000-7000-8000-000000000001', identity: 'none', consents: [] };
const DRAFTS = '/api/drafts';

/** A server that gives numbered tokens and remembers everything it was asked. */
function makeServer() {
  const asked: TransportRequest[] = [];
  const dead = new Set<string>();
  let issued = 0;
  const server = {
    asked,
    accountId: ACCOUNT.accountId,
    /** Refresh tokens that are good. */
    refreshTokens: new Set<string>(),
    down: undefined as TransportAnswer | undefined,
    /** Answers wait until this is called, if it is set. */
    gate: undefined as Promise<void> | undefined,
    end(access: string) {
      dead.add(`Bearer ${access}`);
    },
    count: (path: string) => asked.filter((r) => r.path === path).length,
    async answer(request: TransportRequest): Promise<TransportAnswer> {
      asked.push(request);
      await server.gate;
      if (server.down) return server.down;
      if (request.path === '/api/session') return json(200, session());
      if (request.path === '/api/session/refresh') {
        const { refreshToken } = JSON.parse(request.body as string) as { refreshToken: string };
        if (!server.refreshTokens.delete(refreshToken)) return problem(401, 'session-ended');
        return json(200, session());
      }
      const held = request.headers.authorization;
      if (!held) return problem(401, 'not-signed-in');
      if (dead.has(held)) return problem(401, 'token-expired');
      return request.method === 'DELETE' ? { kind: 'answer', status: 204, text: '' } : json(200, []);
    },
  };
  const session = () => {
    issued++;
    const account = { ...ACCOUNT, accountId: server.accountId };
    server.refreshTokens.add(`r${issued}`);
    return { accessToken: `a${issued}`, expiresIn: 900, refreshToken: `r${issued}`, account };
  };
  return server;
}
const json = (status: number, body: unknown): TransportAnswer => ({ kind: 'answer', status, text: JSON.stringify(body) });
const problem = (status: number, code: string): TransportAnswer =>
  json(status, { type: `about:problem/${code}`, title: code, status, code });

let server: ReturnType<typeof makeServer>;
let session: Session;
let kept: string | undefined;
let agreed: boolean;
let now: number;
let codes: number;
let attempts: number;
let loginProblem: Problem | undefined;
let told: (AccountView | undefined)[];
let keptWhenTold: (string | undefined)[];
let firstWords: string[];
let unsaid: Problem | undefined;
let call: ReturnType<typeof makeClient>;

beforeEach(() => {
  server = makeServer();
  kept = undefined;
  agreed = true;
  now = 1_000_000;
  codes = 0;
  attempts = 0;
  loginProblem = undefined;
  told = [];
  keptWhenTold = [];
  firstWords = [];
  unsaid = undefined;
  session = makeSession({
    send: server.answer,
    loginCode: async () => {
      if (loginProblem) return { problem: loginProblem };
      codes++;
      return { code: `code-${codes}` };
    },
    keep: {
      read: async () => kept,
      write: async (token) => {
        kept = token;
      },
      remove: async () => {
        kept = undefined;
      },
    },
    mayBegin: () => agreed,
    onAccount: (account) => {
      told.push(account);
      keptWhenTold.push(kept);
    },
    firstWords: async (_, authorization) => {
      firstWords.push(authorization);
      return unsaid;
    },
    newId: async () => `attempt-${++attempts}`,
    now: () => now,
  });
  call = makeClient(session.transport);
});

describe('登录', () => {
  test('没同意以前，一个请求也不出去', async () => {
    agreed = false;
    expect(await call(residentApi.drafts, {})).toMatchObject({ ok: false, problem: { code: 'not-signed-in' } });
    expect(server.asked).toEqual([]);
    expect(codes).toBe(0);
  });

  test('不要登录的，没同意也能问，也不带凭据', async () => {
    agreed = false;
    await call(residentApi.districts, {});
    expect(server.asked.map((r) => r.headers.authorization)).toEqual([undefined]);
  });

  test('几个一起来，只登录一次', async () => {
    const answers = await Promise.all([1, 2, 3, 4].map(() => call(residentApi.drafts, {})));
    expect(answers.every((a) => a.ok)).toBe(true);
    expect([server.count('/api/session'), codes]).toEqual([1, 1]);
    expect(told).toEqual([ACCOUNT]);
    expect(kept).toBe('r1');
  });

  test('同意过的话先说，再做别的', async () => {
    await call(residentApi.drafts, {});
    expect(firstWords).toEqual(['Bearer a1']);
  });

  test('头一句话（同意）还没说完，别的请求等着，不抢在前面', async () => {
    const order: string[] = [];
    let said: () => void = () => undefined;
    session = makeSession({
      send: (request) => {
        order.push(request.path);
        return server.answer(request);
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
      now: () => now,
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
    unsaid = localProblem('no-network');
    expect(await call(residentApi.drafts, {})).toMatchObject({ ok: false, problem: { code: 'no-network' } });
    expect([server.count('/api/drafts'), firstWords.length]).toEqual([0, 1]);
    unsaid = undefined;
    expect((await call(residentApi.drafts, {})).ok).toBe(true);
    expect([server.count('/api/session'), codes, firstWords.length]).toEqual([1, 1, 2]);
  });

  test('那一句服务器不收（版本旧了）：不挡着别的', async () => {
    unsaid = { ...localProblem('no-network'), code: 'form-invalid', status: 422 };
    expect((await call(residentApi.drafts, {})).ok).toBe(true);
  });

  test('微信不给码，原样说出来', async () => {
    loginProblem = localProblem('no-network');
    expect(await call(residentApi.drafts, {})).toMatchObject({ ok: false, problem: { code: 'no-network' } });
  });
});

describe('登录过了时间', () => {
  test('快到时间先换新的，不用再问微信', async () => {
    await call(residentApi.drafts, {});
    now += 890_000;
    await Promise.all([call(residentApi.drafts, {}), call(residentApi.drafts, {})]);
    expect([server.count('/api/session/refresh'), codes, kept]).toEqual([1, 1, 'r2']);
  });

  test('重新开机：用手机里的凭据换，不用再问微信', async () => {
    kept = 'r-old';
    server.refreshTokens.add('r-old');
    expect((await call(residentApi.drafts, {})).ok).toBe(true);
    expect([server.count('/api/session'), server.count('/api/session/refresh'), kept]).toEqual([0, 1, 'r1']);
  });

  test('送到一半过期：换新的，同样的内容再送一次', async () => {
    await call(residentApi.drafts, {});
    server.end('a1');
    const body = { formVersion: 1, baseRevision: 0, form: { story: '家里出了事' } };
    await call(residentApi.saveDraft, { params: { draftId: ACCOUNT.accountId }, body });
    const sent = server.asked.filter((r) => r.method === 'PUT');
    expect(sent.map((r) => r.headers.authorization)).toEqual(['Bearer a1', 'Bearer a2']);
    expect(sent.map((r) => JSON.parse(r.body as string))).toEqual([body, body]);
  });

  test('三个一起过期，只换一次', async () => {
    await call(residentApi.drafts, {});
    server.end('a1');
    const answers = await Promise.all([1, 2, 3].map(() => call(residentApi.drafts, {})));
    expect(answers.every((a) => a.ok)).toBe(true);
    expect(server.count('/api/session/refresh')).toBe(1);
    expect(server.count(DRAFTS)).toBe(1 + 3 + 3);
  });

  test('迟到的旧回答不会把新凭据扔掉', async () => {
    await call(residentApi.drafts, {});
    session.refused('Bearer a0');
    await call(residentApi.drafts, {});
    expect([server.count('/api/session'), server.count('/api/session/refresh')]).toEqual([1, 0]);
  });

  test('手机里的凭据也作废了：重新登录，照样送到', async () => {
    kept = 'r-stolen';
    expect((await call(residentApi.drafts, {})).ok).toBe(true);
    expect([server.count('/api/session/refresh'), server.count('/api/session'), kept]).toEqual([1, 1, 'r1']);
  });

  test('换的时候没网：旧凭据留着，不当成退出', async () => {
    kept = 'r-good';
    server.refreshTokens.add('r-good');
    server.down = { kind: 'no-network' };
    expect(await call(residentApi.drafts, {})).toMatchObject({ ok: false, problem: { code: 'no-network' } });
    expect([kept, codes]).toEqual(['r-good', 0]);
    server.down = undefined;
    expect((await call(residentApi.drafts, {})).ok).toBe(true);
  });

  test('换的回答丢了，再换：还是同一次；换成了，下一次就是另一次', async () => {
    kept = 'r-good';
    server.refreshTokens.add('r-good');
    server.down = { kind: 'timeout' };
    await call(residentApi.drafts, {});
    server.down = undefined;
    await call(residentApi.drafts, {});
    now += 890_000;
    await call(residentApi.drafts, {});
    const asked = server.asked.filter((r) => r.path === residentApi.refresh.path).map((r) => JSON.parse(r.body as string));
    expect(asked).toEqual([
      { refreshToken: 'r-good', attempt: 'attempt-1' },
      { refreshToken: 'r-good', attempt: 'attempt-1' },
      { refreshToken: 'r1', attempt: 'attempt-2' },
    ]);
  });

  test('换了还是说过期：只再试一次，不转圈', async () => {
    server.down = undefined;
    await call(residentApi.drafts, {});
    for (const n of [1, 2, 3]) server.end(`a${n}`);
    expect(await call(residentApi.drafts, {})).toMatchObject({ ok: false, problem: { code: 'token-expired' } });
    expect(server.count(DRAFTS)).toBe(1 + 2);
  });
});

describe('同一部手机，换了人', () => {
  const OTHER = '018f3a2e-0000-7000-8000-000000000002';

  test('送到一半登录没了，再登录的是另一个人：不用他的名字送前一个人的', async () => {
    await call(residentApi.drafts, {});
    server.end('a1');
    server.refreshTokens.clear();
    server.accountId = OTHER;
    const body = { formVersion: 1, baseRevision: 0, form: { story: '家里出了事' } };
    const answer = await call(residentApi.saveDraft, { params: { draftId: ACCOUNT.accountId }, body });
    expect(answer).toMatchObject({ ok: false, problem: { code: 'not-signed-in' } });
    expect(server.asked.filter((r) => r.method === 'PUT').map((r) => r.headers.authorization)).toEqual(['Bearer a1']);
    expect(await session.authorization(ACCOUNT.accountId)).toMatchObject({ problem: { code: 'not-signed-in' } });
    expect((await call(residentApi.drafts, {})).ok).toBe(true);
    expect([session.holder(), told.at(-1)?.accountId]).toEqual([OTHER, OTHER]);
  });

  test('先说是谁，再存他的凭据：凭据不落在前一个人那里', async () => {
    await call(residentApi.drafts, {});
    expect([keptWhenTold, kept]).toEqual([[undefined], 'r1']);
  });
});

describe('退出', () => {
  test('退出以后，手机里没有凭据', async () => {
    await call(residentApi.drafts, {});
    expect(await session.signOut()).toBeUndefined();
    expect(kept).toBeUndefined();
    expect(told).toEqual([ACCOUNT, undefined]);
  });

  test('登录还在路上就退出了：迟到的登录不算', async () => {
    let open = (): void => undefined;
    server.gate = new Promise((resolve) => {
      open = resolve;
    });
    const asking = call(residentApi.drafts, {});
    await session.forget();
    open();
    expect(await asking).toMatchObject({ ok: false, problem: { code: 'not-signed-in' } });
    expect(kept).toBeUndefined();
    expect(told).toEqual([undefined]);
  });
});
