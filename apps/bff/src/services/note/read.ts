import type { ItemNote, NoteSubject } from '@assist/contracts';
import { and, eq, or } from 'drizzle-orm';
import { among } from '../../db/among.ts';
import { caseFiles, changes, itemNotes, procedureRuns } from '../../db/schema.ts';
import { type AuditEntry, record } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { ServiceProblem } from '../problem.ts';
import type { Staff } from '../staff/who.ts';
import { COLUMN_OF, OBJECT_KINDS, officeOfItem } from './about.ts';
import { noteViews } from './view.ts';

/** What was written down about one item; that somebody read it is on record. @throws ServiceProblem `not-found` */
export async function notesOfItem(
  ctx: Context,
  staff: Staff,
  { about, aboutId }: { readonly about: NoteSubject; readonly aboutId: string },
): Promise<{ items: ItemNote[] }> {
  const officeId = await officeOfItem(ctx, staff, about, aboutId);
  const items = await noteViews(ctx, eq(COLUMN_OF[about], aboutId), staff);
  if (items.length > 0) await recordLook(ctx, staff, [OBJECT_KINDS[about], aboutId], officeId);
  return { items };
}

/** The same of every item of a household. @throws ServiceProblem `not-found` */
export async function notesOfCase(ctx: Context, staff: Staff, caseId: string): Promise<{ items: ItemNote[] }> {
  const [file] = await ctx.db
    .select({ officeId: caseFiles.officeId })
    .from(caseFiles)
    .where(and(eq(caseFiles.id, caseId), eq(caseFiles.officeId, staff.officeId)));
  if (!file) throw new ServiceProblem('not-found');
  const items = await notesAboutCase(ctx, caseId, staff);
  if (items.length > 0) await recordLook(ctx, staff, ['case-file', caseId], file.officeId);
  return { items };
}

/** What was written down about a household's procedures, the changes it told and the applications it grew from; without `staff` all of it, as on paper. */
export async function notesAboutCase(ctx: Context, caseId: string, staff?: Staff): Promise<ItemNote[]> {
  // Their ids first: asked as a part of the same statement, every note, run and change there is would be read.
  const [runs, told] = await Promise.all([
    ctx.db.select({ id: procedureRuns.id, sent: procedureRuns.applicationId }).from(procedureRuns).where(eq(procedureRuns.caseId, caseId)),
    ctx.db.select({ id: changes.id }).from(changes).where(eq(changes.caseId, caseId)),
  ]);
  return noteViews(
    ctx,
    or(
      among(itemNotes.runId, runs.map(({ id }) => id).join(',')),
      among(itemNotes.changeId, told.map(({ id }) => id).join(',')),
      among(itemNotes.applicationId, runs.flatMap(({ sent }) => sent ?? []).join(',')),
    ),
    staff,
    staff ? undefined : 'all',
  );
}

const recordLook = (ctx: Context, staff: Staff, object: AuditEntry['object'], officeId: string): Promise<void> =>
  record(ctx, { actor: { kind: 'staff', id: staff.staffId }, action: 'notes-read', object, officeId });
