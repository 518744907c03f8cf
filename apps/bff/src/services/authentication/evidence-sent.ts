import { type SQL, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { authenticationPlace } from './sealed-places.ts';
import type { PersonOnPaper } from './whom.ts';

/**
 * Videos and photos that residents sent, as services/delivery lists what was sent: whether a person still has to look at one, and whether it
 * stands in the lane for that. What looking came to is not said.
 */
export const evidenceSent = (when: SQL, item: SQL): SQL => sql`
  select 'authentication', a.id, a.office_id, a.actor_id::uuid, a.at, a.at, a.at, a.state = 'to-look-at', true, ${item}
  from authentications a left join work_items w on w.kind = 'evidence' and w.subject_id = a.id
  where a.actor_kind = 'account' and a.contact = 'office-manual' and ${when}`;

/** What its item in the lane says, of one that nobody looked at; nothing of one that somebody did. */
export async function itemOfEvidence(tx: Context, authenticationId: string) {
  const [row] = await tx.db.execute<{ office: string; case_id: string | null; sealed: Buffer; number: string; face: boolean }>(sql`
    select office_id as office, case_id, person_sealed as sealed, number, face_check_id is not null as face
    from authentications where id = ${authenticationId} and state = 'to-look-at'`);
  if (!row) return undefined;
  return {
    officeId: row.office,
    caseId: row.case_id,
    name: tx.cipher.openJson<PersonOnPaper>(authenticationPlace.person(authenticationId), row.sealed).name,
    number: row.number,
    about: [row.face ? 'guardian-photo' : 'video-or-photo'],
  };
}
