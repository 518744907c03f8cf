import type { CivilDate, DivisionCode, Fen } from './units.ts';

/**
 * `unknown`: facts are missing, so ask. `for-officer`: the documents leave it to a person's judgement.
 * `not-met` never refuses anybody: the engine advises and routes (YM239-1-1b).
 */
export type Verdict = 'met' | 'not-met' | 'unknown' | 'for-officer';

/** How sure a figure or clause is; below `page` it can make `met` or `for-officer`, never `not-met`. */
export type Certainty = 'full-text' | 'page' | 'mirror' | 'second-hand' | 'assumed';

/** A number inside a finding, with its unit, so that a sentence can be made later and a page can print it. */
export type Quantity =
  | { readonly unit: 'fen'; readonly value: Fen }
  | { readonly unit: 'fen-per-month'; readonly value: Fen }
  | { readonly unit: 'persons' | 'months' | 'years' | 'days' | 'working-days' | 'count' | 'square-metres'; readonly value: number }
  | { readonly unit: 'ratio'; readonly value: number }
  | { readonly unit: 'date'; readonly value: CivilDate };

/** One node of the tree that explains an assessment. Plain data: it is stored and replayed years later. */
export interface Finding {
  /** Id of the rule, benefit or combinator node, e.g. `subsistence-allowance/income`. */
  readonly rule: string;
  readonly verdict: Verdict;
  /** Which of the rule's reasons led to the verdict; picks its sentence. Absent where the verdict says it all. */
  readonly reason?: string;
  /** Ids of clauses or facts, e.g. `YM239-1-4a`, `F3-01`. Never empty on a leaf. */
  readonly clauses: readonly string[];
  /** Named figures the rule looked at: `standard`, `perCapita`, `gap` … */
  readonly numbers: Readonly<Record<string, Quantity>>;
  /** Ids of facts that are missing where the verdict is `unknown`. */
  readonly missing: readonly string[];
  /** Least certainty among the values used. */
  readonly certainty: Certainty;
  /** Whom the finding is about, where it is about one member. */
  readonly member?: string;
  readonly children: readonly Finding[];
}

/** The stored answer of one assessment. Same package version, facts, date and district give the same bytes. */
export interface Receipt<Facts = unknown> {
  readonly packageName: string;
  readonly packageVersion: string;
  readonly assessedOn: CivilDate;
  readonly district: DivisionCode;
  readonly facts: Facts;
  readonly findings: readonly Finding[];
  /** Ids of declared notices, e.g. that a newer standard may exist. */
  readonly notices: readonly string[];
}
