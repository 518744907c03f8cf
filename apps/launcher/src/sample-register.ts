import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { cache, data, quick, root } from './folders.ts';
import { PlainProblem } from './plain-problem.ts';
import { sampleSources } from './system.ts';

/** Lies with the database and goes with it. */
const loaded = path.join(data, 'postgres', 'sample-register-loaded');
const households = 2000;

export const isSampleRegisterLoaded = (): boolean => existsSync(loaded);
export const forgetSampleRegister = (): void => rmSync(loaded, { force: true });

/**
 * Puts an invented register into our own database, by the same command that takes a district's. Killed half way, the next start takes
 * it up. Throws a plain problem.
 */
export async function loadSampleRegister(environment: Readonly<Record<string, string>>): Promise<void> {
  mkdirSync(cache, { recursive: true });
  const file = path.join(cache, 'sample-register.csv');
  const cases = casesOf(environment);
  try {
    await cases('sample', '--households', String(households), '--seed', '1', file);
    await cases('import', '--yes', file);
  } catch (problem) {
    const said = String((problem as { stderr?: string }).stderr ?? problem).trim();
    throw new PlainProblem(`样例名单没有装进去：${said}`, `The sample register could not be loaded: ${said}`);
  }
  writeFileSync(loaded, '');
}

const casesOf =
  (environment: Readonly<Record<string, string>>) =>
  (...words: string[]) =>
    promisify(execFile)(process.execPath, [path.join(root, 'apps/bff/src/cases.ts'), ...words], {
      cwd: root,
      env: { ...process.env, ...quick, ...environment },
    });

export const areSampleSourcesWritten = (): boolean => existsSync(sampleSources);

/** Invented alerts and answers of other units, beside the sample register. What is there stays. */
export async function writeSampleSources(environment: Readonly<Record<string, string>>): Promise<void> {
  await casesOf(environment)('sources', sampleSources);
}
