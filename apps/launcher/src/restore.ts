// `npm run restore -- [folder] [--to=2026-11-22T10:00:00+08:00]`: the database of this clone as it was at that moment, checked.
import { copyFileSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { BackupProblem, carryBeside, restoreBackup } from '@assist/local-postgres';
import { besideDatabase, newestBatch, runBff } from './beside-database.ts';
import { keptBffEnvironment } from './bff-environment.ts';
import { data } from './folders.ts';
import { say } from './say.ts';

const { values, positionals } = parseArgs({ options: { to: { type: 'string' } }, allowPositionals: true });
const from = path.resolve(positionals[0] ?? process.env.BACKUP_DIR ?? path.join(data, 'backup'));
const to = values.to ? new Date(values.to) : undefined;
const environment = keptBffEnvironment();

if (to && Number.isNaN(to.getTime()))
  stop('--to 要写成 2026-11-22T10:00:00+08:00 这样。', '--to is written like 2026-11-22T10:00:00+08:00.');
else if (!environment)
  stop('还没有启动过，没有钥匙：先运行一次 npm start。', 'Nothing was started yet, there are no keys: run npm start once.');
else await restore(environment);

async function restore(kept: Record<string, string>): Promise<void> {
  try {
    const { server, base, before, rows, indexes } = await restoreBackup({ from, dataDir: path.join(data, 'postgres'), ...(to && { to }) });
    try {
      say(`· 用的是 ${base}；读了 ${rows} 行，比了 ${indexes} 个索引`);
      if (before) say(`· 原来的数据在 ${before}，确定不要了再删 · What was there before is kept there`);
      const databaseUrl = server.urlOf(new URL(kept.DATABASE_URL ?? '').pathname.slice(1));
      const env = { ...kept, DATABASE_URL: databaseUrl };
      // What is there already stays; only what is missing comes back.
      const beside = besideDatabase(kept);
      await carryBeside({ beside: { files: path.join(from, 'files') }, to: path.dirname(beside.files as string) });
      keepHeads(beside['audit-heads.jsonl'] as string, path.join(from, 'audit-heads.jsonl'), await newestBatch(env));
      say('· 核对留痕 · Verifying the trail');
      const trail = await runBff('verify-audit', env);
      say('· 对账 · Reconciling');
      const gaps = await runBff('reconcile', env, ['--days=3650']);
      process.exitCode = trail === 0 && gaps === 0 ? 0 : 2;
      say(process.exitCode === 0 ? '✓ 恢复好了 · Restored' : '! 恢复了，上面说的几处要看 · Restored; look at what is said above');
    } finally {
      await server.stop();
    }
  } catch (problem) {
    if (!(problem instanceof BackupProblem)) throw problem;
    stop(`没有恢复：${problem.message}`, 'Nothing was restored.');
  }
}

/**
 * The heads outside the database: those of the backup where there are none. Those of batches that the restored database does not have are put
 * aside, for the batches after them get their numbers anew; the file they lie in says what was lost.
 */
function keepHeads(live: string, backedUp: string, newest: number): void {
  if (!existsSync(live) && existsSync(backedUp)) copyFileSync(backedUp, live);
  if (!existsSync(live)) return;
  const lines = readFileSync(live, 'utf8').split('\n').filter(Boolean);
  const beyond = lines.filter((line) => batchOf(line) > newest);
  if (beyond.length === 0) return;
  const aside = `${live}.beyond-${new Date().toISOString().replace(/[:.]/g, '-')}`;
  renameSync(live, aside);
  const kept = lines.filter((line) => batchOf(line) <= newest);
  writeFileSync(live, kept.map((line) => `${line}\n`).join(''), { flush: true, mode: 0o600 });
  say(`· 留痕外面的封条里，有 ${beyond.length} 批是那个时刻以后的，放在 ${aside} · Heads of later batches are kept there`);
}

function batchOf(line: string): number {
  try {
    return Number(JSON.parse(line).batch) || 0;
  } catch {
    return 0;
  }
}

function stop(chinese: string, english: string): void {
  console.error(`${chinese}\n  ${english}`);
  process.exitCode = 1;
}
