import { appendFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import postgres from 'postgres';
import { removeFolder } from './backup/copy.ts';
import { own, withEmptyFolders } from './backup/lay-down.ts';
import { copyData } from './backup/take.ts';
import { choosePlace } from './place.ts';
import { type LocalPostgres, startPostgres } from './start.ts';

export interface ReplicaOptions {
  /** Of the running primary's maintenance database, as superuser. */
  readonly primaryUrl: string;
  /** The folder the primary was started with. */
  readonly primaryDataDir: string;
  /** Folder of the replica; what was there goes. */
  readonly dataDir: string;
  readonly elsewhere?: string;
  readonly port?: number;
  readonly fsync?: boolean;
  /** Settings of the replica beside the primary's own, such as `recovery_min_apply_delay`. */
  readonly settings?: Readonly<Record<string, string>>;
}

/**
 * A streaming replica of a running server, made as a backup is: `pg_backup_start`, a copy of the data folder, `pg_backup_stop`, and then
 * `standby.signal` with the primary's address. Started again with {@link startPostgres} on the same folder it goes on following; it ends when
 * this process ends.
 */
export async function makeReplica(options: ReplicaOptions): Promise<LocalPostgres> {
  const { primaryUrl, dataDir, elsewhere, port, fsync = true, settings = {} } = options;
  const from = choosePlace(options.primaryDataDir, elsewhere);
  const place = choosePlace(dataDir, elsewhere);
  await removeFolder(place.cluster);
  const sql = postgres(primaryUrl, { max: 1, idle_timeout: 0, max_lifetime: 0, onnotice: () => undefined });
  try {
    // The primary keeps its log from here on until the replica has it.
    await sql`select pg_create_physical_replication_slot(${slotOf(dataDir)}, true) where not exists (
      select from pg_replication_slots where slot_name = ${slotOf(dataDir)})`;
    await sql`select pg_backup_start('replica', fast => true)`;
    await copyData(from.cluster, place.cluster);
    const [stop] = await sql`select labelfile, spcmapfile from pg_backup_stop(wait_for_archive => false)`;
    if (!stop || stop.spcmapfile) throw new Error('tablespaces outside the data folder are not copied');
    await writeFile(path.join(place.cluster, 'backup_label'), stop.labelfile);
  } finally {
    await sql.end();
  }
  await withEmptyFolders(place.cluster);
  const { hostname, port: at, username, password } = new URL(primaryUrl);
  const conninfo = `host=${hostname} port=${at} user=${username} password=${password} application_name=${slotOf(dataDir)}`;
  // Once promoted it is a server of its own: it archives nothing to where the primary does.
  const all = { archive_command: '/bin/true', primary_conninfo: conninfo, primary_slot_name: slotOf(dataDir), ...settings };
  await appendFile(
    path.join(place.cluster, 'postgresql.auto.conf'),
    Object.entries(all)
      .map(([name, value]) => `${name} = '${value.replaceAll("'", "''")}'\n`)
      .join(''),
  );
  await writeFile(path.join(place.cluster, 'standby.signal'), '');
  // The accounts are the primary's, and so is their password.
  await writeFile(path.join(place.home, 'password'), password, { mode: 0o600 });
  own(place, place.cluster);
  return startPostgres({ dataDir, fsync, ...(elsewhere && { elsewhere }), ...(port && { port }) });
}

/** Of the folder's own name: one slot a replica. */
const slotOf = (dataDir: string): string =>
  path
    .basename(path.resolve(dataDir))
    .toLowerCase()
    .replace(/[^a-z0-9_]/g, '_');
