import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { portForTest } from '@assist/local-postgres/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { compose } from './compose.ts';
import { sealAudit } from './services/audit/seal.ts';
import { verifyAudit } from './services/audit/verify.ts';
import type { BffForTest } from './test/bff-for-test.ts';
import { ended, loadBalancer } from './test/load-balancer-for-test.ts';
import { inventedNumber } from './test/numbers.ts';
import { resident, submission } from './test/people.ts';
import { type ReplicaForTest, replicaForTest } from './test/replica-for-test.ts';

const PEOPLE = 12;
const SUBMISSIONS_EACH = 50;
const BFFS = 3;
const WORKERS = 2;
/** One process is killed so long after the one before is back. */
const KILL_EVERY_MS = 500;
const AT_ONCE = 12;

/** Every so many kills the replica is killed too. */
const REPLICA_AFTER = 4;

let at: ReplicaForTest;
let bff: BffForTest;
let balancer: Awaited<ReturnType<typeof loadBalancer>>;
const machines: { readonly entry: string; readonly environment: Record<string, string>; child: ChildProcess }[] = [];

beforeAll(async () => {
  at = await replicaForTest();
  bff = at.bff;
  await at.lag(20);
  // Real time: the processes have no clock of ours.
  bff.pass(Date.now() - bff.clock());
  const ports = await Promise.all(Array.from({ length: BFFS * 3 }, portForTest));
  const http = ports.slice(0, BFFS);
  for (const [i, port] of http.entries())
    add('./http.ts', { BFF_PORT: String(port), BFF_STAFF_PORT: String(ports[BFFS + i]), METRICS_PORT: String(ports[2 * BFFS + i]) });
  for (let i = 0; i < WORKERS; i++) add('./worker.ts', {});
  await Promise.all(machines.map((one) => ready(one.child)));
  balancer = await loadBalancer(http);
}, 300_000);
afterAll(async () => {
  await balancer?.close();
  await Promise.all(machines.map((one) => ended(one.child)));
  await at?.close();
}, 60_000);

function add(entry: string, more: Record<string, string>): void {
  const environment = {
    PATH: process.env.PATH ?? '',
    ...bff.environment,
    DATABASE_CONNECTIONS: '5',
    DATABASE_REPLICA_URL: at.url,
    ...more,
  };
  machines.push({ entry, environment, child: start(entry, environment) });
}

const start = (entry: string, env: Record<string, string>): ChildProcess =>
  spawn(process.execPath, [fileURLToPath(new URL(entry, import.meta.url))], { env, stdio: ['ignore', 'pipe', 'inherit'] });

async function ready(child: ChildProcess): Promise<void> {
  const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream });
  await new Promise<void>((resolve, reject) => {
    lines.on('line', (line) => line.includes('"message":"ready"') && resolve());
    lines.on('close', () => reject(new Error('the process ended before it was ready')));
  });
}

/** Kills one after the other and starts it again; the rest goes on meanwhile. @returns how many were killed */
async function killNowAndThen(until: Promise<unknown>): Promise<number> {
  let over = false;
  void until.finally(() => {
    over = true;
  });
  let killed = 0;
  for (; !over; killed += 1) {
    await Promise.race([pause(KILL_EVERY_MS), until]);
    if (over) break;
    const machine = machines[killed % machines.length] as (typeof machines)[number];
    await countReads(machine.environment.METRICS_PORT);
    await ended(machine.child);
    machine.child = start(machine.entry, machine.environment);
    await ready(machine.child);
    if (killed % REPLICA_AFTER === 0) {
      await at.kill();
      await at.start();
    }
  }
  return killed;
}

type Sent = { readonly number: string; readonly retries: number };

/** As a phone does it: what got no answer, or one that says to come again, is sent again with the same id. */
async function send(token: string, id: string): Promise<Sent> {
  const got: string[] = [];
  for (let retries = 0; retries < 20; retries += 1) {
    const answer = await fetch(`${balancer.url}/api/applications/${id}`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(submission()),
    }).catch(() => undefined);
    if (answer?.ok) return { number: ((await answer.json()) as { number: string }).number, retries };
    if (answer && answer.status < 500) throw new Error(`answered ${answer.status}: ${await answer.text()}`);
    got.push(answer ? `${answer.status} ${(await answer.text()).slice(0, 80)}` : 'no answer');
    await pause(200 * 2 ** Math.min(retries, 4));
  }
  throw new Error(`not taken after twenty tries: ${got.join(', ')}`);
}

