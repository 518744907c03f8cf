import type { Finding } from './receipt.ts';
import type { Node } from './rule.ts';
import type { Source } from './source.ts';
import { derivedFromRun } from './source.ts';

/** A node whose finding others look at as well; it is evaluated once per assessment. */
export interface Shared<Subject, N extends Node<Subject> = Node<Subject>> {
  readonly node: N;
  /** Its finding, for a rule of another benefit ("not on subsistence allowance"). */
  readonly finding: Source<Subject, Finding>;
}

export function shared<Subject, N extends Node<Subject>>(inner: N): Shared<Subject, N> {
  const finding = derivedFromRun<Subject, Finding>(inner.id, inner.facts, inner.tables, (run) => inner.evaluate(run));
  const evaluate: N['evaluate'] = (run, member) => {
    const found = finding.resolve(run);
    return member === undefined ? found : { ...found, member };
  };
  return { node: { ...inner, evaluate }, finding };
}
