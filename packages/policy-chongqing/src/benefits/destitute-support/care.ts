import type { DatedValue, Fen } from '@assist/policy';
import { ageOn, derived, inForce } from '@assist/policy';
import type { Household } from '../../household.ts';
import { CARE_FULL, CARE_HALF, CARE_SELF, MINOR_AGE, PARTIAL_LOSS } from '../../values/destitute.ts';
import { members } from '../household/facts.ts';

/** What each member's care allowance would be by the six indicators (DESTITUTE2021-21, 22; F3-12); undefined while nobody told. */
export interface Care {
  readonly id: string;
  readonly level: 'full' | 'partial' | 'none' | 'minor';
  readonly allowance: DatedValue<Fen> | undefined;
}

const NEEDS = {
  people: members('id', 'birthDate', 'cannotDoAlone'),
  full: inForce<Household, Fen>(CARE_FULL),
  half: inForce<Household, Fen>(CARE_HALF),
  self: inForce<Household, Fen>(CARE_SELF),
  partial: inForce<Household, number>(PARTIAL_LOSS),
  minor: inForce<Household, number>(MINOR_AGE),
};

export const CARE = derived<Household, typeof NEEDS, readonly (Care | undefined)[]>('care', NEEDS, (values, on) =>
  values.people.map((person) => {
    const { full, half, self, partial, minor } = values;
    // A child under sixteen gets the middle step, once.
    if (minor !== undefined && person.birthDate !== undefined && ageOn(person.birthDate, on) < minor.value) {
      return { id: person.id, level: 'minor', allowance: half };
    }
    if (person.cannotDoAlone === undefined || partial === undefined) return undefined;
    const lost = new Set(person.cannotDoAlone).size;
    if (lost === 0) return { id: person.id, level: 'full', allowance: self };
    return lost <= partial.value ? { id: person.id, level: 'partial', allowance: half } : { id: person.id, level: 'none', allowance: full };
  }),
);
