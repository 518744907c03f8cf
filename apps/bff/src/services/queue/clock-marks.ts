import { sql } from 'drizzle-orm';
import { workItems } from '../../db/schema.ts';

/** What an item's marks become when its step begins another clock: what was near, or at its end, is not any more. */
export const withoutClockMarks = sql<string[]>`array_remove(array_remove(${workItems.marks}, 'due-soon'), 'due-now')`;

/** Puts a mark on items of a subject or of an id, once. */
export const withMark = (mark: 'due-soon' | 'due-now') =>
  sql<
    string[]
  >`case when ${mark} = any (${workItems.marks}) then ${workItems.marks} else array_append(${workItems.marks}, ${mark}::text) end`;
