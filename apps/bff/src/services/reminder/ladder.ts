import type { sends } from '../../db/schema.ts';
import { type ReminderStep, STEP_DAYS } from './steps.ts';

type SendState = (typeof sends.$inferSelect)['state'];

/** Where a climb stands: its step, since when, and what became of the step's message. */
export interface Footing {
  readonly step: ReminderStep | null;
  readonly stepAt: Date | null;
  readonly send: { readonly state: SendState; readonly settledAt: Date | null } | undefined;
}

/** Of a visit there is no village step: it is the visit itself that comes. */
export const AFTER: Readonly<Record<ReminderStep, ReminderStep | undefined>> = {
  wechat: 'text',
  text: 'voice',
  voice: 'village',
  village: 'township',
  township: undefined,
};

export type Move = { readonly kind: 'wait'; readonly until: Date } | { readonly kind: 'go'; readonly to: ReminderStep };

const DAY_MS = 24 * 3_600_000;
/** For a report that wakes the climb anyway; only if that were lost. */
const LOOK_AGAIN_MS = DAY_MS;

/**
 * What comes next. Pure: a step waits its days from when its message was delivered; what bounced goes on at once; what is under way is
 * waited for. There is no way out of it but up.
 */
export function nextMove({ step, stepAt, send }: Footing, at: Date): Move {
  if (step === null) return { kind: 'go', to: 'wechat' };
  const to = AFTER[step] ?? 'township';
  if (step === 'township') return { kind: 'go', to };
  if (step === 'village') return atOrAfter(stepAt ?? at, STEP_DAYS.village, at, to);
  if (!send || send.state === 'bounced') return { kind: 'go', to };
  if (send.state === 'delivered') return atOrAfter(send.settledAt ?? at, STEP_DAYS[step], at, to);
  return { kind: 'wait', until: new Date(at.getTime() + LOOK_AGAIN_MS) };
}

function atOrAfter(from: Date, days: number, at: Date, to: ReminderStep): Move {
  const until = new Date(from.getTime() + days * DAY_MS);
  return at >= until ? { kind: 'go', to } : { kind: 'wait', until };
}
