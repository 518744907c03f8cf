import { APPLICATION_STATE_NAMES, type ApplicationState, type ApplicationView, type CitedSentence, wordsOf } from '@assist/contracts';
import type { CivilDate } from '@assist/policy';
import { momentText } from '../words/day-and-time.ts';

export interface Step {
  readonly id: string;
  readonly title: string;
  /** When, or what is waited for. */
  readonly hint?: string;
  readonly at: 'past' | 'now' | 'to-come';
}

const ORDER: readonly ApplicationState[] = ['received', 'opened', 'correction-asked', 'correction-answered', 'accepted'];
const NOW_HINTS: Record<ApplicationState, string> = {
  received: '等镇上打开看',
  opened: '镇上正在看',
  'correction-asked': '等您补',
  'correction-answered': '镇上在看您补的',
  accepted: '镇上开始核实',
};

/** What happened, what is now, and what comes: past entries as the server tells them, what is still to come in the order of the states. */
export function stepsOf(view: ApplicationView, today: CivilDate): Step[] {
  const past = view.timeline.map((entry, i): Step => {
    const now = i === view.timeline.length - 1;
    const when = momentText(entry.at, today);
    return {
      id: `${entry.state}-${i}`,
      title: wordsOf(APPLICATION_STATE_NAMES, entry.state, '工作人员在办'),
      hint: now ? `${when}，${wordsOf(NOW_HINTS, entry.state, '往下走了会告诉您')}` : when,
      at: now ? 'now' : 'past',
    };
  });
  const happened = new Set(view.timeline.map((e) => e.state));
  const needed = ORDER.filter((s) => (s === 'opened' && !happened.has('opened')) || s === 'accepted').filter((s) => !happened.has(s));
  const answer: ApplicationState[] = view.state === 'correction-asked' ? ['correction-answered'] : [];
  const ahead = [...answer, ...needed].map((s): Step => ({ id: `ahead-${s}`, title: APPLICATION_STATE_NAMES[s], at: 'to-come' }));
  return [...past, ...ahead];
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
