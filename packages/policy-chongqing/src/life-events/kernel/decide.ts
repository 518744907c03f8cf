import { mayDeny } from '@assist/policy';
import type { Cause, LifeEvent } from './life-event.ts';
import type { OutcomeId } from './outcome.ts';
import type { Position } from './position.ts';

export interface Decided {
  readonly outcome: OutcomeId;
  /** Where it is left to an officer: what it may come to. */
  readonly possible?: readonly OutcomeId[];
  readonly why: string;
}

type Known = Extract<Position, { state: 'known' }>;

/**
 * Which outcome a change comes to, from where the household stood and stands. The hole between the texts (exactly at the standard) and
 * everything resting on a figure nobody read in an official text is an officer's, never a stop.
 */
export function decide(event: LifeEvent, before: Position, after: Position, inTaper: boolean): Decided {
  if (event.always)
    return {
      outcome: event.always,
      ...(event.possible ? { possible: event.possible } : {}),
      why: event.always === 'unchanged' ? 'no-money' : 'left-to-officer',
    };
  if (after.state === 'nobody') return { outcome: 'stop', why: 'nobody-left' };
  if (after.state === 'open') return { outcome: 'ask', why: 'open' };
  if (after.beside === 'at') return { outcome: 'officer', possible: ['unchanged', 'less', 'stop'], why: 'at-line' };
  if (after.beside === 'above') return above(event.cause, after, inTaper);
  if (inTaper || before.state !== 'known' || before.beside !== 'below')
    return { outcome: 'officer', possible: ['more', 'less', 'unchanged'], why: 'no-amount-before' };
  if (after.amount === before.amount) return { outcome: 'unchanged', why: 'same-amount' };
  return after.amount > before.amount ? { outcome: 'more', why: 'below' } : { outcome: 'less', why: 'below' };
}

function above(cause: Cause, after: Known, inTaper: boolean): Decided {
  if (inTaper) return { outcome: 'taper', why: 'taper-runs' };
  const under = after.besideMarginal === 'below';
  switch (cause) {
    case 'job':
      return { outcome: 'taper', why: 'job' };
    case 'work-more':
      return under
        ? { outcome: 'taper', why: 'below-marginal' }
        : { outcome: 'officer', possible: ['taper', 'stop'], why: 'work-above-marginal' };
    case 'other-income':
      return under ? { outcome: 'taper', why: 'below-marginal' } : stop(after);
    case 'people':
      return under ? { outcome: 'officer', possible: ['taper', 'stop'], why: 'people-below-marginal' } : stop(after);
    case 'mixed':
      return { outcome: 'officer', possible: ['taper', 'stop'], why: 'several-causes' };
    default:
      return { outcome: 'officer', possible: ['unchanged', 'stop'], why: 'above-without-income' };
  }
}

function stop(after: Known): Decided {
  return mayDeny(after.certainty)
    ? { outcome: 'stop', why: 'above-marginal' }
    : { outcome: 'officer', possible: ['stop'], why: 'uncertain-standard' };
}
