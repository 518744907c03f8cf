import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';

export interface Copied {
  readonly bytes: number;
  readonly sha256: string;
}

const PIECE = 1024 * 1024;

/** Copies one file, hashed as it goes. @param flush false where the caller flushes all of them at once @returns undefined where it went away meanwhile */
export async function copyFile(from: string, to: string, flush = true): Promise<Copied | undefined> {
  const source = await open(from, 'r').catch(gone);
  if (!source) return undefined;
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    const target = await open(to, 'w', 0o600);
    try {
      const buffer = Buffer.allocUnsafe(PIECE);
      for (;;) {
        const { bytesRead } = await source.read(buffer, 0, PIECE);
        if (bytesRead === 0) break;
        const piece = buffer.subarray(0, bytesRead);
        hash.update(piece);
        await target.writeFile(piece);
        bytes += bytesRead;
      }
      if (flush) await target.sync();
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
  return { bytes, sha256: hash.digest('hex') };
}

/** Copied under another name first: half of it never has the right one. Not again where it is there with the same length. */
export async function carry(from: string, to: string): Promise<boolean> {
  const [here, there] = [await stat(from).catch(gone), await stat(to).catch(gone)];
  if (!here || there?.size === here.size) return false;
  await mkdir(path.dirname(to), { recursive: true, mode: 0o700 });
  const half = `${to}.part`;
  if (!(await copyFile(from, half))) return false;
  await rename(half, to);
  await flushFolder(path.dirname(to));
  return true;
}

/** Every file of a folder that the other one lacks; nothing is ever removed there. @returns how many were carried */
export async function carryAll(from: string, to: string): Promise<number> {
  let carried = 0;
  for await (const file of filesIn(from))
    if (!file.endsWith('.part') && (await carry(path.join(from, file), path.join(to, file)))) carried += 1;
  return carried;
}

/** A name is on disk once its folder is. */
export async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

/** Paths inside a folder, files only; none of one that is not there. */
export async function* filesIn(folder: string, inside = ''): AsyncGenerator<string> {
  const entries = await readdir(path.join(folder, inside), { withFileTypes: true }).catch(gone);
  for (const entry of entries ?? []) {
    const name = path.join(inside, entry.name);
    if (entry.isDirectory()) yield* filesIn(folder, name);
    else if (entry.isFile()) yield name;
  }
}

/** Everything that was written in it: a thousand small files one by one would wait for the disk a thousand times. */
export function flushAll(folder: string): void {
  if (spawnSync('sync', ['-f', folder]).status !== 0) throw new Error(`${folder} could not be flushed`);
}

export async function hashOf(file: string): Promise<Copied | undefined> {
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    for await (const piece of createReadStream(file)) {
      hash.update(piece as Buffer);
      bytes += (piece as Buffer).length;
    }
  } catch (error) {
    return gone(error as NodeJS.ErrnoException);
  }
  return { bytes, sha256: hash.digest('hex') };
}

export const removeFolder = (folder: string): Promise<void> => rm(folder, { recursive: true, force: true });

export function gone(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT') return undefined;
  throw error;
}
