import type { Certainty } from './receipt.ts';
import type { CivilDate, DivisionCode } from './units.ts';

export type Area = 'urban' | 'rural';

/** `CN` is the nation, `50` the city; a district has its 6 digits. */
export type Scope = 'CN' | DivisionCode | (string & {});

/** One value from one day on, with where it was read and how sure that is. */
export interface DatedValue<Value> {
  readonly value: Value;
  readonly scope: Scope;
  /** Absent: for both. */
  readonly area?: Area;
  readonly from: CivilDate;
  /** Last day, where the text itself ends; otherwise it holds until a newer one. */
  readonly until?: CivilDate;
  /** Id of the clause or fact it comes from, e.g. `F3-01`. */
  readonly source: string;
  readonly certainty: Certainty;
}

/** All values one figure had, newest first. Made by `datedTable`. */
export interface DatedTable<Value> {
  readonly id: string;
  /** What it is, in Chinese, e.g. `低保标准`. */
  readonly title: string;
  readonly rows: readonly DatedValue<Value>[];
}

/** Sorts newest first, and the more particular place first among those of one day. Throws on two rows that would answer the same question. */
export function datedTable<Value>(id: string, title: string, rows: readonly DatedValue<Value>[]): DatedTable<Value> {
  const sorted = [...rows].sort((a, b) => (a.from < b.from ? 1 : a.from > b.from ? -1 : breadth(a.scope) - breadth(b.scope)));
  const seen = new Set<string>();
  for (const row of sorted) {
    const key = `${row.from}|${row.scope}|${row.area ?? ''}`;
    if (seen.has(key)) throw new Error(`dated values ${id}: two rows for ${key}`);
    seen.add(key);
  }
  return { id, title, rows: sorted };
}

/**
 * The value in force: the newest wins, then district over city over nation. Undefined where nothing was found:
 * the rule then leaves it to an officer, and no figure is invented.
 */
export function valueOn<Value>(
  table: DatedTable<Value>,
  on: CivilDate,
  district: DivisionCode,
  area?: Area,
): DatedValue<Value> | undefined {
  for (const row of table.rows) {
    if (row.from > on || (row.until !== undefined && row.until < on)) continue;
    if (row.area !== undefined && row.area !== area) continue;
    if (row.scope !== 'CN' && !district.startsWith(row.scope)) continue;
    return row;
  }
  return undefined;
}

/** The first day on which the table says anything at all. */
export function firstDay<Value>(table: DatedTable<Value>): CivilDate | undefined {
  return table.rows.at(-1)?.from;
}

function breadth(scope: Scope): number {
  return scope === 'CN' ? 0 : -scope.length;
}
