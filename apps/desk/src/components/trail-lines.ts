interface Entry {
  /** An instant, as the server writes it. */
  readonly at: string;
  readonly who: string;
  readonly what: string;
}

export interface TrailLine extends Entry {
  /** How often it happened on that day, `at` being the last time. */
  readonly times: number;
  /** The first time, where there was more than one. */
  readonly from?: string;
}

/** Only looks are told together: every act keeps its own line. */
const isLook = ({ what }: Entry): boolean => what.startsWith('看了');
/** Chongqing's day; an instant is written with its offset. */
const dayOf = (at: string): string => new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 10);

/** The trail as it is shown, the newest first: what one person looked at several times in a day is one line. Nothing is left out of the record. */
export function trailLines(audit: readonly Entry[]): TrailLine[] {
  const newest = [...audit].sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
  const lines: TrailLine[] = [];
  const looks = new Map<string, number>();
  for (const entry of newest) {
    const key = `${dayOf(entry.at)} ${entry.who} ${entry.what}`;
    const at = isLook(entry) ? looks.get(key) : undefined;
    const line = at === undefined ? undefined : lines[at];
    if (at !== undefined && line) lines[at] = { ...line, times: line.times + 1, from: entry.at };
    else {
      if (isLook(entry)) looks.set(key, lines.length);
      lines.push({ ...entry, times: 1 });
    }
  }
  return lines;
}
