import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { form, SUFEN, submission } from '../people.ts';
import { jpeg } from '../photos.ts';

/** A version that answers just now. */
export interface Side {
  readonly name: string;
  readonly residents: string;
  readonly staff: string;
}
/** What the phones of a version sign, each with its version and hash. */
export interface Signed {
  readonly STATEMENTS: Readonly<Record<string, { readonly version: string }>>;
  readonly STATEMENT_HASHES: Readonly<Record<string, string>>;
}
/** Longer than a migration waits for the tables and a process takes to begin. */
const NO_ANSWER_MS = 90_000;
interface Asked {
  readonly token?: string;
  readonly cookie?: string;
  readonly body?: unknown;
  readonly key?: string;
}

/**
 * Phones and clerks that speak to whichever version answers, to another one each time where there are two.
 * @param sides who answers now
 * @param phase what is going on, for the figures
 */
export function loadOn(sides: () => readonly Side[], phase: () => string, signed: Signed) {
  const answers: Record<string, number> = {};
  const accepted = new Map<string, string>();
  const claimed: string[] = [];
  const crossed = { drafts: 0, photos: 0, receipts: 0, sessions: 0, claims: 0, sentAgain: 0 };
  let turn = 0;
  const one = (): Side => sides()[turn++ % sides().length] as Side;
  const besides = (side: Side): Side => sides().find((it) => it.name !== side.name) ?? side;

  async function ask(side: Side, method: string, to: string, { token, cookie, body, key }: Asked) {
    const answer = await fetch((to.startsWith('/staff/') ? side.staff : side.residents) + to, {
      method,
      headers: {
        ...(token && { authorization: `Bearer ${token}` }),
        ...(cookie && { cookie: `desk_session=${cookie}`, 'x-requested-with': 'desk' }),
        ...(key && { 'idempotency-key': `"${key}"` }),
        ...(body !== undefined && !(body instanceof FormData) && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: body instanceof FormData ? body : JSON.stringify(body) }),
      signal: AbortSignal.timeout(30_000),
    }).catch(() => undefined);
    const bytes = answer && Buffer.from(await answer.arrayBuffer().catch(() => new ArrayBuffer(0)));
    const status = answer?.status ?? 0;
    if (status === 0 || status >= 300) {
      const what = `${phase()}, ${side.name}: ${status} ${method} ${to.replace(/[0-9a-f-]{36}/g, '…')} ${/"code":"([\w-]+)"/.exec(String(bytes))?.[1] ?? ''}`;
      answers[what] = (answers[what] ?? 0) + 1;
    } else answers[`${phase()}, ${side.name}: well`] = (answers[`${phase()}, ${side.name}: well`] ?? 0) + 1;
    return { status, bytes: bytes ?? Buffer.alloc(0) };
  }
  /** Again until it is answered well, by whoever answers then. @throws at a refusal, and where nothing comes but trouble */
  async function until(side: Side, method: string, to: string, asked: () => Asked) {
    const began = performance.now();
    for (let at = side; ; at = one()) {
      const { status, bytes } = await ask(at, method, to, asked());
      if (status >= 200 && status < 300) return { side: at, bytes, data: () => JSON.parse(String(bytes)) };
      if (status >= 400 && status < 500 && status !== 429) throw new Error(`${at.name}: ${method} ${to} ${status} ${bytes}`);
      if (performance.now() - began > NO_ANSWER_MS) throw new Error(`${at.name}: ${method} ${to} still ${status} ${bytes}`);
      crossed.sentAgain += 1;
      await pause(status === 429 ? 1000 : 100);
    }
  }
  const same = (what: string, is: unknown, was: unknown) => {
    if (JSON.stringify(is) !== JSON.stringify(was))
      throw new Error(`${phase()}, ${what}: ${JSON.stringify(is)} instead of ${JSON.stringify(was)}`);
  };

  /** One phone: drafts, photos and applications written to one version and read from the other. */
  async function phone(name: string, over: () => boolean): Promise<void> {
    const { version } = signed.STATEMENTS['privacy-notice'] as { version: string };
    const session = (await until(one(), 'POST', '/api/session', () => ({ body: { code: `code-${name}-${randomUUID()}` } }))).data();
    let { accessToken: token, refreshToken } = session as { accessToken: string; refreshToken: string };
    const hash = signed.STATEMENT_HASHES['privacy-notice'];
    await until(one(), 'PUT', '/api/me/consents/privacy-notice', () => ({ token, body: { version, hash } }));
    const paper = { kind: 'resident-identity', number: SUFEN.number };
    await until(one(), 'PUT', '/api/me/identity', () => ({ token, body: { name: SUFEN.name, paper } }));
    for (let n = 0; !over(); n++) {
      const draftId = randomUUID();
      const half = { formVersion: 1, members: [{ id: 'm1', name: `写到一半 ${n}` }] };
      const saved = await until(one(), 'PUT', `/api/drafts/${draftId}`, () => ({
        token,
        body: { formVersion: 1, baseRevision: 0, form: half },
      }));
      const read = await until(besides(saved.side), 'GET', `/api/drafts/${draftId}`, () => ({ token }));
      same('draft', read.data().form, half);
      if (read.side !== saved.side) crossed.drafts += 1;
      const more = { ...half, area: 'urban' };
      await until(read.side, 'PUT', `/api/drafts/${draftId}`, () => ({ token, body: { formVersion: 1, baseRevision: 1, form: more } }));
      same('draft', (await until(besides(read.side), 'GET', `/api/drafts/${draftId}`, () => ({ token }))).data().form, more);

      const photos = n % 4 === 0 ? [{ fileId: await photo(token), about: 'income' as const }] : [];
      const id = randomUUID();
      const body = submission({ form: form({ photos }) });
      const signatures = body.signatures.map((it) => ({
        ...it,
        version: signed.STATEMENTS[it.statement]?.version,
        hash: signed.STATEMENT_HASHES[it.statement],
      }));
      const send = (side: Side) => until(side, 'PUT', `/api/applications/${id}`, () => ({ token, body: { ...body, signatures } }));
      const receipt = await send(one());
      accepted.set(id, (receipt.data() as { number: string }).number);
      const again = await send(besides(receipt.side));
      same('receipt', again.data().number, receipt.data().number);
      if (again.side !== receipt.side) crossed.receipts += 1;
      const mine = (await until(one(), 'GET', '/api/applications', () => ({ token }))).data() as { receipt: { applicationId: string } }[];
      same(
        'listed',
        mine.some((it) => it.receipt.applicationId === id),
        true,
      );
      await until(one(), 'DELETE', `/api/drafts/${draftId}`, () => ({ token }));
      if (n % 5 === 4) {
        const renewed = await until(one(), 'POST', '/api/session/refresh', () => ({ body: { refreshToken } }));
        ({ accessToken: token, refreshToken } = renewed.data() as { accessToken: string; refreshToken: string });
        await until(besides(renewed.side), 'GET', '/api/me', () => ({ token }));
        if (besides(renewed.side) !== renewed.side) crossed.sessions += 1;
      }
    }
  }
  async function photo(token: string): Promise<string> {
    const id = randomUUID();
    const bytes = new Uint8Array(jpeg());
    const body = () => {
      const parts = new FormData();
      parts.set('about', 'income');
      parts.set('file', new Blob([bytes]), 'photo.jpg');
      return parts;
    };
    const kept = await until(one(), 'POST', `/api/files/${id}`, () => ({ token, body: body() }));
    const there = await until(besides(kept.side), 'GET', `/api/files/${id}`, () => ({ token }));
    const here = await until(kept.side, 'GET', `/api/files/${id}`, () => ({ token }));
    const sum = (it: Buffer) => createHash('sha256').update(it).digest('hex');
    same('photo', sum(there.bytes), sum(here.bytes));
    if (there.side !== kept.side) crossed.photos += 1;
    return id;
  }

  /** A clerk: takes what comes next, asks twice with the same key, opens it and accepts some. */
  async function clerk(cookie: () => string, over: () => boolean): Promise<void> {
    while (!over()) {
      const [key, mine] = [randomUUID(), cookie()];
      const taken = await until(one(), 'POST', '/staff/api/queue/claim', () => ({ cookie: mine, key }));
      const { item } = taken.data() as { item: { workItemId: string; applicationId?: string } | null };
      if (!item?.applicationId) {
        await pause(50);
        continue;
      }
      claimed.push(item.workItemId);
      const twice = await until(besides(taken.side), 'POST', '/staff/api/queue/claim', () => ({ cookie: mine, key }));
      same('claim', twice.data().item?.workItemId, item.workItemId);
      if (twice.side !== taken.side) crossed.claims += 1;
      const path = `/staff/api/applications/${item.applicationId}`;
      await until(one(), 'GET', path, () => ({ cookie: mine }));
      await until(one(), 'PUT', `${path}/opened`, () => ({ cookie: mine }));
      if (claimed.length % 3 === 0) await until(one(), 'PUT', `${path}/acceptance`, () => ({ cookie: mine }));
    }
  }
  return { phone, clerk, answers, accepted, claimed, crossed };
}
