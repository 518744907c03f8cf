import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BackupProblem, carryWal, type LocalPostgres, restoreBackup, startPostgres, takeBackup } from '../index.ts';

const root = mkdtempSync(path.join(tmpdir(), 'assist-backup-'));
chmodSync(root, 0o755);
const dataDir = path.join(root, 'postgres');
const to = path.join(root, 'backup');
const files = path.join(root, 'files');
let server: LocalPostgres;
let moment: Date;
beforeAll(async () => {
  mkdirSync(path.join(files, 'ab'), { recursive: true });
  writeFileSync(path.join(files, 'ab', 'photo'), 'sealed');
  server = await startPostgres({ dataDir });
  const url = await server.createDatabase('assist');
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  await sql`create table note (n int primary key, words text)`;
  await sql`insert into note select n, repeat('字', 2000) from generate_series(1, 500) n`;
  // Somebody writes all the while.
  let stop = false;
  const writing = (async () => {
    for (let n = 10_000; !stop; n++) await sql`insert into note values (${n}, 'during')`;
  })();
  await takeBackup({ url: server.url, dataDir, to, beside: { files } }).finally(() => {
    stop = true;
  });
  await writing;
  await sql`insert into note values (501, 'before')`;
  const [row] = await sql`select clock_timestamp() as at`;
  moment = new Date(Number(row?.at) + 1);
  await sql`select pg_sleep(0.01)`;
  await sql`insert into note values (502, 'after')`;
  await sql`delete from note where n <= 500`;
  // What was written is in the archive once its segment is full; a minute does it too.
  await sql`select pg_switch_wal()`;
  const [last] = await sql`select pg_walfile_name(pg_current_wal_lsn()) as wal`;
  const archived = async () => String((await sql`select last_archived_wal as wal from pg_stat_archiver`)[0]?.wal) >= previous(last?.wal);
  while (!(await archived())) await sql`select pg_sleep(0.1)`;
  await carryWal({ dataDir, to });
  await sql.end();
  await server.stop();
}, 240_000);
afterAll(async () => {
  await server.stop();
  rmSync(root, { recursive: true, force: true });
});

const previous = (wal: string) => wal.slice(0, 16) + (Number.parseInt(wal.slice(16), 16) - 1).toString(16).toUpperCase().padStart(8, '0');
const base = () => path.join(to, 'base', readdirSync(path.join(to, 'base'))[0] as string);
/** The same backup once more, to be spoilt. */
function copyOf(name: string): string {
  const copy = path.join(root, name);
  cpSync(to, copy, { recursive: true });
  return copy;
}
const restoreFrom = (from: string, when?: Date) => restoreBackup({ from, dataDir, ...(when && { to: when }) });

test('恢复到一个时刻：那以前写的都在，那以后写的不在，每一页、每个索引都看过；原来的数据放在一边', { timeout: 240_000 }, async () => {
  const restored = await restoreFrom(to, moment);
  server = restored.server;
  const sql = postgres(server.urlOf('assist'), { max: 1, onnotice: () => undefined });
  const [found] =
    await sql`select count(*) filter (where n <= 501)::int as before, count(*) filter (where n = 502)::int as after from note`;
  await sql`insert into note values (503, 'goes on')`;
  await sql.end();
  await server.stop();
  expect(found).toEqual({ before: 501, after: 0 });
  expect(restored.rows).toBeGreaterThan(501);
  expect(restored.indexes).toBeGreaterThan(50);
  expect(restored.before).toMatch(/cluster\.before-/);
  expect(readFileSync(path.join(to, 'files', 'ab', 'photo'), 'utf8')).toBe('sealed');
});

test('中途断掉的、少了一段的、改过的备份：说出是哪里，原来的数据不动', { timeout: 240_000 }, async () => {
  const cluster = path.join(dataDir, 'cluster');
  const before = readdirSync(dataDir).sort();
  const kept = readFileSync(path.join(cluster, 'global', 'pg_control'));
  const refused = async (name: string, spoil: (from: string, base: string) => void, why: RegExp) => {
    const from = copyOf(name);
    spoil(from, path.join(from, path.relative(to, base())));
    const problem = await restoreFrom(from).catch((error: unknown) => error);
    expect(problem).toBeInstanceOf(BackupProblem);
    expect((problem as BackupProblem).message).toMatch(why);
  };
  await refused('cut', (_, one) => rmSync(path.join(one, 'manifest.json')), /cut in the middle/);
  await refused('half', (_, one) => truncateSync(path.join(one, 'manifest.json'), 1000), /cut in the middle/);
  await refused(
    'short',
    (_, one) => truncateSync(path.join(one, 'data', 'global', 'pg_control'), 100),
    /pg_control .* not what was copied/,
  );
  await refused('gone', (_, one) => rmSync(path.join(one, 'data', 'PG_VERSION')), /PG_VERSION .* missing/);
  await refused('no-wal', (from) => rmSync(path.join(from, 'wal'), { recursive: true }), /log that belongs to the backup is missing/);
  await refused('empty', (from) => rmSync(path.join(from, 'base'), { recursive: true }), /holds no backup/);
  expect(readdirSync(dataDir).sort()).toEqual(before);
  expect(readFileSync(path.join(cluster, 'global', 'pg_control'))).toEqual(kept);
});

test('比备份还早的时刻、比存下的日志还晚的时刻：都不假装恢复好了', { timeout: 240_000 }, async () => {
  await expect(restoreFrom(to, new Date(0))).rejects.toThrow('from before that moment');
  await expect(restoreFrom(to, new Date(Date.now() + 3_600_000))).rejects.toThrow('did not come to that moment');
  server = await startPostgres({ dataDir });
  const sql = postgres(server.urlOf('assist'), { max: 1, onnotice: () => undefined });
  expect(await sql`select words from note where n = 503`).toEqual([{ words: 'goes on' }]);
  await sql.end();
});
