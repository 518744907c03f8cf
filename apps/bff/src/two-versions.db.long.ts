import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { startPostgres } from '@assist/local-postgres';
import { portForTest } from '@assist/local-postgres/testing';
import postgres from 'postgres';
import { afterEach, expect, it } from 'vitest';
import { compose } from './compose.ts';
import { parseConfig } from './config.ts';
import { startDevIdentityProvider } from './oidc/dev-identity-provider.ts';
import { sealAudit } from './services/audit/seal.ts';
import { verifyAudit } from './services/audit/verify.ts';
import { reconcileDeliveries } from './services/delivery/reconcile.ts';
import { reconcileFiles } from './services/file/reconcile.ts';
import { testEnvironment } from './test/bff-for-test.ts';
import { browser } from './test/desk-browser-for-test.ts';
import { badWechat } from './test/faults/bad-wechat.ts';
import { eachOnce, standing } from './test/faults/each-once.ts';
import { processForFaults } from './test/faults/process.ts';
import { loadOn, type Side, type Signed } from './test/versions/load.ts';
import { oldVersions, takeOut } from './test/versions/old-version.ts';

const PHONES = Number(process.env.OLD_VERSION_PHONES ?? 6);
/** So many applications have to be taken in each stage of the upgrade. */
const IN_EACH_STAGE = Number(process.env.OLD_VERSION_APPLICATIONS ?? 100);
const HERE = new URL('./', import.meta.url);

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

