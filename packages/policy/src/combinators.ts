import type { Finding, Verdict } from './receipt.ts';
import type { Node, Sentences } from './rule.ts';
import type { Run, Source } from './source.ts';
import { unionOf } from './source.ts';
import { allOf, anyOf, leastCertain } from './verdict.ts';

interface Group<Subject> {
  readonly id: string;
  readonly title: string;
  readonly clauses?: readonly string[];
  readonly sentences?: Sentences;
  readonly of: readonly Node<Subject>[];
}

/** Every limb is needed. All limbs are looked at, so that the receipt explains each. */
export function all<Subject>(group: Group<Subject>): Node<Subject> {
  return groupNode('all', group, allOf);
}

/** One limb is enough. */
export function any<Subject>(group: Group<Subject>): Node<Subject> {
  return groupNode('any', group, anyOf);
}

function groupNode<Subject>(kind: 'all' | 'any', group: Group<Subject>, combine: (verdicts: readonly Verdict[]) => Verdict): Node<Subject> {
  return {
    ...described(group),
    kind,
    children: group.of,
    evaluate: (run) =>
      combined(
        group.id,
        group.clauses ?? NONE,
        combine,
        group.of.map((node) => node.evaluate(run)),
      ),
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
  const combine = group.combine === 'all' ? allOf : anyOf;
  const inner = { ...group, of: [group.node] };
  return {
    ...described(inner),
    kind: 'each',
    children: inner.of,
    evaluate: (run) => {
      const findings = group.ids.resolve(run).map((item, index) => ({ ...group.node.evaluate(forMember(run, index)), member: item.id }));
      return combined(group.id, group.clauses ?? NONE, combine, findings);
    },
  };
}

function forMember<Subject>(run: Run<Subject>, member: number): Run<Subject> {
  return { subject: run.subject, on: run.on, district: run.district, memo: run.memo, member };
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
  combine: (verdicts: readonly Verdict[]) => Verdict,
  children: readonly Finding[],
): Finding {
  const verdict = combine(children.map((child) => child.verdict));
  let certainty: Finding['certainty'] = 'full-text';
  const missing = new Set<string>();
  for (const child of children) {
    certainty = leastCertain(certainty, child.certainty);
    if (verdict === 'unknown' && child.verdict === 'unknown') for (const id of child.missing) missing.add(id);
  }
  return { rule: id, verdict, clauses, numbers: {}, missing: missing.size === 0 ? NONE : [...missing], certainty, children };
}
