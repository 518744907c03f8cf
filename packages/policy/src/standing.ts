import type { DatedValue } from './dated-values.ts';
import type { Certainty } from './receipt.ts';
import { leastCertain } from './verdict.ts';

/** The dated values an answer rests on: one, or several. */
export type Basis = DatedValue<unknown> | readonly (DatedValue<unknown> | undefined)[];

/**
 * What a finding stands on: clauses, and how sure the least sure of them is. Resting on dated values adds their sources. The last
 * answer is remembered, because assessments of one day and district rest on the same values over and over; what comes out is the
 * same either way.
 */
export class Standing {
  readonly clauses: readonly string[];
  readonly certainty: Certainty;
  #lastBasis: Basis | undefined;
  #last: Standing | undefined;

  constructor(clauses: readonly string[], certainty: Certainty) {
    this.clauses = clauses;
    this.certainty = certainty;
  }

  resting(basis: Basis): Standing {
    if (this.#last !== undefined && same(this.#lastBasis, basis)) return this.#last;
    const clauses = [...this.clauses];
    let { certainty } = this;
    for (const value of isOne(basis) ? [basis] : basis) {
      if (value === undefined) continue;
      certainty = leastCertain(certainty, value.certainty);
      if (!clauses.includes(value.source)) clauses.push(value.source);
    }
    this.#last = new Standing(clauses, certainty);
    this.#lastBasis = basis;
    return this.#last;
  }
}

function isOne(basis: Basis): basis is DatedValue<unknown> {
  return !Array.isArray(basis);
}

function same(a: Basis | undefined, b: Basis): boolean {
  if (a === b) return true;
  if (a === undefined || isOne(a) || isOne(b) || a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
