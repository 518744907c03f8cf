import type { Citation, ExplainedFinding, Node, Receipt, Verdict } from '@assist/policy';
import { explain } from '@assist/policy';
import { BENEFITS } from '../benefits/index.ts';
import type { Household } from '../household.ts';
import { LABELS } from './labels.ts';

/** Every node there is, by id: benefits, conditions, combinations. */
export const NODES: ReadonlyMap<string, Node<Household>> = nodesOf(BENEFITS);

function nodesOf(roots: readonly Node<Household>[], into = new Map<string, Node<Household>>()): Map<string, Node<Household>> {
  for (const node of roots) {
    into.set(node.id, node);
    nodesOf(node.children, into);
  }
  return into;
}

/** Puts a receipt into words with the clauses that are at hand: all of them on a server, the cited ones on a phone. */
export function explainWith(receipt: Receipt<unknown>, citationOf: (id: string) => Citation | undefined): ExplainedFinding[] {
  return explain(receipt, { node: (id) => NODES.get(id), citation: citationOf, label: (name) => LABELS[name] });
}

/** The three words of a benefit's finding. None of them refuses: whoever wants to apply can apply. */
export function outlookText(verdict: Verdict): '大概率符合' | '可能，要人来看' | '目前够不上' {
  if (verdict === 'met') return '大概率符合';
  return verdict === 'not-met' ? '目前够不上' : '可能，要人来看';
}
