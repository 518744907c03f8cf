import type { CitedSentence, DecisionView, Proposal, RECIPIENT_KINDS_IN_FORCE } from '@assist/contracts';
import type { DivisionCode } from '@assist/policy';
import { addDays, type CivilDate, dateText, type Fen, yuanText } from '@assist/policy';
import {
  type CaseEvent,
  CLOCK_RULES,
  clausesIn,
  EVENTS,
  type EventKind,
  GROUNDS,
  type GroundId,
  mayRecord,
  type Procedure,
  RECIPIENTS,
  type Role,
} from '@assist/policy-chongqing';
import { and, eq, isNull } from 'drizzle-orm';
import { dayInShanghai, instantText } from '../../clock.ts';
import { caseBenefits } from '../../db/schema.ts';
import { citations, cited } from '../clause/citations.ts';
import type { Context } from '../context.ts';
import { officeOf, officeView } from '../place/offices.ts';
import { clocksOfRun } from '../procedure/clocks.ts';
import { policyRecord, procedureOfRun, type RunRow, recordOf, type StoredEvent } from '../procedure/record.ts';
import { whoDecided } from '../procedure/who-decided.ts';
import { eachGivenOnce, isSameAgain } from './given-anew.ts';
import { statementsOf } from './statements.ts';
import { HIDDEN, standingWords, stepWords } from './words.ts';

const LOWERING = ['cut', 'stop'];

/** A procedure as its household sees it. What an outsider said against it, and all that would tell of it, is left out before anything is made. */
export async function decisionView(ctx: Context, run: RunRow, accounts: readonly string[]): Promise<DecisionView> {
  const today = dayInShanghai(ctx.clock());
  const procedure = procedureOfRun(run);
  const all = await recordOf(ctx, run.id);
  const seen = all.filter(({ event }) => !HIDDEN.has(event.kind)).filter((_, at, shown) => !isSameAgain(shown, at));
  const last = seen.at(-1);
  const [office, statements] = await Promise.all([officeOf(ctx, run.officeId), statementsOf(ctx, run.id, all)]);
  const record = policyRecord(all);
  const ended = run.endedOn !== null;
  const lowers = LOWERING.includes(run.procedure);
  const may = (kind: EventKind, role: Role, more: Partial<CaseEvent> = {}) =>
    mayRecord(procedure, record, { kind, on: today, role, by: 'resident', reason: '…', ...more }).ok;
  const mine = statements.filter((one) => accounts.includes(one.accountId));
  const clocks = await clocksOfRun(ctx, run, procedure, policyRecord(seen));
  const [clock] = clocks.filter((one) => TOLD_CLOCKS.has(one.rule));
  const opinion = seen.findLast(({ event }) => event.kind === 'opinion');
  const named = lowers ? seen.findLast(({ event }) => event.kind === 'ground-named')?.event.ground : undefined;
  return {
    runId: run.id,
    title: procedure.title,
    ...(run.number && { number: run.number }),
    openedOn: run.openedOn as CivilDate,
    ended,
    office: officeView(office),
    ...(run.caseId && { caseId: run.caseId }),
    ...(run.applicationId && { applicationId: run.applicationId }),
    standing: last
      ? cited(standingWords(run.procedure, last.event.kind, EVENTS[last.event.kind]), clausesOf(procedure, last.event.kind))
      : cited('镇街在办。', ['SAL2026-63']),
    ...(clock &&
      !ended && {
        clock: {
          due: { date: clock.by, provisional: clock.provisional },
          sentence: cited(`${clock.title}，最晚${dateText(clock.by)}。`, clock.clauses, clock.assumption),
        },
      }),
    ...(opinion && { opinion: opinionOf(opinion, procedure, run) }),
    ...(named && { ground: groundOf(named as GroundId, run.district as DivisionCode) }),
    ...noticeOf(seen, procedure),
    ...(lowers && {
      heard: {
        possible: !ended && may('heard', 'township'),
        sentence: cited('决定以前，先听您怎么说。写在这里、打电话、到窗口说，都算。', ['SAL2026-48']),
        said: mine.map(({ id, at, words, recorded }) => ({ id, at, words, recorded })),
      },
    }),
    objections: {
      possible: may('objected', 'resident', { objection: 'new' }),
      sentence: cited('对意见有不同看法，可以说。镇街核实以后回复您。', ['MCA57-19']),
      own: ownObjections(all, accounts),
    },
    ...decided(seen, procedure),
    remedies: await remediesOf(ctx, seen, may('letter-delivered', 'township', { remedies: true })),
    same: await sameMeanwhile(ctx, run, ended),
    ...transferOf(run, seen, may),
    steps: eachGivenOnce(seen).map(({ row, event }) => ({
      title: stepWords(event.kind, EVENTS[event.kind]),
      on: row.happenedOn as CivilDate,
    })),
  };
}

