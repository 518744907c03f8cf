import type { BenefitInForce } from '@assist/contracts';
import type { CivilDate, Fen } from '@assist/policy';
import { RECIPIENTS, type Recipient } from '@assist/policy-chongqing';
import type { caseBenefits } from '../../db/schema.ts';

export type BenefitRow = typeof caseBenefits.$inferSelect;

/** A benefit of one person; the others are the household's. Which is which is how the register is kept, not a rule. */
const OF_ONE_PERSON: ReadonlySet<Recipient> = new Set([
  'destitute',
  'disability-allowances',
  'orphan',
  'railway-disabled',
  'streamlined-retired',
  'three-allowances',
]);
export const isOfOnePerson = (kind: Recipient): boolean => OF_ONE_PERSON.has(kind);

export const benefitViews = (rows: readonly BenefitRow[]): BenefitInForce[] =>
  rows.map((row) => ({
    kind: row.kind as Recipient,
    title: RECIPIENTS[row.kind as Recipient],
    amount: row.amount as Fen,
    since: row.since as CivilDate,
    ...(row.memberId !== '' && { memberId: row.memberId }),
  }));
