import { ensureBrowser } from './browser.ts';
import { type Build, desk, ensureBuilt, h5, isBuilt, weapp } from './builds.ts';
import { runCheck } from './check/run-check.ts';
import { sayProblem } from './plain-problem.ts';
import { say, step } from './say.ts';
import { onEnd, Started } from './shutdown.ts';
import { type Count, runVitest } from './vitest-run.ts';

const kind = process.argv.includes('--long') ? 'long' : 'test';
const filters = process.argv.slice(2).filter((argument) => !argument.startsWith('-'));
const started = new Started();

onEnd(async () => {
  await started.stop();
  process.exit(130);
});

const total: Count = { passed: 0, failed: 0, skipped: 0 };
const add = ({ passed, failed, skipped = 0 }: Omit<Count, 'skipped'> & Partial<Count>) => {
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
};

try {
  const browser = await ensureBrowser(process.env);
  // What the journeys drive is built first, one by one: each wants the memory for itself. A build keeps one core busy; the other one checks.
  const built = buildOneByOne([weapp, h5, desk]);
  if (kind === 'test' && filters.length === 0) add(await runCheck());
  await built;
  add(await runVitest(kind, browser, filters, started));
} catch (problem) {
  console.error(sayProblem(problem));
  add({ passed: 0, failed: 1 });
}

process.exitCode = total.failed > 0 ? 1 : 0;
say();
say(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);

async function buildOneByOne(builds: readonly Build[]): Promise<void> {
  for (const build of builds) add(await prepare(build));
}

/** A build that does not work is one failure; what needs no build is still worth testing. */
async function prepare(build: Build): Promise<Count> {
  try {
    if (!isBuilt(build)) await step(build.chinese, build.english, () => ensureBuilt(build, (running) => started.add(1, running)));
    return { passed: 1, failed: 0, skipped: 0 };
  } catch (problem) {
    console.error(sayProblem(problem));
    return { passed: 0, failed: 1, skipped: 0 };
  }
}
