import type { ArchiveView } from '@assist/contracts';
import { and, desc, eq } from 'drizzle-orm';
import { archiveParts, archives } from '../../db/schema.ts';
import { record } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { ServiceProblem } from '../problem.ts';
import type { Staff } from '../staff/who.ts';
import { archivePlace, archiveView } from './view.ts';

const MOST = 50;
const own = (staff: Staff) => and(eq(archives.askedBy, staff.staffId), eq(archives.officeId, staff.officeId));

/** What this person asked for, the newest first. Nobody sees another's. */
export async function listArchives(ctx: Context, staff: Staff): Promise<{ items: ArchiveView[] }> {
  const rows = await ctx.db.select().from(archives).where(own(staff)).orderBy(desc(archives.askedAt), desc(archives.id)).limit(MOST);
  return { items: await Promise.all(rows.map((row) => archiveView(ctx, row))) };
}

/** One part, to be saved. Every download is on record. @throws ServiceProblem `not-found`, also for another's, what is not ready and what is gone */
export async function archivePart(ctx: Context, staff: Staff, archiveId: string, seq: number) {
  const [row] = await ctx.db
    .select({ archive: archives, part: archiveParts })
    .from(archives)
    .innerJoin(archiveParts, and(eq(archiveParts.archiveId, archives.id), eq(archiveParts.seq, seq)))
    .where(and(eq(archives.id, archiveId), eq(archives.state, 'ready'), own(staff)));
  const sealed = row && (await ctx.files.read(row.part.storedAt));
  if (!row || !sealed) throw new ServiceProblem('not-found');
  await record(ctx, {
    actor: { kind: 'staff', id: staff.staffId },
    action: 'archive-read',
    object: ['archive', archiveId],
    officeId: row.archive.officeId,
    result: `part ${seq}`,
  });
  return {
    mediaType: 'application/zip',
    bytes: ctx.cipher.openBytes(archivePlace.part(archiveId, seq), sealed),
    saveAs: `${row.archive.kind}-${archiveId.slice(0, 8)}-${seq}.zip`,
  };
}
