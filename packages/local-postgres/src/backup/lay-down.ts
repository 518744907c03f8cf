import { spawnSync } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Place } from '../place.ts';

/** What a copy of a data folder leaves out and a server needs to find. */
const EMPTY = [
  'pg_wal/archive_status',
  'pg_wal/summaries',
  'pg_replslot',
  'pg_dynshmem',
  'pg_notify',
  'pg_serial',
  'pg_snapshots',
  'pg_stat_tmp',
  'pg_subtrans',
  'pg_tblspc',
  'pg_commit_ts',
  'pg_twophase',
  'pg_logical/snapshots',
  'pg_logical/mappings',
  'pg_stat',
];

export async function withEmptyFolders(cluster: string): Promise<void> {
  for (const made of EMPTY) await mkdir(path.join(cluster, made), { recursive: true, mode: 0o700 });
}

/** To the account that runs the server, and to nobody else. */
export function own({ account }: Pick<Place, 'account'>, ...folders: string[]): void {
  if (account) spawnSync('chown', ['-R', `${account.uid}:${account.gid}`, ...folders]);
  for (const folder of folders) spawnSync('chmod', ['-R', 'go-rwx', folder]);
}
