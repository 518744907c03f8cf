import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Leashed, runOnLeash } from '@assist/local-postgres/leash';
import { cache, logs, root } from './folders.ts';
import { PlainProblem } from './plain-problem.ts';
import { hashOfSources } from './sources.ts';

export type Build = {
  /** Also the name of its log and of what is remembered about it. */
  readonly name: string;
  readonly chinese: string;
  readonly english: string;
  /** Workspace package and the script in it. */
  readonly packageName: string;
  readonly script: string;
  /** A file the build must have written: Taro ends with 0 when its configuration is wrong. From the repository's root. */
  readonly makes: string;
  readonly environment: Readonly<Record<string, string>>;
};

export const h5: Build = {
  name: 'build-h5',
  chinese: '编译居民端网页',
  english: 'building the residents’ page',
  packageName: '@assist/miniprogram',
  script: 'build:h5',
  makes: 'apps/miniprogram/dist/h5/index.html',
  // Its own origin serves /api; residents of the sandbox can sign in.
  environment: { TARO_APP_API_BASE: '', TARO_APP_WEB_SIGN_IN: 'sandbox' },
};

export const weapp: Build = {
  name: 'build-weapp',
  chinese: '编译微信小程序',
  english: 'building the WeChat mini-program',
  packageName: '@assist/miniprogram',
  script: 'build:weapp',
  makes: 'apps/miniprogram/dist/weapp/app.json',
  environment: {},
};

export const desk: Build = {
  name: 'build-desk',
  chinese: '编译镇街工作台',
  english: 'building the township desk',
  packageName: '@assist/desk',
  script: 'build',
  makes: 'apps/desk/dist/index.html',
  environment: {},
};

const markOf = (build: Build) => path.join(cache, 'builds', build.name);

/** Whether what lies there was built from exactly these sources. */
export function isBuilt(build: Build, hash = hashOfSources(build.packageName, build.environment)): boolean {
  const mark = markOf(build);
  return existsSync(path.join(root, build.makes)) && existsSync(mark) && readFileSync(mark, 'utf8') === hash;
}

/** Builds unless it is built. Throws a plain problem that names the log. `started` gets the running build, so that it can be stopped. */
export async function ensureBuilt(build: Build, started: (running: Leashed) => void = () => undefined): Promise<void> {
  const hash = hashOfSources(build.packageName, build.environment);
  if (isBuilt(build, hash)) return;
  // First the mark: a build killed half way must not count.
  rmSync(markOf(build), { force: true });
  mkdirSync(path.dirname(markOf(build)), { recursive: true });
  mkdirSync(logs, { recursive: true });
  const logFile = path.join(logs, `${build.name}.log`);
  const log = openSync(logFile, 'w');
  const running = runOnLeash('pnpm', ['--filter', build.packageName, 'run', build.script], {
    cwd: root,
    env: { ...process.env, ...build.environment, NODE_ENV: 'production', FORCE_COLOR: '0' },
    stdout: log,
    stderr: log,
    ask: 'group',
    grace: 3000,
  });
  closeSync(log);
  started(running);
  const code = await running.ended;
  if (code !== 0 || !existsSync(path.join(root, build.makes))) throw explain(build, readFileSync(logFile, 'utf8'));
  writeFileSync(markOf(build), hash);
}

function explain(build: Build, said: string): PlainProblem {
  const log = path.relative(root, path.join(logs, `${build.name}.log`));
  if (/ENOSPC|no space left/i.test(said)) {
    return new PlainProblem(
      '磁盘空间不足，编译没有完成：请清理磁盘后再运行。',
      'The disk is full, the build did not finish: free some space, then run this again.',
    );
  }
  const memory = /heap out of memory|SIGKILL|Killed/.test(said);
  return new PlainProblem(
    `${build.chinese}没有完成${memory ? '，内存不够（需要约 1 GB 空闲）' : ''}：详见 ${log}。`,
    `${build.english} did not finish${memory ? ' for lack of memory (about 1 GB is needed)' : ''}: see ${log}.`,
  );
}
