import { getTableColumns, sql } from 'drizzle-orm';
import type { Database } from '../../db/connect.ts';
import { workItems } from '../../db/schema.ts';
import type { ItemApplication, WorkItemRow } from './item-view.ts';

/** An item that was just taken, and what its view needs of its application. */
export interface TakenItem {
  readonly row: WorkItemRow;
  readonly application: ItemApplication | undefined;
  /** Somebody of this office declared relatives, so that the item is to be looked at for them. */
  readonly officeHasRelations: boolean;
}

/**
 * The item that comes next, held for a clerk until her lease ends, and its audit row: one prepared statement, so that a clerk's tap costs one
 * round trip. Urgent first, then what is due first and nobody has, and not what waits for the resident. Two clerks never get the same.
 * The condition of the partial index stands in the text: it is used only so.
 * @param db as this clerk may use it, the pool or a transaction on it
 */
export async function takeNext(
  db: Database,
  by: { readonly staffId: string; readonly officeId: string; readonly at: Date; readonly until: Date },
): Promise<TakenItem | undefined> {
  const at = by.at.toISOString();
  const [raw] = await db.execute(sql`
    with urgent as (
      select id from work_items
      where office_id = ${by.officeId} and open and kind = 'urgent' and (claimed_until is null or claimed_until <= ${at}::text::timestamptz)
      order by received_at, id limit 1 for update skip locked),
    next as (
      select id from work_items
      where office_id = ${by.officeId} and open and (claimed_until is null or claimed_until <= ${at}::text::timestamptz)
        and state <> 'correction-asked' and not exists (select from urgent)
      order by step_due, total_due, received_at, id limit 1 for update of work_items skip locked),
    taken as (
      update work_items w set claimed_by = ${by.staffId}, claimed_until = ${by.until.toISOString()}::text::timestamptz
      where w.id = (select id from urgent union all select id from next)
      returning w.*),
    noted as (
      insert into audit_log (at, actor_kind, actor_id, action, object_kind, object_id, office_id, result)
      select ${at}::text::timestamptz, 'staff', ${by.staffId}, 'item-claimed', 'work-item', id::text, office_id, 'done' from taken)
    select taken.*, ${sql.raw(APPLICATION_OF_ITEM)},
      exists (select from declared_relations where office_id = ${by.officeId} and ended_at is null) as relations
    from taken left join applications a on a.id = taken.application_id and a.office_id = taken.office_id`);
  if (!raw) return undefined;
  const row = workItemOf(raw);
  return {
    row,
    application: applicationOfItem(row, raw),
    officeHasRelations: raw.relations === true,
  };
}

const columns = Object.entries(getTableColumns(workItems));

/** A row as the client reads it, as drizzle would. */
export const workItemOf = (raw: Record<string, unknown>): WorkItemRow =>
  Object.fromEntries(
    columns.map(([key, column]) => {
      const value = raw[column.name];
      return [key, value === null ? null : column.mapFromDriverValue(value)];
    }),
  ) as WorkItemRow;

/** What the view of an item needs of its application `a`. */
export const APPLICATION_OF_ITEM = `a.applicant_sealed as a_applicant, a.number as a_number, a.members as a_members, a.decision_due::text as a_due,
  a.decision_provisional as a_provisional, a.decision_working_days as a_days, a.handled_as as a_handled_as`;

export const applicationOfItem = ({ applicationId }: WorkItemRow, raw: Record<string, unknown>): ItemApplication | undefined =>
  applicationId && raw.a_applicant
    ? {
        id: applicationId,
        applicantSealed: raw.a_applicant as Buffer,
        number: raw.a_number as string,
        members: raw.a_members as number,
        decisionDue: raw.a_due as string | null,
        decisionProvisional: raw.a_provisional as boolean | null,
        decisionWorkingDays: raw.a_days as number | null,
        handledAs: raw.a_handled_as as ItemApplication['handledAs'],
      }
    : undefined;
