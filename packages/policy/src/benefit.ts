import { combined } from './combinators.ts';
import type { Finding, Quantity } from './receipt.ts';
import type { Node, Sentences } from './rule.ts';
import type { Run } from './run.ts';
import type { Needs, Source, Values } from './source.ts';
import { unionOf } from './source.ts';
import type { Basis } from './standing.ts';
import { Standing } from './standing.ts';
import type { CivilDate } from './units.ts';
import { valuesOf } from './values.ts';
import { EVERY } from './verdict.ts';

/** Figures shown with a benefit: the line, what the family has, what it might get. Each rests on dated values. */
export interface Figures {
  readonly numbers: Readonly<Record<string, Quantity>>;
  readonly based?: Basis | undefined;
  /** Picks the benefit's sentence among those of its verdict, e.g. `above` and `below`. */
  readonly reason?: string;
}

export type BenefitGroup = 'cascade' | 'top-up' | 'referral';

export interface BenefitSpec<Subject, N extends Needs<Subject>> {
  /** e.g. `subsistence-allowance`. */
  readonly id: string;
  /** Its name for residents, e.g. `低保`. */
  readonly title: string;
  /** What it is, in a sentence or two for residents. */
  readonly about: string;
  /** Who takes the application, and who confirms. */
  readonly handledBy: string;
  /** `cascade`: what is looked at one after the other; `top-up`: beside it; `referral`: decided by somebody else. */
  readonly group: BenefitGroup;
  readonly clauses: readonly string[];
  readonly conditions: readonly Node<Subject>[];
  /** Documents asked for; what the cross-check can verify is not among them (SAL2026-62). */
  readonly documents: readonly string[];
  /** What stays with an officer, in words. */
  readonly leftToOfficer: readonly string[];
  readonly sentences: Sentences;
  readonly needs: N;
  figures(values: Values<N>, on: CivilDate): Figures;
}

export interface Benefit<Subject> extends Node<Subject> {
  readonly group: BenefitGroup;
  readonly about: string;
  readonly handledBy: string;
  readonly documents: readonly string[];
  readonly remains: readonly string[];
}

/** A benefit asks for all of its conditions. Its finding carries the figures, and the conditions as children. */
export function benefit<Subject, N extends Needs<Subject> = Needs<Subject>>(spec: BenefitSpec<Subject, N>): Benefit<Subject> {
  const names = Object.keys(spec.needs);
  const sources = names.map((name) => spec.needs[name] as Source<Subject, unknown>);
  const valuesIn = valuesOf<Subject, N>(spec.needs);
  const own = new Standing(spec.clauses, 'full-text');
  return {
    id: spec.id,
    title: spec.title,
    group: spec.group,
    about: spec.about,
    handledBy: spec.handledBy,
    documents: spec.documents,
    remains: spec.leftToOfficer,
    clauses: spec.clauses,
    facts: unionOf([...spec.conditions.map((node) => node.facts), ...sources.map((source) => source.facts)]),
    tables: unionOf([...spec.conditions.map((node) => node.tables), ...sources.map((source) => source.tables)]),
    sentences: spec.sentences,
    children: spec.conditions,
    kind: 'benefit',
    evaluate: (run) => withFigures(run, spec, valuesIn, own),
  };
}

/** Conditions that are one combination (kept together because others look at them) are shown without that extra level. */
function conditionsOf<Subject, N extends Needs<Subject>>(run: Run<Subject>, spec: BenefitSpec<Subject, N>): Finding {
  const only = spec.conditions.length === 1 ? spec.conditions[0] : undefined;
  if (only !== undefined && only.kind !== 'rule') return only.evaluate(run);
  return combined(
    spec.id,
    spec.clauses,
    EVERY,
    spec.conditions.map((node) => node.evaluate(run)),
    undefined,
  );
}

function withFigures<Subject, N extends Needs<Subject>>(
  run: Run<Subject>,
  spec: BenefitSpec<Subject, N>,
  valuesIn: (run: Run<Subject>) => Values<N>,
  own: Standing,
): Finding {
  const { verdict, missing, certainty, children } = conditionsOf(run, spec);
  const { numbers, reason, based } = spec.figures(valuesIn(run), run.on);
  const clauses = based === undefined ? own.clauses : own.resting(based).clauses;
  return { rule: spec.id, verdict, reason, clauses, numbers, missing, certainty, member: undefined, children };
}
