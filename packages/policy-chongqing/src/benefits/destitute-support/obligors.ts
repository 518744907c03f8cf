import type { CivilDate, DatedValue, Verdict } from '@assist/policy';
import { ageOn } from '@assist/policy';
import type { Member, Relation, Supporter } from '../../household.ts';
import { names } from '../recipient-kinds.ts';

/** Facts looked at to know who owes support and whether they can (DESTITUTE2021-8). */
export type ObligorFacts = Pick<Member, 'id' | 'relation' | 'birthDate' | 'absence' | 'disability' | 'receives'>;
export interface AgeLimits {
  readonly adult: DatedValue<number> | undefined;
  readonly supporter: DatedValue<number> | undefined;
  readonly recipient: DatedValue<number> | undefined;
}
/** One person who may owe support: `met` = does not or cannot, `not-met` = owes and can. */
export interface Obligor {
  readonly verdict: Verdict;
  readonly missing: readonly string[];
}

const FREE: Obligor = { verdict: 'met', missing: [] };
const OFFICER: Obligor = { verdict: 'for-officer', missing: [] };
const ABLE: Obligor = { verdict: 'not-met', missing: [] };
const open = (...missing: string[]): Obligor => ({ verdict: 'unknown', missing });

/** Another member of the household towards the person. */
export function obligorInside(person: Pick<ObligorFacts, 'relation'>, other: ObligorFacts, on: CivilDate, limits: AgeLimits): Obligor {
  const duty = dutyOf(person.relation, other.relation);
  if (duty === 'none') return FREE;
  if (other.birthDate === undefined) return open(`members/${other.id}/birthDate`);
  const age = ageOn(other.birthDate, on);
  if (limits.adult === undefined || limits.supporter === undefined || limits.recipient === undefined) return OFFICER;
  // A minor owes nobody.
  if (age < limits.adult.value) return FREE;
  if (duty === 'officer') return OFFICER;
  if (other.absence === undefined || other.disability === undefined || other.receives === undefined) return open(...unansweredOf(other));
  return abilityOf(other, age, limits.supporter.value, limits.recipient.value);
}

function unansweredOf(other: ObligorFacts): string[] {
  const fields = ['absence', 'disability', 'receives'] as const;
  return fields.filter((field) => other[field] === undefined).map((field) => `members/${other.id}/${field}`);
}

function abilityOf(other: ObligorFacts, age: number, seventy: number, sixty: number): Obligor {
  const receives = other.receives ?? [];
  if (names(receives, 'destitute-support')) return FREE;
  if (age >= sixty && names(receives, 'subsistence-allowance')) return FREE;
  // These grounds ask for small income and property as well, against limits that were not found.
  if (age >= seventy || hasSevereGround(other) || other.absence === 'prison' || other.absence === 'declared-missing') return OFFICER;
  return ABLE;
}

function hasSevereGround(other: ObligorFacts): boolean {
  const { disability } = other;
  if (!disability) return false;
  if (disability.grade <= 2) return true;
  return disability.grade === 3 && (disability.category === 'intellectual' || disability.category === 'mental');
}

/** Someone outside who owes support by law, as the family told. That they cannot is for an officer to see. */
export function obligorOutside(supporter: Supporter): Obligor {
  if (supporter.ableToSupport === undefined) return open(`supporters/${supporter.id}/ableToSupport`);
  return supporter.ableToSupport ? ABLE : OFFICER;
}

/** Between two members, by how each stands to the applicant. Where that does not settle it, an officer does. */
function dutyOf(person: Relation, other: Relation): 'owes' | 'none' | 'officer' {
  if (person === 'self') return other === 'spouse' || other === 'child' || other === 'parent' ? 'owes' : 'officer';
  if (other === 'self') return person === 'spouse' || person === 'parent' || person === 'child' ? 'owes' : 'officer';
  if ((person === 'spouse' && other === 'child') || (person === 'child' && other === 'spouse')) return 'owes';
  if (person === 'parent' && other === 'parent') return 'owes';
  return 'officer';
}
