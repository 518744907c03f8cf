import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { type Room, type Rooms, readRooms } from './rooms.ts';
import { readSource, type Use } from './source-file.ts';

export type Finding = { readonly file: string; readonly line: number; readonly what: string };

/** Files that test or prepare a room rather than being it: they may use Node and whatever their package.json lists. */
const isTest = (file: string) => /\.(test|long|arbitrary)\.tsx?$|-for-test\.tsx?$|\/(test|_test|scripts|config)\//.test(file);

const ofTheBrowser = ['window', 'document', 'localStorage'];

/** All that one file does against the table. `text` is given so that a test can try what must not be. */
export function checkFile(file: string, text: string, rooms: Rooms): Finding[] {
  const room = rooms.of(file);
  if (!room) return [{ file, line: 1, what: 'lies in no room of test/repository/rooms/rooms.json' }];
  const source = readSource(file, text);
  const say = (line: number, what: string): Finding => ({ file, line, what });
  const imports = source.imports.flatMap((use) => checkImport(file, use, room, rooms).map((what) => say(use.line, what)));
  if (isTest(file)) return imports;
  // `x.h5.ts` is the half of `x.ts` that only the web build sees.
  const forbidden = new Set(room.never.filter((name) => !(file.includes('.h5.') && ofTheBrowser.includes(name))));
  const names = source.free
    .filter(({ name }) => forbidden.has(name))
    .map(({ name, line }) => say(line, `${room.folder} never uses ${name}`));
  return [...imports, ...names];
}

function checkImport(file: string, { specifier }: Use, room: Room, rooms: Rooms): string[] {
  const inside = insideRepository(file, specifier, rooms);
  if (inside === undefined && specifier.startsWith('@assist/')) return [`${specifier} is no published entry`];
  if (inside === undefined) return isTest(file) ? [] : checkPackage(specifier, room);
  if (specifier.startsWith('.') && rooms.packageOf(file) !== rooms.packageOf(inside))
    return [`${specifier} leaves its package by the back door`];
  const other = rooms.of(inside);
  if (!other) return [`${specifier} lies in no room`];
  const apart = room === other && room.apart ? [file, inside].map((each) => path.relative(room.folder, each).split('/')[0]) : [];
  if (apart[0] !== apart[1]) return [`${room.folder}/${apart[0]} uses ${apart[1]} beside it: what both need belongs to a room below`];
  const owner = privateOwner(inside);
  if (owner && !`${path.dirname(file)}/`.startsWith(`${owner}/`)) return [`${specifier} is private to ${owner}`];
  if (other === room || room.mayUse.includes(other.folder)) return [];
  const listed = rooms.dependencies(rooms.packageOf(file)).includes(rooms.packageName(other.folder));
  if (isTest(file) && (listed || rooms.packageOf(file) === rooms.packageOf(inside))) return [];
  return [`${room.folder} may not use ${other.folder}`];
}

/** `a/_b/c.ts` belongs to `a`. */
function privateOwner(file: string): string | undefined {
  const at = file.split('/').findIndex((part) => part.startsWith('_') && part !== '__fixtures__');
  return at < 0 ? undefined : file.split('/').slice(0, at).join('/');
}

function insideRepository(file: string, specifier: string, rooms: Rooms): string | undefined {
  if (specifier.startsWith('.')) return path.posix.join(path.posix.dirname(file), specifier);
  if (specifier.startsWith('@/')) return path.posix.join(rooms.packageOf(file), 'src', specifier.slice(2));
  if (!specifier.startsWith('@assist/')) return undefined;
  return rooms.entryOf(specifier);
}

function checkPackage(specifier: string, room: Room): string[] {
  if (specifier.startsWith('node:') || builtinModules.includes(specifier))
    return room.node ? [] : [`${room.folder} never uses Node (${specifier})`];
  if (room.packages === 'any' || /\.(s?css|svg|png)$/.test(specifier)) return [];
  const name = specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
  return room.packages.includes(name) ? [] : [`${room.folder} may not use the package ${name}`];
}

const never = new Set(['node_modules', 'dist', '.data', '.cache', 'fixture', 'fixtures', 'coverage', 'screens-out']);

/** Every TypeScript file of the repository, from its root. */
export function sourceFiles(root: string, folders = ['apps', 'packages', 'test']): string[] {
  return folders.flatMap((folder) =>
    readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
      const file = path.posix.join(folder, entry.name);
      if (entry.isDirectory()) return never.has(entry.name) ? [] : sourceFiles(root, [file]);
      return /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts') ? [file] : [];
    }),
  );
}

if (import.meta.main) {
  const root = path.resolve(import.meta.dirname, '../../..');
  const rooms = readRooms(root);
  const findings = sourceFiles(root)
    .filter((file) => existsSync(path.join(root, file)))
    .flatMap((file) => checkFile(file, readFileSync(path.join(root, file), 'utf8'), rooms));
  for (const { file, line, what } of findings) console.log(`${file}:${line}  ${what}`);
  process.exitCode = findings.length > 0 ? 1 : 0;
}
