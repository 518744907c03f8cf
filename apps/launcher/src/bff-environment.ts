import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { data } from './folders.ts';

/** What the BFF's programs of this clone are told, as of the last start. Readable by its owner only: it holds the keys. */
const file = path.join(data, 'bff-environment.json');

/** Keeps it for commands that work beside a running system. */
export function keepBffEnvironment(environment: Readonly<Record<string, string>>): void {
  mkdirSync(data, { recursive: true });
  writeFileSync(`${file}.new`, `${JSON.stringify(environment, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/** Undefined before the first start. */
export const keptBffEnvironment = (): Record<string, string> | undefined =>
  existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
