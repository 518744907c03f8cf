import { sql } from 'drizzle-orm';
import type { Context } from '../context.ts';

/** Ids of the photos and films that came with meetings of this household: which files there are, not what became of any meeting. */
export async function photoIdsOfMeetings(tx: Context, caseId: string): Promise<string[]> {
  const found = (await tx.db.execute(sql`
    select f.id from files f join authentications a on a.id = f.subject_id and f.subject_kind = 'authentication' where a.case_id = ${caseId}::uuid
    union select f.id from files f join visits v on v.id = f.subject_id and f.subject_kind = 'visit' where v.case_id = ${caseId}::uuid
  `)) as unknown as readonly { id: string }[];
  return found.map((row) => row.id);
}
