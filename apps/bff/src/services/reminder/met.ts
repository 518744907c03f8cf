import { and, eq, inArray, isNull, lt } from 'drizzle-orm';
import { visits } from '../../db/authentication.ts';
import { reminders, sends } from '../../db/schema.ts';
import { type Context, now } from '../context.ts';
import { closeVisit } from '../visit/close.ts';

/**
 * The person was met: whatever step their reminders stand on, they end, without a word, and what was to go out this morning does not.
 * A visit that the ladder itself asked for, and that nobody has arranged yet, is called off: nobody goes there for nothing.
 * In the caller's transaction. The ladder would see it by itself; this makes it at once.
 * @param next their new date: reminders of earlier dates end; undefined where nobody is invited any more
 */
export async function endReminders(
  tx: Context,
  { caseId, memberId, next }: { readonly caseId: string; readonly memberId: string; readonly next: string | undefined },
): Promise<void> {
  const ended = await tx.db
    .update(reminders)
    .set({ endedAt: now(tx), endedWhy: 'met' })
    .where(
      and(
        eq(reminders.caseId, caseId),
        eq(reminders.memberId, memberId),
        isNull(reminders.endedAt),
        ...(next ? [lt(reminders.due, next)] : []),
      ),
    )
    .returning({ id: reminders.id });
  await callOff(tx, caseId, memberId, next);
  if (ended.length === 0) return;
  await tx.db
    .update(sends)
    .set({ state: 'bounced', why: 'met-meanwhile', settledAt: now(tx) })
    .where(
      and(
        inArray(
          sends.reminderId,
          ended.map((row) => row.id),
        ),
        eq(sends.state, 'waiting'),
      ),
    );
}

async function callOff(tx: Context, caseId: string, memberId: string, next: string | undefined): Promise<void> {
  const rows = await tx.db
    .select({ visit: visits })
    .from(reminders)
    .innerJoin(visits, eq(visits.id, reminders.visitId))
    .where(
      and(
        eq(reminders.caseId, caseId),
        eq(reminders.memberId, memberId),
        ...(next ? [lt(reminders.due, next)] : []),
        eq(visits.state, 'asked'),
        inArray(visits.why, ['authentication-due', 'nobody-reached']),
      ),
    )
    .for('update', { of: visits });
  for (const { visit } of rows) await closeVisit(tx, visit, 'cancelled');
}