it('三台收、两台办、一个慢一点的副本，时不时杀掉一个：一说收下就看得到；收下的等于存下的等于排上队的，每件一次；谁也没看到再试一次以外的错', async () => {
  const people = await Promise.all(
    Array.from({ length: PEOPLE }, (_, i) =>
      resident(bff, `machines${String.fromCharCode(97 + i)}`, { name: '样例', number: inventedNumber() }),
    ),
  );
  const waiting = people.flatMap(({ accessToken }) =>
    Array.from({ length: SUBMISSIONS_EACH }, () => ({ token: accessToken, id: randomUUID() })),
  );
  const all = waiting.length;
  const accepted = new Map<string, Sent>();
  const began = performance.now();
  const lane = async () => {
    for (let one = waiting.shift(); one; one = waiting.shift()) {
      accepted.set(one.id, await send(one.token, one.id));
      await finds(one.token, one.id);
    }
  };
  const sending = Promise.all(Array.from({ length: AT_ONCE }, lane));
  const [killed] = await Promise.all([killNowAndThen(sending), sending]);
  const seconds = (performance.now() - began) / 1000;

  const [stored] = await bff.sql`select count(*)::int as n, count(distinct number)::int as numbers from applications`;
  const [queued] = await bff.sql`select count(*)::int as n, count(distinct application_id)::int as applications from work_items
    where application_id is not null and kind = 'application'`;
  expect({ accepted: accepted.size, stored, queued }).toEqual({
    accepted: all,
    stored: { n: all, numbers: all },
    queued: { n: all, applications: all },
  });
  const rows = await bff.sql<{ id: string; number: string }[]>`select id, number from applications`;
  expect(rows.filter((row) => accepted.get(row.id)?.number !== row.number)).toEqual([]);

  await untilNothingWaits();
  const outcomes = await bff.sql`select kind, count(*)::int as n, max(tries) as tries from outbox
    where kind in ('tell-resident', 'find-identity-conflict') group by kind order by kind`;
  expect(outcomes).toEqual([
    // Each of them said once who they are, before.
    { kind: 'find-identity-conflict', n: all + PEOPLE, tries: 1 },
    { kind: 'tell-resident', n: all, tries: 1 },
  ]);
  const [twice] = await bff.sql`select count(*)::int as n from (
    select account_id, subject_id, kind from messages where subject_kind = 'application' group by 1, 2, 3 having count(*) > 1) as t`;
  expect(twice?.n).toBe(0);

  const { context, connection } = compose(bff.config, 'test', () => '', { clock: Date.now });
  await sealAudit(context);
  const trail = await verifyAudit(context);
  await connection.close();
  expect(trail.wrong).toEqual([]);
  expect(killed).toBeGreaterThan(0);

  for (const { environment } of machines) await countReads(environment.METRICS_PORT);
  // Every look of the test itself, and whatever a machine that was killed had answered before.
  expect(Object.values(answeredBy).reduce((sum, n) => sum + n, 0)).toBeGreaterThanOrEqual(all);

  const retries = [...accepted.values()].map((one) => one.retries);
  console.log(
    `${all} submissions through ${BFFS} BFFs, ${WORKERS} workers, ${killed} kills, ${seconds.toFixed(1)} s: accepted ${accepted.size}, stored ${stored?.n}, queued ${queued?.n}; sent again: ${retries.filter(Boolean).length}, at most ${Math.max(...retries)} times; each found at the next look, answered by ${JSON.stringify(answeredBy)}`,
  );
}, 600_000);

/** What was said to be taken is there at the next look, whichever machine answers and whichever database it reads. */
async function finds(token: string, id: string): Promise<void> {
  for (let tries = 0; tries < 20; tries += 1) {
    const answer = await fetch(`${balancer.url}/api/applications`, { headers: { authorization: `Bearer ${token}` } }).catch(
      () => undefined,
    );
    const list = answer?.ok
      ? ((await answer.json().catch(() => undefined)) as { receipt: { applicationId: string } }[] | undefined)
      : undefined;
    if (list?.some((one) => one.receipt.applicationId === id)) return;
    if (list) throw new Error('what was taken is not shown');
    if (answer && !answer.ok && answer.status < 500) throw new Error(`looking was answered ${answer.status}`);
    await pause(200 * 2 ** Math.min(tries, 4));
  }
  throw new Error('nobody shows it after twenty tries');
}

async function untilNothingWaits(): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    const [left] = await bff.sql`select count(*)::int as n from outbox where done_at is null`;
    if (left?.n === 0) return;
    await pause(200);
  }
  throw new Error('the workers do not come to an end');
}

/** Who answered what may be read from the replica, and why not the replica: of every process, also of those killed since. */
const answeredBy: Record<string, number> = {};

async function countReads(port: string | undefined): Promise<void> {
  if (!port) return;
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  for (const [, by, why, n] of text.matchAll(/^assist_replica_reads_total\{by="(\w+)",why="([\w-]+)"\} (\d+)/gm)) {
    const who = by === 'replica' ? 'replica' : `primary (${why})`;
    answeredBy[who] = (answeredBy[who] ?? 0) + Number(n);
  }
}

it('在一台退出，每一台马上都不认；次数限制也是几台一起数', async () => {
  const person = await resident(bff, 'everywhere', { name: '样例', number: inventedNumber() });
  const urls = machines.filter((one) => one.entry === './http.ts').map((one) => `http://127.0.0.1:${one.environment.BFF_PORT}`);
  const headers = { authorization: `Bearer ${person.accessToken}`, 'content-type': 'application/json' };
  const codes: number[] = [];
  for (let i = 0; i < 12; i++) {
    const answer = await fetch(`${urls[i % BFFS]}/api/me/verification`, {
      method: 'POST',
      headers: { ...headers, 'idempotency-key': randomUUID() },
      body: JSON.stringify({ code: 'ABCDEFGH' }),
    });
    codes.push(answer.status);
  }
  expect(codes.indexOf(429)).toBe(10);
  const asked = () => Promise.all(urls.map(async (url) => (await fetch(`${url}/api/applications`, { headers })).status));
  expect(await asked()).toEqual([200, 200, 200]);
  const out = await fetch(`${urls[0]}/api/session`, { method: 'DELETE', headers });
  expect(out.status).toBeLessThan(300);
  expect(await asked()).toEqual([401, 401, 401]);
}, 60_000);
