import type { CivilDate, Receipt } from '@assist/policy';
import { receiptOf } from '@assist/policy';
import { BENEFITS } from '../benefits/index.ts';
import type { Household } from '../household.ts';
import { noticesFor } from './notices.ts';

export const POLICY_PACKAGE = '@assist/policy-chongqing';
/** Version of what the documents say, as a receipt records it. Raise it with every change of a rule, value or clause. */
export const POLICY_VERSION = '2026.11.3';

/**
 * All benefits at once, from one set of answers. Never throws for a person's situation and never refuses: a verdict advises.
 * The same household and day always give the same bytes.
 */
export function assess(household: Household, on: CivilDate): Receipt<Household> {
  return receiptOf(SPEC, household, on);
}

const SPEC = {
  packageName: POLICY_PACKAGE,
  packageVersion: POLICY_VERSION,
  nodes: BENEFITS,
  districtOf: (household: Household) => household.district,
  notices: noticesFor,
};
