import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Copied, gone, hashOf } from './copy.ts';

/** Written last: a base without one was cut in the middle. */
export interface Manifest {
  readonly postgres: string;
  readonly begunAt: string;
  readonly endedAt: string;
  /** The segments of the log that this base needs, first and last. */
  readonly firstWal: string;
  readonly lastWal: string;
  readonly files: Readonly<Record<string, Copied>>;
}

const NAME = 'manifest.json';

export const writeManifest = (base: string, manifest: Manifest): Promise<void> =>
  writeFile(path.join(base, NAME), `${JSON.stringify(manifest)}\n`, { flush: true, mode: 0o600 });

/** A backup that must not be restored, in a sentence that says why. */
export class BackupProblem extends Error {
  override readonly name = 'BackupProblem';
}

/**
 * Reads a base and compares every file with what was written down of it.
 * @throws BackupProblem where it was cut in the middle, or a file is missing, shorter or another one
 */
export async function verifiedManifest(base: string): Promise<Manifest> {
  const text = await readFile(path.join(base, NAME), 'utf8').catch(gone);
  if (text === undefined) throw new BackupProblem(`${base} has no manifest: it was cut in the middle`);
  let manifest: Manifest;
  try {
    manifest = JSON.parse(text) as Manifest;
  } catch {
    throw new BackupProblem(`${base} has half a manifest: it was cut in the middle`);
  }
  for (const [file, { bytes, sha256 }] of Object.entries(manifest.files)) {
    const found = await hashOf(path.join(base, 'data', file));
    if (found?.sha256 !== sha256 || found.bytes !== bytes)
      throw new BackupProblem(`${file} of ${base} is ${found ? 'not what was copied' : 'missing'}`);
  }
  return manifest;
}
