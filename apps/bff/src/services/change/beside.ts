import type { CivilDate, Receipt } from '@assist/policy';
import { assess, type Household, type Position, positionOf } from '@assist/policy-chongqing';

/** What is kept to show both sides years later: the two assessments, and where the household stood beside the line. No names. */
export interface StoredBeside {
  readonly on: CivilDate;
  readonly before: Receipt<Household>;
  readonly after: Receipt<Household>;
  readonly stood: Position;
  readonly stands: Position;
}

export const storedBeside = (before: Household, after: Household, on: CivilDate): StoredBeside => ({
  on,
  before: assess(before, on),
  after: assess(after, on),
  stood: positionOf(before, on),
  stands: positionOf(after, on),
});
