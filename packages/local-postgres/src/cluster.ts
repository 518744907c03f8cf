import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { diskFull, type Place } from './place.ts';
import { LocalPostgresProblem } from './problem.ts';

export const superuser = 'assist';

/** Megabytes that a first start writes with some room to grow, and that a later one needs to go on. */
const needed = { first: 300, later: 50 };

/** Throws 'disk-full' before anything is written. */
export function refuseFullDisk({ cluster }: Place): void {
  const folder = path.dirname(cluster);
  const disk = statfsSync(folder);
  const free = (disk.bavail * disk.bsize) / 2 ** 20;
  if (free < (isCluster(cluster) ? needed.later : needed.first)) throw diskFull(folder);
}

const isCluster = (folder: string) => existsSync(path.join(folder, 'PG_VERSION'));

/** Makes the cluster if there is none, else checks that this version can read it. Returns the superuser's password. */
export async function prepareCluster(place: Place, fsync: boolean): Promise<string> {
  const { cluster, home } = place;
  const exists = isCluster(cluster);
  if (exists) refuseForeignVersion(place);
  const secret = path.join(home, 'password');
  const password = existsSync(secret) ? readFileSync(secret, 'utf8') : randomBytes(24).toString('hex');
  if (!existsSync(secret)) writeFileSync(secret, password, { mode: 0o600 });
  if (!exists) await initialise(place, password, fsync);
  return password;
}

function refuseForeignVersion({ cluster, version }: Place): void {
  const written = readFileSync(path.join(cluster, 'PG_VERSION'), 'utf8').trim();
  const ours = version.split('.')[0];
  if (written === ours) return;
  throw new LocalPostgresProblem(
    'foreign-version',
    `${cluster} 是 PostgreSQL ${written} 的数据，随包附带的是 ${ours}：请用 pg_dump 导出后删除该目录再启动，或把 DATABASE_URL 指向原来的数据库。`,
    `${cluster} was written by PostgreSQL ${written}, the packages bring ${ours}: dump it and remove the folder, or point DATABASE_URL to the old server.`,
  );
}

async function initialise(place: Place, password: string, fsync: boolean): Promise<void> {
  const { native, cluster, account } = place;
  // A start killed half way leaves this one behind, never half a cluster under the real name.
  const half = `${cluster}.new`;
  const secret = `${half}.password`;
  rmSync(half, { recursive: true, force: true });
  rmSync(cluster, { recursive: true, force: true });
  mkdirSync(half, { mode: 0o700 });
  rmSync(secret, { force: true });
  writeFileSync(secret, password, { mode: 0o600 });
  if (account) for (const made of [half, secret]) chownSync(made, account.uid, account.gid);
  // The builtin locale sorts the same on every machine.
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const sign = ['--username', superuser, '--pwfile', secret, '--auth=scram-sha-256'];
  const args = ['-D', half, ...sign, ...locale, '--no-instructions', ...(fsync ? [] : ['--no-sync'])];
  const { code, output } = await run(path.join(native, 'bin', 'initdb'), args, place);
  rmSync(secret, { force: true });
  if (code !== 0) {
    rmSync(half, { recursive: true, force: true });
    throw explain(output, place);
  }
  renameSync(half, cluster);
}

function run(command: string, args: string[], { account }: Place): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: '/',
      env: plainEnvironment(),
      uid: account?.uid,
      gid: account?.gid,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.once('error', (error) => resolve({ code: -1, output: error.message }));
    child.once('close', (code) => resolve({ code, output }));
  });
}

/** Nothing of our environment (PGDATA, PGPORT, keys) reaches the database. */
export function plainEnvironment(): NodeJS.ProcessEnv {
  return { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };
}

/** Postgres' own words, as a plain sentence. */
export function explain(output: string, place: Place): LocalPostgresProblem {
  if (/No space left on device|Disk quota exceeded/i.test(output)) return diskFull(path.dirname(place.cluster));
  const last =
    output
      .trim()
      .split('\n')
      .findLast((line) => /FATAL|PANIC|error/i.test(line)) ?? 'no reason given';
  const log = path.join(place.home, 'log');
  return new LocalPostgresProblem(
    'did-not-start',
    `本地数据库没有启动，它的说明是“${last}”：详见 ${log}，也可以设置 DATABASE_URL 使用别的数据库。`,
    `The local database did not start; it says "${last}": see ${log}, or set DATABASE_URL to use another one.`,
  );
}
