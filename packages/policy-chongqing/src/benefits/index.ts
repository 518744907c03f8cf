import type { Benefit } from '@assist/policy';
import type { Household } from '../household.ts';
import { MARGINAL_FAMILY } from './marginal-family/benefit.ts';
import { SUBSISTENCE_ALLOWANCE } from './subsistence-allowance/benefit.ts';

/** Every benefit, in the order of the cascade. Adding one is adding a folder and a line here. */
export const BENEFITS: readonly Benefit<Household>[] = [SUBSISTENCE_ALLOWANCE, MARGINAL_FAMILY];
