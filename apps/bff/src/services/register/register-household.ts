import type { Paper } from '@assist/contracts';
import type { CivilDate, DivisionCode, Fen } from '@assist/policy';
import type { Contact, Member, Recipient, Relation } from '@assist/policy-chongqing';

export interface RegisterMember {
  readonly name: string;
  readonly relation: Relation;
  readonly paper: Paper;
  readonly birthDate?: CivilDate;
  readonly phone?: string;
  readonly lastMet?: CivilDate;
  readonly contact?: Contact;
  /** What the optional columns say of them, for the rules. */
  readonly facts: Pick<Member, 'work' | 'disability' | 'income'>;
}

export interface RegisterBenefit {
  readonly kind: Recipient;
  /** Fen a month. */
  readonly amount: Fen;
  readonly since: CivilDate;
  /** Place of the member in `members`, where it is theirs alone. */
  readonly member?: number;
}

/** One household as a register has it, whole and checked. */
export interface RegisterHousehold {
  readonly registerNumber: string;
  readonly officeId: string;
  readonly district: DivisionCode;
  readonly area: 'urban' | 'rural';
  readonly village?: string;
  readonly lastReview?: CivilDate;
  readonly taper?: { readonly from: CivilDate; readonly until: CivilDate };
  /** The head is the first. */
  readonly members: readonly RegisterMember[];
  readonly benefits: readonly RegisterBenefit[];
}

/** Something about one row that has to be looked at. Sentences hold no number of a paper. */
export interface RowProblem {
  readonly row: number;
  readonly column?: string;
  readonly sentence: string;
}

/** Of all benefits, fen a month. */
export const amountOf = (household: RegisterHousehold): Fen => household.benefits.reduce((sum, one) => sum + one.amount, 0) as Fen;
export const kindsOf = (household: RegisterHousehold): Recipient[] => [...new Set(household.benefits.map((one) => one.kind))].sort();
