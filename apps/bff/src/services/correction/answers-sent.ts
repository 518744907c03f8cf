import { and, eq, type SQL, sql } from 'drizzle-orm';
import { workItems } from '../../db/schema.ts';
import { lockApplication } from '../application/lock.ts';
import { moveTo } from '../application/move-to.ts';
import type { Context } from '../context.ts';

/**
 * Answers to what the township asked for, as services/delivery lists what was sent. An answer stands at its application's item: it waits for
 * nothing of its own.
 */
export const answersSent = (when: SQL, item: SQL): SQL => sql`
  select 'correction', n.id, n.office_id, n.account_id, n.answered_at, n.answered_at, n.answered_at, false, true, ${item}
  from correction_answers n left join work_items w on w.kind = 'application' and w.application_id = n.application_id
  where ${when}`;

const LAST = sql`(select c.id from corrections c where c.application_id = a.id order by c.seq desc limit 1)`;

/** The last answer of an application that the township still waits for, or whose item does not say that it is there. */
export const answerUnseen = (answerId: SQL): SQL => sql`exists (
  select from correction_answers n join applications a on a.id = n.application_id
    left join work_items w on w.kind = 'application' and w.application_id = a.id
  where n.id = ${answerId} and n.correction_id = ${LAST} and (a.state = 'correction-asked' or a.state = 'correction-answered' and w.state <> a.state))`;

/** An application that was answered, and the answer is not there. */
export const answerGone = (applicationId: SQL): SQL => sql`exists (
  select from applications a where a.id = ${applicationId} and a.state = 'correction-answered'
    and not exists (select from correction_answers n where n.correction_id = ${LAST}))`;

/** Says on the application and its item that the answer is there. @returns whether anything had to be done */
export async function showAnswer(tx: Context, answerId: string, officeId: string): Promise<boolean> {
  const [answer] = await tx.db.execute<{ application_id: string }>(
    sql`select application_id from correction_answers where id = ${answerId}`,
  );
  if (!answer) return false;
  const application = await lockApplication(tx, answer.application_id, officeId);
  if (application.state === 'correction-asked') {
    await moveTo(tx, application, 'correction-answered');
    return true;
  }
  if (application.state !== 'correction-answered') return false;
  await tx.db
    .update(workItems)
    .set({ state: 'correction-answered' })
    .where(and(eq(workItems.applicationId, application.id), eq(workItems.kind, 'application')));
  return true;
}
