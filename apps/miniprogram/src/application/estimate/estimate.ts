import { type DraftForm, factsOf } from '@assist/contracts';
import type { Citation, CivilDate, DivisionCode, ExplainedFinding, Verdict } from '@assist/policy';
import {
  type AloneStanding,
  assess,
  CASCADE,
  explainNotices,
  explainReceipt,
  type Household,
  mayApplyAlone,
  outlookText,
  questionFor,
} from '@assist/policy-chongqing/preview';
import { membersOf } from '../draft/edits.ts';
import { saidForm } from '../draft/said.ts';
import { calledName } from '../words/lists.ts';
import { type OnTheLine, onTheLine } from './on-the-line.ts';

/** Shape first, then words, only then colour: full disc, half disc, dashed ring. */
export type Tone = 'likely' | 'maybe' | 'not-yet';
const TONES: Record<Verdict, Tone> = { met: 'likely', unknown: 'maybe', 'for-officer': 'maybe', 'not-met': 'not-yet' };

/** One condition or benefit, as it is shown; every sentence has its clauses. */
export interface EstimateLine {
  readonly id: string;
  readonly title: string;
  readonly tone: Tone;
  /** `unknown`: something was not said yet. It never counts against anybody. */
  readonly open: boolean;
  readonly words: string;
  readonly sentence: string;
  readonly clauses: readonly Citation[];
  readonly numbers: readonly { readonly name: string; readonly label: string; readonly text: string }[];
  /** Whom it is about. */
  readonly who?: string;
  readonly parts: readonly EstimateLine[];
}

export interface Estimate {
  /** What this application is about, from step to step: subsistence allowance, single application, marginal family … */
  readonly benefits: readonly EstimateLine[];
  /** Help of other kinds that the township passes on to: schooling, housing, medical costs. Those out of reach now are left out. */
  readonly others: readonly EstimateLine[];
  /** The most hopeful one; its words head the page. */
  readonly best: EstimateLine;
  /** Where the family stands, once its income a person is known. */
  readonly position: OnTheLine | undefined;
  /** Who of the family may apply alone (单人户), where the rules let somebody. */
  readonly alone: readonly AloneStanding[];
  /** What could be said to make it surer, each once. */
  readonly questions: readonly string[];
  /** Sentences over the whole: that it is an estimate, that a newer standard may exist. */
  readonly notices: readonly { readonly sentence: string; readonly clauses: readonly Citation[] }[];
}

/** In this order they follow each other (YMF12-5e); whatever else the rules know is help of another kind. */
const STEPS = CASCADE.map((b) => b.id);
/** Of two that look alike, the one that heads the page: what is for a whole family comes before what is for some. */
const HEADING_FIRST = ['subsistence-allowance', 'single-application', 'marginal-family', 'rigid-expenditure', 'destitute-support'];
const heading = (id: string): number => (HEADING_FIRST.includes(id) ? HEADING_FIRST.indexOf(id) : HEADING_FIRST.length);
const RANK: Record<Tone, number> = { likely: 0, maybe: 1, 'not-yet': 2 };
const rank = (l: EstimateLine): number => RANK[l.tone] + (l.open ? 0.5 : 0);

/**
 * The same rules as the township's server, run on the phone. It advises and never stops anybody (YM239-1-1b);
 * only the server's receipt is stored and shown to a clerk.
 * @param more what was said and the form has no word for: that nothing happened
 */
export function estimateOf(form: DraftForm, district: DivisionCode, today: CivilDate, more: Pick<Household, 'emergency'> = {}): Estimate {
  const receipt = assess({ ...factsOf(saidForm(form), district), ...more }, today);
  const names = new Map(membersOf(form).map((m) => [m.id, calledName(m)]));
  const findings = explainReceipt(receipt);
  const lines = findings.map((f) => line(f, names));
  const benefits = STEPS.flatMap((id) => lines.filter((l) => l.id === id));
  const best = [...benefits].sort((a, b) => rank(a) - rank(b) || heading(a.id) - heading(b.id))[0] as EstimateLine;
  return {
    benefits,
    others: lines.filter((l) => !STEPS.includes(l.id) && l.tone !== 'not-yet'),
    best,
    position: onTheLine(receipt.findings),
    alone: mayApplyAlone(receipt),
    questions: questionsOf(
      findings.filter((f) => STEPS.includes(f.rule)),
      names,
    ),
    notices: explainNotices(receipt),
  };
}

function line(f: ExplainedFinding, names: ReadonlyMap<string, string>): EstimateLine {
  const who = f.member === undefined ? undefined : names.get(f.member);
  return {
    id: f.member === undefined ? f.rule : `${f.rule}/${f.member}`,
    title: f.title,
    tone: TONES[f.verdict],
    open: f.verdict === 'unknown',
    words: f.verdict === 'unknown' ? '还没说全' : outlookText(f.verdict),
    sentence: f.sentence,
    clauses: citationsOf(f),
    numbers: f.numbers,
    ...(who !== undefined && { who }),
    parts: f.children.map((child) => line(child, names)),
  };
}

/** A node that only groups others stands on what its parts cite. */
const citationsOf = (f: ExplainedFinding): readonly Citation[] =>
  f.clauses.length ? f.clauses : [...new Map(f.children.flatMap(citationsOf).map((c) => [c.id, c])).values()];

function questionsOf(findings: readonly ExplainedFinding[], names: ReadonlyMap<string, string>): string[] {
  const questions = new Set<string>();
  const look = (f: ExplainedFinding) => {
    for (const missing of f.missing) {
      const question = questionFor(missing);
      if (question)
        questions.add(question.member === undefined ? question.title : `${names.get(question.member) ?? ''}：${question.title}`);
    }
    f.children.forEach(look);
  };
  findings.forEach(look);
  return [...questions];
}
