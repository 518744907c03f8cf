import { sql } from 'drizzle-orm';
import type { Database } from '../../db/connect.ts';
import { type StaffScope, scopedTo, scopedToPlatform, scopedToWorker } from '../../db/scope.ts';
import { IDS_OF_PEOPLE } from '../authentication/ids-of-people.ts';
import type { Context } from '../context.ts';
import { itemsOf } from '../queue/items-of.ts';
import type { Staff } from './who.ts';

/**
 * The same context, bound to who is asking: row security lets nothing through but her township's rows (a confirmer's district, an
 * assistant's village), and nothing about people she declared to be her relatives (JLP53-5-2b, MCA57-11).
 */
export async function asStaff(ctx: Context, staff: Staff): Promise<Context> {
  const { staffId, officeId, handles = [], district, villages } = staff;
  const scope: StaffScope = {
    staffId,
    offices: [...new Set([officeId, ...handles])],
    ...(district && { districts: [district] }),
    role: staff.role,
    // Nobody's village is named so: an assistant without one sees no household.
    villages: staff.role === 'assistant' ? ['\t', ...(villages ?? [])] : undefined,
    hidden: staff.related ? await idsKeptFromHer(ctx, staff) : [],
  };
  return { ...ctx, ...scopedTo(ctx.client, scope) };
}

/** Ids of what is about somebody's declared relatives, in whichever township. Looked for anew each time: what came in since is found too. */
async function idsOfRelatives(db: Database, staffId: string): Promise<string[]> {
  const rows = await db.execute<{ id: string }>(sql`
    with people as (select number_hash from declared_relations where staff_id = ${staffId} and ended_at is null),
    families as (select m.case_id as id from case_members m join people using (number_hash)),
    papers as (select application_id as id from application_people join people using (number_hash)),
    found as (select id from papers union select id from families
    union ${IDS_OF_PEOPLE}
    union select c.id from changes c join people p on p.number_hash = c.teller_number_hash
    union select c.id from changes c join families f on f.id = c.case_id
    union select c.id from changes c join families f on f.id = c.match_case_id
    union select c.id from urgent_calls c join accounts a on a.id = c.account_id join people p on p.number_hash = a.number_hash
    union select c.id from urgent_calls c join papers p on p.id = c.application_id
    union select r.id from referrals r join people p on p.number_hash = r.person_hash
    union select r.run_id from alerts r join people p on p.number_hash = r.person_hash
    union select c.run_id from cross_checks c join cross_check_people m on m.check_id = c.id join people p on p.number_hash = m.number_hash
    union select r.id from procedure_runs r join papers p on p.id = r.application_id
    union select r.id from procedure_runs r join families f on f.id = r.case_id)
    select id from found
    union select r.id from procedure_runs r join found f on f.id = r.urgent_call_id
    union select s.work_item_id from shares s where s.ended_at is null and s.work_item_id = any (array(${itemsOf(sql`found`)}))`);
  return rows.map((row) => row.id);
}

/** The same context, bound to another system: what happened in its client's districts, and nothing else of a township. */
export const asPlatform = (ctx: Context, districts: readonly string[]): Context => ({ ...ctx, ...scopedToPlatform(ctx.client, districts) });

/** For the few questions that go beyond a township, in verbs that say themselves what of it their caller learns. Not inside a transaction. */
export const beyondTownship = (ctx: Context): Context => ({ ...ctx, ...scopedToWorker(ctx.client) });

/** Which ids are kept from whom it is who asks. Not inside a transaction. */
export const idsKeptFromHer = (ctx: Context, staff: Staff): Promise<string[]> =>
  idsOfRelatives(scopedToWorker(ctx.client).db, staff.staffId);

/** Inside a transaction of somebody else's: which ids are about the declared relatives of this colleague. */
export const idsKeptFrom = async (tx: Context, staffId: string): Promise<ReadonlySet<string>> =>
  new Set(await asWorker(tx, () => idsOfRelatives(tx.db, staffId)));

/** A part of a transaction of somebody else's that goes beyond her township; what it throws undoes the transaction. */
export async function asWorker<T>(tx: Context, work: () => Promise<T>): Promise<T> {
  const [before] = await tx.db.execute<{ actor: string }>(sql`select current_setting('assist.actor', true) as actor`);
  await tx.db.execute(sql`select set_config('assist.actor', 'worker', true)`);
  const value = await work();
  await tx.db.execute(sql`select set_config('assist.actor', ${before?.actor ?? ''}, true)`);
  return value;
}
