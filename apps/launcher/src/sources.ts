import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './folders.ts';

// Also what builds themselves write: counted in, it would make every second start build again.
const never = new Set(['node_modules', 'dist', '.data', '.cache', '.swc', 'coverage', 'screens-out']);

/** The folder of each workspace package by its name. */
function workspace(): Map<string, string> {
  const folders = ['apps', 'packages'].flatMap((rooms) => readdirSync(path.join(root, rooms)).map((room) => path.join(root, rooms, room)));
  return new Map(folders.flatMap((folder) => (manifest(folder) ? [[String(manifest(folder)?.name), folder] as const] : [])));
}

type Manifest = { name: string; dependencies?: Record<string, string> };

function manifest(folder: string): Manifest | undefined {
  try {
    return JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  } catch {
    return undefined;
  }
}

/** A package's folder and those of the workspace packages it stands on. */
function foldersOf(name: string, all = workspace(), found = new Set<string>()): Set<string> {
  const folder = all.get(name);
  if (!folder || found.has(folder)) return found;
  found.add(folder);
  for (const [each, version] of Object.entries(manifest(folder)?.dependencies ?? {})) {
    if (version.startsWith('workspace:')) foldersOf(each, all, found);
  }
  return found;
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) return never.has(entry.name) ? [] : filesIn(file);
    return entry.isFile() ? [file] : [];
  });
}

/** One hash over all that a build of this package can see: its files, those of the packages under it, the lockfile, its settings. */
export function hashOfSources(name: string, settings: Readonly<Record<string, string>>): string {
  const hash = createHash('sha256').update(JSON.stringify(settings));
  const files = [...foldersOf(name)].flatMap(filesIn).filter((file) => !/\.(test|long)\.tsx?$/.test(file));
  for (const file of [...files.sort(), path.join(root, 'pnpm-lock.yaml'), path.join(root, 'tsconfig.base.json')]) {
    hash.update(`\0${path.relative(root, file)}\0`).update(readFileSync(file));
  }
  return hash.digest('hex');
}
