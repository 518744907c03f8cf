import { createHash, randomUUID } from 'node:crypto';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { STATEMENT_HASHES, STATEMENTS, type Submission } from '@assist/contracts';
import { startPostgres } from '@assist/local-postgres';
import postgres from 'postgres';
import { afterAll, expect, it } from 'vitest';
import { compose } from './compose.ts';
import { parseConfig } from './config.ts';
import { migrate } from './migrate.ts';
import { reconcileDeliveries } from './services/delivery/reconcile.ts';
import { reconcileFiles } from './services/file/reconcile.ts';
import { startWorker } from './start-worker.ts';
import { testConfig, testEnvironment } from './test/bff-for-test.ts';
import { badWechat } from './test/faults/bad-wechat.ts';
import { cuttingProxy } from './test/faults/cutting-proxy.ts';
import { eachOnce, standing } from './test/faults/each-once.ts';
import { processForFaults } from './test/faults/process.ts';
import { smallDisk } from './test/faults/small-disk.ts';
import { form, SUFEN, submission } from './test/people.ts';
import { jpeg } from './test/photos.ts';

/** How many are sent in all; a goal of the house is ten thousand. */
const SUBMISSIONS = Number(process.env.FAULT_SUBMISSIONS ?? 10_000);
const SEED = Number(process.env.FAULT_SEED ?? 20_261_122);
/** How long the database is away once. */
const AWAY_MS = Number(process.env.FAULT_AWAY_MS ?? (SUBMISSIONS >= 5000 ? 60_000 : 3000));
const SENDERS = 8;
const OF_ONE_ACCOUNT = 20;

let state = SEED;
/** Mulberry32: the same faults in the same order for the same seed; when they fall on what is not ours to say. */
const random = (): number => {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
};

const closing: (() => unknown)[] = [];
afterAll(async () => {
  for (const close of closing.reverse()) await close();
});

