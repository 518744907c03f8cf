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
}
export type CountingFacts = Pick<Member, 'id' | 'relation' | 'birthDate' | 'livesTogether' | 'absence' | 'schooling' | 'work'>;

const COUNTED: Counting = { state: 'counted', missing: [] };
const NOT: Counting = { state: 'not-counted', missing: [] };
const OFFICER: Counting = { state: 'officer', missing: [] };

export function countingOf(person: CountingFacts, on: CivilDate, adultAge: DatedValue<number> | undefined): Counting {
  const { absence } = person;
  if (
    absence === 'prison' ||
    absence === 'compulsory-detoxification' ||
    absence === 'declared-missing' ||
    absence === 'religious-three-years'
  )
    return NOT;
  const byRelation = relationOf(person, on, adultAge);
  if (byRelation.state === 'not-counted') return NOT;
  // Anything still open about the person may yet take them out of the count.
  if (absence === undefined) return asks(person, ['absence', ...fields(byRelation)]);
  return absence === 'military-service' && byRelation.state === 'counted' ? OFFICER : byRelation;
}

function relationOf(person: CountingFacts, on: CivilDate, adultAge: DatedValue<number> | undefined): Counting {
  switch (person.relation) {
    case 'self':
    case 'spouse':
      return COUNTED;
    case 'child':
      return childOf(person, on, adultAge);
    case 'parent':
      return together(person, COUNTED);
    default:
      return together(person, OFFICER);
  }
}

/** Minor, or living with the family, or grown up and not yet able to stand alone. */
function childOf(person: CountingFacts, on: CivilDate, adultAge: DatedValue<number> | undefined): Counting {
  if (person.livesTogether === true) return COUNTED;
  if (adultAge === undefined) return OFFICER;
  if (person.birthDate !== undefined && ageOn(person.birthDate, on) < adultAge.value) return COUNTED;
  if (dependsStill(person)) return COUNTED;
  const open: Field[] = [];
  if (person.birthDate === undefined) open.push('birthDate');
  if (person.livesTogether === undefined) open.push('livesTogether');
  if (person.schooling === undefined) open.push('schooling');
  if (person.work === undefined) open.push('work');
  return open.length === 0 ? NOT : asks(person, open);
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
  return person.livesTogether ? then : NOT;
}

type Field = keyof CountingFacts;

function asks(person: CountingFacts, open: readonly string[]): Counting {
  return { state: 'unknown', missing: open.map((field) => (field.includes('/') ? field : missingOf(person.id, field as Field))) };
}

function fields(counting: Counting): readonly string[] {
  return counting.missing;
}
