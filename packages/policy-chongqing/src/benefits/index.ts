import type { Benefit } from '@assist/policy';
import type { Household } from '../household.ts';
import { CATEGORY_TOP_UPS } from './category-top-ups/benefit.ts';
import { DESTITUTE_SUPPORT } from './destitute-support/benefit.ts';
import { MARGINAL_FAMILY } from './marginal-family/benefit.ts';
import { REFERRALS } from './referrals/index.ts';
import { RIGID_EXPENDITURE } from './rigid-expenditure/benefit.ts';
import { SINGLE_APPLICATION } from './single-application/benefit.ts';
import { SUBSISTENCE_ALLOWANCE } from './subsistence-allowance/benefit.ts';
import { TEMPORARY_ASSISTANCE } from './temporary-assistance/benefit.ts';

/** What is looked at one after the other, in this order (YMF12-5e: one application, several outcomes). */
export const CASCADE: readonly Benefit<Household>[] = [
  DESTITUTE_SUPPORT,
  SUBSISTENCE_ALLOWANCE,
  SINGLE_APPLICATION,
  MARGINAL_FAMILY,
  RIGID_EXPENDITURE,
  TEMPORARY_ASSISTANCE,
];

/** Every benefit. Adding one is adding a folder and a line here. */
export const BENEFITS: readonly Benefit<Household>[] = [...CASCADE, CATEGORY_TOP_UPS, ...REFERRALS];
