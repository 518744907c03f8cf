import type { Certainty, CivilDate, DatedValue, DivisionCode, Fen } from '@assist/policy';
import { addDays, leastCertain, valueOn } from '@assist/policy';
import { SUBSISTENCE_STANDARD } from '../values/standards.ts';

/** The standard of a district as it stands from a day on, town and country, with what stood before it. Fen a person a month. */
export interface Standard {
  readonly from: CivilDate;
  readonly urban: Fen;
  readonly rural: Fen;
  /** Clauses or facts it was read in. */
  readonly sources: readonly string[];
  readonly certainty: Certainty;
}

const on = (district: DivisionCode, day: CivilDate): readonly [DatedValue<Fen>, DatedValue<Fen>] | undefined => {
  const urban = valueOn(SUBSISTENCE_STANDARD, day, district, 'urban');
  const rural = valueOn(SUBSISTENCE_STANDARD, day, district, 'rural');
  return urban && rural && [urban, rural];
};

/** The standard in force in a district on a day; undefined before the first that was found. What nobody found is not in it: it is not made up. */
export function standardInForce(district: DivisionCode, day: CivilDate): Standard | undefined {
  const found = on(district, day);
  if (!found) return undefined;
  const [urban, rural] = found;
  return {
    from: [urban.from, rural.from].sort()[1] as CivilDate,
    urban: urban.value,
    rural: rural.value,
    sources: [...new Set([urban.source, rural.source])],
    certainty: leastCertain(urban.certainty, rural.certainty),
  };
}

/** What stood before a standard; undefined for the first one. */
export const standardBefore = (district: DivisionCode, standard: Standard): Standard | undefined =>
  standardInForce(district, addDays(standard.from, -1));

/** The standard that came into force after a day, up to another; undefined where the same one stood on both. */
export function standardSince(district: DivisionCode, after: CivilDate, until: CivilDate): Standard | undefined {
  const now = standardInForce(district, until);
  return now && now.from > after ? now : undefined;
}