/** Clocks that an office has to keep. Of the days a notice hangs, or the years somebody is watched, nobody has to be warned. */
const TOLD_CLOCKS: ReadonlySet<string> = new Set(
  (
    [
      'firstReply',
      'surveyStart',
      'checkStart',
      'confirm',
      'refusalLetter',
      'decision',
      'decisionByTownship',
      'decisionExtended',
      'destituteOpinion',
      'destituteAgain',
      'destituteConfirm',
      'destituteRefusalLetter',
      'rigidDecision',
      'rigidExtended',
      'smallFirst',
      'afterDeath',
    ] as const
  ).map((name) => CLOCK_RULES[name].id),
);
export const isToldClock = (rule: string): boolean => TOLD_CLOCKS.has(rule);
/** What only an objection set going would tell the household that there is one. */
export const isToldToHousehold = (rule: string): boolean => rule !== CLOCK_RULES.destituteAgain.id;

const clausesOf = (procedure: Procedure, kind: EventKind): readonly string[] => {
  const found = procedure.steps.find((one) => one.event === kind)?.clauses ?? [];
  return found.length ? found.slice(0, 3) : ['SAL2026-63'];
};

const titleOf = (kind: (typeof RECIPIENT_KINDS_IN_FORCE)[number]): string => RECIPIENTS[kind];

/** What is proposed, in one sentence. */
export function proposalSentence(procedure: string, proposal: Proposal | undefined): string {
  const benefits = proposal?.benefits ?? [];
  const sums = benefits.map((one) => `${titleOf(one.kind)}每月 ${yuanText(one.amount)}`).join('，');
  if (procedure === 'stop') return sums ? `意见是：只留${sums}，其余不再发。` : '意见是：以后不再发。';
  if (procedure === 'cut') return `意见是：改成${sums}。`;
  if (procedure === 'raise') return `意见是：增加到${sums}。`;
  // Given once: a sum a month is not what is proposed, and none is no refusal.
  if (procedure === 'temporary' && !sums) return '意见写好了，给不给、给多少，决定的时候告诉您。';
  return benefits.length ? `意见是：可以给，${sums}。` : '意见是：这次先不给。';
}

function opinionOf({ row, event }: StoredEvent, procedure: Procedure, run: RunRow): NonNullable<DecisionView['opinion']> {
  return {
    on: row.happenedOn as CivilDate,
    sentence: cited(proposalSentence(run.procedure, event.proposal), clausesOf(procedure, 'opinion')),
    benefits: (event.proposal?.benefits ?? []).map((one) => ({ title: titleOf(one.kind), amount: one.amount })),
    ...(event.reason && { reason: event.reason }),
  };
}

const groundOf = (id: GroundId, district: DivisionCode): CitedSentence => {
  const clauses = clausesIn(GROUNDS[id].clauses, district);
  return cited(`理由：${GROUNDS[id].title}。`, clauses.length ? clauses : ['SAL2026-47', 'MCA57-32']);
};

function noticeOf(seen: readonly StoredEvent[], procedure: Procedure): Pick<DecisionView, 'notice'> {
  const posted = seen.findLast(({ event }) => event.kind === 'notice-posted');
  if (!posted) return {};
  const from = posted.row.happenedOn as CivilDate;
  const until = addDays(from, CLOCK_RULES.notice.period.value);
  return {
    notice: {
      from,
      until,
      sentence: cited(`意见从${dateText(from)}公示到${dateText(until)}，只写姓名、几口人、金额。`, [
        ...new Set([...clausesOf(procedure, 'notice-posted'), 'YM239-3-2c']),
      ]),
    },
  };
}

