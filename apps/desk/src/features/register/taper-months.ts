export interface TaperMonths {
  /** Months from its first day to its end, each begun one counted. */
  readonly of: number;
  /** Which month this is, from 1; `of + 1` once it is over. */
  readonly now: number;
}

/** Whole months from one calendar day to another. */
function monthsBetween(from: string, to: string): number {
  const [y = 0, m = 0, d = 0] = from.split('-').map(Number);
  const [y2 = 0, m2 = 0, d2 = 0] = to.split('-').map(Number);
  return (y2 - y) * 12 + (m2 - m) - (d2 < d ? 1 : 0);
}

/** In which of its months a taper stands today. Its last day belongs to its last month. */
export function taperMonths(from: string, until: string, today: string): TaperMonths {
  const whole = monthsBetween(from, until);
  // The register writes the last day, or the day after it.
  const of = Math.max(1, from.slice(8) === until.slice(8) ? whole : whole + 1);
  return { of, now: today > until ? of + 1 : Math.min(of, Math.max(1, monthsBetween(from, today) + 1)) };
}
