/** What one measure came to: a line of the table at the end. */
export interface Outcome {
  readonly what: string;
  /** With its unit. */
  readonly ours: string;
  /** What ran beside it, with its unit. */
  readonly reference?: string;
  /** Ours over the reference's rate, by the median of the rounds. */
  readonly ratio?: number;
  readonly goal?: string;
  /** Absent where no goal was set. */
  readonly reached?: boolean;
}

const noted: Outcome[] = [];
export const note = (outcome: Outcome): void => void noted.push(outcome);

/** Everything noted in this run, as one table. */
export function tableOfOutcomes(outcomes: readonly Outcome[] = noted): string {
  const lines = outcomes.map(
    ({ what, ours, reference = '', ratio, goal = '', reached }) =>
      `| ${what} | ${ours} | ${reference} | ${ratio === undefined ? '' : ratio.toFixed(2)} | ${goal} | ${reached === undefined ? '' : reached ? 'reached' : 'NOT REACHED'} |`,
  );
  return ['| what | ours | reference | ratio | goal | |', '|---|---|---|---|---|---|', ...lines].join('\n');
}
