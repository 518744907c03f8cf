import { eq } from 'drizzle-orm';
import { changeNotices, submissions } from '../../db/schema.ts';
import { type Context, now } from '../context.ts';

/** Written with what follows taking in, in its transaction: the number was compared with other accounts'. */
export const applicationChecked = (tx: Context, applicationId: string) =>
  tx.db
    .update(submissions)
    .set({ checkedAt: now(tx) })
    .where(eq(submissions.applicationId, applicationId));

/** The same of a change: it was put beside what others told. */
export const changeChecked = (tx: Context, changeId: string) =>
  tx.db
    .update(changeNotices)
    .set({ checkedAt: now(tx) })
    .where(eq(changeNotices.id, changeId));
