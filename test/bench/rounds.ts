import { note } from './outcomes.ts';

/** One thing to measure: does `times` of it. */
export interface Contender {
  readonly name: string;
  /** How many in one turn: enough for a few tenths of a second. */
  readonly times: number;
  run(times: number): Promise<void> | void;
}

/** Of the rounds: their median, and the least and the most. */
export interface Spread {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

export interface Measured {
  readonly name: string;
  /** A second of processor time: what one core to itself would do; other programs on the machine do not count. */
  readonly rate: Spread;
  /** A second of the clock on the wall, as it was here and now. */
  readonly wall: Spread;
  /** This over the first contender's rate, round by round. */
  readonly ratio: Spread;
}

/** What was to be reached: `reached` says by the median whether it was, in this run on this machine. */
export interface Goal {
  readonly what: string;
  readonly least: number;
  readonly found: Spread;
}

/** A hundred rules are compiled one by one as they grow warm: with one round the first measured ones were half as fast as the last. */
const WARM_UP = 5;

/** Contenders in turn, A B C A B C, after a warm-up; ratios are taken inside each round, because the machine has other work. */
export async function inTurn(contenders: readonly Contender[], rounds = 9): Promise<Measured[]> {
  for (let round = 0; round < WARM_UP; round++) for (const one of contenders) await one.run(one.times);
  const rates = contenders.map(() => [] as number[]);
  const walls = contenders.map(() => [] as number[]);
  for (let round = 0; round < rounds; round++) {
    for (const [index, one] of contenders.entries()) {
      const began = performance.now();
      const used = process.cpuUsage();
      await one.run(one.times);
      const { user, system } = process.cpuUsage(used);
      rates[index]?.push(one.times / ((user + system) / 1e6));
      walls[index]?.push(one.times / ((performance.now() - began) / 1000));
    }
  }
  return contenders.map((one, index) => {
    const own = rates[index] ?? [];
    const ratios = own.map((rate, round) => rate / (rates[0]?.[round] as number));
    return { name: one.name, rate: spreadOf(own), wall: spreadOf(walls[index] ?? []), ratio: spreadOf(ratios) };
  });
}

function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (index: number) => sorted[index] as number;
  return { median: at(Math.floor(sorted.length / 2)), least: at(0), most: at(sorted.length - 1) };
}

const whole = (value: number) => Math.round(value).toLocaleString('en');
const short = (value: number) => (value >= 10 ? whole(value) : value.toPrecision(2));

export function tableOf(measured: readonly Measured[]): string {
  const rows = measured.map(
    ({ name, rate, wall, ratio }) =>
      `| ${name} | ${whole(rate.median)} (${whole(rate.least)} – ${whole(rate.most)}) | ${whole(wall.median)} | ${short(ratio.median)} (${short(ratio.least)} – ${short(ratio.most)}) |`,
  );
  return ['| | a second of one core: median (least – most) | of the clock | × the first |', '|---|---|---|---|', ...rows].join('\n');
}

/** Each goal with what was found, reached or not: nothing is rounded up, and a miss is printed as one. */
export function goalsOf(goals: readonly Goal[]): string {
  return goals
    .map(({ what, least, found }) => {
      note({ what, ours: short(found.median), goal: `≥ ${whole(least)}`, reached: found.median >= least });
      const verdict = found.median >= least ? 'reached    ' : 'NOT REACHED';
      return `${verdict}  ${what}: goal ${whole(least)}, found ${whole(found.median)} (${whole(found.least)} – ${whole(found.most)})`;
    })
    .join('\n');
}
