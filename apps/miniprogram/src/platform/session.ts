import {
  type AccountView,
  type Problem,
  type ProblemCode,
  problemSentence,
  readAnswer,
  residentApi,
  type SessionView,
  type Transport,
  type TransportAnswer,
  type TransportRequest,
} from '@assist/contracts';

export interface SessionPorts {
  /** Sends one request as it is, without a session. It never throws. */
  readonly send: Transport;
  /** A one-time login code; a problem where this platform has none to give. */
  readonly loginCode: () => Promise<{ readonly code: string } | { readonly problem: Problem }>;
  /** The refresh token, kept encrypted on this phone. */
  readonly keep: { read(): Promise<string | undefined>; write(token: string): Promise<void>; remove(): Promise<void> };
  /** Whether the person agreed to the privacy notice: nobody is signed in before. */
  readonly mayBegin: () => boolean;
  /** Told whenever the server says who this is, before anything of theirs is read or kept. */
  readonly onAccount: (account: AccountView | undefined) => void | Promise<void>;
  /**
   * What has to be said first in a new session (the consent that was given on this phone), before anything else is sent.
   * @returns what stood in the way, nothing where it was said
   */
  readonly firstWords: (account: AccountView, authorization: string) => Promise<Problem | undefined>;
  /** An id for one exchange of tokens. */
  readonly newId: () => Promise<string>;
  /** Milliseconds. */
  readonly now: () => number;
}

export interface Session {
  /** Adds the session to whatever needs one, renews it when it ended, and sends the same request again. */
  readonly transport: Transport;
  /** The account that is signed in, as far as it is known. */
  readonly holder: () => string | undefined;
  /**
   * An `authorization` header for an upload, or the problem that stands in the way.
   * @param holder whose upload it is: where another person has signed in meanwhile, it does not go in their name
   */
  readonly authorization: (holder: string | undefined) => Promise<{ readonly value: string } | { readonly problem: Problem }>;
  /** The server refused this header: the next one is a new one. */
  readonly refused: (value: string) => void;
  readonly signIn: () => Promise<Problem | undefined>;
  readonly signOut: () => Promise<Problem | undefined>;
  /** Forgets the session on this phone without asking the server. */
  readonly forget: () => Promise<void>;
}

/** A token this close to its end is renewed first. */
const MARGIN_MS = 20_000;
/** Answers that say: this session is no more, a new one may do. */
const RENEWABLE: readonly ProblemCode[] = ['not-signed-in', 'token-expired', 'session-ended'];

const mayBeSaidAgain = ({ status }: Problem): boolean => status === 0 || status === 429 || status >= 500;

const problemAnswer = (problem: Problem): TransportAnswer => ({
  kind: 'answer',
  status: problem.status || 401,
  text: JSON.stringify({ ...problem, status: problem.status || 401 }),
});
const notSignedIn = (): Problem => ({
  type: 'about:problem/not-signed-in',
  title: problemSentence('not-signed-in'),
  status: 401,
  code: 'not-signed-in',
});
/** A problem of our own that stands for "the wire did not carry it" becomes that answer again. */
const asAnswer = (problem: Problem): TransportAnswer =>
  problem.code === 'no-network' ? { kind: 'no-network' } : problem.code === 'timeout' ? { kind: 'timeout' } : problemAnswer(problem);

