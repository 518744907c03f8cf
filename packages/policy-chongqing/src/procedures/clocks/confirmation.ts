import type { CivilDate, DatedValue, DivisionCode } from '@assist/policy';
import { civilDate, datedTable, valueOn } from '@assist/policy';

/** Who confirms: the district's bureau, or the township where the district has handed it down. */
export type ConfirmedBy = 'district' | 'township';

export const CONFIRMED_BY = datedTable<ConfirmedBy>('confirmed-by', '由谁审核确认', [
  { value: 'district', scope: 'CN', from: civilDate('2021-07-01'), source: 'MCA57-2', certainty: 'full-text' },
  { value: 'district', scope: '500107', from: civilDate('2025-03-28'), source: 'JLP53-2-2', certainty: 'full-text' },
  { value: 'district', scope: '500151', from: civilDate('2025-09-08'), source: 'TL42-C1d', certainty: 'full-text' },
]);

/** Who confirms in a district on a day; undefined before the first text. */
export function confirmedBy(district: DivisionCode, on: CivilDate): DatedValue<ConfirmedBy> | undefined {
  return valueOn(CONFIRMED_BY, on, district);
}
