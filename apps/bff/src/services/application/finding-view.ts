import type { FindingView } from '@assist/contracts';
import type { ExplainedFinding } from '@assist/policy';

/** A finding of a stored assessment, as it is shown. */
export const findingView = (finding: ExplainedFinding): FindingView => ({
  rule: finding.rule,
  title: finding.title,
  verdict: finding.verdict,
  sentence: finding.sentence,
  clauses: finding.clauses,
  numbers: finding.numbers.map(({ label, text }) => ({ name: label, text })),
  missing: finding.missing,
  ...(finding.member !== undefined && { member: finding.member }),
  children: finding.children.map(findingView),
});
