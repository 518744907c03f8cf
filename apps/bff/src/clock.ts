import type { CivilDate } from '@assist/policy';

/** Milliseconds since 1970; given, so that tests need not sleep. */
export type Clock = () => number;

const SHANGHAI_MS = 8 * 3_600_000;

/** Calendar day in Asia/Shanghai (no summer time since 1991). */
export const dayInShanghai = (ms: number): CivilDate => new Date(ms + SHANGHAI_MS).toISOString().slice(0, 10) as CivilDate;

/** RFC 3339 with Shanghai's offset: `2026-11-22T10:32:00+08:00`. Parts of a second are dropped. */
export const instantText = (at: Date | number): string =>
  `${new Date((typeof at === 'number' ? at : at.getTime()) + SHANGHAI_MS).toISOString().slice(0, 19)}+08:00`;
