import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse } from 'yaml';

const ROOT = path.resolve(import.meta.dirname, '../../../../..');
const MIGRATIONS = 'apps/bff/migrations';
/** The farther of the two versions lacks so many of the newest migrations, unless one of them takes something away. */
const FARTHER = 8;

const git = (...args: string[]): string => {
  try {
    return execFileSync('git', args, { cwd: ROOT, encoding: 'utf8', maxBuffer: 64 << 20, stdio: ['ignore', 'pipe', 'pipe'] }).trim();
  } catch (error) {
    throw new NoHistory(`git ${args[0]} has no answer here: ${String((error as { stderr?: string }).stderr).trim()}`);
  }
};

/** There is nothing to take an older version from. */
export class NoHistory extends Error {
  constructor(why: string) {
    super(`${why}. Two versions can only be run at once where the history of the repository is: git fetch --unshallow`);
    this.name = 'NoHistory';
  }
}

/**
 * Which versions are the old ones: `OLD_VERSIONS` (commits, by comma), or the one before the newest migration and one farther back. A
 * migration that takes something away (`-- contract:`) does so for the version right before it: no farther.
 * @throws NoHistory
 */
export function oldVersions(given = process.env.OLD_VERSIONS): string[] {
  if (given) return given.split(',').map((one) => git('rev-parse', '--verify', `${one.trim()}^{commit}`));
  if (git('rev-parse', '--is-shallow-repository') === 'true') throw new NoHistory('this is a shallow clone');
  const inTree = readdirSync(path.join(ROOT, MIGRATIONS)).filter((name) => name.endsWith('.sql'));
  const committed = new Set(
    git('ls-tree', '--name-only', 'HEAD', `${MIGRATIONS}/`)
      .split('\n')
      .map((name) => path.basename(name)),
  );
  const brought = new Map<string, string[]>();
  for (const line of git('log', '--format=commit %H', '--diff-filter=A', '--name-only', '--', MIGRATIONS).split('\n')) {
    if (line.startsWith('commit ')) brought.set(line.slice(7), []);
    else if (line.endsWith('.sql')) [...brought.values()].at(-1)?.push(path.basename(line));
  }
  // What was written and not yet committed comes after everything.
  const notYet = inTree.filter((name) => !committed.has(name));
  const before: { readonly version: string; readonly names: readonly string[] }[] = [
    ...(notYet.length > 0 ? [{ version: 'HEAD', names: notYet }] : []),
    ...[...brought].filter(([, names]) => names.length > 0).map(([commit, names]) => ({ version: `${commit}^`, names })),
  ];
  const [nearest] = before;
  if (!nearest) throw new NoHistory('no commit brought a migration');
  const takesAway = (name: string) => /^-- contract:/m.test(readFileSync(path.join(ROOT, MIGRATIONS, name), 'utf8'));
  let lacks = 0;
  let farthest = nearest.version;
  for (const { version, names } of before) {
    farthest = version;
    lacks += names.length;
    if (lacks >= FARTHER || names.some(takesAway)) break;
  }
  return [...new Set([nearest.version, farthest].map((one) => git('rev-parse', '--verify', one)))];
}

/** The server's rooms of a commit in a folder of their own, with the packages that are installed here. @throws where it needs others */
export function takeOut(commit: string): { readonly folder: string; readonly src: URL; readonly words: string; remove(): void } {
  const folder = mkdtempSync(path.join(tmpdir(), 'assist-old-version-'));
  const archive = execFileSync('git', ['archive', commit, 'apps/bff', 'packages', 'pnpm-workspace.yaml', 'tsconfig.base.json'], {
    cwd: ROOT,
    maxBuffer: 1 << 30,
  });
  execFileSync('tar', ['-x', '-C', folder], { input: archive });
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'));
  const rooms = ['apps/bff', ...readdirSync(path.join(folder, 'packages')).map((name) => `packages/${name}`)];
  for (const room of rooms) {
    const installed = path.join(ROOT, room, 'node_modules');
    // Links between the rooms are relative: they lead to the rooms of that commit.
    if (existsSync(installed)) cpSync(installed, path.join(folder, room, 'node_modules'), { recursive: true, verbatimSymlinks: true });
  }
  const others = otherPackages(folder, rooms);
  if (others.length > 0) {
    rmSync(folder, { recursive: true, force: true });
    throw new Error(
      `${commit.slice(0, 12)} needs packages that are not the installed ones: ${others.join(', ')}. Take a newer one: OLD_VERSIONS=…`,
    );
  }
  return {
    folder,
    src: pathToFileURL(path.join(folder, 'apps/bff/src/')),
    words: git('log', '-1', '--format=%h of %ci', commit),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** What the rooms of the folder use in another version than is installed, or that is not installed at all. */
function otherPackages(folder: string, rooms: readonly string[]): string[] {
  const catalogOf = (root: string) =>
    (parse(readFileSync(path.join(root, 'pnpm-workspace.yaml'), 'utf8')) as { catalog: Readonly<Record<string, string>> }).catalog;
  const [then, now] = [catalogOf(folder), catalogOf(ROOT)];
  const names = rooms.flatMap((room) => {
    const file = path.join(folder, room, 'package.json');
    return Object.keys((JSON.parse(readFileSync(file, 'utf8')) as { dependencies?: object }).dependencies ?? {});
  });
  return [...new Set(names)]
    .filter((name) => !name.startsWith('@assist/') && (then[name] === undefined || then[name] !== now[name]))
    .map((name) => `${name} ${then[name]} (here ${now[name] ?? 'none'})`);
}
