import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import postgres from 'postgres';
import { choosePlace } from '../place.ts';
import { keepWal, spoolOf } from './archive.ts';
import { type Copied, carry, carryAll, copyFile, filesIn, flushAll, flushFolder, gone, removeFolder } from './copy.ts';
import { writeManifest } from './manifest.ts';

export interface BackupOptions {
  /** Of a running server's maintenance database, as superuser. */
  readonly url: string;
  /** The folder it was started with. */
  readonly dataDir: string;
  readonly elsewhere?: string;
  /** Where backups lie: best another disk. */
  readonly to: string;
  /** Folders and files that belong to the database's rows, by the name they get in the backup. Carried, never removed there. */
  readonly beside?: Readonly<Record<string, string>>;
}

export interface BackupTaken {
  readonly base: string;
  readonly bytes: number;
  readonly wal: number;
  readonly beside: number;
}

/** What a server makes anew by itself, and what belongs to the running one only. */
const LEFT_OUT =
  /^(pg_wal|pg_replslot|pg_dynshmem|pg_notify|pg_serial|pg_snapshots|pg_stat_tmp|pg_subtrans)\/|^postmaster\.(pid|opts)$|(^|\/)pgsql_tmp|^backup_(label|manifest)|^wal-/;

/**
 * A base backup of a running server: `pg_backup_start`, a copy of its data folder, `pg_backup_stop`, the log that belongs to it, and what lies
 * beside the database. Nothing waits for it. What was cut in the middle has no manifest and is swept away by the next one.
 */
export async function takeBackup(options: BackupOptions): Promise<BackupTaken> {
  const { url, to } = options;
  const place = choosePlace(options.dataDir, options.elsewhere);
  await keepWal(url, place);
  const bases = path.join(to, 'base');
  await mkdir(bases, { recursive: true, mode: 0o700 });
  for (const half of await readdir(bases)) if (half.endsWith('.part')) await removeFolder(path.join(bases, half));
  const begunAt = new Date().toISOString();
  const base = path.join(bases, begunAt.replace(/[:.]/g, '-'));
  const half = `${base}.part`;
  const sql = postgres(url, { max: 1, idle_timeout: 0, max_lifetime: 0, onnotice: () => undefined });
  try {
    const [start] = await sql`select pg_walfile_name(pg_backup_start('assist', fast => true)) as wal`;
    const files = await copyData(place.cluster, path.join(half, 'data'));
    const [stop] = await sql`select labelfile, spcmapfile, pg_walfile_name(lsn) as wal from pg_backup_stop(wait_for_archive => true)`;
    if (!start || !stop) throw new Error('the server said nothing');
    if (stop.spcmapfile) throw new Error('tablespaces outside the data folder are not copied');
    const label = path.join(half, 'data', 'backup_label');
    await writeFile(label, stop.labelfile, { flush: true, mode: 0o600 });
    const labelled = await copyFile(label, path.join(half, 'label'));
    await rm(path.join(half, 'label'));
    const all: Record<string, Copied> = { ...files, ...(labelled && { backup_label: labelled }) };
    flushAll(half);
    const carried = await carryWal(options);
    const beside = await carryBeside(options);
    await writeManifest(half, {
      postgres: place.version,
      begunAt,
      endedAt: new Date().toISOString(),
      firstWal: start.wal,
      lastWal: stop.wal,
      files: all,
    });
    await flushFolder(half);
    await rename(half, base);
    await flushFolder(bases);
    return { base, bytes: Object.values(all).reduce((sum, one) => sum + one.bytes, 0), wal: carried, beside };
  } finally {
    await sql.end();
  }
}

/** Of a server between `pg_backup_start` and `pg_backup_stop`. The control file last, as the server's own tool does it. */
export async function copyData(cluster: string, to: string): Promise<Record<string, Copied>> {
  const copied: Record<string, Copied> = {};
  const control = 'global/pg_control';
  const copy = async (file: string) => {
    await mkdir(path.dirname(path.join(to, file)), { recursive: true, mode: 0o700 });
    // A table that was dropped meanwhile is gone; the log says so too.
    const done = await copyFile(path.join(cluster, file), path.join(to, file), false);
    if (done) copied[file] = done;
  };
  for await (const file of filesIn(cluster)) if (!LEFT_OUT.test(file) && file !== control) await copy(file);
  await copy(control);
  return copied;
}

/** Carries what the server archived since the last time, and takes it out of the spool once it is safe. @returns how many segments */
export async function carryWal({ dataDir, elsewhere, to }: Pick<BackupOptions, 'dataDir' | 'elsewhere' | 'to'>): Promise<number> {
  const spool = spoolOf(choosePlace(dataDir, elsewhere));
  let carried = 0;
  for await (const file of filesIn(spool)) {
    // What is being written has another name until it is whole.
    if (!/^[0-9A-F]{24}(\.[0-9A-F]{8}\.backup)?$|^[0-9A-F]{8}\.history$/.test(file)) continue;
    await carry(path.join(spool, file), path.join(to, 'wal', file));
    await rm(path.join(spool, file));
    carried += 1;
  }
  return carried;
}

/** @returns how many files */
export async function carryBeside({ beside = {}, to }: Pick<BackupOptions, 'beside' | 'to'>): Promise<number> {
  let carried = 0;
  for (const [name, from] of Object.entries(beside)) {
    const what = await stat(from).catch(gone);
    if (what?.isDirectory()) carried += await carryAll(from, path.join(to, name));
    // A file by itself grows: its copy is replaced.
    else if (what && (await carry(from, path.join(to, name)))) carried += 1;
  }
  return carried;
}
