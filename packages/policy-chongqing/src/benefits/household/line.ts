import type { DatedValue, Fen } from '@assist/policy';
import { derived, inForce } from '@assist/policy';
import type { Household } from '../../household.ts';
import { SUBSISTENCE_STANDARD } from '../../values/standards.ts';
import { AREA } from './facts.ts';

/** The standard that applies, or both while nobody knows whether town or country. Undefined where none was found. */
export interface StandardRange {
  readonly low: DatedValue<Fen>;
  readonly high: DatedValue<Fen>;
  /** Town or country is not known and would make a difference. */
  readonly open: boolean;
}

const NEEDS = {
  area: AREA,
  urban: inForce<Household, Fen>(SUBSISTENCE_STANDARD, 'urban'),
  rural: inForce<Household, Fen>(SUBSISTENCE_STANDARD, 'rural'),
};

export const STANDARD = derived<Household, typeof NEEDS, StandardRange | undefined>('standard', NEEDS, ({ area, urban, rural }) => {
  if (urban === undefined || rural === undefined) return undefined;
  if (area === 'urban') return { low: urban, high: urban, open: false };
  if (area === 'rural') return { low: rural, high: rural, open: false };
  return {
    low: rural.value <= urban.value ? rural : urban,
    high: rural.value <= urban.value ? urban : rural,
    open: rural.value !== urban.value,
  };
});
