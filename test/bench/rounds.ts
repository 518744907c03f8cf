/** One thing to measure: does `times` of it. */
export interface Contender {
  readonly name: string;
  /** How many in one turn: enough for a few tenths of a second. */
  readonly times: number;
  run(times: number): Promise<void> | void;
}

export interface Measured {
  readonly name: string;
  /** A second, median of the rounds. */
  readonly rate: number;
  /** This over the first contender's, round by round. */
  readonly ratio: { readonly median: number; readonly least: number; readonly most: number };
}

/** Contenders in turn, A B C A B C, after a warm-up; ratios are taken inside each round, because the machine has other work. */
export async function inTurn(contenders: readonly Contender[], rounds = 7): Promise<Measured[]> {
  for (const one of contenders) await one.run(Math.ceil(one.times / 4));
  const rates = contenders.map(() => [] as number[]);
  for (let round = 0; round < rounds; round++) {
    for (const [index, one] of contenders.entries()) {
      const began = performance.now();
      await one.run(one.times);
      rates[index]?.push(one.times / ((performance.now() - began) / 1000));
    }
  }
  return contenders.map((one, index) => {
    const own = rates[index] ?? [];
    const ratios = own.map((rate, round) => rate / (rates[0]?.[round] as number));
    return { name: one.name, rate: median(own), ratio: { median: median(ratios), least: Math.min(...ratios), most: Math.max(...ratios) } };
  });
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] as number;
}

export function tableOf(measured: readonly Measured[]): string {
  const rate = (value: number) => `${Math.round(value).toLocaleString('en')}/s`;
  const ratio = (value: number) => (value >= 10 ? value.toFixed(0) : value.toPrecision(2));
  const rows = measured.map(
    (one) => `| ${one.name} | ${rate(one.rate)} | ${ratio(one.ratio.median)} | ${ratio(one.ratio.least)} – ${ratio(one.ratio.most)} |`,
  );
  return ['| | a second (median) | × the first | least – most |', '|---|---|---|---|', ...rows].join('\n');
}
