import type { ApplicationState, ApplicationView, CorrectionView } from '@assist/contracts';

export interface Message {
  readonly key: string;
  readonly applicationId: string;
  readonly number: string;
  readonly at: string;
  readonly state: ApplicationState;
  /** What the title does not say already. */
  readonly more?: string;
}

/** What happened to these applications, the newest first; one message an event, no message is made up. */
export const messagesOf = (applications: readonly ApplicationView[]): Message[] =>
  applications.flatMap(ofOne).sort((a, b) => Date.parse(b.at) - Date.parse(a.at));

function ofOne({ receipt, timeline, corrections }: ApplicationView): Message[] {
  let asked = 0;
  return timeline.map(({ at, state }) => {
    const more = state === 'correction-asked' ? wanted(corrections[asked++]) : state === 'accepted' ? '期限从这天起算' : undefined;
    return {
      key: `${receipt.applicationId} ${at} ${state}`,
      applicationId: receipt.applicationId,
      number: receipt.number,
      at,
      state,
      ...(more !== undefined && { more }),
    };
  });
}

/** The township asks once for everything, so the first thing on the list stands for it. */
function wanted(correction: CorrectionView | undefined): string | undefined {
  const first = correction?.items[0]?.title;
  if (first === undefined) return undefined;
  return correction && correction.items.length > 1 ? `${first}等 ${correction.items.length} 样` : first;
}
