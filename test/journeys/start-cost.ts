import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startPostgres } from '@assist/local-postgres';
import { median, middle } from '../bench/median.ts';
import { note } from '../bench/outcomes.ts';
import { aliveWith, freePorts, npmStart, SETTLED } from './_start/npm-start.ts';

const ROUNDS = 7;
/** What a founder waits for and what her machine gives: seconds until everything serves, megabytes of all processes together. */
const READY_S = 6;
const MEMORY_MB = 900;
const LONGEST_S = 300;

/** A later `npm start`, its data and pages there already, in turn with the embedded Postgres alone on a data folder of the same kind. */
export async function benchStart(print: (text: string) => void): Promise<void> {
  const data = mkdtempSync(path.join(tmpdir(), 'assist-bench-start-'));
  const bare = mkdtempSync(path.join(tmpdir(), 'assist-bench-postgres-'));
  try {
    // The first start installs, builds and fills: not what is measured.
    await everything(data);
    await postgresAlone(bare);
    const ours: number[] = [];
    const theirs: number[] = [];
    const memory: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const { seconds, megabytes } = await everything(data);
      ours.push(seconds);
      memory.push(megabytes);
      theirs.push(await postgresAlone(bare));
    }
    const [ready, postgres] = [middle(ours), middle(theirs)];
    print(
      `A later npm start until everything serves: ${median(ours)} s, the database alone ${median(theirs)} s, load ${loadavg()[0]?.toFixed(1)}`,
    );
    print(`  memory of all its processes, what they share counted once: ${median(memory)} MB`);
    note({
      what: 'a later npm start, everything serving',
      ours: `${ready.toFixed(1)} s`,
      reference: `Postgres alone ${postgres.toFixed(1)} s`,
      ratio: postgres / ready,
      goal: `< ${READY_S} s`,
      reached: ready < READY_S,
    });
    note({
      what: 'memory of all its processes',
      ours: `${Math.round(middle(memory))} MB`,
      goal: `< ${MEMORY_MB} MB`,
      reached: middle(memory) < MEMORY_MB,
    });
  } finally {
    for (const pid of aliveWith(data)) process.kill(Number(pid), 'SIGKILL');
    for (const folder of [data, bare]) rmSync(folder, { recursive: true, force: true });
  }
}

async function everything(data: string): Promise<{ readonly seconds: number; readonly megabytes: number }> {
  const ports = await freePorts();
  const began = performance.now();
  const { child, output, ended } = npmStart(ports, data);
  let over = false;
  void ended.then(() => {
    over = true;
  });
  while (!SETTLED.test(output.text) && !over && performance.now() - began < LONGEST_S * 1000) await pause(20);
  const seconds = (performance.now() - began) / 1000;
  const megabytes = aliveWith(data).reduce((sum, pid) => sum + shareOf(pid), 0);
  const served = output.text.includes('已就绪');
  child.kill('SIGINT');
  await ended;
  if (!served) throw new Error(`npm start did not come to serve: ${output.text.slice(-500)}`);
  return { seconds, megabytes };
}

/** Megabytes of one process, with its part of what it shares with others (Pss). None where it ended meanwhile. */
function shareOf(pid: string): number {
  try {
    return Number(/^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

async function postgresAlone(dataDir: string): Promise<number> {
  const began = performance.now();
  const server = await startPostgres({ dataDir });
  const seconds = (performance.now() - began) / 1000;
  await server.stop();
  return seconds;
}
