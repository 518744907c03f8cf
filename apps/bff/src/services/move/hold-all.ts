import { sql } from 'drizzle-orm';
import type { Context } from '../context.ts';

/**
 * Holds whatever somebody could be writing to while it moves, in the order in which the other verbs take them: the month's lists, then
 * applications and changes, runs, items, the case at the end, so that of two at once one is first and the other sees where it went.
 */
export async function holdAll(tx: Context, officeId: string, about: { caseId?: string; applicationId?: string }): Promise<void> {
  const [caseId, applicationId] = [about.caseId ?? null, about.applicationId ?? null];
  await tx.db.execute(sql`select id from payment_lists where office_id = ${officeId} order by month for update`);
  await tx.db.execute(sql`
    select id from applications where id = ${applicationId}::uuid
      or id in (select application_id from procedure_runs where case_id = ${caseId}::uuid) order by id for update`);
  await tx.db.execute(sql`select id from changes where case_id = ${caseId}::uuid order by id for update`);
  await tx.db.execute(sql`
    select id from procedure_runs where case_id = ${caseId}::uuid or application_id = ${applicationId}::uuid order by id for update`);
  await tx.db.execute(sql`
    select id from work_items where case_id = ${caseId}::uuid or application_id = ${applicationId}::uuid
      or subject_id in (select id from procedure_runs where case_id = ${caseId}::uuid or application_id = ${applicationId}::uuid)
    order by id for update`);
  await tx.db.execute(sql`select id from case_files where id = ${caseId}::uuid for update`);
}
