import type { Certainty, CivilDate, Fen } from '@assist/policy';
import { leastCertain, runFor, valueOn } from '@assist/policy';
import { HOUSEHOLD_INCOME } from '../../benefits/household/household-income.ts';
import { STANDARD } from '../../benefits/household/line.ts';
import { TOP_UPS } from '../../benefits/household/top-ups.ts';
import { subsistenceFigures } from '../../benefits/subsistence-allowance/benefit.ts';
import type { Household } from '../../household.ts';
import { MARGINAL_MULTIPLE } from '../../values/multiples.ts';

export type Side = 'below' | 'at' | 'above';

/** Where a household stands beside the standard and its 1.5 times, in exact fen: a year's income of all against twelve months of the line. */
export type Position =
  | { readonly state: 'nobody' }
  | { readonly state: 'open'; readonly missing: readonly string[] }
  | {
      readonly state: 'known';
      readonly people: number;
      readonly perCapita: Fen;
      readonly standard: Fen;
      /** 1.5 times the standard, a month. */
      readonly marginalLine: Fen;
      readonly beside: Side;
      readonly besideMarginal: Side;
      /** Estimate of the allowance a month; zero at or above the standard. */
      readonly amount: Fen;
      readonly certainty: Certainty;
      readonly clauses: readonly string[];
    };

/** For the lines under an estimate too: what the household has a head, beside which two lines. */
export function positionOf(household: Household, on: CivilDate): Position {
  const run = runFor(household, on, household.district);
  const income = HOUSEHOLD_INCOME.resolve(run);
  if (income.size === 0) return { state: 'nobody' };
  const standard = STANDARD.resolve(run);
  const multiple = valueOn(MARGINAL_MULTIPLE, on, household.district);
  const missing = [
    // The income of who is not counted is in no sum: nobody is asked for it.
    ...income.people.flatMap((one) => [...one.counting.missing, ...(one.counting.state === 'not-counted' ? [] : one.income.missing)]),
    ...(standard?.open ? ['area'] : []),
  ];
  if (missing.length > 0 || !income.complete || !standard || !multiple) return { state: 'open', missing };
  const line = 12 * standard.low.value * income.size;
  const topUps = TOP_UPS.resolve(run);
  const figures = subsistenceFigures(income, standard, topUps);
  return {
    state: 'known',
    people: income.size,
    perCapita: (figures.numbers.perCapita?.value ?? 0) as Fen,
    standard: standard.low.value,
    marginalLine: Math.floor(standard.low.value * multiple.value) as Fen,
    beside: side(income.likely, line),
    besideMarginal: side(income.likely, line * multiple.value),
    amount: (figures.numbers.estimatedAmount?.value ?? 0) as Fen,
    certainty: leastCertain(standard.low.certainty, multiple.certainty),
    clauses: [standard.low.source, 'F2-41'],
  };
}

function side(income: number, line: number): Side {
  return income < line ? 'below' : income > line ? 'above' : 'at';
}
