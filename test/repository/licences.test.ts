import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const installed = path.resolve(import.meta.dirname, '../../node_modules/.pnpm');

/** One of these is enough; what only tools that build carry is looked at too. */
const ALLOWED = new Set([
  ...['MIT', 'MIT-0', 'ISC', 'Apache-2.0', 'BSD', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'MPL-2.0', 'BlueOak-1.0.0'],
  // Given to everybody.
  ...['Unlicense', 'CC0-1.0', 'Zlib', 'Python-2.0'],
]);
/** Read by hand: what their package.json does not say, and data. */
const READ: Readonly<Record<string, string>> = {
  'caniuse-lite': 'CC-BY-4.0: a table of browsers that only the build reads',
  'spdx-exceptions': 'CC-BY-3.0: a list of licences that only the build reads',
  'exif-parser': 'MIT, in its LICENSE.md',
  'humanize-number': 'MIT, in its Readme.md',
  'node-bitmap': 'MIT, in its README.md',
  only: 'MIT, in its Readme.md',
};

interface Package {
  readonly name: string;
  readonly license?: string | { readonly type?: string };
  readonly licenses?: readonly { readonly type?: string }[];
}

function* packages(): Generator<Package> {
  for (const folder of readdirSync(installed)) {
    const modules = path.join(installed, folder, 'node_modules');
    if (!existsSync(modules)) continue;
    for (const name of readdirSync(modules).flatMap((one) =>
      one.startsWith('@') ? readdirSync(path.join(modules, one)).map((inner) => `${one}/${inner}`) : [one],
    )) {
      const file = path.join(modules, name, 'package.json');
      // Only the package itself, not the links to what it uses.
      if (lstatSync(path.join(modules, name)).isSymbolicLink() || !existsSync(file)) continue;
      yield { ...(JSON.parse(readFileSync(file, 'utf8')) as Package), name };
    }
  }
}

/** `(A OR B) AND C`: all of what is joined by AND, one of what is joined by OR. */
const isAllowed = (expression: string): boolean =>
  expression
    .replace(/^\((.*)\)$/, '$1')
    .split(/ AND /)
    .every((part) => part.split(/ OR /).some((one) => ALLOWED.has(one.replace(/[()]/g, '').trim().replace('Apache 2.0', 'Apache-2.0'))));

test('每个装上的包，许可都在准用的里头', () => {
  const all = [...packages()];
  expect(all.length).toBeGreaterThan(500);
  const wrong = all
    .map(({ name, license, licenses }) => {
      const said = typeof license === 'string' ? license : (license?.type ?? licenses?.map((one) => one.type).join(' OR ') ?? '');
      return { name, said };
    })
    .filter(({ name, said }) => !isAllowed(said) && !Object.hasOwn(READ, name));
  expect(wrong).toEqual([]);
});

test('看得出不准用的：不然上面那条什么也没查', () => {
  expect(['GPL-3.0', '', 'UNLICENSED', 'MIT AND GPL-2.0', 'SSPL-1.0'].filter(isAllowed)).toEqual([]);
  expect(['(MIT OR GPL-3.0-or-later)', '(BSD-3-Clause AND Apache-2.0)', 'Apache 2.0'].every(isAllowed)).toBe(true);
});
