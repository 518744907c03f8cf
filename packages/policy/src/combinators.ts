import type { Finding } from './receipt.ts';
import type { Node, Sentences } from './rule.ts';
import { forMember } from './run.ts';
import type { Source } from './source.ts';
import { unionOf } from './source.ts';
import type { Combine } from './verdict.ts';
import { EVERY, leastCertain, ONE } from './verdict.ts';

interface Group<Subject> {
  readonly id: string;
  readonly title: string;
  readonly clauses?: readonly string[];
  readonly sentences?: Sentences;
  readonly of: readonly Node<Subject>[];
}

/** Every limb is needed. All limbs are looked at, so that the receipt explains each. */
export function all<Subject>(group: Group<Subject>): Node<Subject> {
  return groupNode('all', group, EVERY);
}

/** One limb is enough. */
export function any<Subject>(group: Group<Subject>): Node<Subject> {
  return groupNode('any', group, ONE);
}

function groupNode<Subject>(kind: 'all' | 'any', group: Group<Subject>, combine: Combine): Node<Subject> {
  const { id, clauses = NONE, of } = group;
  return {
    ...described(group),
    kind,
    children: of,
    evaluate: (run, about) => {
      const findings = new Array<Finding>(of.length);
      for (let at = 0; at < of.length; at++) findings[at] = (of[at] as Node<Subject>).evaluate(run);
      return combined(id, clauses, combine, findings, about);
    },
  };
}

/** One limb for every item of a list, each finding naming the item; how many must hold is `combine`'s matter. */
export function eachOf<Subject>(
  group: Omit<Group<Subject>, 'of'> & {
    readonly node: Node<Subject>;
    readonly ids: Source<Subject, readonly { readonly id: string }[]>;
    readonly combine: 'all' | 'any';
  },
): Node<Subject> {
  const combine = group.combine === 'all' ? EVERY : ONE;
  const inner = { ...group, of: [group.node] };
  // Over an empty list there is nothing below that cites: the combination then says itself what it would have looked at.
  const nobody = clausesUnder(group.node);
  const { id, clauses = NONE } = group;
  const people = group.ids.resolve;
  const { node } = group;
  return {
    ...described(inner),
    kind: 'each',
    children: inner.of,
    evaluate: (run, about) => {
      const items = people(run);
      const findings = new Array<Finding>(items.length);
      for (let at = 0; at < items.length; at++) findings[at] = node.evaluate(forMember(run, at), (items[at] as { id: string }).id);
      return combined(id, items.length === 0 ? nobody : clauses, combine, findings, about);
    },
  };
}

function clausesUnder<Subject>(node: Node<Subject>): readonly string[] {
  return unionOf([node.clauses, ...node.children.map(clausesUnder)]);
}

function described<Subject>(group: Group<Subject>) {
  return {
    id: group.id,
    title: group.title,
    clauses: group.clauses ?? NONE,
    facts: unionOf(group.of.map((node) => node.facts)),
    tables: unionOf(group.of.map((node) => node.tables)),
    sentences: group.sentences ?? {},
  };
}

const NONE: readonly never[] = [];

/** A combination asks only for what can still change it: where it is unknown, for what its unknown limbs miss. */
export function combined(
  id: string,
  clauses: readonly string[],
  combine: Combine,
  children: readonly Finding[],
  about: string | undefined,
): Finding {
  let verdict = combine.nothing;
  let certainty: Finding['certainty'] = 'full-text';
  for (let at = 0; at < children.length; at++) {
    const child = children[at] as Finding;
    verdict = combine.take(verdict, child.verdict);
    certainty = leastCertain(certainty, child.certainty);
  }
  const missing = verdict === 'unknown' ? missingOf(children) : NONE;
  return { rule: id, verdict, reason: undefined, clauses, numbers: NO_NUMBERS, missing, certainty, member: about, children };
}

const NO_NUMBERS = {};

function missingOf(children: readonly Finding[]): readonly string[] {
  const missing = new Set<string>();
  for (const child of children) if (child.verdict === 'unknown') for (const id of child.missing) missing.add(id);
  return [...missing];
}
