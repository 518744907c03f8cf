import type { Citation } from './clause.ts';
import type { Finding, Quantity, Receipt, Verdict } from './receipt.ts';
import type { Node, Sentences } from './rule.ts';
import { quantityText } from './text.ts';

/** A finding in words. Everything in it is made from the stored receipt, when somebody looks. */
export interface ExplainedFinding {
  readonly rule: string;
  readonly title: string;
  readonly verdict: Verdict;
  readonly sentence: string;
  readonly clauses: readonly Citation[];
  /** `name` is the figure's key in the finding, `label` its name for residents. */
  readonly numbers: readonly { readonly name: string; readonly label: string; readonly text: string }[];
  readonly member?: string;
  /** Ids of the facts that are missing, e.g. `members/m1/birthDate`. */
  readonly missing: readonly string[];
  readonly children: readonly ExplainedFinding[];
}

/** What is needed to put a receipt into words: titles and sentences of nodes, labels of clauses and figures. */
export interface Wording {
  node(id: string): Pick<Node<never>, 'title' | 'sentences'> | undefined;
  citation(id: string): Citation | undefined;
  label(numberName: string): string | undefined;
}

/** Explains a stored receipt, also one of an older version: a rule that is gone is told by its verdict and clauses. */
export function explain(receipt: Receipt<unknown>, wording: Wording): ExplainedFinding[] {
  return receipt.findings.map((finding) => explained(finding, wording));
}

function explained(finding: Finding, wording: Wording): ExplainedFinding {
  const node = wording.node(finding.rule);
  return {
    rule: finding.rule,
    title: node?.title ?? '以前版本里的一条规则',
    verdict: finding.verdict,
    sentence: sentenceOf(node?.sentences ?? {}, finding),
    clauses: finding.clauses.map((id) => wording.citation(id) ?? { id, label: id, gist: '' }),
    numbers: Object.entries(finding.numbers).map(([name, value]) => ({
      name,
      label: wording.label(name) ?? name,
      text: quantityText(value),
    })),
    ...(finding.member === undefined ? {} : { member: finding.member }),
    missing: finding.missing,
    children: finding.children.map((child) => explained(child, wording)),
  };
}

/** Used where a rule has no words of its own. */
export const GENERAL: Readonly<Record<Verdict, string>> = {
  met: '这一条符合。',
  'not-met': '这一条目前够不上。您仍然可以申请。',
  unknown: '还差几个问题，答完再看。',
  'for-officer': '这一条要工作人员看过才能定。',
};
const UNCERTAIN = '按目前查到的数看，超出了一些；但这个数还没有见到正式文件，所以不下结论，请镇街工作人员核实。';

/** The most particular sentence all of whose figures are there; a sentence with a hole in it is never said. */
function sentenceOf(sentences: Sentences, finding: Finding): string {
  const { verdict, reason, numbers } = finding;
  const particular = reason === undefined ? undefined : sentences[`${verdict}/${reason}`];
  const general = reason === 'uncertain' ? UNCERTAIN : sentences[verdict];
  for (const text of [particular, general]) if (text !== undefined && isWhole(text, numbers)) return filled(text, numbers);
  return reason === 'uncertain' ? UNCERTAIN : GENERAL[verdict];
}

function isWhole(text: string, numbers: Readonly<Record<string, Quantity>>): boolean {
  return [...text.matchAll(/\{(\w+)\}/g)].every(([, name]) => numbers[name as string] !== undefined);
}

function filled(text: string, numbers: Readonly<Record<string, Quantity>>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => quantityText(numbers[name] as Quantity));
}
