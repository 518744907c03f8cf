import { spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Account, accountForPostgres, canReach } from './account.ts';
import { binaryVersion, packagedBinaries } from './binaries.ts';
import { LocalPostgresProblem } from './problem.ts';

/** Where root puts what the database's account could not reach in a closed home. */
const defaultElsewhere = '/var/lib/social-assistance';

export type Place = {
  /** Folder with bin, lib, share that the account can execute. */
  readonly native: string;
  /** Postgres' own data folder (may not exist yet). */
  readonly cluster: string;
  /** Our folder: password, log, owner. Always the one asked for. */
  readonly home: string;
  readonly account: Account | undefined;
  readonly version: string;
};

/** Decides who runs the database and where its binaries and data lie; copies the binaries and moves the data where that is needed. */
export function choosePlace(dataDir: string, elsewhere = defaultElsewhere): Place {
  const home = path.resolve(dataDir);
  const packaged = packagedBinaries();
  const version = binaryVersion(packaged);
  openHome(home);
  const inside = path.join(home, 'cluster');
  const kept = keptElsewhere(home, elsewhere);
  const account = accountForPostgres(ownerOf(kept ?? inside));
  if (!account) {
    refuseForeignOwner(inside);
    return { native: packaged, cluster: inside, home, account, version };
  }
  const native = canReach(packaged, account) ? packaged : copyBinaries(packaged, version, elsewhere);
  const cluster = kept ?? (canReach(home, account) ? inside : moveElsewhere(home, inside, elsewhere));
  // A clone copied by root carries root's name on everything.
  if (ownerOf(cluster) === 0) spawnSync('chown', ['-R', `${account.uid}:${account.gid}`, cluster]);
  return { native, cluster, home, account, version };
}

function openHome(home: string): void {
  try {
    mkdirSync(home, { recursive: true });
    // The account that runs the database passes through this folder; what is private in it has its own mode.
    if (process.getuid?.() === 0) chmodSync(home, 0o711);
    writeFileSync(path.join(home, '.writable'), '');
    rmSync(path.join(home, '.writable'));
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOSPC') throw diskFull(home);
    throw new LocalPostgresProblem(
      'not-writable',
      `当前用户不能写数据目录 ${home}：请换一个用户启动，或删除该目录后重新开始。`,
      `This user cannot write the data folder ${home}: start as another user, or remove the folder to begin anew.`,
    );
  }
}

export function diskFull(folder: string): LocalPostgresProblem {
  return new LocalPostgresProblem(
    'disk-full',
    `磁盘空间不足，数据库需要在 ${folder} 留出至少 300 MB：请清理磁盘后再启动，已有数据不受影响。`,
    `The disk is full; the database needs at least 300 MB at ${folder}: free some space and start again. Nothing stored is lost.`,
  );
}

function ownerOf(folder: string): number | undefined {
  try {
    return statSync(folder).uid;
  } catch {
    return undefined;
  }
}

function refuseForeignOwner(cluster: string): void {
  const owner = ownerOf(cluster);
  const me = process.getuid?.();
  if (owner === undefined || me === undefined || owner === me) return;
  throw new LocalPostgresProblem(
    'foreign-owner',
    `数据目录 ${cluster} 属于另一个用户（编号 ${owner}）：请仍用首次启动时的用户（例如 root）启动，或删除该目录后重新开始。`,
    `The data in ${cluster} belongs to another user (number ${owner}): start as the user of the first start (root, for example), or remove that folder to begin anew.`,
  );
}

function copyBinaries(packaged: string, version: string, elsewhere: string): string {
  const target = path.join(elsewhere, `postgres-${version}-${process.arch}`);
  if (existsSync(target)) return target;
  mkdirSync(elsewhere, { recursive: true, mode: 0o755 });
  const half = `${target}.${randomBytes(4).toString('hex')}`;
  // Static libraries are for compilers only.
  cpSync(packaged, half, { recursive: true, verbatimSymlinks: true, filter: (source) => !source.endsWith('.a') });
  renameSync(half, target);
  return target;
}

const pointer = (home: string) => path.join(home, 'cluster-is-at');

/** Where the data went at an earlier start, if it did. */
function keptElsewhere(home: string, elsewhere: string): string | undefined {
  if (!existsSync(pointer(home))) return undefined;
  const kept = readFileSync(pointer(home), 'utf8').trim();
  return kept.startsWith(path.join(elsewhere, ofThisHome(home))) ? kept : undefined;
}

const ofThisHome = (home: string) => `data-${createHash('sha256').update(home).digest('hex').slice(0, 12)}-`;

/**
 * The data outside the clone. Its name carries the clone's folder and a random part kept in the clone: who removes `.data` to begin
 * anew gets an empty database, and what lay here for the removed one goes with it (its keys went with `.data`).
 */
function moveElsewhere(home: string, inside: string, elsewhere: string): string {
  mkdirSync(elsewhere, { recursive: true, mode: 0o755 });
  for (const old of readdirSync(elsewhere)) {
    if (old.startsWith(ofThisHome(home))) rmSync(path.join(elsewhere, old), { recursive: true });
  }
  const folder = path.join(elsewhere, ofThisHome(home) + randomBytes(4).toString('hex'));
  mkdirSync(folder, { mode: 0o711 });
  const cluster = path.join(folder, 'cluster');
  if (existsSync(inside)) {
    if (spawnSync('cp', ['-a', inside, cluster]).status !== 0) throw diskFull(elsewhere);
    rmSync(inside, { recursive: true });
  }
  writeFileSync(pointer(home), `${cluster}\n`);
  return cluster;
}
