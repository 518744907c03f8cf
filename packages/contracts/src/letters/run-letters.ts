import { RECIPIENTS } from '@assist/policy-chongqing';
import type { RunView } from '../api/staff-procedure-api.ts';
import { titlesOf } from './event-lines.ts';
import type { Letter } from './letter.ts';
import { yuanWords } from './sums.ts';

/** Letters of a procedure; which of them there are follows from what stands on record. */
export const RUN_LETTERS = {
  opinion: { title: '意见告知书', event: 'opinion' },
  confirmed: { title: '审核确认决定书', event: 'confirmed' },
  refused: { title: '不予确认决定书', event: 'refused' },
} as const;
export type RunLetterId = keyof typeof RUN_LETTERS;
/** What hangs on the wall is a sheet of its own. */
export const POSTED_SHEET = 'posting';

const TITLES: Readonly<Record<string, string>> = { cut: '减发决定书', stop: '停发决定书', raise: '增发决定书' };

const newest = (run: RunView, kind: string) => run.events.filter((one) => one.event.kind === kind).at(-1);

/** Those that can be printed now. */
export const lettersOfRun = (run: RunView): RunLetterId[] =>
  (Object.keys(RUN_LETTERS) as RunLetterId[]).filter((id) => newest(run, RUN_LETTERS[id].event));

/** Names of the clauses an act rests on: those it names itself, then those of its step. */
function clauseWords(run: RunView, kind: string): string {
  const known = new Map(
    run.steps.flatMap((step) =>
      [...step.clauses, ...step.missing.flatMap((one) => one.clauses)].map((one) => [one.id, one.label] as const),
    ),
  );
  const own = newest(run, kind)?.event.clauses ?? [];
  const ids = own.length ? own : (run.steps.find((step) => step.kind === kind)?.clauses.map((one) => one.id) ?? []);
  return [...new Set(ids.map((id) => known.get(id) ?? id))].join('、');
}

function proposalWords(run: RunView): string {
  const benefits = newest(run, 'opinion')?.event.proposal?.benefits ?? [];
  return benefits.length ? benefits.map((one) => `${RECIPIENTS[one.kind]}每月 ${yuanWords(one.amount)}`).join('，') : '不给';
}

const REMEDIES = [
  '不服这个决定，可以申请行政复议，也可以到法院提起行政诉讼（《社会救助法》第七十六条、民发〔2021〕57号第三十八条）。',
  '向哪个机关申请、多少天以内：____________________（由决定机关填写）',
];

/** A letter in plain words: what, why, on which clause, what one can do. Undefined where nothing stands on record for it. */
export function letterOfRun(run: RunView, id: RunLetterId): Letter | undefined {
  const stored = newest(run, RUN_LETTERS[id].event);
  if (!stored) return undefined;
  const ground = newest(run, 'ground-named')?.event.ground;
  const lowers = run.procedure === 'cut' || run.procedure === 'stop';
  // Urgent help is given once, hangs on no board, and a township may decide it.
  const once = run.procedure === 'temporary';
  const head = { to: `${run.name}：`, on: stored.on };
  const decider = `${stored.decidedBy ?? '决定机关'}（盖章）`;
  const about = `您家（${run.members} 人${run.number ? `，${run.number}` : ''}）的${run.title}，`;
  const why = [
    ...(lowers && ground ? [`理由：${titlesOf(run).get(ground) ?? ground}。`] : []),
    ...(stored.event.reason ? [`原因：${stored.event.reason}`] : []),
    `依据：${clauseWords(run, RUN_LETTERS[id].event)}。`,
  ];
  if (id === 'opinion')
    return {
      ...head,
      title: RUN_LETTERS.opinion.title,
      from: run.office.name,
      paragraphs: [
        `${about}我们写了意见${once ? '' : `：${proposalWords(run)}`}。这还不是决定。`,
        ...why,
        once
          ? '要由另一个人看过，再决定（《社会救助法》第四十四条）。'
          : '意见要公示 7 天，只写姓名、几口人、金额（渝民〔2022〕239号 三（二））。公示以后由区民政局决定。',
        lowers
          ? '决定以前，您可以把想说的说出来：打电话、到窗口，或者在救助通里写（《社会救助法》第四十八条）。'
          : '有不同意见，随时可以说，我们核实以后回复您（民发〔2021〕57号 第十九条）。',
        ...(run.paid?.benefits.length ? ['办完以前，现在领的照发。'] : []),
      ],
    };
  if (id === 'refused')
    return {
      ...head,
      title: RUN_LETTERS.refused.title,
      from: decider,
      paragraphs: [`${about}这次没有确认。`, ...why, '情况有变化，随时可以再申请。', ...REMEDIES],
    };
  return {
    ...head,
    title: TITLES[run.procedure] ?? RUN_LETTERS.confirmed.title,
    from: decider,
    paragraphs: [
      once ? `${about}决定给您救助。` : `${about}决定是：${proposalWords(run)}。从下一个月起。`,
      ...why,
      ...(lowers ? ['以前发的不用退。这封信送到以后，才按新的。'] : []),
      ...REMEDIES,
    ],
  };
}
