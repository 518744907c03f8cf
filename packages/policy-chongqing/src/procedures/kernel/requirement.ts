import type { ExtensionReason } from '../clocks/extension.ts';
import type { CaseEvent, EventKind } from './event.ts';

/** What an event itself must carry. */
export type Field = 'amount' | 'by' | 'ground' | 'reason' | 'clauses' | 'remedies' | 'periodFrom' | 'looked' | 'conclusion';

/** What must be on record before a step. Data: the interpreter is in check.ts, and pages print `words`. */
export type Requirement = Asked & {
  /** In Chinese, what has to be there; shown to the clerk when it is missing. */
  readonly words: string;
  readonly clauses: readonly string[];
  /** Id of a declared assumption where no clause says it so precisely. */
  readonly assumption?: string;
};

export type Asked =
  | { readonly ask: 'done'; readonly event: EventKind }
  | { readonly ask: 'carries'; readonly field: Field }
  | { readonly ask: 'ground-among'; readonly grounds: readonly NonNullable<CaseEvent['ground']>[] }
  | { readonly ask: 'visit'; readonly people: number; readonly inPeriod: boolean }
  | { readonly ask: 'tries'; readonly days: number }
  | { readonly ask: 'days-since'; readonly event: EventKind; readonly days: number }
  | { readonly ask: 'objections-answered' }
  | { readonly ask: 'doubts-settled' }
  | { readonly ask: 'opinion-after-objection' }
  /** No opinion was given after the notice but one that an objection to that notice asked for (MCA57-19). */
  | { readonly ask: 'opinion-put-up' }
  /** The newest `event` stands after the newest `after`: what was confirmed is what was said last. */
  | { readonly ask: 'newest-after'; readonly event: EventKind; readonly after: EventKind }
  | { readonly ask: 'not-done'; readonly event: EventKind }
  /** One of the reasons; an objection only where one is on record. */
  | { readonly ask: 'extension-among'; readonly of: readonly ExtensionReason[] }
  | { readonly ask: 'another-person'; readonly than: EventKind }
  | { readonly ask: 'looked-at'; readonly all: readonly ('work' | 'health' | 'living')[] }
  | { readonly ask: 'surveyed'; readonly all: readonly string[] }
  | { readonly ask: 'conclusion-among'; readonly of: readonly string[] }
  | { readonly ask: 'any'; readonly of: readonly Requirement[] };

/** A requirement in one line. */
export function needs(asked: Asked, words: string, clauses: readonly string[], assumption?: string): Requirement {
  return { ...asked, words, clauses, ...(assumption ? { assumption } : {}) };
}

export const done = (event: EventKind, words: string, ...clauses: string[]): Requirement => needs({ ask: 'done', event }, words, clauses);
export const carries = (field: Field, words: string, ...clauses: string[]): Requirement => needs({ ask: 'carries', field }, words, clauses);
