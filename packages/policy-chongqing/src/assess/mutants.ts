import type { AnyTable, DatedValue } from '@assist/policy';
import { addDays } from '@assist/policy';

/** One dated value, broken in one way. */
export interface Mutant {
  readonly name: string;
  readonly table: AnyTable;
  readonly kind: 'value' | 'day';
}

/** Every value of a table made larger and smaller by one, and begun a day later and a day earlier. */
export function mutantsOf(table: AnyTable): Mutant[] {
  return table.rows.flatMap((row, index) => {
    const of = (what: string, kind: Mutant['kind'], changed: DatedValue<unknown> | undefined): Mutant => ({
      name: `${table.id} ${row.scope} ${row.area ?? ''} ${row.from} ${what}`,
      kind,
      table: { ...table, rows: table.rows.flatMap((one, at) => (at === index ? (changed === undefined ? [] : [changed]) : [one])) },
    });
    return [
      ...brokenValues(row.value).map(([what, value]) => of(what, 'value', value === GONE ? undefined : { ...row, value })),
      of('a day later', 'day', { ...row, from: addDays(row.from, 1) }),
      of('a day earlier', 'day', { ...row, from: addDays(row.from, -1) }),
    ];
  });
}

const GONE = Symbol('gone');

function brokenValues(value: unknown, path = ''): [string, unknown][] {
  if (typeof value === 'number') {
    // A ratio moves by a hundredth, everything else by one: a fen, a year, a grade, a month.
    const step = Number.isInteger(value) ? 1 : 0.01;
    return [
      [`${path}+${step}`, value + step],
      [`${path}-${step}`, value - step],
    ];
  }
  if (Array.isArray(value))
    return value.flatMap((inner, at) =>
      brokenValues(inner, `${path}[${at}]`).map(([what, broken]): [string, unknown] => [
        what,
        value.map((one, other) => (other === at ? broken : one)),
      ]),
    );
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([name, inner]) =>
      brokenValues(inner, `${path}.${name}`).map(([what, broken]): [string, unknown] => [what, { ...value, [name]: broken }]),
    );
  }
  if (value === 'left-out' || value === 'open') return [['flipped', value === 'open' ? 'left-out' : 'open']];
  return [['gone', GONE]];
}
