import type { CivilDate, DivisionCode, Fen } from '@assist/policy';

/**
 * What the rules may know of a household. A field that is absent is unknown (the rule asks), an empty list is "none".
 * No name, number or paper is in here: a receipt of an assessment stores these facts as they are.
 */
export interface Household {
  /** District that would handle it, 6 digits. */
  readonly district: DivisionCode;
  /** Which of the two standards is applied for; absent where nobody knows yet. */
  readonly area?: 'urban' | 'rural';
  readonly members: readonly Member[];
  /** People outside the household who by law owe support. */
  readonly supporters?: readonly Supporter[];
  readonly assets?: Assets;
  /** Necessary spending of the twelve months before. */
  readonly spending?: readonly Spending[];
  /** What brought them here, for temporary assistance; `false` is "nothing of the kind". */
  readonly emergency?: Emergency | false;
}

export const RELATIONS = [
  'self',
  'spouse',
  'child',
  'parent',
  'grandparent',
  'grandchild',
  'sibling',
  'parent-in-law',
  'child-in-law',
  'other',
] as const;
export type Relation = (typeof RELATIONS)[number];

export const ABSENCES = [
  'none',
  'works-elsewhere',
  'studies-elsewhere',
  'prison',
  'compulsory-detoxification',
  'declared-missing',
  'religious-three-years',
  'military-service',
  'other',
] as const;
export type Absence = (typeof ABSENCES)[number];

export const SCHOOLING = ['none', 'preschool', 'compulsory', 'senior-secondary', 'full-time-undergraduate-or-below', 'other'] as const;
export type Schooling = (typeof SCHOOLING)[number];

export const DISABILITY_CATEGORIES = ['visual', 'hearing', 'speech', 'physical', 'intellectual', 'mental', 'multiple'] as const;
export type DisabilityCategory = (typeof DISABILITY_CATEGORIES)[number];

export const WORK_STATES = [
  'employed',
  'flexible',
  'farming',
  'business',
  'unemployed',
  'cannot-work',
  'student',
  'retired',
  'child',
] as const;
export type WorkState = (typeof WORK_STATES)[number];

export const ILLNESSES = ['none', 'long-term', 'serious-recognised', 'serious-not-recognised'] as const;
export type Illness = (typeof ILLNESSES)[number];

export const SELF_CARE = ['eating', 'dressing', 'getting-in-and-out-of-bed', 'toilet', 'walking-indoors', 'bathing'] as const;
export type SelfCareItem = (typeof SELF_CARE)[number];

export interface Member {
  /** Id within this household, made on the phone (`m1`); says nothing about the person. */
  readonly id: string;
  readonly relation: Relation;
  readonly birthDate?: CivilDate;
  /** Lives and eats with the household over the long term. */
  readonly livesTogether?: boolean;
  readonly absence?: Absence;
  readonly schooling?: Schooling;
  /** `false` is "no disability certificate". */
  readonly disability?: false | { readonly category: DisabilityCategory; readonly grade: 1 | 2 | 3 | 4 };
  readonly illness?: Illness;
  /** Whole months bedridden until now; 0 is "not bedridden". */
  readonly bedriddenMonths?: number;
  readonly work?: WorkState;
  readonly income?: readonly Income[];
  /** Necessary costs of work, a month. */
  readonly workCosts?: Fen;
  /** Which of the six a person cannot do alone. */
  readonly cannotDoAlone?: readonly SelfCareItem[];
  /** Kinds of assistance in force for this person, as they say. */
  readonly receives?: readonly string[];
}

export const INCOME_KINDS = [
  'wage',
  'flexible-work',
  'farming',
  'business',
  'property',
  'land',
  'pension',
  'basic-pension',
  'unemployment-insurance',
  'support',
  'survivor',
  'compensation',
  'gift',
  'social-assistance',
  'preferential-treatment',
  'scholarship',
  'other',
] as const;
export type IncomeKind = (typeof INCOME_KINDS)[number];

export interface Income {
  readonly kind: IncomeKind;
  readonly amount: Fen;
  readonly per: 'month' | 'year';
  /**
   * Worked out by an officer and not money that really came in: with a coefficient of labour (YM239-1-1d), or with the average wage of the
   * trade where a steady job has no proof (F1-28). Only an officer says so, in what `assess` is given; no form asks a resident for it.
   */
  readonly reckoned?: boolean;
}

export interface Supporter {
  readonly id: string;
  readonly relation: Relation;
  readonly birthDate?: CivilDate;
  /** Support really paid, a month. */
  readonly pays?: Fen;
  readonly ableToSupport?: boolean;
}

export interface Assets {
  /** Deposits, securities, funds, insurance, claims, internet finance: total of all members. */
  readonly financial?: Fen;
  readonly vehicles?: readonly Vehicle[];
  readonly dwellings?: readonly Dwelling[];
  /** Number of businesses registered in a member's name. */
  readonly businesses?: number;
}

export const VEHICLE_KINDS = ['car', 'motorcycle', 'disability-vehicle', 'farm-or-work-machine', 'other'] as const;
export interface Vehicle {
  readonly kind: (typeof VEHICLE_KINDS)[number];
  readonly presentValue?: Fen;
  /** Evidence of the present value can be given. */
  readonly valueEvidence?: boolean;
}
export interface Dwelling {
  readonly squareMetres?: number;
  /** Officially graded C or D as dangerous. */
  readonly dangerous?: boolean;
}

export const SPENDING_KINDS = ['living', 'medical', 'education', 'disability-rehabilitation', 'other'] as const;
export type SpendingKind = (typeof SPENDING_KINDS)[number];
export interface Spending {
  readonly kind: SpendingKind;
  /** Paid by the household itself in the twelve months before. */
  readonly amount: Fen;
  readonly member?: string;
}

export const EMERGENCIES = [
  'illness',
  'accident',
  'disaster',
  'education',
  'no-income-three-months',
  'epidemic',
  'no-fixed-abode',
  'other',
] as const;
export interface Emergency {
  readonly kind: (typeof EMERGENCIES)[number];
  readonly startedOn?: CivilDate;
  /** Needs help at once: today's food, shelter, treatment. */
  readonly urgent?: boolean;
}
