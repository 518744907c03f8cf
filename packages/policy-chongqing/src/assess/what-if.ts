import type { AnyTable, CivilDate, DatedValue, Fen, Scope } from '@assist/policy';
import { datedTable, runFor } from '@assist/policy';
import { MARGINAL_FAMILY } from '../benefits/marginal-family/benefit.ts';
import { SUBSISTENCE_ALLOWANCE } from '../benefits/subsistence-allowance/benefit.ts';
import type { Household } from '../household.ts';
import { CITY } from '../values/rows.ts';
import { SUBSISTENCE_STANDARD, UNIFIED } from '../values/standards.ts';

/** Where a household stands to the two lines of income, by its best estimate. `open`: incomes or the area are not told. */
export type Band = 'below' | 'at-line' | 'marginal' | 'at-marginal-line' | 'above' | 'open';
export interface Standing {
  readonly band: Band;
  /** Estimated allowance a month with its top-ups; 0 where the income is not below the line. */
  readonly amount: number;
}

/** A standard that does not exist yet, for "who gains, who loses": town and country, a person a month, from a day on. */
export function proposedStandard(urban: Fen, rural: Fen, from: CivilDate): ReadonlyMap<string, AnyTable> {
  const row = (area: 'urban' | 'rural', value: Fen, scope: Scope = CITY): DatedValue<Fen> => ({
    value,
    scope,
    area,
    from,
    source: 'proposal',
    certainty: 'assumed',
  });
  // Where town and country have one standard, the proposal keeps it so.
  const unified = UNIFIED.flatMap((scope) => [row('urban', urban, scope), row('rural', urban, scope)]);
  const kept = SUBSISTENCE_STANDARD.rows.filter((one) => one.from < from);
  const table = datedTable(SUBSISTENCE_STANDARD.id, SUBSISTENCE_STANDARD.title, [
    ...kept,
    row('urban', urban),
    row('rural', rural),
    ...unified,
  ]);
  return new Map([[table.id, table as AnyTable]]);
}

/** The household's standing today, or under other tables. Looks at the two benefits that hang on the standard, and no more. */
export function standingUnder(household: Household, on: CivilDate, instead?: ReadonlyMap<string, AnyTable>): Standing {
  const run = runFor(household, on, household.district, instead);
  const subsistence = SUBSISTENCE_ALLOWANCE.evaluate(run);
  const amount = subsistence.reason === 'below' ? (subsistence.numbers.estimatedAmount?.value ?? 0) : 0;
  if (subsistence.reason === 'below' || subsistence.reason === 'at-line') return { band: subsistence.reason, amount: Number(amount) };
  if (subsistence.reason !== 'above') return { band: 'open', amount: 0 };
  const marginal = MARGINAL_FAMILY.evaluate(run);
  if (marginal.reason === 'below') return { band: 'marginal', amount: 0 };
  return { band: marginal.reason === 'at-line' ? 'at-marginal-line' : 'above', amount: 0 };
}
