import type { StaffDoor } from '@assist/contracts';
import { and, asc, eq } from 'drizzle-orm';
import { doors, files, staffAccounts, workItems } from '../../db/schema.ts';
import { notePlace } from '../application/sealed-places.ts';
import { record } from '../audit/record.ts';
import { caseById } from '../case-file/case-file-of.ts';
import { type Context, now } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { ServiceProblem } from '../problem.ts';
import { workItemView } from '../queue/item-view.ts';
import { closeSubjectItem, lockSubjectItem } from '../queue/lock-subject.ts';
import type { Staff } from '../staff/who.ts';
import { type DoorRow, doorPlace, doorView } from './door-record.ts';
import { tellHousehold } from './tell-household.ts';

/** 入户带回来的, to read; every look is on record. @throws ServiceProblem `not-found`, also for another township's */
export async function readDoor(ctx: Context, staff: Staff, doorId: string): Promise<StaffDoor> {
  const [row] = await ctx.db
    .select()
    .from(doors)
    .where(and(eq(doors.id, doorId), eq(doors.officeId, staff.officeId)));
  if (!row) throw new ServiceProblem('not-found');
  const actor = { kind: 'staff', id: staff.staffId } as const;
  await record(ctx, { actor, action: 'door-read', object: ['door', doorId], officeId: staff.officeId });
  return viewOf(ctx, row);
}

/**
 * 看过了，接着怎么办. Where the household did not agree, these words are the answer, and it is told; otherwise they are a note of the
 * township's own. Again is the same.
 * @throws ServiceProblem `not-found`, `conflict`, `forbidden`
 */
export async function settleDoor(ctx: Context, staff: Staff, doorId: string, words: string): Promise<StaffDoor> {
  const row = await inTransaction(ctx, async (tx) => {
    const item = await lockSubjectItem(tx, staff, 'door', { subjectId: doorId });
    const [door] = await tx.db.select().from(doors).where(eq(doors.id, doorId)).for('update');
    if (!door) throw new ServiceProblem('not-found');
    if (!item.open) return door;
    await closeSubjectItem(tx, item, tx.cipher.seal(notePlace(item.id), words));
    const actor = { kind: 'staff', id: staff.staffId } as const;
    await record(tx, { actor, action: 'door-settled', object: ['door', doorId], officeId: staff.officeId });
    if (!door.notAgreedAt || door.answeredAt) return door;
    const [answered] = await tx.db
      .update(doors)
      .set({ answeredAt: now(tx), answerSealed: tx.cipher.seal(doorPlace.answer(doorId), words) })
      .where(eq(doors.id, doorId))
      .returning();
    const opened = door.caseId ? await caseById(tx, door.caseId) : undefined;
    if (opened) await tellHousehold(tx, door, opened, 'door-answered');
    return answered as DoorRow;
  });
  return viewOf(ctx, row);
}

async function viewOf(ctx: Context, row: DoorRow): Promise<StaffDoor> {
  const [[item], [staff], photos, door] = await Promise.all([
    ctx.db
      .select()
      .from(workItems)
      .where(and(eq(workItems.kind, 'door'), eq(workItems.subjectId, row.id))),
    ctx.db.select({ name: staffAccounts.name }).from(staffAccounts).where(eq(staffAccounts.id, row.staffId)),
    ctx.db
      .select({ fileId: files.id, mediaType: files.mediaType })
      .from(files)
      .where(and(eq(files.subjectId, row.id), eq(files.officeId, row.officeId)))
      .orderBy(asc(files.receivedAt), asc(files.id)),
    doorView(ctx, row),
  ]);
  return {
    ...(item && { item: await workItemView(ctx, item) }),
    door,
    who: staff?.name ?? '',
    ...(row.caseId && { caseId: row.caseId }),
    ...(row.changeId && { changeId: row.changeId }),
    photos,
  };
}
