import { appendFileSync, chownSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import postgres from 'postgres';
import type { Place } from '../place.ts';

/** Where the server puts what it has written until a backup carries it away: beside its data, under its own account. */
export const spoolOf = ({ cluster }: Pick<Place, 'cluster'>): string => path.join(path.dirname(cluster), 'wal-spool');

/**
 * Archiving can only be switched on with a start, but what is done with a segment can change while running. So it is on from the beginning
 * and throws away, until the first backup says where to.
 */
export function archiveFromTheBeginning({ cluster }: Place): void {
  const file = path.join(cluster, 'postgresql.auto.conf');
  if (/^archive_(command|library)/m.test(existsSync(file) ? readFileSync(file, 'utf8') : '')) return;
  appendFileSync(file, "archive_command = '/bin/true'\n");
}

/** Keeps every segment from now on, at least one a minute. Twice is once. */
export async function keepWal(url: string, place: Place): Promise<void> {
  const spool = spoolOf(place);
  mkdirSync(spool, { recursive: true, mode: 0o700 });
  if (place.account) chownSync(spool, place.account.uid, place.account.gid);
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    const [now] = await sql`select current_setting('archive_mode') as mode, current_setting('archive_command') as command`;
    if (now?.mode !== 'on') throw new Error('archive_mode is off: start the database anew');
    const command = archiveCommand(spool);
    if (now.command === command) return;
    await sql.unsafe(`alter system set archive_command = '${command.replaceAll("'", "''")}'`);
    await sql.unsafe(`alter system set archive_timeout = '60s'`);
    await sql`select pg_reload_conf()`;
  } finally {
    await sql.end();
  }
}

/**
 * Written beside, flushed and renamed, so that half a segment never has a segment's name. A command and not the server's own library: the
 * archiver begins anew for another library, and that takes it most of a minute.
 */
function archiveCommand(spool: string): string {
  const to = inShell(spool);
  return `dd if="%p" of="${to}/%f.part" bs=1M conv=fsync status=none && mv "${to}/%f.part" "${to}/%f" && sync "${to}"`;
}

/** A path between double quotes of a shell, in a setting where % means something. */
export const inShell = (folder: string): string => folder.replace(/["$`\\]/g, '\\$&').replaceAll('%', '%%');
