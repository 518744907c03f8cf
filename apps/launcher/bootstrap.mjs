// The first step of every command: plain JavaScript for Node 20, using nothing but Node itself.
// It sees that the machine can run the project, installs what is missing, and goes on with the pinned Node.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statfsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const pnpm = 'pnpm@12.21.0';
const modules = path.join(root, 'node_modules');
const pinnedNode = path.join(modules, '.bin', 'node');
const installedMark = path.join(modules, '.assist-installed');
const megabytesToInstall = 1500;

/**
 * Prepares the machine, then runs a TypeScript entry on the pinned Node and ends with its exit code.
 * @param {string} entry path from the repository's root
 */
export async function runEntry(entry) {
  try {
    checkMachine();
    await install();
    process.exitCode = await goOn(path.join(root, entry));
  } catch (problem) {
    // What we know how to say is said without a stack; anything else is a defect of ours and shows where it is.
    console.error(problem instanceof Plain ? `\n✗ ${problem.message}` : problem);
    process.exitCode = 1;
  }
}

class Plain extends Error {}

const plain = (chinese, english) => new Plain(`${chinese}\n  ${english}`);

function checkMachine() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < 20) {
    throw plain(
      `当前 Node 是 ${process.versions.node}，需要 20 或更新的版本：请先更新 Node。`,
      `This is Node ${process.versions.node}; 20 or newer is needed: update Node first.`,
    );
  }
  if (process.platform === 'linux' && !['x64', 'arm64'].includes(process.arch)) {
    throw plain(
      `不支持这种处理器（${process.arch}）：请换用 x64 或 arm64 的 Linux。`,
      `This processor (${process.arch}) is not supported: use Linux on x64 or arm64.`,
    );
  }
}

/** Everything that decides what an install would bring: the lockfile and all that it was made from. */
function fingerprint() {
  const manifests = ['apps', 'packages'].flatMap((rooms) =>
    readdirSync(path.join(root, rooms)).map((room) => path.join(rooms, room, 'package.json')),
  );
  const hash = createHash('sha256').update(`${process.platform} ${process.arch} `);
  for (const file of ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json', 'test/package.json', ...manifests.sort()]) {
    if (existsSync(path.join(root, file))) hash.update(file).update(readFileSync(path.join(root, file)));
  }
  return hash.digest('hex');
}

async function install() {
  const wanted = fingerprint();
  const found = existsSync(installedMark) && existsSync(pinnedNode) ? readFileSync(installedMark, 'utf8') : '';
  if (found === wanted) return;
  const disk = statfsSync(root);
  const free = Math.floor((disk.bavail * disk.bsize) / 2 ** 20);
  if (!existsSync(modules) && free < megabytesToInstall) throw diskFull(free);
  console.log('· 正在安装依赖（第一次约 1 分钟） · Installing dependencies (about a minute the first time)');
  mkdirSync(path.join(root, '.data', 'logs'), { recursive: true });
  const { code, output, stopped } = await runInstaller();
  writeFileSync(path.join(root, '.data', 'logs', 'install.log'), output);
  if (stopped) throw plain('安装中途停止，下次会接着装。', 'Stopped while installing; the next start goes on from here.');
  if (code !== 0) throw explainInstall(output);
  writeFileSync(installedMark, wanted);
}

/** pnpm in a process group that ends when we do, kill -9 included. */
function runInstaller() {
  const guard = readFileSync(path.join(root, 'packages/local-postgres/src/leash.sh'), 'utf8');
  const command = ['npx', '--yes', pnpm, 'install', '--frozen-lockfile', '--reporter=append-only'];
  const child = spawn('/bin/sh', ['-c', guard, 'leash', 'TERM', '30', 'group', ...command], {
    cwd: root,
    env: { ...process.env, CI: 'true' },
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe', 'ignore', 'pipe'],
  });
  let stopped = false;
  const stop = () => {
    stopped = true;
    child.stdin.destroy();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, stop);
  let output = '';
  let told = '';
  let shown = 0;
  const read = (chunk) => {
    output += chunk;
    const progress = String(chunk).match(/Progress: .*/)?.[0];
    if (progress && Date.now() - shown > 3000) {
      shown = Date.now();
      console.log(`  ${progress.replace('Progress: ', '')}`);
    }
  };
  child.stdout.on('data', read);
  child.stderr.on('data', read);
  child.stdio[4].on('data', (chunk) => {
    told += chunk;
  });
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: 127, output: error.message }));
    child.once('close', () => {
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.removeListener(signal, stop);
      resolve({ code: told === '' ? 130 : Number(told), output, stopped });
    });
  });
}

