import { existsSync } from 'node:fs';
import { appendFile, cp, mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import postgres from 'postgres';
import { choosePlace, type Place } from '../place.ts';
import { LocalPostgresProblem } from '../problem.ts';
import { type LocalPostgres, startPostgres } from '../start.ts';
import { inShell, spoolOf } from './archive.ts';
import { carryAll, removeFolder } from './copy.ts';
import { own, withEmptyFolders } from './lay-down.ts';
import { BackupProblem, type Manifest, verifiedManifest } from './manifest.ts';

export interface RestoreOptions {
  /** Where backups lie. */
  readonly from: string;
  /** The folder the server is started with. It must not run; what lies there is put aside, not removed. */
  readonly dataDir: string;
  readonly elsewhere?: string;
  readonly port?: number;
  /** What was committed before this moment is there, what came after is not; all that was archived if left out. */
  readonly to?: Date;
}

export interface Restored {
  readonly server: LocalPostgres;
  readonly base: string;
  /** Where the data lies that was there before; undefined where there was none. */
  readonly before: string | undefined;
  /** Rows that were read of every table, checksums of pages and all, and indexes that were compared with their tables. */
  readonly rows: number;
  readonly indexes: number;
}

/**
 * Restores a cluster to a moment and reads all of it once. The server is left running.
 * @throws BackupProblem where no base is whole or old enough, log is missing, or the moment is after what was archived
 */
export async function restoreBackup(options: RestoreOptions): Promise<Restored> {
  const { from, to } = options;
  const { base, manifest } = await chooseBase(from, to);
  await requireWal(from, manifest);
  const place = choosePlace(options.dataDir, options.elsewhere);
  if (existsSync(path.join(place.cluster, 'postmaster.pid')))
    throw new BackupProblem('the database is running, or was killed: end it with npm start and Ctrl-C first');
  const before = await putAside(place);
  const wal = path.join(path.dirname(place.cluster), 'wal-restore');
  try {
    await removeFolder(wal);
    await carryAll(path.join(from, 'wal'), wal);
    await cp(path.join(base, 'data'), place.cluster, { recursive: true });
    await withEmptyFolders(place.cluster);
    await recoverTo(place, wal, to);
    own(place, place.cluster, wal);
    const server = await startPostgres({
      dataDir: options.dataDir,
      ...(options.elsewhere && { elsewhere: options.elsewhere }),
      ...(options.port && { port: options.port }),
    }).catch((problem: unknown) => {
      throw new BackupProblem(whyNot(problem, place, to));
    });
    try {
      await untilRecovered(server, place, to);
      const read = await readAll(server);
      return { server, base, before, ...read };
    } catch (problem) {
      await server.stop();
      throw problem;
    }
  } catch (problem) {
    // What was there before is there again: a restore that did not come to its end has not happened.
    await removeFolder(place.cluster);
    if (before) await rename(before, place.cluster);
    throw problem;
  } finally {
    await removeFolder(wal);
  }
}

/** The newest whole base that ended before the moment. */
async function chooseBase(from: string, to: Date | undefined): Promise<{ base: string; manifest: Manifest }> {
  const names = await readdir(path.join(from, 'base')).catch(() => [] as string[]);
  const whole = names.filter((name) => !name.endsWith('.part')).sort();
  for (const name of whole.reverse()) {
    const base = path.join(from, 'base', name);
    // Half a manifest says so by itself when it is read to its end.
    const ended = /"endedAt":"([^"]+)"/.exec(await readFile(path.join(base, 'manifest.json'), 'utf8').catch(() => ''))?.[1];
    if (to && ended && new Date(ended) > to) continue;
    return { base, manifest: await verifiedManifest(base) };
  }
  throw new BackupProblem(names.length === 0 ? `${from} holds no backup` : `${from} holds no whole backup from before that moment`);
}

/** Every segment that the base itself needs; they are in one row of numbers. */
async function requireWal(from: string, { firstWal, lastWal }: Manifest): Promise<void> {
  const there = new Set(await readdir(path.join(from, 'wal')).catch(() => [] as string[]));
  const number = (name: string) => BigInt(`0x${name.slice(8, 16)}`) * 256n + BigInt(`0x${name.slice(16)}`);
  for (let n = number(firstWal); n <= number(lastWal); n += 1n) {
    const name =
      firstWal.slice(0, 8) +
      (n / 256n).toString(16).toUpperCase().padStart(8, '0') +
      (n % 256n).toString(16).toUpperCase().padStart(8, '0');
    if (!there.has(name)) throw new BackupProblem(`the log that belongs to the backup is missing: ${name}`);
  }
}

