import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { runOnLeash } from '@assist/local-postgres/leash';
import { cache, root } from './folders.ts';
import type { Started } from './shutdown.ts';

export type Count = { passed: number; failed: number; skipped: number };

type Report = {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { status: string; assertionResults: unknown[] }[];
};

/** Runs vitest over the whole repository; its output goes to our terminal. `filters` are parts of file names. */
export async function runVitest(kind: 'test' | 'long', browser: string, filters: readonly string[], started: Started): Promise<Count> {
  const file = path.join(cache, `vitest-${kind}.json`);
  mkdirSync(cache, { recursive: true });
  rmSync(file, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const running = runOnLeash('vitest', ['run', ...reporters, ...filters], {
    cwd: root,
    // The desk was built just now: its stories need not build it again.
    env: { ...process.env, TEST_KIND: kind, CHROMIUM: browser, DESK_DIST: path.join(root, 'apps/desk/dist') },
    stdout: 1,
    stderr: 2,
    grace: 15_000,
  });
  started.add(1, running);
  const code = await running.ended;
  return count(file, code);
}

function count(file: string, code: number): Count {
  let report: Report;
  try {
    report = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    // It ended before it could count: no test passed that we know of.
    return { passed: 0, failed: 1, skipped: 0 };
  }
  // A file that could not even be loaded has no tests to count, and is a failure all the same.
  const unloadable = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  ).length;
  const failed = report.numFailedTests + unloadable;
  // So is an error outside of every test, which only the exit code tells.
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}
