import { type DraftForm, factsOf } from '@assist/contracts';
import type { Citation, CivilDate, DivisionCode, ExplainedFinding, Verdict } from '@assist/policy';
import { assess, explainReceipt, NOTICES, outlookText, questionFor } from '@assist/policy-chongqing';
import { membersOf } from '../draft/edits.ts';
import { saidForm } from '../draft/said.ts';
import { calledName } from '../words/lists.ts';

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
  readonly benefits: readonly EstimateLine[];
  /** The most hopeful one; its words head the page. */
  readonly best: EstimateLine;
  /** What could be said to make it surer, each once. */
  readonly questions: readonly string[];
  /** Sentences over the whole: that it is an estimate, that a newer standard may exist. */
  readonly notices: readonly string[];
}

const RANK: Record<Tone, number> = { likely: 0, maybe: 1, 'not-yet': 2 };

/**
 * The same rules as the township's server, run on the phone. It advises and never stops anybody (YM239-1-1b);
 * only the server's receipt is stored and shown to a clerk.
 */
export function estimateOf(form: DraftForm, district: DivisionCode, today: CivilDate): Estimate {
  const receipt = assess(factsOf(saidForm(form), district), today);
  const names = new Map(membersOf(form).map((m) => [m.id, calledName(m)]));
  const findings = explainReceipt(receipt);
  const benefits = findings.map((f) => line(f, names));
  const best = [...benefits].sort((a, b) => RANK[a.tone] - RANK[b.tone])[0] as EstimateLine;
  return {
    benefits,
    best,
    questions: questionsOf(findings, names),
    notices: receipt.notices.map((id) => NOTICES[id as keyof typeof NOTICES] ?? id),
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
    clauses: f.clauses,
    numbers: f.numbers,
    ...(who !== undefined && { who }),
    parts: f.children.map((child) => line(child, names)),
  };
}

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
