import type { Sql, TransactionSql } from 'postgres';
import { chooseRows, chosen } from './choose-rows.ts';
import { copyRows, lostReferences, type Sum, sumOf } from './copy-rows.ts';
import { type Table, tablesOf, WHOLE } from './tables.ts';
import { UNSENT } from './where-she-is.ts';

type Tx = TransactionSql<Record<string, never>>;

export interface Carried {
  readonly table: string;
  /** Of these, so many are only pointed to, and shown to nobody there. */
  readonly beside: number;
  readonly there: Sum;
  readonly here: Sum;
}

/** Which rows go is known; they are there and compared; people may write again. */
export type Step = 'chosen' | 'carried' | 'free';

export interface Move {
  readonly districts: readonly string[];
  readonly now: Date;
  /** Everything but the end: neither database is changed. */
  readonly rehearse?: boolean;
  /** @param ms since nobody can write here */
  readonly said?: (step: Step, ms: number) => void;
}

/** Why nothing was carried: both databases are as they were. */
export class NotCarried extends Error {}

/**
 * Carries everything of some districts into a database that was just migrated, and puts it out of sight here, or does neither. While it works
 * nobody writes here: every table is held, reading goes on. There first, then here: where the second fails, the new one is thrown away.
 * @param from and `to`: logins that row security does not bind, so that nothing is left out unseen
 * @throws NotCarried
 */
export async function moveDistricts(
  from: Sql,
  to: Sql,
  { districts, now, rehearse = false, said = () => undefined }: Move,
): Promise<Carried[]> {
  let found: Carried[] = [];
  let heldFrom = 0;
  const sinceHeld = (step: Step) => said(step, Math.round(performance.now() - heldFrom));
  const rehearsed = new Error('rehearsed');
  try {
    await from.begin(async (here) => {
      await ready(here as unknown as Tx, from, districts);
      const tables = await tablesOf(here as unknown as Sql);
      await here.unsafe(`lock table ${tables.map(({ name }) => `"${name}"`).join(', ')}, outbox in share mode`);
      heldFrom = performance.now();
      await nothingWaits(here as unknown as Tx);
      await chooseRows(here as unknown as Tx, tables, districts);
      sinceHeld('chosen');
      await to.begin(async (there) => {
        await freshAndSame(here as unknown as Tx, there as unknown as Tx, tables);
        found = await carry(here as unknown as Tx, there as unknown as Tx, tables);
        sinceHeld('carried');
        const others = await there<
          { district: string }[]
        >`select distinct left(id, 6) as district from offices where left(id, 6) <> all (${districts})`;
        await elsewhere(
          there as unknown as Tx,
          others.map((one) => one.district),
          now,
        );
        if (rehearse) throw rehearsed;
      });
      // What was taken along to be sent is not sent from here too.
      await here.unsafe(`delete from sends where state in ('waiting', 'sending') and ctid in (select at from ${chosen('sends')})`);
      // Each side would tell her of its end, and here nobody goes on with it.
      for (const [table, unsent] of Object.entries(UNSENT))
        await here.unsafe(`delete from ${table} where ${unsent} and ctid in (select at from ${chosen(table)})`);
      // Half-written words that nobody here would see the end of.
      await here.unsafe(`delete from staff_drafts where ctid in (select at from ${chosen('staff_drafts')} where not beside)`);
      await elsewhere(here as unknown as Tx, districts, now);
    });
  } catch (error) {
    if (error !== rehearsed) throw error;
  }
  sinceHeld('free');
  return found;
}

async function ready(here: Tx, from: Sql, districts: readonly string[]): Promise<void> {
  await here.unsafe(`set local row_security = off; set local statement_timeout = 0`).simple();
  const [login] = await from`select rolsuper or rolbypassrls as free from pg_roles where rolname = current_user`;
  if (!login?.free) throw new NotCarried('the login here is bound by row security: it would leave out what it does not see');
  const known = await here<{ district: string }[]>`select distinct left(id, 6) as district from offices`;
  const unknown = districts.filter((one) => !/^\d{6}$/.test(one) || !known.some(({ district }) => district === one));
  if (districts.length === 0 || unknown.length > 0) throw new NotCarried(`no such district: ${unknown.join(', ')}`);
  const gone = await here`select district from districts_elsewhere where district = any (${[...districts]})`;
  if (gone.length > 0) throw new NotCarried(`already elsewhere: ${gone.map((one) => one.district).join(', ')}`);
}

async function nothingWaits(here: Tx): Promise<void> {
  const [waits] = await here`select count(*)::int as n from outbox where done_at is null`;
  if (waits?.n > 0)
    throw new NotCarried(`${waits?.n} jobs wait in the outbox: stop what takes requests, and let the workers end them first`);
}

async function freshAndSame(here: Tx, there: Tx, tables: readonly Table[]): Promise<void> {
  await there
    .unsafe(`set local session_replication_role = replica; set local row_security = off; set local statement_timeout = 0`)
    .simple();
  const [own, other] = await Promise.all([here, there].map((side) => side`select name, sha256 from schema_migrations order by name`));
  if (JSON.stringify(own) !== JSON.stringify(other))
    throw new NotCarried('the two databases are not of the same version: migrate both with this one');
  for (const { name } of tables) {
    if (name in WHOLE) await there.unsafe(`delete from "${name}"`);
    else if ((await there.unsafe(`select from "${name}" limit 1`)).length > 0)
      throw new NotCarried(`the new database is not empty: there is something in ${name}`);
  }
}

async function carry(here: Tx, there: Tx, tables: readonly Table[]): Promise<Carried[]> {
  const found: Carried[] = [];
  for (const table of tables) {
    const [go] = await here.unsafe(
      `select count(*)::int as rows, count(*) filter (where beside)::int as beside from ${chosen(table.name)}`,
    );
    if (go?.rows > 0) await copyRows(here, there, table);
    const these = `ctid in (select at from ${chosen(table.name)})`;
    const [went, came] = await Promise.all([sumOf(here, table, these), sumOf(there, table, 'true')]);
    found.push({ table: table.name, beside: go?.beside, here: went, there: came });
  }
  const other = found.filter((one) => one.here.rows !== one.there.rows || one.here.hash !== one.there.hash);
  if (other.length > 0) throw new NotCarried(`came over differently: ${other.map((one) => one.table).join(', ')}`);
  const lost = await lostReferences(there, tables);
  if (lost.length > 0) throw new NotCarried(`not whole: ${lost.join('; ')}`);
  await countersGoOn(here, there);
  return found;
}

/** What is numbered goes on after the last number here, given or not. */
async function countersGoOn(here: Tx, there: Tx): Promise<void> {
  const counters = await here<{ name: string; last: string | null }[]>`
    select sequencename as name, last_value::text as last from pg_sequences where schemaname = 'public'`;
  for (const { name, last } of counters) if (last !== null) await there`select setval(${`public."${name}"`}::regclass, ${last}::bigint)`;
}

async function elsewhere(side: Tx, districts: readonly string[], now: Date): Promise<void> {
  await side`insert into districts_elsewhere (district, since) select unnest(${[...districts]}::text[]), ${now}`;
  await side`update offices set live = false where left(id, 6) = any (${[...districts]})`;
  await side`select guard_elsewhere()`;
}
