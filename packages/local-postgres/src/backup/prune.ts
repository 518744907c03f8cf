import { readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { filesIn, gone, removeFolder } from './copy.ts';
import { BackupProblem, verifiedManifest } from './manifest.ts';

export interface PruneOptions {
  /** Where backups lie. */
  readonly to: string;
  /** A restore to any moment of so many last days stays possible. */
  readonly keepDays: number;
  /** Folders that are carried beside the database, as `takeBackup` was given them. */
  readonly beside?: Readonly<Record<string, string>>;
  readonly now?: () => number;
}

/** How many of each were taken away. */
export interface Pruned {
  readonly bases: number;
  readonly wal: number;
  readonly files: number;
}

const DAY_MS = 24 * 3_600_000;
/** Which files were no more in the live folder, and since when that is known. */
const GONE = 'gone.json';

/**
 * Takes away what no restore within the kept days needs: bases older than the newest whole one from before them, the log from before that
 * base, and copies of files that went from the live folder longer ago. Where no whole base is that old, bases and log all stay.
 */
export async function pruneBackups({ to, keepDays, beside = {}, now = Date.now }: PruneOptions): Promise<Pruned> {
  if (!Number.isInteger(keepDays) || keepDays < 1) throw new BackupProblem('backups are kept for a whole number of days, at least one');
  const from = now() - keepDays * DAY_MS;
  const { older, firstWal } = await olderThan(path.join(to, 'base'), from);
  for (const base of older) await removeFolder(base);
  let wal = 0;
  if (firstWal)
    for (const name of await readdir(path.join(to, 'wal')).catch(() => [] as string[])) {
      // A file of a timeline's history is small, and says how the log of one goes on in another. The first eight letters are the timeline.
      if (!/^[0-9A-F]{24}/.test(name) || name.slice(8, 24) >= firstWal.slice(8)) continue;
      await rm(path.join(to, 'wal', name));
      wal += 1;
    }
  let files = 0;
  for (const [name, live] of Object.entries(beside))
    if ((await stat(live).catch(gone))?.isDirectory()) files += await pruneGone(path.join(to, name), live, from, now());
  return { bases: older.length, wal, files };
}

/** Bases before the one that is relied on for the first kept moment, and where the log that is needed begins. */
async function olderThan(bases: string, from: number): Promise<{ older: string[]; firstWal?: string | undefined }> {
  const names = (await readdir(bases).catch(() => [] as string[])).filter((name) => !name.endsWith('.part')).sort();
  for (let n = names.length - 1; n >= 0; n--) {
    const base = path.join(bases, names[n] as string);
    if (!(await isWholeFromBefore(base, from))) continue;
    const [older, kept] = [names.slice(0, n), names.slice(n)].map((some) => some.map((name) => path.join(bases, name)));
    return { older: older ?? [], firstWal: await earliestLog(kept ?? []) };
  }
  return { older: [] };
}

/** What its manifest says of one thing, without looking at what the base holds. */
const saidOf = async (base: string, what: 'endedAt' | 'firstWal'): Promise<string | undefined> =>
  new RegExp(`"${what}":"([^"]+)"`).exec(await readFile(path.join(base, 'manifest.json'), 'utf8').catch(() => ''))?.[1];

/** Every byte of it is looked at: the older ones go because of it. */
async function isWholeFromBefore(base: string, from: number): Promise<boolean> {
  const ended = await saidOf(base, 'endedAt');
  if (!ended || Date.parse(ended) > from) return false;
  return verifiedManifest(base).then(
    () => true,
    (problem: unknown) => {
      if (problem instanceof BackupProblem) return false;
      throw problem;
    },
  );
}

/** After a restore to an earlier moment the log begins again further back: a later base may need more of it than the one before. */
async function earliestLog(kept: readonly string[]): Promise<string | undefined> {
  const begins = await Promise.all(kept.map((base) => saidOf(base, 'firstWal')));
  return begins.filter((name) => name !== undefined).sort((a, b) => (a.slice(8) < b.slice(8) ? -1 : 1))[0];
}

/** A file that a person had deleted does not stay in the backup for ever. @returns how many went */
async function pruneGone(copies: string, live: string, from: number, at: number): Promise<number> {
  const marks = `${copies}.${GONE}`;
  const known = JSON.parse((await readFile(marks, 'utf8').catch(gone)) ?? '{}') as Record<string, number>;
  const here = new Set<string>();
  for await (const file of filesIn(live)) here.add(file);
  // A disk that is not mounted is no sign that everything was deleted.
  if (here.size === 0) return 0;
  const next: Record<string, number> = {};
  let went = 0;
  for await (const file of filesIn(copies)) {
    if (here.has(file)) continue;
    const since = known[file] ?? at;
    if (since <= from) {
      await rm(path.join(copies, file));
      went += 1;
    } else next[file] = since;
  }
  const fresh = `${marks}.part`;
  await writeFile(fresh, JSON.stringify(next), { flush: true, mode: 0o600 });
  await rename(fresh, marks);
  return went;
}
