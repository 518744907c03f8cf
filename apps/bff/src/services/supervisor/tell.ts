import { supervisorNotices } from '../../db/schema.ts';
import { type Context, now } from '../context.ts';

type Row = typeof supervisorNotices.$inferInsert;

/** Tells the township's supervisors, once for a source. In the caller's transaction. */
export async function tellSupervisors(
  tx: Context,
  notice: Pick<Row, 'officeId' | 'kind' | 'subjectId' | 'source' | 'staffId'>,
): Promise<void> {
  await tx.db
    .insert(supervisorNotices)
    .values({ ...notice, at: now(tx) })
    .onConflictDoNothing();
}