function explainInstall(output) {
  if (/ENOSPC|no space left/i.test(output)) return diskFull();
  if (/npx: (command )?not found|ENOENT.*npx/i.test(output)) {
    return plain('找不到 npx：请安装随 Node 一起的 npm。', 'npx was not found: install npm, which comes with Node.');
  }
  if (/ENOTFOUND|ETIMEDOUT|ECONNREFUSED|ECONNRESET|EAI_AGAIN|fetch failed|META_FETCH_FAIL/i.test(output)) {
    return plain(
      '连不上软件包的下载地址：请检查网络或 npm 的 registry 设置，再运行一次。',
      'The package registry cannot be reached: check the network or npm’s registry setting, then run this again.',
    );
  }
  if (/OUTDATED_LOCKFILE/.test(output)) {
    return plain(
      `package.json 改过而 pnpm-lock.yaml 没有跟着改：请运行 npx --yes ${pnpm} install，再运行一次。`,
      `A package.json has changed and pnpm-lock.yaml has not: run npx --yes ${pnpm} install, then run this again.`,
    );
  }
  const reason = output.match(/ERR_PNPM\S*.*/)?.[0] ?? output.trim().split('\n').at(-1);
  return plain(
    `安装依赖没有完成（${reason}）：详见 .data/logs/install.log，处理后再运行一次。`,
    `Installing did not finish (${reason}): see .data/logs/install.log, then run this again.`,
  );
}

function diskFull(free) {
  const has = free === undefined ? '' : `（现有 ${free} MB）`;
  return plain(
    `磁盘空间不足，安装依赖需要约 ${megabytesToInstall} MB${has}：请清理磁盘后再运行。`,
    `The disk is full; installing needs about ${megabytesToInstall} MB: free some space, then run this again.`,
  );
}

/** The entry on the pinned Node. It gets our signals, and notices by the closed channel when we are killed. */
function goOn(entry) {
  const node = existsSync(pinnedNode) ? pinnedNode : newEnoughNode();
  const bin = `${path.join(modules, '.bin')}${path.delimiter}${process.env.PATH ?? ''}`;
  const child = spawn(node, [entry, ...process.argv.slice(2)], {
    cwd: root,
    env: { ...process.env, PATH: bin, NODE_COMPILE_CACHE: path.join(root, '.cache', 'node') },
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  // A terminal sends Ctrl-C to both of us: the child sorts out the second one.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  if (process.env.npm_lifecycle_event) endWithNpm(() => child.kill('SIGTERM'));
  return new Promise((resolve) => {
    child.once('error', () => resolve(1));
    child.once('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 1)));
  });
}

/** npm passes on what it is told, but not that it was killed: then its shell, or we, are left to another parent. */
function endWithNpm(end) {
  const above = ancestors();
  const watch = setInterval(() => {
    if (ancestors() === above) return;
    clearInterval(watch);
    end();
  }, 500);
  watch.unref();
}

/** Our parent and, if that is the shell npm runs us in, npm itself. */
function ancestors() {
  try {
    const [name, rest] = readFileSync(`/proc/${process.ppid}/stat`, 'utf8').split(') ');
    return name.endsWith('sh') ? `${process.ppid} ${rest.split(' ')[1]}` : `${process.ppid}`;
  } catch {
    return `${process.ppid}`;
  }
}

/** The pinned Node comes as a package for Linux only; elsewhere the machine's own must be able to run TypeScript. */
function newEnoughNode() {
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  throw plain(
    `本机（${process.platform}）没有随包附带的 Node：请安装 Node 24 或更新版本后再运行。`,
    `No Node comes with the packages for ${process.platform}: install Node 24 or newer, then run this again.`,
  );
}
