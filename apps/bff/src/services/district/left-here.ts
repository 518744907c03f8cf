import type { TransactionSql } from 'postgres';
import { type Table, WHOLE } from './tables.ts';

type Tx = TransactionSql<Record<string, never>>;
/** Where what is cleared of a table lies. */
export const left = (table: string): string => `"left_${table}"`;

/** Of the district, and it stays all the same. */
const STAYS: Readonly<Record<string, string>> = {
  audit_log: 'nothing of it is ever taken away',
  accounts: 'of a person, who may have matters on both sides; closed by herself',
  staff_accounts: 'the trail says who did what by their ids',
  assistant_accounts: 'as those of the staff',
  office_day_numbers: 'a number that was given is not given again',
  reality_codes: 'of a message, which is of a person',
};

/** Tables of which something may be cleared: that name a township, or hang on one that does. */
export function clearable(tables: readonly Table[]): Table[] {
  const named = tables.filter(({ name, offices }) => offices.length > 0 && !(name in WHOLE) && !(name in STAYS));
  const names = new Set(named.map(({ name }) => name));
  const hanging = tables.filter((one) => !names.has(one.name) && !(one.name in WHOLE) && !(one.name in STAYS) && on(one, names).length > 0);
  return childrenFirst([...named, ...hanging]);
}
const on = ({ references }: Table, names: ReadonlySet<string>) => references.filter(({ to }) => names.has(to));

/** In an order that foreign keys allow: whatever points to a table comes before it. A table may point to itself. */
function childrenFirst(tables: readonly Table[]): Table[] {
  const ordered: Table[] = [];
  for (let rest = [...tables]; rest.length > 0; ) {
    const next = rest.filter(({ name }) => !rest.some((one) => one.name !== name && one.references.some(({ to }) => to === name)));
    if (next.length === 0) throw new Error(`tables point to each other: ${rest.map(({ name }) => name).join(', ')}`);
    ordered.push(...next);
    rest = rest.filter((one) => !next.includes(one));
  }
  return ordered;
}

/**
 * Notes which rows are cleared: that name townships of these districts and of no other, and what hangs on them and names none; less whatever
 * somebody else's row points to. @returns how many of these stay for that, by table
 */
export async function chooseLeft(tx: Tx, tables: readonly Table[], districts: readonly string[]): Promise<Record<string, number>> {
  const these = `array[${districts.map((one) => `'${one}'`).join(', ')}]`;
  const names = new Set(tables.map(({ name }) => name));
  for (const { name } of tables) await tx.unsafe(`create temp table ${left(name)} (at tid primary key) on commit drop`);
  for (const table of tables) if (table.offices.length > 0) await add(tx, table, `${ofThese(table, these)}`);
  for (const table of tables)
    if (table.offices.length === 0)
      for (const { columns, to, toColumns } of on(table, names))
        await add(
          tx,
          table,
          `(${columns.map((one) => `t."${one}"`)}) in (select ${toColumns.map((one) => `"${one}"`)} from "${to}" where ${among(to)})`,
        );
  return pinned(tx, tables);
}

export const among = (table: string): string => `ctid in (select at from ${left(table)})`;
const add = (tx: Tx, { name }: Table, where: string) =>
  tx.unsafe(`insert into ${left(name)} select t.ctid from "${name}" t where ${where} on conflict do nothing`);

function ofThese(table: Table, these: string): string {
  const offices = table.offices.map((one) => `t."${one}"`);
  const place = table.hasDistrict ? `coalesce(left(${offices[0]}, 6), t.district)` : `left(coalesce(${offices.join(', ')}), 6)`;
  return [`${place} = any (${these})`, ...offices.map((one) => `(${one} is null or left(${one}, 6) = any (${these}))`)].join(' and ');
}

async function pinned(tx: Tx, tables: readonly Table[]): Promise<Record<string, number>> {
  const stay: Record<string, number> = {};
  for (let more = true; more; ) {
    more = false;
    for (const table of tables)
      for (const { columns, to, toColumns, kept } of table.references) {
        if (!kept || !tables.some(({ name }) => name === to)) continue;
        const same = columns.map((one, i) => `t."${one}" = p."${toColumns[i]}"`).join(' and ');
        const { count } =
          await tx.unsafe(`delete from ${left(to)} l using "${to}" p where p.ctid = l.at and exists (select from "${table.name}" t
          where ${same} and not exists (select from ${left(table.name)} o where o.at = t.ctid))`);
        if (count === 0) continue;
        stay[to] = (stay[to] ?? 0) + count;
        more = true;
      }
  }
  return stay;
}
