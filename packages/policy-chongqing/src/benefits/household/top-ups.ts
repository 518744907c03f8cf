import type { DatedValue, Fen } from '@assist/policy';
import { ageOn, derived, inForce } from '@assist/policy';
import type { Household, Member } from '../../household.ts';
import { SEVERE_GRADE, TOP_UP_AGE, TOP_UP_CARE, TOP_UP_CHILD, TOP_UP_DISABLED } from '../../values/top-ups.ts';
import { members } from './facts.ts';
import type { Person } from './household-income.ts';
import { HOUSEHOLD_INCOME } from './household-income.ts';

/** 分类重点救助 (F2-43): 40 for a disabled person, and beside it the larger of 60 and 100, once. Only for those who count as family. */
export interface TopUp {
  readonly id: string;
  readonly amount: number;
  /** Counts as family for certain; otherwise an officer or an answer settles it. */
  readonly sure: boolean;
  readonly grounds: readonly ('disabled' | 'severe' | 'ill' | 'old' | 'child')[];
  /** Facts that could add a ground. */
  readonly missing: readonly string[];
  /** A ground an officer has to look at: an illness nobody has recognised yet, another kind of school, a relative who may not count. */
  readonly officer: boolean;
}
export interface TopUps {
  readonly people: readonly TopUp[];
  readonly total: number;
  readonly based: readonly (DatedValue<unknown> | undefined)[];
}

const NEEDS = {
  income: HOUSEHOLD_INCOME,
  people: members('id', 'birthDate', 'schooling', 'disability', 'illness'),
  disabled: inForce<Household, Fen>(TOP_UP_DISABLED),
  care: inForce<Household, Fen>(TOP_UP_CARE),
  child: inForce<Household, Fen>(TOP_UP_CHILD),
  age: inForce<Household, number>(TOP_UP_AGE),
  severe: inForce<Household, number>(SEVERE_GRADE),
};

export const TOP_UPS = derived<Household, typeof NEEDS, TopUps>('top-ups', NEEDS, (values, on) => {
  const { disabled, care, child, age, severe } = values;
  const people: TopUp[] = [];
  let total = 0;
  for (const [index, person] of values.people.entries()) {
    // Whoever is not of the family for the allowance (in prison, say: MCA57-7) has no part of it either.
    const counting = (values.income.people[index] as Person).counting;
    if (counting.state === 'not-counted') continue;
    const grounds: TopUp['grounds'][number][] = [];
    if (person.disability) {
      grounds.push('disabled');
      if (severe !== undefined && person.disability.grade <= severe.value) grounds.push('severe');
    }
    if (person.illness === 'serious-recognised') grounds.push('ill');
    if (age !== undefined && person.birthDate !== undefined && ageOn(person.birthDate, on) >= age.value) grounds.push('old');
    if (isPupil(person)) grounds.push('child');
    const first = grounds.includes('disabled') ? (disabled?.value ?? 0) : 0;
    const cared = grounds.includes('severe') || grounds.includes('ill') || grounds.includes('old');
    const second = Math.max(cared ? (care?.value ?? 0) : 0, grounds.includes('child') ? (child?.value ?? 0) : 0);
    total += first + second;
    const amount = first + second;
    const open = openOf(person);
    const looked = person.illness === 'serious-not-recognised' || person.schooling === 'other';
    people.push({
      id: person.id,
      amount,
      sure: counting.state === 'counted',
      grounds,
      // Whether they are of the family matters where there is, or may be, something for them.
      missing: amount > 0 || looked || open.length > 0 ? [...open, ...counting.missing] : open,
      officer: looked || (amount > 0 && counting.state === 'officer'),
    });
  }
  return { people, total, based: total === 0 ? [] : [disabled, care, child, age] };
});

type Facts = Pick<Member, 'id' | 'birthDate' | 'schooling' | 'disability' | 'illness'>;

function isPupil(person: Facts): boolean {
  const { schooling } = person;
  return (
    schooling === 'preschool' ||
    schooling === 'compulsory' ||
    schooling === 'senior-secondary' ||
    schooling === 'full-time-undergraduate-or-below'
  );
}

function openOf(person: Facts): string[] {
  const fields = ['birthDate', 'schooling', 'disability', 'illness'] as const;
  return fields.filter((field) => person[field] === undefined).map((field) => `members/${person.id}/${field}`);
}
