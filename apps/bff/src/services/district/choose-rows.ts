import type { TransactionSql } from 'postgres';
import type { Reference, Table } from './tables.ts';
import { WHOLE } from './tables.ts';
import { ofWhomIsThere, unsentOf, whoIsThere } from './where-she-is.ts';

type Tx = TransactionSql<Record<string, never>>;
export const chosen = (table: string): string => `"chosen_${table}"`;

/**
 * Notes which rows go, by where they lie: nobody writes meanwhile (the caller holds every table). They are
 * - of the district: by any column that names a township; where none is filled in, by the district;
 * - of its people: accounts that these rows name, or that wrote a number of a household of the district; and what hangs on them;
 * - what hangs on such a row and names no township itself; of what was not sent only hers who is there from now on (`where-she-is.ts`);
 * - whatever else one of these points to (`beside`), so that each reference finds its row: a household that has moved away since, a colleague elsewhere.
 */
export async function chooseRows(tx: Tx, tables: readonly Table[], districts: readonly string[]): Promise<void> {
  const byName = new Map(tables.map((one) => [one.name, one]));
  for (const { name } of tables)
    await tx.unsafe(`create temp table ${chosen(name)} (at tid primary key, beside boolean not null) on commit drop`);
  const these = `array[${districts.map((one) => `'${one}'`).join(', ')}]`;
  for (const table of tables) {
    const where = table.name in WHOLE ? 'true' : ofDistrict(table, these);
    if (where) await add(tx, table, where, false);
  }
  await people(tx, tables);
  await whoIsThere(tx, chosen('accounts'), these);
  await follow(() => hanging(tx, tables, byName));
  await trail(tx, these);
  await follow(() => pointedTo(tx, tables, byName));
}

/** As long as something is found. */
async function follow(step: () => Promise<number>): Promise<void> {
  while ((await step()) > 0);
}

const add = async (tx: Tx, table: Table, where: string, beside: boolean): Promise<number> =>
  (
    await tx.unsafe(
      `insert into ${chosen(table.name)} select t.ctid, ${beside} from "${table.name}" t where ${where} on conflict do nothing`,
    )
  ).count;

function ofDistrict(table: Table, these: string): string | undefined {
  if (table.offices.length === 0) return table.hasDistrict ? `t.district = any (${these})` : undefined;
  const any = table.offices.map((one) => `left(t."${one}", 6) = any (${these})`).join(' or ');
  return table.hasDistrict && table.name !== 'offices' ? `${any} or ${noOffice(table)} and t.district = any (${these})` : any;
}

const noOffice = (table: Table): string => table.offices.map((one) => `t."${one}" is null`).join(' and ') || 'true';

async function people(tx: Tx, tables: readonly Table[]): Promise<void> {
  const named = tables.flatMap((table) =>
    table.references
      .filter((one) => one.to === 'accounts' && table.name !== 'accounts')
      .map((one) => `select "${one.columns[0]}" from "${table.name}" where ctid in (select at from ${chosen(table.name)})`),
  );
  const numbers = `select number_hash from case_members where ctid in (select at from ${chosen('case_members')})`;
  await tx.unsafe(`insert into ${chosen('accounts')} select ctid, false from accounts
    where id in (${named.join(' union ')}) or number_hash in (${numbers}) on conflict do nothing`);
}

/** Rows without a township that point to one that goes. Offices and colleagues draw nothing along but their own. */
async function hanging(tx: Tx, tables: readonly Table[], byName: ReadonlyMap<string, Table>): Promise<number> {
  let found = 0;
  for (const table of tables) {
    if (table.name in WHOLE || table.name === 'accounts' || table.name === 'audit_log') continue;
    for (const reference of table.references) {
      if (reference.to in WHOLE || !byName.has(reference.to)) continue;
      found += await add(tx, table, `${noOffice(table)} and ${pointing(reference, 'and not beside')}${hers(table)}`, false);
    }
  }
  return found;
}

const hers = ({ name }: Table): string => {
  const unsent = unsentOf(name);
  return unsent ? ` and (not (${unsent}) or ${ofWhomIsThere})` : '';
};

const pointing = ({ columns, to, toColumns }: Reference, which: string): string =>
  `(${columns.map((one) => `t."${one}"`).join(', ')}) in (select ${toColumns.map((one) => `"${one}"`).join(', ')} from "${to}"
    where ctid in (select at from ${chosen(to)} where true ${which}))`;

/** What was done to the district's rows is among them already; what a person of it did, or was done with their account, stands without a township. */
async function trail(tx: Tx, these: string): Promise<void> {
  const ids = `select id::text from accounts where ctid in (select at from ${chosen('accounts')})`;
  await tx.unsafe(`insert into ${chosen('audit_log')} select ctid, false from audit_log
    where left(office_id, 6) = any (${these}) or office_id is null and (actor_kind = 'account' and actor_id in (${ids}) or object_id in (${ids}))
    on conflict do nothing`);
}

async function pointedTo(tx: Tx, tables: readonly Table[], byName: ReadonlyMap<string, Table>): Promise<number> {
  let found = 0;
  for (const table of tables) {
    for (const { columns, to, toColumns, kept } of table.references) {
      const parent = byName.get(to);
      if (!parent || !kept || to in WHOLE) continue;
      const where = `(${toColumns.map((one) => `t."${one}"`).join(', ')}) in (select ${columns.map((one) => `"${one}"`).join(', ')}
        from "${table.name}" where ctid in (select at from ${chosen(table.name)}))`;
      found += await add(tx, parent, where, true);
    }
  }
  return found;
}
