// `npm run backup -- [folder]`: the running system of this clone, whole; `npm run backup -- --log [folder]`: what came since, in a moment.
// `--keep-days=30` takes away afterwards what no restore to a moment of the last thirty days needs.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { carryBeside, carryWal, pruneBackups, takeBackup } from '@assist/local-postgres';
import { besideDatabase } from './beside-database.ts';
import { keptBffEnvironment } from './bff-environment.ts';
import { data } from './folders.ts';
import { say } from './say.ts';

const { values, positionals } = parseArgs({
  options: { log: { type: 'boolean', default: false }, 'keep-days': { type: 'string' } },
  allowPositionals: true,
});
const to = path.resolve(positionals[0] ?? process.env.BACKUP_DIR ?? path.join(data, 'backup'));
const environment = keptBffEnvironment();
const dataDir = path.join(data, 'postgres');
if (!environment?.DATABASE_URL?.includes('@127.0.0.1:')) {
  console.error('这里没有自己的数据库在运行：先运行 npm start；用别的 PostgreSQL，请用它自己的备份工具。');
  console.error('  No database of this clone is running: npm start first. A Postgres of your own has its own tools.');
  process.exitCode = 1;
} else {
  const beside = besideDatabase(environment);
  const url = Object.assign(new URL(environment.DATABASE_URL), { pathname: '/postgres' }).href;
  if (values.log) {
    const [log, files] = [await carryWal({ dataDir, to }), await carryBeside({ beside, to })];
    say(`✓ 带走 ${log} 段日志、${files} 个文件，在 ${to}\n  ${log} segments of the log and ${files} files carried`);
  } else {
    const taken = await takeBackup({ url, dataDir, to, beside });
    say(`✓ 备份好了：${taken.base}（${Math.round(taken.bytes / 2 ** 20)} MB，${taken.wal} 段日志，${taken.beside} 个文件）`);
    say('  Backed up. The keys (.data/keys.json) are not in it: keep them elsewhere, without them nothing can be opened.');
  }
  if (values['keep-days']) {
    const { bases, wal, files } = await pruneBackups({ to, keepDays: Number(values['keep-days']), beside });
    say(`· 清掉用不着的 ${bases} 份旧备份、${wal} 段日志、${files} 个早已删掉的文件 · Taken away, no longer needed`);
  }
}
