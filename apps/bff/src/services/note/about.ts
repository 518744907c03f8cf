import type { NoteSubject } from '@assist/contracts';
import { and, eq } from 'drizzle-orm';
import { applications, changes, itemNotes, procedureRuns } from '../../db/schema.ts';
import type { Context } from '../context.ts';
import { ServiceProblem } from '../problem.ts';
import { runSeenBy } from '../procedure/who.ts';
import type { Staff } from '../staff/who.ts';

/** What a note is about, as the trail names it. */
export const OBJECT_KINDS = { application: 'application', change: 'change', run: 'procedure' } as const satisfies Record<
  NoteSubject,
  string
>;
export const COLUMN_OF = { application: itemNotes.applicationId, change: itemNotes.changeId, run: itemNotes.runId } as const;

/** Whose township the item is of. @throws ServiceProblem `not-found`, also for another township's */
export async function officeOfItem(ctx: Context, staff: Staff, about: NoteSubject, id: string): Promise<string> {
  const [row] = await found(ctx, staff, about, id);
  if (!row) throw new ServiceProblem('not-found');
  return row.officeId;
}

function found(ctx: Context, staff: Staff, about: NoteSubject, id: string): Promise<{ officeId: string }[]> {
  if (about === 'run') return ctx.db.select({ officeId: procedureRuns.officeId }).from(procedureRuns).where(runSeenBy(staff, id));
  const table = about === 'change' ? changes : applications;
  return ctx.db
    .select({ officeId: table.officeId })
    .from(table)
    .where(and(eq(table.id, id), eq(table.officeId, staff.officeId)));
}
