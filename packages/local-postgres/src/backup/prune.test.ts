import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeManifest } from './manifest.ts';
import { pruneBackups } from './prune.ts';
import { carryBeside } from './take.ts';

const NOW = Date.UTC(2026, 10, 22, 2);
const DAY = 24 * 3_600_000;
let folder: string;
let to: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'assist-prune-'));
  to = path.join(folder, 'backup');
  mkdirSync(path.join(to, 'wal'), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const segment = (n: number, timeline = 1) => [timeline, 0, n].map((part) => part.toString(16).toUpperCase().padStart(8, '0')).join('');
async function base(daysAgo: number, firstWal: string, whole = true): Promise<string> {
  const endedAt = new Date(NOW - daysAgo * DAY).toISOString();
  const at = path.join(to, 'base', endedAt.replace(/[:.]/g, '-'));
  mkdirSync(path.join(at, 'data'), { recursive: true });
  writeFileSync(path.join(at, 'data', 'page'), whole ? 'whole' : 'Whole');
  const page = { bytes: 5, sha256: createHash('sha256').update('whole').digest('hex') };
  await writeManifest(at, { postgres: '18.4', begunAt: endedAt, endedAt, firstWal, lastWal: firstWal, files: { page } });
  return at;
}
const log = (...names: string[]) => {
  for (const name of names) writeFileSync(path.join(to, 'wal', name), '');
};
const prune = (keepDays = 30) => pruneBackups({ to, keepDays, now: () => NOW });

test('三十天以前最新的一份留着，更旧的和它用不着的日志清掉；时间线的记录留着', async () => {
  const [old, relied, fresh] = [await base(50, segment(3)), await base(40, segment(7)), await base(10, segment(12, 2))];
  log(segment(3), segment(6), `${segment(6)}.00000028.backup`, segment(7), segment(12, 2), '00000002.history', `${segment(5)}.part`);
  expect(await prune()).toEqual({ bases: 1, wal: 4, files: 0 });
  expect([old, relied, fresh].map((at) => existsSync(at))).toEqual([false, true, true]);
  expect(readdirSync(path.join(to, 'wal')).sort()).toEqual([segment(7), segment(12, 2), '00000002.history'].sort());
  expect(await prune()).toEqual({ bases: 0, wal: 0, files: 0 });
});

test('够旧的那份坏了：靠再旧的一份，它和它的日志都留着', async () => {
  const kept = [await base(60, segment(2)), await base(40, segment(7), false), await base(1, segment(20))];
  log(segment(1), segment(2), segment(7));
  expect(await prune()).toEqual({ bases: 0, wal: 1, files: 0 });
  expect(kept.every((at) => existsSync(at))).toBe(true);
});

test('恢复到过更早的时刻：那以后的一份从更前面的日志接起，要用的都留着', async () => {
  await base(40, segment(12));
  await base(20, segment(7, 2));
  log(segment(6), segment(12), segment(7, 2), segment(9, 2), segment(12, 2));
  expect(await prune()).toEqual({ bases: 0, wal: 1, files: 0 });
  expect(readdirSync(path.join(to, 'wal')).sort()).toEqual([segment(12), segment(7, 2), segment(9, 2), segment(12, 2)].sort());
});

test('没有一份够旧：一样也不清；天数要说得清楚', async () => {
  await base(29, segment(7));
  log(segment(1));
  expect(await prune()).toEqual({ bases: 0, wal: 0, files: 0 });
  for (const days of [0, -1, 1.5, Number.NaN]) await expect(prune(days)).rejects.toThrow('whole number of days');
});

test('旁边的文件夹和单个文件都带上；本人删掉的照片，备份里过了那些天也清掉；硬盘没挂上不算删', async () => {
  const live = path.join(folder, 'files');
  const heads = path.join(folder, 'heads.jsonl');
  mkdirSync(live);
  for (const name of ['kept', 'deleted']) writeFileSync(path.join(live, name), name);
  writeFileSync(heads, 'one');
  const beside = { files: live, 'heads.jsonl': heads };
  expect(await carryBeside({ beside, to })).toBe(3);
  writeFileSync(heads, 'one, two');
  expect(await carryBeside({ beside, to })).toBe(1);
  rmSync(path.join(live, 'deleted'));
  const at = (day: number) => pruneBackups({ to, keepDays: 30, beside, now: () => NOW + day * DAY });
  for (const day of [0, 29]) expect((await at(day)).files).toBe(0);
  expect((await at(30)).files).toBe(1);
  expect(readdirSync(path.join(to, 'files'))).toEqual(['kept']);
  rmSync(path.join(live, 'kept'));
  expect((await at(90)).files).toBe(0);
  expect((await at(180)).files).toBe(0);
  expect(readdirSync(path.join(to, 'files'))).toEqual(['kept']);
});
