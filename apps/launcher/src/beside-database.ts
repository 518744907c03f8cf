import { spawn, spawnSync } from 'node:child_process';
import path from 'node:path';
import { data, quick, root } from './folders.ts';

/** What belongs to the rows of the database and lies beside it, by its name in a backup. Never the keys: they are kept elsewhere. */
export const besideDatabase = (environment: Readonly<Record<string, string>>): Record<string, string> => {
  const files = environment.FILES_DIR ?? path.join(data, 'files');
  return { files, 'audit-heads.jsonl': environment.AUDIT_HEADS_FILE ?? `${path.resolve(files)}.audit-heads.jsonl` };
};

/** Runs a command of the BFF where what it prints is seen. @returns its exit code */
export const runBff = (entry: 'reconcile' | 'verify-audit', environment: Readonly<Record<string, string>>, given: readonly string[] = []) =>
  new Promise<number>((resolve) => {
    const child = spawn(process.execPath, [path.join(root, 'apps/bff/src', `${entry}.ts`), ...given], {
      stdio: 'inherit',
      env: { ...process.env, ...quick, ...environment },
    });
    child.once('exit', (code) => resolve(code ?? 1));
  });

/** The newest sealed batch of the trail, as the command that verifies it says. */
export function newestBatch(environment: Readonly<Record<string, string>>): number {
  const { stdout } = spawnSync(process.execPath, [path.join(root, 'apps/bff/src/verify-audit.ts')], {
    encoding: 'utf8',
    env: { ...process.env, ...quick, ...environment },
  });
  return (JSON.parse(stdout) as { batches: number }).batches;
}
