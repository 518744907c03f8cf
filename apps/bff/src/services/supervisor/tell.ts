import { supervisorNotices } from '../../db/schema.ts';
import { type Context, now } from '../context.ts';

type Row = typeof supervisorNotices.$inferInsert;

/** Tells the township's supervisors, once for a source. In the caller's transaction. @returns false where this source was told before */
export async function tellSupervisors(
  tx: Context,
  notice: Pick<Row, 'officeId' | 'kind' | 'subjectId' | 'source' | 'staffId'>,
): Promise<boolean> {
  const told = await tx.db
    .insert(supervisorNotices)
    .values({ ...notice, at: now(tx) })
    .onConflictDoNothing()
    .returning({ id: supervisorNotices.id });
  return told.length > 0;
}
