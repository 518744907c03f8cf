import { setImmediate as breathe } from 'node:timers/promises';
import type { CivilDate, DivisionCode } from '@assist/policy';
import { dayInShanghai } from '../../clock.ts';
import { numberHash } from '../account/account.ts';
import type { Context } from '../context.ts';
import { ServiceProblem } from '../problem.ts';
import { type Heading, readHeading } from './columns.ts';
import { decode, type Encoding } from './decode.ts';
import { householdFrom } from './households.ts';
import { csvRows } from './read-csv.ts';
import { type RegisterRow, readRow } from './read-row.ts';
import type { RegisterHousehold, RowProblem } from './register-household.ts';
import { townships } from './townships.ts';

/** Others have requests under way in this process: every so many rows they get their turn. */
const ROWS_AT_ONCE = 500;

/** A household that passed, with the rows its members stand on and their keyed hashes, both by the member's place. */
export interface ReadHousehold {
  readonly household: RegisterHousehold;
  readonly rows: readonly number[];
  readonly hashes: readonly (Buffer | null)[];
}

export interface ReadRegister {
  readonly encoding: Encoding;
  /** Rows with something in them, without the heading. */
  readonly rows: number;
  readonly households: readonly ReadHousehold[];
  /** Every household number of the file, also of those with problems: none of them is missing from it. */
  readonly numbers: ReadonlySet<string>;
  readonly problems: readonly RowProblem[];
}

/**
 * Reads a register and checks it by itself; what the database has is not looked at. A household with a problem is left out whole.
 * @param ownOffice of a clerk; undefined where the district sends it
 * @throws ServiceProblem `import-unreadable`, `import-columns`
 */
export async function readRegister(ctx: Context, bytes: Uint8Array, ownOffice: string | undefined): Promise<ReadRegister> {
  const { text, encoding } = decode(bytes);
  const places = await townships(ctx, ownOffice?.slice(0, 6) as DivisionCode | undefined);
  const { byNumber, rows, problems, broken } = await readRows(text, dayInShanghai(ctx.clock()));
  const read: ReadHousehold[] = [];
  let at = 0;
  for (const [number, own] of byNumber) {
    if (++at % ROWS_AT_ONCE === 0) await breathe();
    if (broken.has(number)) continue;
    const { household, rows: lines, problems: found } = householdFrom(own, places, ownOffice);
    problems.push(...found);
    if (household) read.push({ household, rows: lines, hashes: household.members.map((one) => numberHash(ctx, one.paper)) });
  }
  const households = withoutDoubles(read, problems);
  problems.sort((a, b) => a.row - b.row);
  return { encoding, rows, households, numbers: new Set(byNumber.keys()), problems };
}

async function readRows(text: string, today: CivilDate) {
  const byNumber = new Map<string, RegisterRow[]>();
  const broken = new Set<string>();
  const problems: RowProblem[] = [];
  let heading: Heading | undefined;
  let at = 0;
  let rows = 0;
  for await (const cells of csvRows(text)) {
    at += 1;
    if (at % ROWS_AT_ONCE === 0) await breathe();
    if (!heading) {
      heading = headingOf(cells);
      continue;
    }
    const read = readRow(heading, cells, at, today);
    if (!read) continue;
    rows += 1;
    problems.push(...read.problems);
    const own = byNumber.get(read.registerNumber) ?? [];
    byNumber.set(read.registerNumber, own);
    if (read.row) own.push(read.row);
    else broken.add(read.registerNumber);
  }
  if (!heading) headingOf([]);
  return { byNumber, rows, problems, broken };
}

/** @throws ServiceProblem `import-columns` with every column that is missing or there twice */
function headingOf(cells: readonly string[]): Heading {
  const heading = readHeading(cells);
  const fields = [
    ...heading.missing.map((path) => ({ path, sentence: `缺“${path}”这一列` })),
    ...heading.twice.map((path) => ({ path, sentence: `“${path}”这一列写了两次` })),
  ];
  if (fields.length > 0) throw new ServiceProblem('import-columns', { fields });
  return heading;
}

/** Somebody in two households: which is right only a person can say, so both wait. */
function withoutDoubles(read: readonly ReadHousehold[], problems: RowProblem[]): ReadHousehold[] {
  const places = new Map<string, { readonly one: ReadHousehold; readonly row: number }[]>();
  for (const one of read)
    one.hashes.forEach((hash, i) => {
      if (!hash) return;
      const key = hash.toString('base64');
      places.set(key, [...(places.get(key) ?? []), { one, row: one.rows[i] as number }]);
    });
  const doubled = new Set<ReadHousehold>();
  for (const found of places.values()) {
    if (found.length < 2) continue;
    for (const { one, row } of found) {
      doubled.add(one);
      const other = found.find((each) => each.row !== row);
      problems.push({ row, column: '证件号码', sentence: `这个人在第 ${other?.row} 行的另一户里也有` });
    }
  }
  return read.filter((one) => !doubled.has(one));
}
