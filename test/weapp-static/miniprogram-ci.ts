import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export interface CiReport {
  readonly errors: readonly string[];
  /** Its checks of code quality by name. */
  readonly quality: Readonly<Record<string, boolean>>;
}

/**
 * What Tencent's uploader says of a build, without its network: missing pages, wrong fields, missing components, unused files.
 * It is slow (it loads half of the developer tools), so it is no part of the quick check.
 */
export function checkWithMiniprogramCi(dist: string): CiReport {
  const script = path.join(path.dirname(fileURLToPath(import.meta.url)), 'run-miniprogram-ci.ts');
  const printed = execFileSync(process.execPath, [script, path.resolve(dist)], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  return JSON.parse(printed.trim().split('\n').at(-1) ?? '') as CiReport;
}
