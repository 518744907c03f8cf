import type { CivilDate, DatedValue, Fen, Scope } from '@assist/policy';
import { civilDate, fen } from '@assist/policy';

/** The whole city: every code that begins with 50. */
export const CITY: Scope = '50';
export const NATION: Scope = 'CN';

/** Whole yuan as they stand in the documents, in fen. */
export function yuan(amount: number): Fen {
  return fen(amount * 100);
}

/** One dated value. */
export function row<Value>(
  value: Value,
  scope: Scope,
  from: string,
  source: string,
  certainty: DatedValue<Value>['certainty'],
): DatedValue<Value> {
  return { value, scope, from: civilDate(from), source, certainty };
}

export function until<Value>(value: DatedValue<Value>, day: string): DatedValue<Value> {
  return { ...value, until: civilDate(day) as CivilDate };
}
