import { eq, type SQL, sql } from 'drizzle-orm';
import { doors } from '../../db/schema.ts';
import { caseById } from '../case-file/case-file-of.ts';
import type { Context } from '../context.ts';
import { recordOf, toReadOf } from './door-record.ts';

/** Not read yet, or not agreed to and not answered. */
const WAITS = sql.raw(`(doors.not_agreed_at is not null and doors.answered_at is null or doors.to_read and not exists (
  select from audit_log l where l.object_id = doors.id::text and l.action = 'door-settled'))`);

/** What assistants brought back from doors, as services/delivery lists what was sent. What is in it is not said. */
export const doorsSent = (when: SQL, item: SQL): SQL => sql`
  select 'door', doors.id, doors.office_id, doors.account_id, doors.at, doors.at, doors.at, ${WAITS}, true, ${item}
  from doors left join work_items w on w.kind = 'door' and w.subject_id = doors.id
  where ${when}`;

/** What its item in the lane says, of one that waits; nothing of one that somebody read. */
export async function itemOfDoor(tx: Context, doorId: string) {
  const [found] = await tx.db
    .select({ row: doors, waits: sql<boolean>`${WAITS}` })
    .from(doors)
    .where(eq(doors.id, doorId));
  if (!found?.waits) return undefined;
  const { row } = found;
  const { door } = recordOf(tx, row);
  const opened = row.caseId ? await caseById(tx, row.caseId) : undefined;
  const notAgreed = row.notAgreedAt !== null;
  return {
    officeId: row.officeId,
    caseId: row.caseId,
    name: opened?.members[0]?.person.name ?? door.apply?.name ?? '',
    number: row.number,
    about: [...toReadOf(door), ...(notAgreed ? ['door-not-agreed'] : [])],
    marks: notAgreed ? ['not-agreed'] : [],
  };
}
