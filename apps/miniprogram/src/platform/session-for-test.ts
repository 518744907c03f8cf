import { type AccountView, makeClient, type Problem, type TransportAnswer, type TransportRequest } from '@assist/contracts';
import { makeSession } from './session';

export const ACCOUNT: AccountView = { accountId: '018f3a2e-0000-7000-8000-000000000001', identity: 'none', consents: [] };

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

/** A phone that agreed to everything, with nothing kept on it, unless told otherwise; and what it was told. */
export function openSession() {
  const server = makeServer();
  const one = {
    server,
    kept: undefined as string | undefined,
    agreed: true,
    now: 1_000_000,
    /** How many codes WeChat gave. */
    codes: 0,
    loginProblem: undefined as Problem | undefined,
    told: [] as (AccountView | undefined)[],
    keptWhenTold: [] as (string | undefined)[],
    firstWords: [] as string[],
    unsaid: undefined as Problem | undefined,
  };
  let attempts = 0;
  const session = makeSession({
    send: server.answer,
    loginCode: async () => {
      if (one.loginProblem) return { problem: one.loginProblem };
      one.codes++;
      return { code: `code-${one.codes}` };
    },
    keep: {
      read: async () => one.kept,
      write: async (token) => {
        one.kept = token;
      },
      remove: async () => {
        one.kept = undefined;
      },
    },
    mayBegin: () => one.agreed,
    onAccount: (account) => {
      one.told.push(account);
      one.keptWhenTold.push(one.kept);
    },
    firstWords: async (_, authorization) => {
      one.firstWords.push(authorization);
      return one.unsaid;
    },
    newId: async () => `attempt-${++attempts}`,
    now: () => one.now,
  });
  return Object.assign(one, { session, call: makeClient(session.transport) });
}
