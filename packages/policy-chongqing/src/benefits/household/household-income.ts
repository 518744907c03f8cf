import type { DatedValue } from '@assist/policy';
import { derived, inForce } from '@assist/policy';
import type { Household } from '../../household.ts';
import { ADULT_AGE, BASIC_PENSION } from '../../values/multiples.ts';
import type { Counting } from './counted.ts';
import { countingOf } from './counted.ts';
import { members, SPENDING } from './facts.ts';
import type { MemberIncome } from './income-of-member.ts';
import { incomeOfMember } from './income-of-member.ts';

export interface Person {
  readonly id: string;
  readonly counting: Counting;
  readonly income: MemberIncome;
}

export interface HouseholdIncome {
  readonly people: readonly Person[];
  /** Members counted, those an officer has to look at and those still open among them. */
  readonly size: number;
  /** Best estimate of all counted members, in fen a year. */
  readonly likely: number;
  /** All incomes of those who may count have been told. */
  readonly complete: boolean;
  /** What may be taken off for illness and disability (F1-27), in fen a year; infinite while unknown. */
  readonly deductible: number;
  readonly deductionMissing: readonly string[];
  readonly based: readonly (DatedValue<unknown> | undefined)[];
}

const PEOPLE = members(
  'id',
  'relation',
  'birthDate',
  'livesTogether',
  'absence',
  'schooling',
  'work',
  'income',
  'workCosts',
  'disability',
  'illness',
);

const NEEDS = {
  people: PEOPLE,
  spending: SPENDING,
  adultAge: inForce<Household, number>(ADULT_AGE),
  pension: inForce<Household, 'left-out' | 'open'>(BASIC_PENSION),
};

/** Who counts and what they bring in (MCA57-7, MCA57-13). Shared by every benefit that looks at income. */
export const HOUSEHOLD_INCOME = derived<Household, typeof NEEDS, HouseholdIncome>('household-income', NEEDS, (values, on) => {
  const { adultAge, pension } = values;
  const people: Person[] = [];
  let size = 0;
  let likely = 0;
  let complete = true;
  let burdened = false;
  const burdenMissing: string[] = [];
  for (const person of values.people) {
    const counting = countingOf(person, on, adultAge);
    const income = incomeOfMember(person, pension?.value ?? 'open');
    people.push({ id: person.id, counting, income });
    if (counting.state === 'not-counted') continue;
    size += 1;
    likely += income.likely;
    if (income.high === Number.POSITIVE_INFINITY) complete = false;
    if (isBurdened(person)) burdened = true;
    else if (person.disability === undefined || person.illness === undefined) burdenMissing.push(...burdenFields(person));
  }
  const deduction = deductible(values.spending, burdened, burdenMissing);
  return { people, size, likely, complete, deductible: deduction.most, deductionMissing: deduction.missing, based: [adultAge] };
});

type Burden = Pick<Household['members'][number], 'id' | 'disability' | 'illness'>;

function isBurdened(person: Burden): boolean {
  return (person.disability !== undefined && person.disability !== false) || (person.illness !== undefined && person.illness !== 'none');
}

function burdenFields(person: Burden): string[] {
  const fields: string[] = [];
  if (person.disability === undefined) fields.push(`members/${person.id}/disability`);
  if (person.illness === undefined) fields.push(`members/${person.id}/illness`);
  return fields;
}

function deductible(
  spending: Household['spending'],
  burdened: boolean,
  burdenMissing: readonly string[],
): { most: number; missing: readonly string[] } {
  if (!burdened && burdenMissing.length === 0) return { most: 0, missing: [] };
  const asked = burdened ? [] : burdenMissing;
  if (spending === undefined) return { most: Number.POSITIVE_INFINITY, missing: [...asked, 'spending'] };
  let most = 0;
  for (const item of spending) if (item.kind === 'medical' || item.kind === 'disability-rehabilitation') most += item.amount;
  return { most, missing: most === 0 ? [] : asked };
}
