import { CLAUSES } from '../lookup.ts';
import type { RegisteredClause } from '../register.ts';
import { AUTHENTICATION_PROOFS } from './authentication.ts';
import { CLOCK_PROOFS } from './clocks.ts';
import { HOUSE_PROOFS } from './in-the-house.ts';
import { LIFE_EVENT_PROOFS } from './life-events.ts';
import { POSTING_PROOFS } from './postings.ts';
import { LOWERING_PROOFS, STEP_PROOFS } from './procedures.ts';
import type { Proof } from './proof.ts';
import { ROUTING_PROOFS } from './routing.ts';
import {
  BASIC_LIVING_PROOFS,
  MARGINAL_PROOFS,
  REFERRAL_FIGURE_PROOFS,
  REFERRAL_PROOFS,
  RIGID_PROOFS,
  SINGLE_PROOFS,
  SUBSISTENCE_PROOFS,
  TEMPORARY_PROOFS,
  TOP_UP_PROOFS,
} from './rules.ts';

export const PROOFS: readonly Proof[] = [
  ...ROUTING_PROOFS,
  ...CLOCK_PROOFS,
  ...STEP_PROOFS,
  ...LOWERING_PROOFS,
  ...LIFE_EVENT_PROOFS,
  ...POSTING_PROOFS,
  ...AUTHENTICATION_PROOFS,
  ...SUBSISTENCE_PROOFS,
  ...MARGINAL_PROOFS,
  ...SINGLE_PROOFS,
  ...RIGID_PROOFS,
  ...TEMPORARY_PROOFS,
  ...TOP_UP_PROOFS,
  ...BASIC_LIVING_PROOFS,
  ...REFERRAL_PROOFS,
  ...REFERRAL_FIGURE_PROOFS,
  ...HOUSE_PROOFS,
];

export type CoverageState = 'covered' | 'planned' | 'organisational';

export interface ClauseCoverage {
  readonly clause: RegisteredClause;
  readonly state: CoverageState;
  /** The test that fails when the clause is broken. */
  readonly proof?: Proof;
}

const PROOF_OF: ReadonlyMap<string, Proof> = new Map(PROOFS.flatMap((proof) => proof.clauses.map((id) => [id, proof] as const)));

/** Every clause with its state. What no test would miss is planned, and counts as not covered. */
export function coverage(): readonly ClauseCoverage[] {
  return CLAUSES.map((clause) => {
    const proof = PROOF_OF.get(clause.id);
    if (proof) return { clause, state: 'covered', proof };
    return { clause, state: clause.home === 'organisational' ? 'organisational' : 'planned' };
  });
}
