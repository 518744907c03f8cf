import type { Finding, Receipt } from './receipt.ts';
import type { Node } from './rule.ts';
import type { Run } from './run.ts';
import { runFor } from './run.ts';
import type { CivilDate, DivisionCode } from './units.ts';

/** Assesses one node alone (a benefit, a rule): for tests, for one question of a form. */
export function evaluate<Subject>(node: Node<Subject>, subject: Subject, on: CivilDate, district: DivisionCode): Finding {
  return node.evaluate(runFor(subject, on, district));
}

export interface ReceiptSpec<Subject> {
  readonly packageName: string;
  readonly packageVersion: string;
  readonly nodes: readonly Node<Subject>[];
  readonly districtOf: (subject: Subject) => DivisionCode;
  /** Ids of declared notices that stand over the whole receipt. */
  readonly notices: (run: Run<Subject>) => readonly string[];
}

/** Assesses every node and builds the receipt. Same subject and day, same bytes. */
export function receiptOf<Subject>(spec: ReceiptSpec<Subject>, subject: Subject, on: CivilDate): Receipt<Subject> {
  const district = spec.districtOf(subject);
  const run = runFor(subject, on, district);
  return {
    packageName: spec.packageName,
    packageVersion: spec.packageVersion,
    assessedOn: on,
    district,
    facts: subject,
    findings: spec.nodes.map((node) => node.evaluate(run)),
    notices: spec.notices(run),
  };
}
