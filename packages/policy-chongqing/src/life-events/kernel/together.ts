import type { Cause, ChangeAnswers, LifeEvent } from './life-event.ts';
import { OUTCOMES, type OutcomeId } from './outcome.ts';

/** Id of what several events come to at once; it is no event anybody reports. */
export const TOGETHER = 'together';

/**
 * All that changed at once, as one event: applied in the order it was told. Whatever the documents leave to a person in one of them is
 * left to a person in all of it, and several causes above the standard are nowhere written of: an officer's.
 */
export function together(changes: readonly { readonly event: LifeEvent; readonly answers: ChangeAnswers }[]): LifeEvent {
  const events = changes.map((one) => one.event);
  const always = alwaysOf(events);
  const unique = <T>(lists: readonly (readonly T[] | undefined)[]): readonly T[] => [...new Set(lists.flatMap((list) => list ?? []))];
  return {
    id: TOGETHER,
    title: '加在一起',
    group: events.every((one) => one.group === 'contact') ? 'contact' : 'people',
    cause: causeOf(events),
    asks: [],
    clauses: unique(events.map((one) => one.clauses)),
    can: Object.keys(OUTCOMES) as OutcomeId[],
    ...(always && { always }),
    ...(always === 'officer' && {
      possible: unique(events.map((one) => one.possible ?? one.can)).filter((id) => id !== 'ask' && id !== 'officer'),
    }),
    referrals: unique(events.map((one) => one.referrals)),
    opens: unique(events.map((one) => one.opens)),
    apply: (household) => changes.reduce((so, { event, answers }) => event.apply(so, answers), household),
  };
}

function alwaysOf(events: readonly LifeEvent[]): LifeEvent['always'] {
  if (events.some((one) => one.always === 'officer')) return 'officer';
  return events.every((one) => one.always === 'unchanged') ? 'unchanged' : undefined;
}

function causeOf(events: readonly LifeEvent[]): Cause {
  const causes = [...new Set(events.map((one) => one.cause).filter((cause) => cause !== 'none'))];
  return causes.length > 1 ? 'mixed' : (causes[0] ?? 'none');
}
