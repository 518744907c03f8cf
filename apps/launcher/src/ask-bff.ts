import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { quick, root } from './folders.ts';

/** What a small program of the BFF prints as JSON. A process and not an import: apps do not use each other's insides. */
export async function askBff<T>(program: 'generate-keys' | 'print-sample-clerks'): Promise<T> {
  const { stdout } = await promisify(execFile)(process.execPath, [path.join(root, 'apps/bff/src', `${program}.ts`)], {
    env: { ...process.env, ...quick },
  });
  return JSON.parse(stdout);
}