it(`${SUBMISSIONS} 份申请，进程被杀、数据库停、磁盘满、微信乱、钟跳、线断：回过话的都在，各一份`, { timeout: 3 * 3_600_000 }, async () => {
  const disk = smallDisk(900);
  closing.push(disk.remove);
  const dataDir = path.join(disk.folder, 'postgres');
  const filesDir = path.join(disk.folder, 'files');
  let server = await startPostgres({ dataDir });
  closing.push(() => server.stop());
  const url = await server.createDatabase('faults');
  await migrate(url);
  const { port } = server;
  const owner = async <T>(work: (sql: postgres.Sql) => Promise<T>): Promise<T> => {
    const sql = postgres(url, { max: 1, onnotice: () => undefined });
    return work(sql).finally(() => sql.end());
  };
  // So that the log does not fill the disk by itself.
  await owner((sql) => sql.unsafe("alter system set max_wal_size = '96MB'"));
  await owner((sql) => sql`select pg_reload_conf()`);
  const wechat = await badWechat();
  closing.push(wechat.close);
  const environment = { ...testEnvironment(url, filesDir), WECHAT_API_BASE: wechat.url };
  const http = processForFaults('http', () => environment);
  const worker = processForFaults('worker', () => environment);
  closing.push(http.kill, worker.kill);
  await http.start();
  await worker.start();
  const line = await cuttingProxy(() => http.port, random);
  closing.push(line.close);
  const figures = {
    seed: SEED,
    submissions: SUBMISSIONS,
    tmpfs: disk.mounted,
    tries: 0,
    answers: {} as Record<string, number>,
    faults: {} as Record<string, number>,
  };

  async function call(method: string, to: string, token: string | undefined, body?: unknown) {
    figures.tries += 1;
    const headers = {
      ...(token && { authorization: `Bearer ${token}` }),
      ...(body instanceof FormData ? {} : { 'content-type': 'application/json' }),
    };
    const sent = body instanceof FormData ? body : body === undefined ? undefined : JSON.stringify(body);
    const answer = await fetch(line.url + to, {
      method,
      headers,
      ...(sent !== undefined && { body: sent }),
      signal: AbortSignal.timeout(20_000),
    }).catch(() => undefined);
    const data = (await answer?.json().catch(() => undefined)) as { accessToken: string; code?: string } | undefined;
    // An answer that broke off is none.
    const status = answer && data !== undefined ? answer.status : 0;
    figures.answers[status] = (figures.answers[status] ?? 0) + 1;
    return { status, data };
  }
  let codes = 0;
  async function signIn(person: string): Promise<string> {
    for (;;) {
      const { status, data } = await call('POST', '/api/session', undefined, { code: `code-${person}-${++codes}` });
      if (status === 200 || status === 201) return data?.accessToken ?? '';
      await pause(50 + random() * 200);
    }
  }
  /** Again and again until it is answered well, with a new sign-in where that ran out. */
  async function until(who: { person: string; token: string }, method: string, to: string, body: () => unknown) {
    for (;;) {
      const { status, data } = await call(method, to, who.token, body());
      if (status >= 200 && status < 300) return data;
      if (status === 401) who.token = await signIn(who.person);
      else if (status >= 400 && status < 500 && status !== 429 && status !== 409)
        throw new Error(`${method} ${to.slice(0, 16)} ${status} ${data?.code}`);
      await pause(50 + random() * 250);
    }
  }

  const accepted = new Map<string, { receipt: string; account: number; body: Submission }>();
  let next = 0;
  async function sender(): Promise<void> {
    for (let first = next; first < SUBMISSIONS; first = next) {
      next += OF_ONE_ACCOUNT;
      const account = first / OF_ONE_ACCOUNT;
      const person = `p${account.toString(26).replace(/\d/g, (d) => String.fromCharCode(113 + Number(d)))}`;
      const who = { person, token: await signIn(person) };
      const { version } = STATEMENTS['privacy-notice'];
      await until(who, 'PUT', '/api/me/consents/privacy-notice', () => ({ version, hash: STATEMENT_HASHES['privacy-notice'] }));
      await until(who, 'PUT', '/api/me/identity', () => ({ name: SUFEN.name, paper: { kind: 'resident-identity', number: SUFEN.number } }));
      for (let i = first; i < Math.min(first + OF_ONE_ACCOUNT, SUBMISSIONS); i++) {
        const id = randomUUID();
        let body = submission();
        if (i % 10 === 0) {
          const fileId = randomUUID();
          await until(who, 'POST', `/api/files/${fileId}`, () => photoBody());
          body = submission({ form: form({ photos: [{ fileId, about: 'income' }] }) });
        }
        const receipt = await until(who, 'PUT', `/api/applications/${id}`, () => body);
        accepted.set(id, { receipt: createHash('sha256').update(JSON.stringify(receipt)).digest('hex'), account, body });
      }
    }
  }

  const faults: Readonly<Record<string, () => Promise<void>>> = {
    'http-killed': async () => {
      await http.kill();
      await http.start();
    },
    'worker-killed': async () => {
      await worker.kill();
      await worker.start();
    },
    'database-restarted': async () => {
      await server.stop();
      server = await startPostgres({ dataDir, port });
    },
    'database-away': async () => {
      await server.stop();
      await pause(AWAY_MS);
      server = await startPostgres({ dataDir, port });
    },
    'disk-full': async () => {
      if (!disk.mounted) return;
      disk.fill();
      await pause(2000);
      disk.free();
      // A server that could not write its log ends; somebody starts it again.
      await owner((sql) => sql`select 1`).catch(async () => {
        await server.stop();
        server = await startPostgres({ dataDir, port });
      });
    },
    'wechat-unwell': async () => {
      for (const mood of ['slow', 'down', 'nonsense', 'well'] as const) {
        wechat.feel(mood);
        await pause(mood === 'well' ? 0 : 1000);
      }
    },
    'clock-jumped': async () => {
      await http.kill();
      await http.start(random() < 0.5 ? 3 * 3_600_000 : -20 * 60_000);
      await pause(2000);
      await http.kill();
      await http.start();
    },
    'lines-cut': async () => {
      line.cutAll();
      line.cutOneIn(4);
      await pause(1500);
      line.cutOneIn(0);
    },
  };
  const names = Object.keys(faults);
  const rounds = Math.max(1, Math.floor(SUBMISSIONS / 1000));
  let done = false;
  async function misfortune(): Promise<void> {
    const all = rounds * names.length;
    for (let n = 0; n < all; n++) {
      // Spread over what is sent, at a moment of its own each.
      while (!done && accepted.size < ((n + 0.2 + random() * 0.6) * SUBMISSIONS) / (all + 1)) await pause(20);
      const name = names[n % names.length] as string;
      figures.faults[name] = (figures.faults[name] ?? 0) + 1;
      await (faults[name] as () => Promise<void>)();
      if (http.isDead()) await http.start();
      if (worker.isDead()) await worker.start();
    }
  }
  const began = performance.now();
  const sending = Promise.all(Array.from({ length: SENDERS }, sender)).finally(() => {
    done = true;
  });
  await Promise.all([sending, misfortune()]);
  const seconds = (performance.now() - began) / 1000;

  // Once more each: the same receipt, and nothing more.
  const tokens = new Map<number, { person: string; token: string }>();
  const ask = [...accepted].filter((_, i) => i % Math.ceil(SUBMISSIONS / 1000) === 0);
  for (const [id, { receipt, account, body }] of ask) {
    const person = `p${account.toString(26).replace(/\d/g, (d) => String.fromCharCode(113 + Number(d)))}`;
    const who = tokens.get(account) ?? { person, token: await signIn(person) };
    tokens.set(account, who);
    const again = await until(who, 'PUT', `/api/applications/${id}`, () => body);
    expect(createHash('sha256').update(JSON.stringify(again)).digest('hex')).toBe(receipt);
  }

  await worker.kill();
  const config = { ...testConfig(url, filesDir), ...parseConfig(environment), staffBaseUrl: '' };
  // What was to be done at once is done by a right clock, whoever wrote it; what was put off while a clock stood ahead waits for that moment.
  let ahead = 0;
  const last = await startWorker({ config, clock: () => Date.now() + ahead, log: () => undefined }, false);
  closing.push(last.close);
  await last.drain();
  expect(await owner((sql) => sql`select kind from outbox where done_at is null and tries = 0 and run_at = created_at`)).toEqual([]);
  ahead = 4 * 3_600_000;
  await last.drain();
  const { context, connection } = compose(config, 'faults', () => '', { clock: Date.now });
  closing.push(connection.close);
  await context.keys.load();
  const rows = await owner(standing);
  const n = SUBMISSIONS;
  console.log(JSON.stringify({ ...figures, cut: line.cut, wechatAsked: wechat.asked, seconds: Math.round(seconds), ...rows }));
  expect(accepted.size).toBe(n);
  expect(rows).toMatchObject({ ...eachOnce(n), open: n, sends: n, waiting: 0, photos: Math.ceil(n / 10) });
  expect(await reconcileFiles(context)).toEqual([]);
  // The worker's chores did not stand behind its backlog: what happened an hour ago has its number.
  expect((await reconcileDeliveries(context, 2)).filter((one) => !one.startsWith('send-late'))).toEqual([]);
});

function photoBody(): FormData {
  const body = new FormData();
  body.set('about', 'income');
  body.set('file', new Blob([new Uint8Array(jpeg())]), 'photo.jpg');
  return body;
}
