import { type CaseView, type FindingView, NOT_KNOWN } from '@assist/contracts';

type Verdict = FindingView['verdict'];

/** One finding that waits for somebody: a person's judgement, or a fact that nobody gave. */
export interface OpenFinding {
  readonly finding: FindingView;
  /** Title of the benefit it is part of; absent where it is the benefit itself. */
  readonly benefit?: string;
  /** Whom it is about, also where only a node above says so. */
  readonly member?: string;
}

const has = (f: FindingView, verdict: Verdict): boolean => f.verdict === verdict || f.children.some((c) => has(c, verdict));

/** Leaves with this verdict. A node with a single child says the same better itself. */
function leavesOf(f: FindingView, verdict: Verdict, benefit?: string, above?: string): OpenFinding[] {
  if (!has(f, verdict)) return [];
  const member = f.member ?? above;
  const self = { finding: f, ...(benefit !== undefined && { benefit }), ...(member !== undefined && { member }) };
  if (f.children.length === 1 && f.verdict === verdict) return [self];
  const below = f.children.flatMap((c) => leavesOf(c, verdict, benefit ?? f.title, member));
  return below.length ? below : [self];
}

/** One entry for each member and sentence, though several benefits may ask the same. */
function once(found: readonly OpenFinding[]): OpenFinding[] {
  const seen = new Set<string>();
  return found.filter(({ finding, member }) => {
    const key = `${member ?? ''}|${finding.sentence}`;
    return seen.has(key) ? false : seen.add(key);
  });
}

/** What the documents leave to a person, leaf by leaf: it is set apart from what was calculated. */
export const forOfficer = (findings: readonly FindingView[]): OpenFinding[] => once(findings.flatMap((f) => leavesOf(f, 'for-officer')));

/** What could not be looked at because a fact is missing. */
export const stillUnknown = (findings: readonly FindingView[]): OpenFinding[] => once(findings.flatMap((f) => leavesOf(f, 'unknown')));

export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  [NOT_KNOWN]: '要人来定',
  met: '大概率符合',
  'for-officer': '要人来定',
  unknown: '还没问清',
  'not-met': '目前够不上',
};

/** How many benefits stand how, in the order of the verdicts: `大概率符合 3`. */
export function tally(findings: readonly FindingView[]): { readonly verdict: Verdict; readonly count: number }[] {
  const order: readonly Verdict[] = ['met', 'for-officer', 'unknown', 'not-met'];
  return order
    .map((verdict) => ({ verdict, count: findings.filter((f) => f.verdict === verdict).length }))
    .filter(({ count }) => count > 0);
}

/** `张国福` for `m2`. */
export const memberName = (view: Pick<CaseView, 'form'>, id: string | undefined): string | undefined =>
  view.form.members.find((m) => m.id === id)?.name;

/** Numbers of a finding on one line: `人均 1,060 元 · 标准 770 元`. */
export const numbersText = (f: FindingView): string => f.numbers.map((n) => `${n.name} ${n.text}`).join(' · ');
