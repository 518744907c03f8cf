import type { CaseView, FindingView } from '@assist/contracts';

/** One finding that waits for somebody: a person's judgement, or a fact that nobody gave. */
export interface OpenFinding {
  readonly finding: FindingView;
  /** Titles from the benefit down, without its own. */
  readonly under: readonly string[];
}

function leavesOf(f: FindingView, verdict: FindingView['verdict'], under: readonly string[]): OpenFinding[] {
  if (f.verdict !== verdict && !f.children.some((c) => has(c, verdict))) return [];
  const below = f.children.flatMap((c) => leavesOf(c, verdict, [...under, f.title]));
  if (below.length) return below;
  return f.verdict === verdict ? [{ finding: f, under }] : [];
}
const has = (f: FindingView, verdict: FindingView['verdict']): boolean => f.verdict === verdict || f.children.some((c) => has(c, verdict));

/** One entry for each rule, member and sentence, though several benefits may ask the same. */
function once(found: readonly OpenFinding[]): OpenFinding[] {
  const seen = new Set<string>();
  return found.filter(({ finding: f }) => {
    const key = `${f.rule}|${f.member ?? ''}|${f.sentence}`;
    return seen.has(key) ? false : seen.add(key);
  });
}

/** What the documents leave to a person, leaf by leaf: it is set apart from what was calculated. */
export const forOfficer = (findings: readonly FindingView[]): OpenFinding[] =>
  once(findings.flatMap((f) => leavesOf(f, 'for-officer', [])));

/** What could not be looked at because a fact is missing. */
export const stillUnknown = (findings: readonly FindingView[]): OpenFinding[] => once(findings.flatMap((f) => leavesOf(f, 'unknown', [])));

export const VERDICT_WORDS: Readonly<Record<FindingView['verdict'], string>> = {
  met: '大概率符合',
  'for-officer': '要人来定',
  unknown: '还没问清',
  'not-met': '目前够不上',
};

/** `张国福` for `m2`. */
export const memberName = (view: Pick<CaseView, 'form'>, id: string | undefined): string | undefined =>
  view.form.members.find((m) => m.id === id)?.name;

/** Numbers of a finding on one line: `人均 1,060 元 · 标准 770 元`. */
export const numbersText = (f: FindingView): string => f.numbers.map((n) => `${n.name} ${n.text}`).join(' · ');
