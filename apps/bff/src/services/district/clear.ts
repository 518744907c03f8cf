import type { Sql, TransactionSql } from 'postgres';
import type { AuditAction } from '../audit/record.ts';
import { KEPT } from '../retention/kept.ts';
import { type Asked, askForFiles, askThere, type Stores, WITH_FILES } from './ask-there.ts';
import { lostReferences } from './copy-rows.ts';
import { among, chooseLeft, clearable, left } from './left-here.ts';
import { type Table, tablesOf } from './tables.ts';

type Tx = TransactionSql<Record<string, never>>;
const ACTION: AuditAction = 'district-cleared';

/** Assumed: long enough for the new one's backup to have been restored somewhere. The row policies of the role say the same (migrations/0249-clear-what-went.sql). */
export const DAYS_AFTER = 90;

/** What a phone or a colleague sends with an id of its own and no row that has to be there: such an id stays taken. */
export const IDS_STAY_TAKEN = [
  'submissions',
  'change_notices',
  'files',
  'authentications',
  'complaints',
  'urgent_calls',
  'visits',
  'contact_changes',
  'face_checks',
  'doors',
];

/** Worked out of other rows. */
const NOT_ASKED = ['work_item_counts'];
/** The other side may have ended these at their day. */
const MAY_HAVE_ENDED = new Set(
  KEPT.flatMap(({ atEnd, tables }) => (atEnd === 'deleted' ? tables : [])).filter((one) => !(one in WITH_FILES)),
);

export interface Clear {
  readonly districts: readonly string[];
  /** Both places of files; undefined where they cannot be asked, which the caller has to say. */
  readonly stores: Stores | undefined;
  readonly now: Date;
  /** Everything but the end: nothing is changed. */
  readonly rehearse?: boolean;
}

export interface Cleared {
  readonly tables: readonly (Asked & { readonly table: string; readonly stay: number })[];
  readonly files: { readonly asked: number; readonly missing: number } | undefined;
}

/** Why nothing was cleared: everything is as it was. */
export class NotCleared extends Error {}

/**
 * Clears what districts that were carried elsewhere left here, once the other side was asked for every row and every file of it; or nothing. The
 * files themselves are swept here afterwards, as those that no row names.
 * @param here and `there`: logins that row security does not bind
 * @throws NotCleared
 */
export async function clearDistricts(here: Sql, there: Sql, { districts, stores, now, rehearse = false }: Clear): Promise<Cleared> {
  const rehearsed = new Error('rehearsed');
  let cleared: Cleared | undefined;
  if (!rehearse) await here`select guard_taken_ids(${IDS_STAY_TAKEN})`;
  try {
    await here.begin(async (own) => {
      const tx = own as unknown as Tx;
      await ripe(tx, districts);
      const tables = await tablesOf(own as unknown as Sql);
      const these = clearable(tables);
      const stay = await chooseLeft(tx, these, districts);
      cleared = (await there.begin(async (other) => {
        await sameAndLive(tx, other as unknown as Tx, districts);
        return ask(tx, other as unknown as Tx, these, stay, stores);
      })) as Cleared;
      refuseMissing(cleared);
      await take(tx, these, tables, districts, now);
      if (rehearse) throw rehearsed;
    });
  } catch (error) {
    if (error !== rehearsed) throw error;
  }
  return cleared as Cleared;
}

async function ripe(tx: Tx, districts: readonly string[]): Promise<void> {
  await tx.unsafe('set local statement_timeout = 0; set local session_replication_role = replica').simple();
  const [login] = await tx`select rolsuper or rolbypassrls as free from pg_roles where rolname = current_user`;
  if (!login?.free) throw new NotCleared('the login here is bound by row security: it would leave out what it does not see');
  const gone = await tx<{ district: string }[]>`
    select district from districts_elsewhere where since < now() - make_interval(days => ${DAYS_AFTER})`;
  const not = districts.filter((one) => !gone.some(({ district }) => district === one));
  if (districts.length === 0 || not.length > 0)
    throw new NotCleared(`not carried elsewhere, or not ${DAYS_AFTER} days ago yet: ${not.join(', ')}`);
}

async function sameAndLive(here: Tx, there: Tx, districts: readonly string[]): Promise<void> {
  await there.unsafe('set local row_security = off; set local statement_timeout = 0').simple();
  const [own, other] = await Promise.all([here, there].map((side) => side`select name, sha256 from schema_migrations order by name`));
  if (JSON.stringify(own) !== JSON.stringify(other)) throw new NotCleared('the two databases are not of the same version');
  const served = await there<{ district: string }[]>`select distinct left(id, 6) as district from offices where live`;
  const not = districts.filter((one) => !served.some(({ district }) => district === one));
  if (not.length > 0) throw new NotCleared(`not served there: ${not.join(', ')}`);
}

async function ask(
  here: Tx,
  there: Tx,
  tables: readonly Table[],
  stay: Record<string, number>,
  stores: Stores | undefined,
): Promise<Cleared> {
  const found = [];
  for (const table of tables) {
    const [own] = await here.unsafe(`select count(*)::int as rows from ${left(table.name)}`);
    const asks = own?.rows > 0 && !NOT_ASKED.includes(table.name);
    const asked = asks ? await askThere(here, there, table) : { rows: own?.rows as number, goneOn: 0, missing: 0 };
    found.push({ table: table.name, ...asked, stay: stay[table.name] ?? 0 });
  }
  return { tables: found, files: stores && (await askForFiles(here, there, stores)) };
}

function refuseMissing({ tables, files }: Cleared): void {
  const missing = tables.filter((one) => one.missing > 0 && !MAY_HAVE_ENDED.has(one.table));
  if (missing.length > 0) throw new NotCleared(`not there: ${missing.map((one) => `${one.missing} of ${one.table}`).join(', ')}`);
  if (files && files.missing > 0) throw new NotCleared(`not there: ${files.missing} of ${files.asked} files`);
}

/** As the role whose row policies know which districts went, and when. What it would leave is not cleared by halves. */
async function take(tx: Tx, tables: readonly Table[], all: readonly Table[], districts: readonly string[], now: Date): Promise<void> {
  for (const table of IDS_STAY_TAKEN)
    await tx.unsafe(`insert into taken_ids select ${table === 'submissions' ? 'application_id' : 'id'} from ${table} where ${among(table)}
      on conflict do nothing`);
  await tx.unsafe(`grant select on ${tables.map(({ name }) => left(name)).join(', ')} to assist_clearing`);
  await tx.unsafe(`set local role assist_clearing; set local assist.actor = 'worker'`).simple();
  let total = 0;
  for (const { name } of tables) {
    const { count } = await tx.unsafe(`delete from "${name}" where ${among(name)}`);
    const [chosen] = await tx.unsafe(`select count(*)::int as rows from ${left(name)}`);
    if (count !== chosen?.rows) throw new NotCleared(`of ${name} only ${count} of ${chosen?.rows} rows may be cleared; run it again`);
    total += count;
  }
  await tx.unsafe('reset role; set local session_replication_role = origin').simple();
  // Triggers were not asked, those of foreign keys neither.
  const lost = await lostReferences(tx, all);
  if (lost.length > 0) throw new NotCleared(`somebody wrote meanwhile, run it again: ${lost.join('; ')}`);
  if (total > 0)
    await tx`insert into audit_log (at, actor_kind, actor_id, action, object_kind, object_id, result)
      values (${now}, 'system', 'clear-district', ${ACTION}, 'district', ${districts.join(',')}, ${String(total)})`;
}
