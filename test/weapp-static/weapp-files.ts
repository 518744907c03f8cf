import fs from 'node:fs';
import path from 'node:path';

/** A build lying in a folder: its files and what app.json says of its packages. */
export interface WeappFiles {
  readonly root: string;
  /** Paths from the root. */
  readonly all: readonly string[];
  /** Those that are uploaded. */
  readonly shipped: readonly string[];
  /** Roots of the sub-packages, each with a slash at its end. */
  readonly subRoots: readonly string[];
  readonly app: { readonly lazyCodeLoading?: string };
  read(file: string): string;
  size(file: string): number;
}

const STAYS_HERE = /\.map$|\.LICENSE\.txt$|^project\./;

/** @throws Error when there is no app.json: Taro exits with 0 even when its configuration is wrong */
export function openWeapp(dist: string): WeappFiles {
  const root = path.resolve(dist);
  if (!fs.existsSync(path.join(root, 'app.json'))) throw new Error(`no app.json in ${dist}: the build made nothing`);
  const read = (file: string) => fs.readFileSync(path.join(root, file), 'utf8');
  const app = JSON.parse(read('app.json'));
  const all = below(root, '');
  const subs: { root: string }[] = app.subPackages ?? app.subpackages ?? [];
  return {
    root,
    all,
    shipped: all.filter((file) => !STAYS_HERE.test(file)),
    subRoots: subs.map((sub) => sub.root.replace(/\/?$/, '/')),
    app,
    read,
    size: (file) => fs.statSync(path.join(root, file)).size,
  };
}

function below(root: string, folder: string): string[] {
  return fs.readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const file = path.posix.join(folder, entry.name);
    return entry.isDirectory() ? below(root, file) : [file];
  });
}