async function putAside({ cluster }: Place): Promise<string | undefined> {
  if (!existsSync(cluster)) return undefined;
  const aside = `${cluster}.before-${new Date().toISOString().replace(/[:.]/g, '-')}`;
  await rename(cluster, aside);
  return aside;
}

async function recoverTo({ cluster }: Place, wal: string, to: Date | undefined): Promise<void> {
  const settings = [
    `restore_command = 'cp "${inShell(wal).replaceAll("'", "''")}/%f" "%p"'`,
    ...(to
      ? [`recovery_target_time = '${to.toISOString().replace('T', ' ').replace('Z', '+00')}'`, 'recovery_target_inclusive = off']
      : []),
    "recovery_target_action = 'promote'",
  ];
  await appendFile(path.join(cluster, 'postgresql.auto.conf'), `${settings.join('\n')}\n`);
  await writeFile(path.join(cluster, 'recovery.signal'), '');
}

async function untilRecovered(server: LocalPostgres, place: Place, to: Date | undefined): Promise<void> {
  let ended = false;
  void server.ended.then(() => {
    ended = true;
  });
  for (;;) {
    if (ended) throw new BackupProblem(whyNot(undefined, place, to));
    const sql = postgres(server.url, { max: 1, onnotice: () => undefined });
    try {
      const [row] = await sql`select pg_is_in_recovery() as recovering`;
      if (row?.recovering === false) break;
    } catch {
      // It starts, or it just ended; the next look says which.
    } finally {
      await sql.end({ timeout: 1 }).catch(() => undefined);
    }
    await pause(100);
  }
  const sql = postgres(server.url, { max: 1, onnotice: () => undefined });
  try {
    for (const name of ['restore_command', 'recovery_target_time', 'recovery_target_inclusive', 'recovery_target_action'])
      await sql.unsafe(`alter system reset ${name}`);
    // The archive goes on where it went before; that folder may be new.
    await mkdir(spoolOf(place), { recursive: true, mode: 0o700 });
    own(place, spoolOf(place));
    await sql`select pg_reload_conf()`;
  } finally {
    await sql.end();
  }
}

function whyNot(problem: unknown, { home }: Place, to: Date | undefined): string {
  const said = problem instanceof LocalPostgresProblem ? problem.message : '';
  const late = to ? `; it may be that what was archived ends before ${to.toISOString()}` : '';
  return `the server did not come to that moment${late} (${path.join(home, 'log')}) ${said}`.trim();
}

/** Every row of every table, out of its own pages, so that each page's checksum is looked at; every index beside its table. */
async function readAll(server: LocalPostgres): Promise<{ rows: number; indexes: number }> {
  const control = postgres(server.url, { max: 1, onnotice: () => undefined });
  const names = (await control`select datname as name from pg_database where datallowconn and not datistemplate`).map(
    (row) => row.name as string,
  );
  await control.end();
  let [rows, indexes] = [0, 0];
  for (const name of names) {
    const sql = postgres(server.urlOf(name), { max: 1, onnotice: () => undefined });
    try {
      await sql`set row_security = off`;
      const tables = await sql`
        select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'm') and n.nspname not like 'pg_temp%' and n.nspname <> 'information_schema'`;
      for (const table of tables) {
        const [read] = await sql.unsafe(`select count(*)::int as n, sum(length(t::text)) from ${table.name} t`);
        rows += read?.n ?? 0;
      }
      await sql`create schema if not exists restore_check`;
      await sql`create extension if not exists amcheck schema restore_check`;
      const checked = await sql`
        select restore_check.bt_index_check(i.indexrelid, true) from pg_index i join pg_class c on c.oid = i.indexrelid join pg_am a on a.oid = c.relam
        where a.amname = 'btree' and i.indisvalid and c.relpersistence = 'p'`;
      indexes += checked.length;
      await sql`drop extension amcheck`;
      await sql`drop schema restore_check`;
    } finally {
      await sql.end();
    }
  }
  return { rows, indexes };
}
