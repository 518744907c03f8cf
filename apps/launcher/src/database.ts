import { execFile } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { startPostgres } from '@assist/local-postgres';
import { data, quick, root } from './folders.ts';
import { PlainProblem } from './plain-problem.ts';
import { forgetSampleRegister } from './sample-register.ts';
import type { Stoppable } from './shutdown.ts';
import { hashOfSources } from './sources.ts';

export type Database = Stoppable & {
  readonly url: string;
  /** Undefined for a database that is not ours to watch. */
  readonly ended: Promise<void> | undefined;
};

const name = 'assist';

/** Which sources our own database was last brought up to date by: it lies with the database and goes with it. */
const migratedBy = path.join(data, 'postgres', 'migrated-by');

/** The database of DATABASE_URL, or our own Postgres in `.data/postgres`. */
export async function openDatabase(given: string | undefined, port: number): Promise<Database> {
  if (given) return { url: given, ended: undefined, stop: async () => undefined };
  const server = await startPostgres({ dataDir: path.join(data, 'postgres'), port });
  if (!(await server.hasDatabase(name))) {
    rmSync(migratedBy, { force: true });
    forgetSampleRegister();
    await server.createDatabase(name);
  }
  return { url: server.urlOf(name), ended: server.ended, stop: () => server.stop() };
}

/**
 * Brings the tables and the reference data up to this version. Our own database remembers by which sources that was done last, and
 * is left alone when they are the same: that second of every start is better spent starting. Throws a plain problem.
 */
export async function migrate(environment: Readonly<Record<string, string>>, isOurs: boolean): Promise<void> {
  const sources = hashOfSources('@assist/bff', { issuer: environment.OIDC_ISSUER ?? '' });
  if (isOurs && existsSync(migratedBy) && readFileSync(migratedBy, 'utf8') === sources) return;
  await runMigrations(environment);
  if (isOurs) writeFileSync(migratedBy, sources);
}

async function runMigrations(environment: Readonly<Record<string, string>>): Promise<void> {
  const entry = path.join(root, 'apps/bff/src/migrate.ts');
  try {
    await promisify(execFile)(process.execPath, [entry], { cwd: root, env: { ...process.env, ...quick, ...environment } });
  } catch (problem) {
    const said = String((problem as { stderr?: string }).stderr ?? problem);
    if (/No space left|53100/i.test(said)) {
      throw new PlainProblem(
        '磁盘空间不足，数据库不能写入：请清理磁盘后再运行。',
        'The disk is full, the database cannot write: free some space, then run this again.',
      );
    }
    if (/ECONNREFUSED|ENOTFOUND|ETIMEDOUT|28P01|3D000/.test(said)) {
      throw new PlainProblem(
        '连不上 DATABASE_URL 指的数据库：请检查地址、用户、密码和库名。',
        'The database of DATABASE_URL cannot be reached: check its address, user, password and name.',
      );
    }
    const reason =
      said
        .split('\n')
        .find((line) => /error/i.test(line))
        ?.trim() ?? said.trim().split('\n')[0];
    throw new PlainProblem(
      `数据库没有升级到这个版本（${reason}）：可先备份后删除 .data/postgres 重新开始，或报告这个问题。`,
      `The database was not brought to this version (${reason}): back up and remove .data/postgres to begin anew, or report this.`,
    );
  }
}