it.each(oldVersions())(
  '%s 还在收、还在办的时候升级：收下的等于存下的等于排上队的，两版互相看得懂',
  { timeout: 1_200_000 },
  async (commit) => {
    const old = takeOut(commit);
    closing.push(old.remove);
    const { STATEMENTS, STATEMENT_HASHES } = (await import(
      /* @vite-ignore */ new URL('../../../packages/contracts/src/index.ts', old.src).href
    )) as Signed;
    const folder = mkdtempSync(path.join(tmpdir(), 'assist-two-versions-'));
    closing.push(() => rmSync(folder, { recursive: true, force: true }));
    const server = await startPostgres({ dataDir: path.join(folder, 'postgres'), fsync: false });
    closing.push(server.stop);
    const url = await server.createDatabase('versions');
    const wechat = await badWechat();
    closing.push(wechat.close);
    const staffPort = await portForTest();
    const desk = `http://127.0.0.1:${staffPort}`;
    const provider = await startDevIdentityProvider({
      port: 0,
      client: { id: 'township-desk', secret: 'development-only', deskUrls: [desk] },
    });
    closing.push(provider.close);
    const environment = {
      ...testEnvironment(url, path.join(folder, 'files')),
      WECHAT_API_BASE: wechat.url,
      OIDC_ISSUER: provider.issuer,
      STAFF_BASE_URL: desk,
      DATABASE_CONNECTIONS: '5',
    };
    const migrated = async (src: URL): Promise<string[]> => {
      const env = { ...process.env, ...environment };
      const { stdout } = await promisify(execFile)(process.execPath, [fileURLToPath(new URL('migrate.ts', src))], { env });
      return (JSON.parse(stdout) as { migrated: string[] }).migrated;
    };
    const broken: string[] = [];
    const process_ = (version: 'old' | 'new', entry: 'http' | 'worker', more: Record<string, string> = {}) => {
      const src = version === 'old' ? old.src : HERE;
      const heard = (line: string) => void (line.includes('"level":"error"') && broken.push(`${version} ${entry}: ${line}`));
      const one = processForFaults(entry, () => ({ ...environment, ...more }), { src, heard });
      closing.push(one.kill);
      return one;
    };

    await migrated(old.src);
    const oldHttp = process_('old', 'http', { BFF_STAFF_PORT: String(staffPort) });
    const oldWorker = process_('old', 'worker');
    await oldHttp.start();
    await oldWorker.start();
    const sideOf = (name: string, { port, staffPort: staff }: typeof oldHttp): Side => ({
      name,
      residents: `http://127.0.0.1:${port}`,
      staff: `http://127.0.0.1:${staff}`,
    });
    let phase = 'old alone';
    const stage = (next: string) => {
      phase = next;
      console.log(`${next}: ${load.accepted.size} taken by now`);
    };
    let sides: readonly Side[] = [sideOf('old', oldHttp)];
    const load = loadOn(
      () => sides,
      () => phase,
      { STATEMENTS, STATEMENT_HASHES },
    );
    const signedIn = async (who: string, ends: () => string) => {
      const clerk = browser();
      const { url: callback } = await clerk.begin(`${desk}/staff/auth/login?returnTo=/`, who);
      await clerk.go(callback.replace(desk, ends()));
      return clerk.jar.get('desk_session') ?? '';
    };
    const heli = await signedIn('heli', () => desk);
    let huang = heli;
    let [enough, over] = [false, false];
    const phones = Promise.all(
      Array.from({ length: PHONES }, (_, i) => load.phone(`versions${String.fromCharCode(97 + i)}`, () => enough)),
    );
    const clerks = [
      load.clerk(
        () => heli,
        () => over,
      ),
      load.clerk(
        () => huang,
        () => over,
      ),
    ];
    let trouble: unknown;
    for (const one of [phones, ...clerks])
      one.catch((error: unknown) => {
        trouble = error;
      });
    const soManyMore = async () => {
      const until = load.accepted.size + IN_EACH_STAGE;
      while (load.accepted.size < until) {
        if (trouble) throw trouble;
        await pause(20);
      }
    };
    const began = performance.now();

    await soManyMore();
    stage('migrating');
    const applied = await migrated(HERE);
    stage('old alone, migrated');
    await soManyMore();
    const newHttp = process_('new', 'http');
    const newWorker = process_('new', 'worker');
    await newHttp.start();
    await newWorker.start();
    stage('both');
    sides = [...sides, sideOf('new', newHttp)];
    // Begun at the old one, ended at the new one: whose cookie then holds at both.
    huang = await signedIn('huangchunlan', () => (sides[1] as Side).staff);
    await soManyMore();
    stage('old ends');
    sides = sides.slice(1);
    await Promise.all([oldHttp.kill('SIGTERM'), oldWorker.kill('SIGTERM')]);
    stage('new alone');
    await soManyMore();
    enough = true;
    await phones;
    over = true;
    await Promise.all(clerks);
    const seconds = (performance.now() - began) / 1000;

    const sql = postgres(url, { max: 1, onnotice: () => undefined });
    closing.push(() => sql.end());
    await untilNothingWaits(sql);
    await newWorker.kill('SIGTERM');
    const rows = await standing(sql);
    const config = parseConfig(environment);
    const { context, connection } = compose(config, 'two-versions', () => '', { clock: Date.now });
    closing.push(connection.close);
    await context.keys.load();
    await sealAudit(context);
    const figures = {
      old: old.words,
      applied,
      seconds: Math.round(seconds),
      accepted: load.accepted.size,
      ...rows,
      claimed: load.claimed.length,
    };
    console.log(JSON.stringify({ ...figures, crossed: load.crossed, answers: load.answers }, null, 2));
    if (broken.length > 0) console.log(broken.slice(0, 20).join('\n'));

    const n = load.accepted.size;
    expect(rows).toMatchObject(eachOnce(n));
    const numbers = await sql<{ id: string; number: string }[]>`select id, number from applications`;
    expect(numbers.filter((row) => load.accepted.get(row.id) !== row.number)).toEqual([]);
    expect(new Set(load.claimed).size).toBe(load.claimed.length);
    // Only while tables change, and while the old one ends, may something have to be asked again.
    const passing = (what: string) => /^(migrating|old ends), /.test(what) && /: (0|503) /.test(what);
    expect(Object.keys(load.answers).filter((what) => !what.endsWith(': well') && !what.includes(': 429 ') && !passing(what))).toEqual([]);
    for (const [what, count] of Object.entries(load.crossed)) if (what !== 'sentAgain') expect([what, count > 0]).toEqual([what, true]);
    expect((await verifyAudit(context)).wrong).toEqual([]);
    expect(await reconcileFiles(context)).toEqual([]);
    expect((await reconcileDeliveries(context, 2)).filter((one) => !one.startsWith('send-late'))).toEqual([]);
  },
);

async function untilNothingWaits(sql: postgres.Sql): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    const [left] = await sql`select count(*)::int as n from outbox where done_at is null`;
    if (left?.n === 0) return;
    await pause(200);
  }
  throw new Error('the workers do not come to an end');
}
