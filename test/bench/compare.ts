import type { Load } from './load.ts';
import { median, middle } from './median.ts';
import { note } from './outcomes.ts';
import { size } from './size.ts';

const CLIENTS = [1, 8, 32] as const;
const ROUNDS = size('BENCH_ROUNDS', 3, 1);

/** What is compared: our own way through everything, and the least that must be done, run in turn with ever more clients at once. */
export interface Compared {
  readonly what: string;
  readonly ours: (clients: number) => Load;
  /** A second. */
  readonly limit: (clients: number) => number;
  /** Least ratio by number of clients. */
  readonly goals?: Readonly<Record<number, number>>;
  /** Most milliseconds for 99 of 100, by number of clients. */
  readonly p99?: Readonly<Record<number, number>>;
}

/** Prints a line for each number of clients: rates, the ratio's median, least and most, and what was not reached. */
export function compare(print: (text: string) => void, { what, ours, limit, goals = {}, p99 = {} }: Compared): void {
  for (const clients of CLIENTS) {
    const rounds: { theirs: number; ours: Load; ratio: number }[] = [];
    for (let round = 0; round <= ROUNDS; round++) {
      const theirs = limit(clients);
      const got = ours(clients);
      // The first round warms up.
      if (round > 0) rounds.push({ theirs, ours: got, ratio: got.rate / theirs });
    }
    const ratios = rounds.map((one) => one.ratio);
    const ratio = middle(ratios);
    const latency = middle(rounds.map((one) => one.ours.p99));
    const [goal, most] = [goals[clients], p99[clients]];
    note({
      what: `${what}, ${clients} clients`,
      ours: `${Math.round(middle(rounds.map((one) => one.ours.rate)))} /s`,
      reference: `pgbench ${Math.round(middle(rounds.map((one) => one.theirs)))} /s`,
      ratio,
      ...(goal !== undefined && { goal: `≥ ${goal}`, reached: ratio >= goal }),
    });
    note({
      what: `${what}, ${clients} clients: 99 of 100`,
      ours: `${latency.toFixed(1)} ms`,
      ...(most !== undefined && { goal: `≤ ${most} ms`, reached: latency <= most }),
    });
    print(
      [
        `  ${String(clients).padStart(2)} clients: ${median(rounds.map((one) => one.ours.rate))} over HTTP, pgbench ${median(rounds.map((one) => one.theirs))}`,
        `ratio ${ratio.toFixed(2)} (${Math.min(...ratios).toFixed(2)} – ${Math.max(...ratios).toFixed(2)})${goal && ratio < goal ? `  NOT REACHED: ${goal}` : ''}`,
        `99 of 100 in ${latency.toFixed(1)} ms${most && latency > most ? `  NOT REACHED: ${most}` : ''}`,
      ].join(', '),
    );
  }
}
