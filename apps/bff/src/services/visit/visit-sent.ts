import type { CivilDate } from '@assist/policy';
import { eq, type SQL, sql } from 'drizzle-orm';
import { dayInShanghai } from '../../clock.ts';
import { visits } from '../../db/authentication.ts';
import { nextNumber } from '../authentication/number.ts';
import type { PersonOnPaper } from '../authentication/whom.ts';
import type { Context } from '../context.ts';
import { officeOf } from '../place/offices.ts';
import { visitPlace } from './sealed.ts';

/** Visits that were asked for, on the phone or by what led to one, as services/delivery lists what was sent. One stands until it was made or called off. */
export const visitsSent = (when: SQL, item: SQL): SQL => sql`
  select 'visit', v.id, v.office_id, v.account_id, v.asked_at, v.asked_at, v.asked_at, v.state in ('asked', 'arranged', 'not-met'), true, ${item}
  from visits v left join work_items w on w.kind = 'visit' and w.subject_id = v.id
  where ${when}`;

/** What its item in the lane says, of one that stands; its number stood there alone, so it gets a new one. */
export async function itemOfVisit(tx: Context, visitId: string) {
  const [row] = await tx.db.select().from(visits).where(eq(visits.id, visitId));
  if (!row || row.state === 'done' || row.state === 'cancelled') return undefined;
  const arranged = row.state === 'arranged' && row.day !== null;
  return {
    officeId: row.officeId,
    caseId: row.caseId,
    name: tx.cipher.openJson<PersonOnPaper>(visitPlace.person(visitId), row.personSealed).name,
    number: await nextNumber(tx, await officeOf(tx, row.officeId), dayInShanghai(row.askedAt.getTime())),
    about: [row.why],
    marks: row.why === 'nobody-reached' ? ['bounced'] : [],
    ...(arranged && { state: 'arranged' as const, due: row.day as CivilDate }),
  };
}
