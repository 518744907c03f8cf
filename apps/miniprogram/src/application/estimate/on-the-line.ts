import type { Fen, Finding } from '@assist/policy';

/** Income a person a month beside the two lines it is compared with; fen. */
export interface OnTheLine {
  readonly each: Fen;
  readonly subsistence: Fen;
  readonly marginal: Fen;
}

const moneyOf = (finding: Finding | undefined, name: string): Fen | undefined => {
  const number = finding?.numbers[name];
  return number?.unit === 'fen-per-month' ? (number.value as Fen) : undefined;
};

/** Nothing where the income or one of the lines is not known: no picture rather than a guessed one. */
export function onTheLine(findings: readonly Finding[]): OnTheLine | undefined {
  const by = (rule: string) => findings.find((f) => f.rule === rule);
  const each = moneyOf(by('subsistence-allowance'), 'perCapita');
  const subsistence = moneyOf(by('subsistence-allowance'), 'standard');
  const marginal = moneyOf(by('marginal-family'), 'line');
  return each === undefined || subsistence === undefined || marginal === undefined ? undefined : { each, subsistence, marginal };
}