const json = (path: string, body: unknown): TransportRequest => ({
  method: 'POST',
  path,
  who: 'anyone',
  headers: { accept: 'application/json', 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

/**
 * Signs in silently, keeps the access token in memory only, and renews it once for everyone who waits.
 * What a person typed is never touched: a request that met an ended session is sent again unchanged.
 */
export function makeSession(ports: SessionPorts): Session {
  let access: { value: string; until: number } | undefined;
  let renewing: Promise<Problem | undefined> | undefined;
  let who: string | undefined;
  /** The exchange under way: asked again after a lost answer, it is the same one. In memory only, so that a copied token lacks it. */
  let exchange: { readonly token: string; readonly attempt: string } | undefined;
  /** Rises when the person signs out, so that an answer still under way cannot sign them in again. */
  let era = 0;

  async function take(session: SessionView, asked: number): Promise<Problem | undefined> {
    if (asked !== era) return notSignedIn();
    who = session.account.accountId;
    const value = `Bearer ${session.accessToken}`;
    const until = ports.now() + session.expiresIn * 1000;
    await ports.onAccount(session.account);
    await ports.keep.write(session.refreshToken);
    const unsaid = await ports.firstWords(session.account, value);
    if (asked !== era) return notSignedIn();
    // The way there or the server stood in between: whoever asks next opens the session anew and says it again. Without it every form would
    // be sent back for a consent that was given long ago.
    if (unsaid && mayBeSaidAgain(unsaid)) return unsaid;
    // Only now: whoever saves meanwhile waits, and does not go ahead of the first words.
    access = { value, until };
    return undefined;
  }

  async function renew(): Promise<Problem | undefined> {
    const asked = era;
    const kept = await ports.keep.read();
    if (kept) {
      if (exchange?.token !== kept) exchange = { token: kept, attempt: await ports.newId() };
      const { token: refreshToken, attempt } = exchange;
      const answer = readAnswer(residentApi.refresh, await ports.send(json(residentApi.refresh.path, { refreshToken, attempt })));
      if (answer.ok) return take(answer.data, asked);
      // Only an ended session is worth a new sign-in; without a network the old one may still be good.
      if (answer.problem.status !== 401) return answer.problem;
      await ports.keep.remove();
    }
    const login = await ports.loginCode();
    if ('problem' in login) return login.problem;
    const answer = readAnswer(residentApi.signIn, await ports.send(json(residentApi.signIn.path, { code: login.code })));
    return answer.ok ? take(answer.data, asked) : answer.problem;
  }

  function signIn(): Promise<Problem | undefined> {
    if (!ports.mayBegin()) return Promise.resolve(notSignedIn());
    renewing ??= renew().finally(() => {
      renewing = undefined;
    });
    return renewing;
  }

  async function authorization(holder: string | undefined): Promise<{ value: string } | { problem: Problem }> {
    if (!access || access.until - MARGIN_MS <= ports.now()) {
      const problem = await signIn();
      if (problem) return { problem };
    }
    return access && (holder === undefined || holder === who) ? { value: access.value } : { problem: notSignedIn() };
  }

  const refused = (value: string): void => {
    // Whoever came late with the old token must not throw away the new one.
    if (access?.value === value) access = undefined;
  };

  const isRenewable = (answer: TransportAnswer): boolean => {
    if (answer.kind !== 'answer' || answer.status !== 401) return false;
    try {
      return RENEWABLE.includes((JSON.parse(answer.text) as Problem).code);
    } catch {
      return true;
    }
  };

  const transport: Transport = async (request) => {
    if (request.who === 'anyone') return ports.send(request);
    const holder = who;
    for (let attempt = 1; ; attempt++) {
      const session = await authorization(holder);
      if ('problem' in session) return asAnswer(session.problem);
      const answer = await ports.send({ ...request, headers: { ...request.headers, authorization: session.value } });
      if (attempt === 2 || !isRenewable(answer)) return answer;
      refused(session.value);
    }
  };

  async function forget(): Promise<void> {
    era++;
    access = who = undefined;
    await ports.keep.remove();
    await ports.onAccount(undefined);
  }

  async function signOut(): Promise<Problem | undefined> {
    const { method, path } = residentApi.signOut;
    const answer = readAnswer(
      residentApi.signOut,
      await transport({ method, path, who: 'account', headers: { accept: 'application/json' } }),
    );
    if (!answer.ok && answer.problem.status !== 401) return answer.problem;
    await forget();
    return undefined;
  }

  return { transport, holder: () => who, authorization, refused, signIn, signOut, forget };
}
