import type { CivilDate, DivisionCode } from '@assist/policy';
import { addMonths } from '@assist/policy';
import { authenticationStanding, type Cycle, type Recipient, reviewCycle } from '@assist/policy-chongqing';

/** Of authentication; the package has another of the same name. */
export type Standing = ReturnType<typeof authenticationStanding>;

/** A benefit as far as dates go. */
export interface DatedBenefit {
  readonly kind: Recipient;
  readonly since: CivilDate;
}

export interface ReviewDate {
  readonly on: CivilDate;
  readonly cycle: Cycle;
}

/**
 * The next review of a household: the policy package's cycle of each benefit, counted from the last review, or from the benefit's
 * beginning where none is on record; the earliest of them. Undefined where no document sets a cycle.
 */
export function nextReview(district: DivisionCode, benefits: readonly DatedBenefit[], lastReview?: CivilDate): ReviewDate | undefined {
  let first: ReviewDate | undefined;
  for (const { kind, since } of benefits) {
    const cycle = reviewCycle({ district, recipient: kind });
    if (cycle.months === undefined) continue;
    const on = addMonths(lastReview ?? since, cycle.months);
    if (!first || on < first.on) first = { on, cycle };
  }
  return first;
}

/**
 * Where a member stands, by the policy package: of all benefits they have a part in, the one whose date comes first. Somebody nobody is
 * known to have met is counted from the beginning of the benefit: its application was looked into at home.
 */
export function standingOf(
  district: DivisionCode,
  benefits: readonly DatedBenefit[],
  lastMet: CivilDate | undefined,
  on: CivilDate,
): Standing {
  let first: Standing | undefined;
  for (const { kind, since } of benefits) {
    const standing = authenticationStanding({ district, recipient: kind, lastMet: lastMet ?? since }, on);
    if (!first || (standing.due && (!first.due || standing.due < first.due))) first = standing;
  }
  return first ?? authenticationStanding({ district, recipient: 'marginal', lastMet: on }, on);
}

/** The date that is stored beside a member; undefined where nobody is invited. */
export const nextAuthentication = (
  district: DivisionCode,
  benefits: readonly DatedBenefit[],
  lastMet: CivilDate | undefined,
  on: CivilDate,
): CivilDate | undefined => standingOf(district, benefits, lastMet, on).due;

/** The benefits a member has a part in: the household's and their own. */
export const partOf = <T extends { readonly memberId?: string | undefined }>(benefits: readonly T[], memberId: string): T[] =>
  benefits.filter((one) => !one.memberId || one.memberId === memberId);
