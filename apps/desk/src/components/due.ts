export type DueTone = 'past' | 'now' | 'soon' | 'calm';

/** Working days from which a step wants to be looked at. */
const SOON = 3;

/** How pressing a step is. @param left working days left in this step; 0 is today, negative is past */
export const dueTone = (left: number): DueTone => (left < 0 ? 'past' : left === 0 ? 'now' : left <= SOON ? 'soon' : 'calm');

/** The same in words: `今天到期`, `还有 2 天`, `超了 1 天`; where the resident has to add something, that is said, and that the clock goes on. */
export function dueText(left: number, waitingForResident = false): string {
  const days = left < 0 ? `超了 ${-left} 天` : left === 0 ? '今天到期' : `还有 ${left} 天`;
  return waitingForResident ? `等群众补，${days}（照走）` : days;
}

/** Share of the total clock that is used, 0 to 100 whole percent, for a bar. Nothing is drawn where the length is not known. */
export function usedPercent(left: number, workingDays: number | undefined): number | undefined {
  if (!workingDays || workingDays <= 0) return undefined;
  return Math.round((Math.min(workingDays, Math.max(0, workingDays - left)) / workingDays) * 100);
}

/** One mark of the clock a working day. Used and left together are always the whole clock; days over it are a number beside it. */
export function clockTicks(used: number, workingDays: number): ('used' | 'left')[] {
  const full = Math.min(Math.max(0, used), workingDays);
  return Array.from({ length: workingDays }, (_, i) => (i < full ? 'used' : 'left'));
}
