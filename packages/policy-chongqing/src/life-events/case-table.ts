import type { CivilDate, Fen } from '@assist/policy';
import { family, IN_2025, monthly, person, yuan } from '../benefits/case-table.ts';
import type { Household, Member } from '../household.ts';
import type { ChangeAnswers } from './kernel/life-event.ts';
import type { OutcomeId } from './kernel/outcome.ts';

/**
 * One worked change in Dazu on 2025-12-01: standard 770 in town, 1.5 times 1155, a pupil's top-up 100. `because` says how the expected
 * value follows from the clause; nothing in it was copied from the code's answer.
 */
export interface ChangeCase {
  readonly title: string;
  readonly clause: string;
  readonly because: string;
  readonly household: Household;
  readonly answers: ChangeAnswers;
  /** What is paid now, yuan a month. */
  readonly award: number;
  readonly taperUntil?: CivilDate;
  readonly outcome: OutcomeId;
  readonly possible?: readonly OutcomeId[];
  /** Yuan a month; absent where a person decides. */
  readonly after?: number;
  readonly procedures?: readonly string[];
}

export const CASES_ON = IN_2025;

/** Wage of 900, a spouse without income, a pupil: (770×3−900)+100 = 1510. */
export const THREE: Household = family([
  person('m1', { work: 'employed', income: [monthly(900, 'wage')] }),
  person('m2'),
  person('m3', { relation: 'child', schooling: 'compulsory', birthDate: '2015-01-01' as CivilDate }),
]);

/** Wage of 900, a spouse without income, a parent without income: 770×3−900 = 1410. */
export const WITH_PARENT: Household = family([
  person('m1', { work: 'employed', income: [monthly(900, 'wage')] }),
  person('m2'),
  person('m3', { relation: 'parent', birthDate: '1960-01-01' as CivilDate }),
]);

/** One person without income: 770. */
export const ALONE: Household = family([person('m1')]);

export const newcomer = (relation: Member['relation'], told: Partial<Member> = {}): Member => person('n1', { relation, ...told });

/** The member's incomes from now on, in yuan a month. */
export const now = (member: string, amount: number, kind: Parameters<typeof monthly>[1]): ChangeAnswers => ({
  member,
  income: amount === 0 ? [] : [monthly(amount, kind)],
});

export const money = (amount: number): Fen => yuan(amount);
