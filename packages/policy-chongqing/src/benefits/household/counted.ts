import type { CivilDate, DatedValue } from '@assist/policy';
import { ageOn } from '@assist/policy';
import type { Member } from '../../household.ts';
import { missingOf } from './facts.ts';

/**
 * Whether a person counts as one of the family (MCA57-7, F1-01 to F1-03). `officer`: the texts leave it open, as for soldiers
 * (CQR2016-11 against MCA57-7) and for relatives whose duty of support depends on others.
 */
export interface Counting {
  readonly state: 'counted' | 'not-counted' | 'unknown' | 'officer';
  readonly missing: readonly string[];
  /** What settled it, for whoever asks why (`who-counts.ts`). */
  readonly because: CountingReason;
}
export const COUNTING_REASONS = [
  'applicant',
  'spouse',
  'child-at-home',
  'minor-child',
  'child-not-independent',
  'child-on-their-own',
  'parent-at-home',
  'relative-at-home',
  'lives-apart',
  'prison',
  'compulsory-detoxification',
  'declared-missing',
  'religious-three-years',
  'military-service',
  'age-not-found',
  'not-said',
] as const;
export type CountingReason = (typeof COUNTING_REASONS)[number];
export type CountingFacts = Pick<Member, 'id' | 'relation' | 'birthDate' | 'livesTogether' | 'absence' | 'schooling' | 'work'>;

const counted = (because: CountingReason): Counting => ({ state: 'counted', missing: [], because });
const not = (because: CountingReason): Counting => ({ state: 'not-counted', missing: [], because });
const officer = (because: CountingReason): Counting => ({ state: 'officer', missing: [], because });

export function countingOf(person: CountingFacts, on: CivilDate, adultAge: DatedValue<number> | undefined): Counting {
  const { absence } = person;
  if (
    absence === 'prison' ||
    absence === 'compulsory-detoxification' ||
    absence === 'declared-missing' ||
    absence === 'religious-three-years'
  )
    return not(absence);
  const byRelation = relationOf(person, on, adultAge);
  if (byRelation.state === 'not-counted') return byRelation;
  // Anything still open about the person may yet take them out of the count.
  if (absence === undefined) return asks(person, ['absence', ...fields(byRelation)]);
  return absence === 'military-service' && byRelation.state === 'counted' ? officer(absence) : byRelation;
}

function relationOf(person: CountingFacts, on: CivilDate, adultAge: DatedValue<number> | undefined): Counting {
  switch (person.relation) {
    case 'self':
      return counted('applicant');
    case 'spouse':
      return counted('spouse');
    case 'child':
      return childOf(person, on, adultAge);
    case 'parent':
      return together(person, counted('parent-at-home'));
    default:
      return together(person, officer('relative-at-home'));
  }
}

/** Minor, or living with the family, or grown up and not yet able to stand alone. */
function childOf(person: CountingFacts, on: CivilDate, adultAge: DatedValue<number> | undefined): Counting {
  if (person.livesTogether === true) return counted('child-at-home');
  if (adultAge === undefined) return officer('age-not-found');
  if (person.birthDate !== undefined && ageOn(person.birthDate, on) < adultAge.value) return counted('minor-child');
  if (dependsStill(person)) return counted('child-not-independent');
  const open: Field[] = [];
  if (person.birthDate === undefined) open.push('birthDate');
  if (person.livesTogether === undefined) open.push('livesTogether');
  if (person.schooling === undefined) open.push('schooling');
  if (person.work === undefined) open.push('work');
  return open.length === 0 ? not('child-on-their-own') : asks(person, open);
}

function dependsStill(person: CountingFacts): boolean {
  const { schooling } = person;
  return (
    schooling === 'full-time-undergraduate-or-below' ||
    schooling === 'senior-secondary' ||
    schooling === 'compulsory' ||
    person.work === 'cannot-work'
  );
}

function together(person: CountingFacts, then: Counting): Counting {
  if (person.livesTogether === undefined) return asks(person, ['livesTogether']);
  return person.livesTogether ? then : not('lives-apart');
}

type Field = keyof CountingFacts;

function asks(person: CountingFacts, open: readonly string[]): Counting {
  return {
    state: 'unknown',
    missing: open.map((field) => (field.includes('/') ? field : missingOf(person.id, field as Field))),
    because: 'not-said',
  };
}

function fields(counting: Counting): readonly string[] {
  return counting.missing;
}
