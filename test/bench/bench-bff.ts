import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { migrate, parseConfig } from '@assist/bff';
import { compose, SUFEN, signIn } from '@assist/bff/measured';
import { makeClient, residentApi, STATEMENT_HASHES, STATEMENTS } from '@assist/contracts';
import { startPostgres } from '@assist/local-postgres';
import postgres from 'postgres';
import { benchEnvironment } from './bench-config.ts';

/** Everything a benchmark of a whole request drives: a database of its own and the BFF as the process that is run. @param more of its environment */
export async function benchBff(more: Readonly<Record<string, string>> = {}) {
  const folder = mkdtempSync(path.join(tmpdir(), 'assist-bench-'));
  const server = await startPostgres({ dataDir: path.join(folder, 'postgres') });
  const url = await server.createDatabase('bench');
  await migrate(url);
  const environment = benchEnvironment(url, path.join(folder, 'files'), 10);
  const process = spawn(globalThis.process.execPath, [fileURLToPath(new URL('../../apps/bff/src/http.ts', import.meta.url))], {
    env: { PATH: globalThis.process.env.PATH ?? '', ...environment, ...more },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const { resident: residentUrl, staff: staffUrl } = await ready(process);
  const sql = postgres(url, { max: 2, onnotice: () => undefined });
  const { context, connection } = compose(parseConfig(environment), 'bench', () => '', {
    clock: Date.now,
    fetch: wechat,
    actor: 'account',
  });
  await context.keys.load();
  return {
    url,
    residentUrl,
    staffUrl,
    sql,
    context,
    version: server.version,
    /** Somebody signed in who agreed to the notice and said who they are. @returns the access token */
    async resident(name: string): Promise<string> {
      const { accessToken } = await signIn(context, { code: name });
      const call = makeClient(async ({ method, path: to, headers, body }) => {
        const answer = await fetch(`${residentUrl}${to}`, {
          method,
          headers: { ...headers, authorization: `Bearer ${accessToken}` },
          ...(body !== undefined && { body }),
        });
        return { kind: 'answer', status: answer.status, text: await answer.text() };
      });
      const agreed = await call(residentApi.giveConsent, {
        params: { statement: 'privacy-notice' },
        body: { version: STATEMENTS['privacy-notice'].version, hash: STATEMENT_HASHES['privacy-notice'] },
      });
      const named = agreed.ok
        ? await call(residentApi.claimIdentity, { body: { name: SUFEN.name, paper: { kind: 'resident-identity', number: SUFEN.number } } })
        : agreed;
      if (!named.ok) throw new Error(`somebody could not be made for the benchmark: ${named.problem.code}`);
      return accessToken;
    },
    /** Milliseconds of a core used so far, which other programs of the machine do not change: of the BFF, and of Postgres for it. */
    async used(): Promise<{ bff: number; postgres: number }> {
      const backends = await sql<{ pid: number }[]>`select pid from pg_stat_activity where application_name like 'assist-%'`;
      return { bff: coreMs(process.pid), postgres: backends.reduce((sum, { pid }) => sum + coreMs(pid), 0) };
    },
    async close(): Promise<void> {
      process.kill('SIGTERM');
      await new Promise((resolve) => (process.exitCode === null ? process.once('exit', resolve) : resolve(undefined)));
      await connection.close();
      await sql.end();
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
export type BenchBff = Awaited<ReturnType<typeof benchBff>>;

/** Of Linux' hundredths of a second; 0 of a process that is gone. */
function coreMs(pid: number | undefined): number {
  try {
    const [user, system] = (readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1] ?? '').split(' ').slice(11, 13).map(Number);
    return ((user ?? 0) + (system ?? 0)) * 10;
  } catch {
    return 0;
  }
}

/** WeChat that knows everybody by the code they bring. */
const wechat = (async (input: string | URL | Request) =>
  new Response(
    JSON.stringify({ openid: `of-${new URL(String(input)).searchParams.get('js_code')}`, session_key: 'AAAAAAAAAAAAAAAAAAAAAA==' }),
  )) as typeof fetch;

async function ready(process: ChildProcess): Promise<{ resident: string; staff: string }> {
  const lines = createInterface({ input: process.stdout as NodeJS.ReadableStream });
  return new Promise((resolve, reject) => {
    // Goes on reading: a pipe that is full would hold the process.
    let isReady = false;
    lines.on('line', (line) => {
      if (isReady) return;
      const said = JSON.parse(line) as { message: string; resident: string; staff: string };
      isReady = said.message === 'ready';
      if (isReady) resolve(said);
    });
    process.once('exit', () => reject(new Error('the BFF ended before it was ready')));
  });
}
