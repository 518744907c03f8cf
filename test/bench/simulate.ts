import { execFile } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { note } from './outcomes.ts';
import { size } from './size.ts';

const HOUSEHOLDS = size('BENCH_HOUSEHOLDS', 1_000_000, 100_000);
/** A minute for a million. */
const GOAL_SECONDS = (60 * HOUSEHOLDS) / 1_000_000;
const run = promisify(execFile);
/** Other programs share the machine: the processor time of all its threads is what the command itself costs. */
const USED = `data:text/javascript,${encodeURIComponent(`
  import { isMainThread } from 'node:worker_threads';
  const told = () => { const { user, system } = process.cpuUsage(); process.stderr.write(String(user + system)); };
  if (isMainThread) process.on('exit', told);
`)}`;
const command = join(import.meta.dirname, '../../apps/policy-cli/src/main.ts');

/**
 * `policy simulate` as a civil servant runs it, over a made-up population of a million households: reading, checking and assessing each
 * before and after, on the cores there are. Once for a higher and once for a lower standard; the file is made first and removed afterwards.
 *
 * What was found on the way (two threads of one core, a machine with other work): with readline in each worker over all lines, a check
 * that wrote the path of every field it looked at, and people handed to rules as views, a million took an estimated 77 s. A stretch of
 * the file for each worker, paths only of what is wrong, and people as they are: 48 s of processor time in all, so half that on two cores.
 */
export async function benchSimulate(print: (text: string) => void): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'population-'));
  try {
    const file = join(folder, 'population.ndjson');
    writePopulation(file);
    const size = statSync(file).size;
    print(
      `policy simulate, ${HOUSEHOLDS.toLocaleString('en')} households (${Math.round(size / 1e6)} MB), ${availableParallelism()} cores; load when it began ${loadavg()[0]?.toFixed(1)}\n`,
    );
    const found: number[] = [];
    for (const standard of ['urban=800,rural=660', 'urban=760,rural=620']) {
      const began = performance.now();
      const args = ['--import', USED, command, 'simulate', file, '--standard', standard, '--on', '2026-11-22', '--json'];
      const { stdout, stderr } = await run(process.execPath, args);
      const clock = (performance.now() - began) / 1000;
      const processor = Number(stderr) / 1e6;
      const told = JSON.parse(stdout) as Readonly<Record<string, number>>;
      if (told.households !== HOUSEHOLDS || told.gain === told.lose) throw new Error('not all households were looked at');
      found.push(processor / 2);
      print(
        `${standard}: ${clock.toFixed(1)} s of the clock, ${processor.toFixed(1)} s of processor time; gain ${told.gain}, lose ${told.lose}, gap ${told.gap}, same ${told.same}, open ${told.open}`,
      );
    }
    const most = Math.max(...found);
    note({
      what: `${HOUSEHOLDS.toLocaleString('en')} households by simulate`,
      ours: `${most.toFixed(1)} s`,
      goal: `< ${GOAL_SECONDS} s`,
      reached: most < GOAL_SECONDS,
    });
    print(
      `\n${most < GOAL_SECONDS ? 'reached    ' : 'NOT REACHED'}  ${HOUSEHOLDS.toLocaleString('en')} households by simulate, two cores to itself: goal under ${GOAL_SECONDS} s, found ${most.toFixed(1)} s (half the processor time)`,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** One to five people each, everything told for most, incomes around the lines. The same file every time. */
function writePopulation(path: string): void {
  const file = openSync(path, 'w');
  let lines: string[] = [];
  for (let number = 0; number < HOUSEHOLDS; number++) {
    lines.push(JSON.stringify(household(number)));
    if (lines.length === 10_000) {
      writeSync(file, `${lines.join('\n')}\n`);
      lines = [];
    }
  }
  closeSync(file);
}

const DISTRICTS = ['500107', '500118', '500151', '500103', '500111'];

function household(number: number) {
  const dice = diceOf(number);
  const size = 1 + dice(5);
  return {
    district: DISTRICTS[dice(DISTRICTS.length)],
    area: dice(2) === 0 ? 'urban' : 'rural',
    members: Array.from({ length: size }, (_, index) => member(index, dice)),
    supporters:
      dice(3) === 0 ? [{ id: 's1', relation: 'sibling', birthDate: '1970-05-01', pays: dice(40_000), ableToSupport: dice(2) === 0 }] : [],
    assets: { financial: dice(3_000_000), vehicles: [], dwellings: [{ squareMetres: 40 + dice(80), dangerous: false }], businesses: 0 },
    spending: dice(2) === 0 ? [{ kind: 'medical', amount: dice(1_000_000), member: 'm1' }] : [],
    emergency: false,
  };
}

function member(index: number, dice: (sides: number) => number) {
  const child = index > 1 && dice(2) === 0;
  const born = (child ? 2009 : 1945) + dice(child ? 15 : 55);
  const day = (most: number) => String(1 + dice(most)).padStart(2, '0');
  const earns = !child && dice(10) < 7;
  return {
    id: `m${index + 1}`,
    relation: index === 0 ? 'self' : index === 1 ? 'spouse' : child ? 'child' : 'parent',
    birthDate: `${born}-${day(12)}-${day(28)}`,
    livesTogether: true,
    absence: 'none',
    schooling: child ? 'compulsory' : 'none',
    disability: dice(12) === 0 ? { category: 'physical', grade: 1 + dice(4) } : false,
    illness: dice(15) === 0 ? 'long-term' : 'none',
    bedriddenMonths: 0,
    work: child ? 'student' : earns ? 'flexible' : 'unemployed',
    ...(dice(50) === 0 ? {} : { income: earns ? [{ kind: 'flexible-work', amount: 30_000 + dice(300_000), per: 'month' }] : [] }),
    workCosts: earns ? dice(20_000) : 0,
    cannotDoAlone: [],
    receives: [],
  };
}

/** A small generator (mulberry32), begun anew for each household. */
function diceOf(seed: number): (sides: number) => number {
  let state = seed * 2_654_435_761;
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
  };
}
