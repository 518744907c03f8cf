import { APPLICATION_STATE_NAMES, type ApplicationState, type ApplicationView, type CitedSentence, wordsOf } from '@assist/contracts';
import type { CivilDate } from '@assist/policy';
import { dayFrom } from '../../wording/day.ts';
import { momentText } from '../words/day-and-time.ts';

export interface Step {
  readonly id: string;
  readonly title: string;
  /** When, or what is waited for. */
  readonly hint?: string;
  readonly at: 'past' | 'now' | 'to-come';
  /** Happened on the way to a step and is none of its own: not among those that are counted. */
  readonly aside?: boolean;
}
const STEPS: ReadonlySet<string> = new Set(['received', 'accepted'] satisfies ApplicationState[]);

const NOW_HINTS: Record<ApplicationState, string> = {
  received: '等镇上打开看',
  opened: '镇上正在看',
  'correction-asked': '等您补',
  'correction-answered': '镇上在看您补的',
  accepted: '镇上开始核实',
};

/**
 * What happened, what is now, and what comes: past entries as the server tells them, what is still to come in the order of the states, then the
 * way from acceptance on.
 */
export function stepsOf(view: ApplicationView, today: CivilDate): Step[] {
  const { stages = [] } = view;
  const goesOn = view.state === 'accepted' && stages.length > 0;
  const past = view.timeline.map((entry, i): Step => {
    const now = i === view.timeline.length - 1 && !goesOn;
    const when = momentText(entry.at, today);
    return {
      id: `${entry.state}-${i}`,
      title: wordsOf(APPLICATION_STATE_NAMES, entry.state, '工作人员在办'),
      hint: now ? `${when}，${wordsOf(NOW_HINTS, entry.state, '往下走了会告诉您')}` : when,
      at: now ? 'now' : 'past',
      ...(!now && !STEPS.has(entry.state) && { aside: true }),
    };
  });
  const happened = new Set(view.timeline.map((e) => e.state));
  const needed = happened.has('accepted') ? [] : (['opened', 'accepted'] as const).filter((s) => !happened.has(s));
  const answer: ApplicationState[] = view.state === 'correction-asked' ? ['correction-answered'] : [];
  const ahead = [...answer, ...needed].map(
    (s): Step => ({ id: `ahead-${s}`, title: APPLICATION_STATE_NAMES[s], at: 'to-come', ...(!STEPS.has(s) && { aside: true }) }),
  );
  const next = goesOn ? stages.findIndex((one) => one.on === undefined) : -1;
  const way = stages.map(({ sentence, on }, i): Step => {
    if (on !== undefined) return { id: sentence, title: sentence, hint: dayFrom(today, on), at: 'past' };
    return i === next
      ? { id: sentence, title: sentence, hint: '现在办这一步', at: 'now' }
      : { id: sentence, title: sentence, at: 'to-come' };
  });
  return [...past, ...ahead, ...way];
}

/** Sent, accepted, and the stages that follow: how many are done, and of how many. Undefined where the way is not told. */
export function wayOf({ state, stages = [] }: ApplicationView): { readonly done: number; readonly of: number } | undefined {
  if (stages.length === 0) return undefined;
  return { done: 1 + (state === 'accepted' ? 1 + stages.filter((one) => one.on !== undefined).length : 0), of: 2 + stages.length };
}

/** `走到第 5 步，共 8 步`: the one that is being done. */
export function wayWords({ done, of }: { readonly done: number; readonly of: number }): string {
  return done === of ? `${of} 步都走完了` : `走到第 ${done + 1} 步，共 ${of} 步`;
}

/** What follows the first reply, with the clause of each sentence; from the receipt. */
export const afterAcceptance = (view: ApplicationView): readonly CitedSentence[] => view.receipt.next.slice(1);

/** The list that still waits for an answer, if there is one. */
export const openCorrection = (view: ApplicationView) => [...view.corrections].reverse().find((c) => c.answeredAt === undefined);

/** 30 cells, one a working day from acceptance on; used and left always make the whole. */
export function cellsOf(clock: NonNullable<ApplicationView['clock']>): {
  readonly used: number;
  readonly left: number;
  readonly over: number;
} {
  const used = Math.min(clock.used, clock.workingDays);
  return { used, left: clock.workingDays - used, over: Math.max(0, clock.used - clock.workingDays) };
}
