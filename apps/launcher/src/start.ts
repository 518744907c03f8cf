import { mkdirSync, statfsSync } from 'node:fs';
import path from 'node:path';
import { keepBffEnvironment } from './bff-environment.ts';
import { desk, ensureBuilt, h5, isBuilt } from './builds.ts';
import { migrate, openDatabase } from './database.ts';
import { data } from './folders.ts';
import { developmentKeys } from './keys.ts';
import { PlainProblem, sayProblem } from './plain-problem.ts';
import { type PortName, type Ports, readPorts, refuseTakenPorts } from './ports.ts';
import { endedByItself, type Program, runProgram, waitUntilReady } from './programs.ts';
import { areSampleSourcesWritten, isSampleRegisterLoaded, loadSampleRegister, writeSampleSources } from './sample-register.ts';
import { say, step } from './say.ts';
import { onEnd, Started } from './shutdown.ts';
import { developmentSystem, keyNames } from './system.ts';
import { welcome } from './welcome.ts';

const began = performance.now();
const started = new Started();

onEnd(async (signal) => {
  say('\n· 正在结束 · Stopping');
  await started.stop();
  say('✓ 全部结束，数据都在 · Everything has stopped; the data is kept');
  process.exit(signal === 'SIGINT' ? 130 : 0);
});

try {
  await start();
} catch (problem) {
  if (!started.isStopping) await fail(problem);
}

async function start(): Promise<void> {
  const ports = readPorts(process.env);
  const given = process.env.DATABASE_URL;
  const ours = (Object.keys(ports) as PortName[]).filter((name) => !(given && name === 'postgres'));
  refuseFullDisk();
  await refuseTakenPorts(ports, ours);
  const here = path.relative(process.cwd(), data);
  say(given ? '· 使用 DATABASE_URL 指的数据库 · Using the database of DATABASE_URL' : `· 数据在 ${here} · The data lives in ${here}`);
  // The slow and the quick side by side; what fails first is what is told.
  await Promise.all([startServers(ports, given), buildPages()]);
  say(await welcome(ports, (performance.now() - began) / 1000));
}

async function startServers(ports: Ports, given: string | undefined): Promise<void> {
  const database = await step('启动数据库', 'starting the database', () => openDatabase(given, ports.postgres));
  started.add(0, database);
  void database.ended?.then(() =>
    fail(new PlainProblem('数据库自己停了：详见 .data/postgres/log。', 'The database ended by itself: see .data/postgres/log.')),
  );
  const keys = await developmentKeys(data, keyNames);
  const system = developmentSystem(ports, database.url, keys);
  keepBffEnvironment(system.http.environment);
  const migrated = step('更新数据表和基础数据', 'bringing tables and reference data up to date', () =>
    migrate(system.http.environment, !given),
  );
  const api = migrated.then(() => Promise.all([run(system.http), run(system.worker)]));
  const sample = migrated.then(() => loadSample(system.http.environment, !given));
  await Promise.all([api, sample, run(system.sandbox), run(system.identity), run(system.web, 2)]);
}

/** Once for each database of our own. */
async function loadSample(environment: Readonly<Record<string, string>>, isOurs: boolean): Promise<void> {
  if (!isOurs) return;
  if (!isSampleRegisterLoaded()) await step('装入样例名单', 'loading the sample register', () => loadSampleRegister(environment));
  // After the register: an alert about somebody in it finds the household.
  if (!areSampleSourcesWritten())
    await step('编样例预警和核对', 'inventing alerts and cross-checks', () => writeSampleSources(environment));
}

/** Starts one program, waits for it, and watches it from then on. */
async function run(program: Program, layer = 1): Promise<void> {
  if (started.isStopping) return;
  await step(program.chinese, program.english, async () => {
    const running = runProgram(program);
    started.add(layer, running);
    await waitUntilReady(running);
    void running.ended.then(() => fail(endedByItself(program)));
  });
}

async function buildPages(): Promise<void> {
  const missing = [h5, desk].filter((build) => !isBuilt(build));
  await Promise.all(
    missing.map((build) => step(build.chinese, build.english, () => ensureBuilt(build, (running) => started.add(3, running)))),
  );
}

function refuseFullDisk(): void {
  mkdirSync(data, { recursive: true });
  const disk = statfsSync(data);
  if ((disk.bavail * disk.bsize) / 2 ** 20 > 100) return;
  throw new PlainProblem(
    '磁盘空间不足 100 MB：请清理磁盘后再启动，已有数据不受影响。',
    'Less than 100 MB of disk are free: free some space, then start again. Nothing stored is lost.',
  );
}

/** Ends everything with the reason; only the first reason is told. */
async function fail(problem: unknown): Promise<void> {
  if (started.isStopping) return;
  const stopped = started.stop();
  console.error(sayProblem(problem));
  await stopped;
  process.exit(1);
}
