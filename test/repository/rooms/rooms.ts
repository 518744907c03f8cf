import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export type Room = {
  /** From the repository's root: a folder, or one file. The longest one that holds a file is its room. */
  readonly folder: string;
  readonly holds: string;
  /** Other rooms. */
  readonly mayUse: readonly string[];
  /** Packages from outside. */
  readonly packages: readonly string[] | 'any';
  /** Whether Node's own modules may be used. */
  readonly node?: boolean;
  /** Whether its folders may not use each other. */
  readonly apart?: boolean;
  /** Names that it never uses. */
  readonly never: readonly string[];
  /** The same with lists by their name, for people. */
  readonly saysNever: readonly string[];
};

export type Rooms = {
  readonly all: readonly Room[];
  of(file: string): Room | undefined;
  /** 'apps/bff' for a file in it; 'test' for one in test. */
  packageOf(file: string): string;
  /** '@assist/bff' for 'apps/bff/src/http'. */
  packageName(folder: string): string;
  /** The workspace packages that a package lists, for whatever use. */
  dependencies(folder: string): string[];
  /** The file that '@assist/policy' or '@assist/local-postgres/testing' leads to; undefined when it is not published. */
  entryOf(specifier: string): string | undefined;
};

type Manifest = { name: string; exports?: Record<string, string>; dependencies?: object; devDependencies?: object };

/** The table of rooms (rooms.json beside this file) over the repository at `root`. */
export function readRooms(root: string): Rooms {
  const table = JSON.parse(readFileSync(path.join(import.meta.dirname, 'rooms.json'), 'utf8'));
  const all: Room[] = table.rooms.map((room: Room) => {
    const saysNever = room.never ?? [];
    return { ...room, saysNever, never: saysNever.flatMap((name) => table[name] ?? [name]) };
  });
  const manifests = new Map<string, Manifest>(
    packageFolders(root).map((folder) => [folder, JSON.parse(readFileSync(path.join(root, folder, 'package.json'), 'utf8'))]),
  );
  const packageOf = (file: string) => (file.startsWith('test/') ? 'test' : file.split('/').slice(0, 2).join('/'));
  return {
    all,
    of: (file) =>
      all
        .filter(({ folder }) => file === folder || `${file}.ts` === folder || file.startsWith(`${folder}/`))
        .sort((a, b) => b.folder.length - a.folder.length)[0],
    packageOf,
    packageName: (folder) => manifests.get(packageOf(`${folder}/`))?.name ?? folder,
    dependencies: (folder) => {
      const { dependencies, devDependencies } = manifests.get(folder) ?? { name: folder };
      return Object.keys({ ...dependencies, ...devDependencies });
    },
    entryOf: (specifier) => {
      const name = specifier.split('/').slice(0, 2).join('/');
      const [folder, manifest] = [...manifests].find(([, each]) => each.name === name) ?? [];
      const entry = manifest?.exports?.[`.${specifier.slice(name.length)}`];
      return folder && entry ? path.posix.join(folder, entry) : undefined;
    },
  };
}

export function packageFolders(root: string): string[] {
  const folders = ['apps', 'packages'].flatMap((above) => readdirSync(path.join(root, above)).map((name) => `${above}/${name}`));
  return [...folders, 'test'].filter((folder) => existsSync(path.join(root, folder, 'package.json')));
}
