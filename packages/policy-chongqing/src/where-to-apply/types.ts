import type { DivisionCode } from '@assist/policy';

/** Somewhere in the country. 12 or 9 digits name a township, 6 a district or (ending in 0000) a province. */
export interface Place {
  readonly divisionCode: DivisionCode;
}

/** `none`: has no household registration (or none on the mainland). `unknown`: was asked and does not know. */
export type Registration = Place | 'none' | 'unknown';

export interface RoutedMember {
  /** Id within the household, e.g. `m1`. */
  readonly id: string;
  readonly registration?: Registration;
  /** Where the person usually lives. */
  readonly residence?: Place;
  /** Holds a residence permit for the place they live in. */
  readonly residencePermit?: boolean;
}

export interface WhereToApplyQuestion {
  readonly members: readonly RoutedMember[];
  readonly applicantId: string;
  /** `subsistence` also stands for the marginal family, rigid expenditure and the single application: they share one form. */
  readonly benefit: 'subsistence' | 'destitute' | 'temporary';
  /** Where the emergency happens; only `temporary` reads it. */
  readonly emergencyPlace?: Place;
  /** The district lets holders of a residence permit apply where they live (YM239-3-3c leaves it to each place). */
  readonly residencePermitOpen?: boolean;
}

export interface Candidate {
  /** 9 digits inside Chongqing; outside, as precise as it was given. */
  readonly divisionCode: DivisionCode;
  readonly insideChongqing: boolean;
  /** Who signs as applicant there. */
  readonly memberId: string;
  /** Why this place, one plain sentence for the resident. */
  readonly reason: string;
  /** Ids in the clause register. Never empty. */
  readonly clauses: readonly string[];
  /** Id of the declared assumption this rests on, where no document settles it. */
  readonly assumption?: RoutingAssumptionId;
}

export type MissingPlace =
  | { readonly field: 'emergencyPlace' | 'emergencyTownship' }
  | {
      readonly field: 'registration' | 'registrationTownship' | 'residence' | 'residenceTownship' | 'residencePermit';
      readonly memberId: string;
    };

/** Never a refusal: a place, several places to choose from (the first is the one suggested), or what has to be asked. */
export type WhereToApply =
  | ({ readonly kind: 'township' } & Candidate)
  | { readonly kind: 'choice'; readonly candidates: readonly Candidate[]; readonly clauses: readonly string[] }
  | { readonly kind: 'ask'; readonly missing: readonly MissingPlace[]; readonly clauses: readonly string[] };

export type RoutingAssumptionId =
  | 'same-district-counts-as-same-place'
  | 'no-registration-goes-to-residence'
  | 'applicant-alone-decides'
  | 'one-district-applicant-decides';