function ownObjections(all: readonly StoredEvent[], accounts: readonly string[]): DecisionView['objections']['own'] {
  return all
    .filter(({ row, event }) => event.kind === 'objected' && row.actorKind === 'account' && accounts.includes(row.actorId))
    .map(({ row, event }) => {
      const reply = all.findLast((one) => one.event.kind === 'objection-answered' && one.event.objection === row.id)?.event.reason;
      return { id: row.id, at: instantText(row.at), words: event.reason ?? '', ...(reply && { reply }) };
    });
}

const DECISIONS: Partial<Record<EventKind, { readonly kind: 'confirmed' | 'refused' | 'unchanged'; readonly words: string }>> = {
  confirmed: { kind: 'confirmed', words: '确认了这份意见。' },
  refused: { kind: 'refused', words: '这次没有确认。以后情况变了，随时可以再申请。' },
  'closed-unchanged': { kind: 'unchanged', words: '看过了，不变，照旧。' },
};
/** Of urgent help a township may decide itself (TEMPORARY): who it was stands on record. */
const WHO: Partial<Record<Role, string>> = { district: '区民政局', township: '镇街' };

function decided(seen: readonly StoredEvent[], procedure: Procedure): Pick<DecisionView, 'decision'> {
  const found = seen.findLast(({ event }) => DECISIONS[event.kind]);
  const words = found && DECISIONS[found.event.kind];
  if (!found || !words) return {};
  const letter = seen.findLast(({ event }) => event.kind === 'letter-delivered');
  const who = words.kind === 'unchanged' ? '' : (WHO[found.row.role as Role] ?? '');
  const named = (found.event.clauses ?? []).filter((id) => citations([id])[0]?.gist);
  return {
    decision: {
      kind: words.kind,
      on: found.row.happenedOn as CivilDate,
      sentence: cited(who + words.words, named.length ? named : clausesOf(procedure, found.event.kind)),
      ...(found.event.reason && { reason: found.event.reason }),
      ...(letter && { letterOn: letter.row.happenedOn as CivilDate }),
    },
  };
}

/**
 * Both ways of having it looked at again, against whoever decided. To whom, and within how many days, is not in the documents found: the
 * letter says it; urgent help is granted without one.
 */
async function remediesOf(ctx: Context, seen: readonly StoredEvent[], mayGetLetter: boolean): Promise<CitedSentence[]> {
  const found = seen.findLast(({ event }) => event.kind === 'confirmed' || event.kind === 'refused');
  if (!found) return [];
  const who = await whoDecided(ctx, found.row);
  const letter = mayGetLetter || seen.some(({ event }) => event.kind === 'letter-delivered');
  const where = letter ? '书面决定上写着' : `文件里没有查到，可以问${who ?? '镇街'}`;
  return [
    cited(`不服${who ? `${who}的` : '这个'}决定，可以申请行政复议。多少天内、向哪里申请，${where}。`, ['SAL2026-76', 'MCA57-38']),
    cited('也可以到法院提起行政诉讼。', ['SAL2026-76', 'MCA57-38']),
  ];
}

async function sameMeanwhile(ctx: Context, run: RunRow, ended: boolean): Promise<CitedSentence> {
  if (ended) return cited('以前发的不受影响。', ['MCA57-32']);
  const paid = run.caseId
    ? await ctx.db
        .select({ amount: caseBenefits.amount })
        .from(caseBenefits)
        .where(and(eq(caseBenefits.caseId, run.caseId), isNull(caseBenefits.until)))
    : [];
  const sum = paid.reduce((total, one) => total + one.amount, 0) as Fen;
  return sum > 0
    ? cited(`办完以前，每月 ${yuanText(sum)} 照发，一分不少。`, ['SAL2026-48', 'MCA57-32'], 'effect-after-letter')
    : cited('办的时候，您家别的待遇都不变。', ['MCA57-32']);
}

function transferOf(
  run: RunRow,
  seen: readonly StoredEvent[],
  may: (kind: EventKind, role: Role) => boolean,
): Pick<DecisionView, 'transfer'> {
  if (run.procedure !== 'exit' || !seen.some(({ event }) => event.kind === 'transfer-offered')) return {};
  const consented = seen.some(({ event }) => event.kind === 'consented');
  return {
    transfer: {
      possible: !consented && may('consented', 'resident'),
      consented,
      sentence: cited('可以转到下一类看看。您同意就行，不用再交材料；不同意也没关系。', ['YMF12-20c']),
    },
  };
}
