import type { Case } from './case-table.ts';
import { CASES as TOP_UPS } from './category-top-ups/cases.ts';
import { CASES as DESTITUTE } from './destitute-support/cases.ts';
import { CASES as MARGINAL } from './marginal-family/cases.ts';
import { CASES as REFERRALS } from './referrals/cases.ts';
import { CASES as RIGID } from './rigid-expenditure/cases.ts';
import { CASES as SINGLE } from './single-application/cases.ts';
import { CASES as SUBSISTENCE } from './subsistence-allowance/cases.ts';
import { CASES as TEMPORARY } from './temporary-assistance/cases.ts';

/** Every worked case of assessment. */
export const ALL_CASES: readonly Case[] = [
  ...DESTITUTE,
  ...SUBSISTENCE,
  ...SINGLE,
  ...MARGINAL,
  ...RIGID,
  ...TEMPORARY,
  ...TOP_UPS,
  ...REFERRALS,
];

/** Those of one benefit: of the benefit itself and of everything under it. */
export function casesOf(benefit: string): readonly Case[] {
  return ALL_CASES.filter((one) => one.node === benefit || one.node.startsWith(`${benefit}/`));
}
