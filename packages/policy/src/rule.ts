import type { Certainty, Finding, Quantity, Verdict } from './receipt.ts';
import type { Run } from './run.ts';
import type { AnyTable } from './setting.ts';
import type { Needs, Source, Values } from './source.ts';
import { unionOf } from './source.ts';
import type { Basis } from './standing.ts';
import { Standing } from './standing.ts';
import type { CivilDate } from './units.ts';
import { valuesOf } from './values.ts';
import { mayDeny } from './verdict.ts';

/** What `decide` answers. Build it with `met`, `notMet`, `unknown` or `forOfficer`. */
export interface Outcome {
  readonly verdict: Verdict;
  readonly reason: string | undefined;
  readonly numbers: Numbers | undefined;
  readonly missing: readonly string[] | undefined;
  /** The dated values this answer rests on: their sources are cited, and the least sure of them counts. */
  readonly based: Basis | undefined;
}
export type Numbers = Readonly<Record<string, Quantity>>;

/**
 * Sentences by `verdict` or `verdict/reason`, in plain Chinese, with `{name}` where a figure stands.
 * `for-officer/uncertain` is used where a `not-met` would have rested on a figure nobody read in an official text.
 */
export type Sentences = Readonly<Partial<Record<Verdict | `${Verdict}/${string}`, string>>>;

/** One node of what a benefit asks for: a rule, or a combination of them. */
export interface Node<Subject> {
  readonly id: string;
  readonly title: string;
  readonly clauses: readonly string[];
  readonly facts: readonly string[];
  readonly tables: readonly AnyTable[];
  readonly sentences: Sentences;
  /** What the documents leave to a person, in words. */
  readonly leftToOfficer?: string;
  readonly children: readonly Node<Subject>[];
  readonly kind: 'rule' | 'all' | 'any' | 'each' | 'benefit';
  /** `about` is the id of the member that the finding is about, where it is about one. */
  evaluate(run: Run<Subject>, about?: string): Finding;
}

export interface RuleSpec<Subject, N extends Needs<Subject>> {
  readonly id: string;
  readonly title: string;
  /** Ids of the clauses and facts it follows. Never empty. */
  readonly clauses: readonly string[];
  /** The only things `decide` can see. */
  readonly needs: N;
  readonly sentences: Sentences;
  readonly leftToOfficer?: string;
  /** How sure the clauses themselves are; `full-text` unless said. */
  readonly certainty?: Certainty;
  decide(values: Values<N>, on: CivilDate): Outcome;
}

const NO_NUMBERS: Numbers = {};
const NONE: readonly never[] = [];

/** One condition. Throws when it cites nothing: a rule without a clause does not exist. */
export function rule<Subject, N extends Needs<Subject> = Needs<Subject>>(spec: RuleSpec<Subject, N>): Node<Subject> {
  if (spec.clauses.length === 0) throw new Error(`rule ${spec.id} cites no clause`);
  const names = Object.keys(spec.needs);
  const sources = names.map((name) => spec.needs[name] as Source<Subject, unknown>);
  const valuesIn = valuesOf<Subject, N>(spec.needs);
  const own = new Standing(spec.clauses, spec.certainty ?? 'full-text');
  const { id, decide } = spec;
  return {
    id: spec.id,
    title: spec.title,
    clauses: spec.clauses,
    facts: unionOf(sources.map((source) => source.facts)),
    tables: unionOf(sources.map((source) => source.tables)),
    sentences: spec.sentences,
    ...(spec.leftToOfficer === undefined ? {} : { leftToOfficer: spec.leftToOfficer }),
    children: NONE,
    kind: 'rule',
    evaluate: (run, about) => findingOf(id, own, decide(valuesIn(run), run.on), about),
  };
}

/** Makes the finding, and keeps the law of certainty: below `page`, `not-met` becomes `for-officer`. */
function findingOf(id: string, own: Standing, outcome: Outcome, about: string | undefined): Finding {
  const standing = outcome.based === undefined ? own : own.resting(outcome.based);
  const denied = outcome.verdict === 'not-met' && !mayDeny(standing.certainty);
  const verdict = denied ? 'for-officer' : outcome.verdict;
  const reason = denied ? 'uncertain' : outcome.reason;
  const { clauses, certainty } = standing;
  const numbers = outcome.numbers ?? NO_NUMBERS;
  const missing = outcome.missing ?? NONE;
  // Every finding has all its fields in one order, absent ones as `undefined`: objects of one shape are read and written fastest.
  return { rule: id, verdict, reason, clauses, numbers, missing, certainty, member: about, children: NONE };
}

type Extra = { readonly reason?: string; readonly numbers?: Numbers; readonly based?: Basis | undefined };

// One plain literal of one shape: these are made by the hundred in every assessment, and a spread costs more than the rule.
function outcome(verdict: Verdict, { reason, numbers, based }: Extra, missing?: readonly string[]): Outcome {
  return { verdict, reason, numbers, missing, based };
}

const NOTHING_MORE: Extra = {};

export function met(extra: Extra = NOTHING_MORE): Outcome {
  return outcome('met', extra);
}

export function notMet(extra: Extra = NOTHING_MORE): Outcome {
  return outcome('not-met', extra);
}

/** Facts are missing: say which, by id (`members/m1/birthDate`). */
export function unknown(missing: readonly string[], extra: Extra = NOTHING_MORE): Outcome {
  return outcome('unknown', extra, missing);
}

export function forOfficer(extra: Extra = NOTHING_MORE): Outcome {
  return outcome('for-officer', extra);
}
