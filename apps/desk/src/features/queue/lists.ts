import type { WorkItemView } from '@assist/contracts';

/** How the order is made, as the page writes it out. The server makes it; the page never sorts. */
export const ORDER_SENTENCE = '先看本步剩几天，再看总共，再看谁先来';

export interface DueSummary {
  readonly past: number;
  readonly today: number;
  readonly withinThree: number;
  readonly waiting: number;
  /** The numbers that rows not fetched yet could still raise: they read "至少". */
  readonly atLeast: { readonly past: boolean; readonly today: boolean; readonly withinThree: boolean; readonly waiting: boolean };
}

/**
 * Counts over the fetched rows. The order puts the least days first, so the count of a pressing step is
 * complete as soon as a row with more days is among them, even with pages still to come.
 */
export function dueSummary(items: readonly WorkItemView[], more: boolean): DueSummary {
  const left = items.map((i) => i.step.left);
  const open = (days: number): boolean => more && !left.some((n) => n > days);
  return {
    past: left.filter((n) => n < 0).length,
    today: left.filter((n) => n === 0).length,
    withinThree: left.filter((n) => n >= 0 && n <= 3).length,
    waiting: items.filter((i) => i.state === 'correction-asked').length,
    atLeast: { past: open(-1), today: open(0), withinThree: open(3), waiting: more },
  };
}

export interface Changes {
  readonly added: number;
  readonly changed: number;
  readonly gone: number;
}

const face = (i: WorkItemView): string => JSON.stringify([i.state, i.marks, i.claimedBy?.staffId ?? null, i.step.due, i.total]);

/**
 * What the newest first page has that the shown rows have not. Rows are never changed under the hand;
 * a line offers to. @param whole whether the newest page is all there is, so that a missing row has really left
 */
export function changesBetween(shown: readonly WorkItemView[], newest: readonly WorkItemView[], whole: boolean): Changes {
  const before = new Map(shown.map((i) => [i.workItemId, i]));
  const after = new Set(newest.map((i) => i.workItemId));
  let added = 0;
  let changed = 0;
  for (const item of newest) {
    const old = before.get(item.workItemId);
    if (!old) added++;
    else if (face(old) !== face(item)) changed++;
  }
  return { added, changed, gone: whole ? shown.filter((i) => !after.has(i.workItemId)).length : 0 };
}

/** The line that offers the newest rows, or nothing. */
export function changesText({ added, changed, gone }: Changes): string | undefined {
  const parts = [added && `${added} 件新的`, changed && `${changed} 件有变化`, gone && `${gone} 件已走`].filter(Boolean);
  return parts.length ? `有 ${parts.join('，')}` : undefined;
}

/** Rows whose name or number has the typed text in it; blanks, dashes and case do not count. */
export function found(items: readonly WorkItemView[], typed: string): WorkItemView[] {
  const plain = (text: string): string => text.replace(/[\s\-·,，.。]/g, '').toUpperCase();
  const wanted = plain(typed);
  return wanted ? items.filter((i) => plain(i.applicantName).includes(wanted) || plain(i.number).includes(wanted)) : [...items];
}

/** Why the first unclaimed item is next, from what its row says. */
export function whyNext(item: WorkItemView): string[] {
  const step =
    item.step.left < 0 ? `这步超了 ${-item.step.left} 天` : item.step.left === 0 ? '这步今天到期' : `这步剩 ${item.step.left} 天`;
  return [
    `${step}，没人领`,
    ...(item.marks.includes('urgent') ? ['写了等不得的急事'] : []),
    ...(item.marks.includes('correction-answered') ? ['要补的已经补来'] : []),
  ];
}
