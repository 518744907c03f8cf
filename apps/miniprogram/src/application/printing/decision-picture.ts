import type { CitationView, DecisionView } from '@assist/contracts';
import { yuanText } from '@assist/policy';
import { dayInWords } from '../../wording/day.ts';
import { type Drawing, type Measure, pictureOf, type Words } from './picture.ts';

/** Large type, px: read at arm's length by whoever cannot read small. */
const TITLE = 28;
const TEXT = 24;
const CLAUSE = 20;

type Said = { readonly sentence: string; readonly clauses: readonly CitationView[] };

/** An opinion or a decision as a picture in large type: what, why, on which clause, and what to do against it. For the person's own eyes. */
export const decisionDrawing = (view: DecisionView, measure: Measure): Drawing => pictureOf(wordsOfDecision(view), measure);

export function wordsOfDecision(view: DecisionView): Words[] {
  const { decision, opinion, ground, heard, notice, remedies, office } = view;
  return [
    { text: `关于${view.title}`, size: TITLE, strong: true },
    ...(view.number ? [{ text: `编号：${view.number}`, size: TEXT }] : []),
    { text: '这上面是您家的事，给信得过的人看。', size: CLAUSE, quiet: true },
    ...part('现在', [view.standing]),
    ...part(decision && `决定，${dayInWords(decision.on)}`, decision && [decision.sentence], decision?.reason),
    ...part(opinion && `镇街的意见，${dayInWords(opinion.on)}`, opinion && [opinion.sentence], opinion?.reason),
    ...(opinion?.benefits ?? []).map((one): Words => ({ text: `${one.title}：每月 ${yuanText(one.amount)}`, size: TEXT })),
    ...part('理由', ground && [ground]),
    ...part('先听您怎么说', heard && [heard.sentence]),
    ...part('公示', notice && [notice.sentence]),
    ...part('不服，可以这样', remedies.length ? remedies : undefined),
    ...part('有事找', [{ sentence: [office.name, office.phone].filter(Boolean).join('，'), clauses: [] }]),
  ];
}

/** One heading with its sentences, each with where it stands; nothing where there is nothing to say. */
function part(title: string | undefined, sentences: readonly Said[] | undefined, reason?: string): Words[] {
  if (!title || !sentences) return [];
  return [
    { text: title, size: TEXT, strong: true, before: 20 },
    ...sentences.flatMap(({ sentence, clauses }): Words[] => [
      { text: sentence, size: TEXT, before: 6 },
      ...(clauses.length ? [{ text: clauses.map((c) => c.label).join('；'), size: CLAUSE, quiet: true }] : []),
    ]),
    ...(reason ? [{ text: `为什么：${reason}`, size: TEXT, before: 6 }] : []),
  ];
}
