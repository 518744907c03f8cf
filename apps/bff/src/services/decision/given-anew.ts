import type { RecordedEvent } from '@assist/contracts';

interface Stands {
  readonly event: Pick<RecordedEvent, 'kind' | 'proposal'>;
}

/** Which opinion stood before this one and already hung on the notice, where this one was given anew behind it: only an objection leads there. */
function hungBefore<T extends Stands>(record: readonly T[], at: number): T | undefined {
  if (record[at]?.event.kind !== 'opinion') return undefined;
  const before = record.slice(0, at);
  const posted = before.findLastIndex(({ event }) => event.kind === 'notice-posted');
  const decided = before.findLastIndex(({ event }) => event.kind === 'confirmed' || event.kind === 'refused');
  return posted > decided ? before.findLast(({ event }) => event.kind === 'opinion') : undefined;
}

/** Whether the opinion at this place tells of nothing but an objection: it proposes what hung on the notice already. */
export function isSameAgain(record: readonly Stands[], at: number): boolean {
  const hung = hungBefore(record, at);
  return hung !== undefined && JSON.stringify(hung.event.proposal) === JSON.stringify(record[at]?.event.proposal);
}

/** The steps of a record as a household may see them: an opinion stands where the first stood. */
export const eachGivenOnce = <T extends Stands>(record: readonly T[]): T[] => record.filter((_, at) => !hungBefore(record, at));
