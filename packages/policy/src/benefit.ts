import { combined } from './combinators.ts';
import type { Finding, Quantity } from './receipt.ts';
import type { Basis, Node, Sentences } from './rule.ts';
import type { Needs, Run, Source, Values } from './source.ts';
import { gather, unionOf } from './source.ts';
import type { CivilDate } from './units.ts';
import { allOf } from './verdict.ts';

/** Figures shown with a benefit: the line, what the family has, what it might get. Each rests on dated values. */
export interface Figures {
  readonly numbers: Readonly<Record<string, Quantity>>;
  readonly based?: Basis;
  /** Picks the benefit's sentence among those of its verdict, e.g. `above` and `below`. */
  readonly reason?: string;
}

export interface BenefitSpec<Subject, N extends Needs<Subject>> {
  /** e.g. `subsistence-allowance`. */
  readonly id: string;
  /** Its name for residents, e.g. `低保`. */
  readonly title: string;
  /** What it is, in a sentence or two for residents. */
  readonly about: string;
  /** Who takes the application, and who confirms. */
  readonly handledBy: string;
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
  readonly about: string;
  readonly handledBy: string;
  readonly documents: readonly string[];
  readonly remains: readonly string[];
}

/** A benefit asks for all of its conditions. Its finding carries the figures, and the conditions as children. */
export function benefit<Subject, N extends Needs<Subject> = Needs<Subject>>(spec: BenefitSpec<Subject, N>): Benefit<Subject> {
  const names = Object.keys(spec.needs);
  const sources = names.map((name) => spec.needs[name] as Source<Subject, unknown>);
  return {
    id: spec.id,
    title: spec.title,
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
    evaluate: (run) => withFigures(run, spec, names),
  };
}

function verdictsOf(finding: Finding) {
  return finding.children.map((child) => child.verdict);
}

function withFigures<Subject, N extends Needs<Subject>>(
  run: Run<Subject>,
  spec: BenefitSpec<Subject, N>,
  names: readonly string[],
): Finding {
  const findings = spec.conditions.map((node) => node.evaluate(run));
  const only = findings.length === 1 ? findings[0] : undefined;
  // Conditions that are one combination (kept together because others look at them) are shown without that extra level.
  const finding = combined(
    spec.id,
    spec.clauses,
    allOf,
    only !== undefined && only.children.length > 0 && allOf(verdictsOf(only)) === only.verdict ? only.children : findings,
  );
  const figures = spec.figures(gather(spec.needs, names, run), run.on);
  let clauses = finding.clauses;
  for (const value of figures.based ?? []) if (value && !clauses.includes(value.source)) clauses = [...clauses, value.source];
  const { reason } = figures;
  return { ...finding, ...(reason === undefined ? {} : { reason }), clauses, numbers: figures.numbers };
}
