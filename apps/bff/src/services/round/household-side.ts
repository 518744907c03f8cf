import type { DoorForHousehold } from '@assist/contracts';
import { desc, eq, inArray, sql } from 'drizzle-orm';
import { doors, workItems } from '../../db/schema.ts';
import { record } from '../audit/record.ts';
import { caseById, casesOfResident } from '../case-file/case-file-of.ts';
import { type Context, now } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { ServiceProblem } from '../problem.ts';
import { addItem } from '../queue/add-item.ts';
import type { Resident } from '../session/authenticate.ts';
import { type DoorRow, doorPlace, doorView } from './door-record.ts';

const MOST = 50;

/** 协理员替我家记下的, newest first: of the households that a verified person belongs to. A typed number shows nothing. */
export async function listDoors(ctx: Context, who: Resident): Promise<DoorForHousehold[]> {
  const cases = (await casesOfResident(ctx, who)).map(({ opened }) => opened.row.id);
  if (cases.length === 0) return [];
  const rows = await ctx.db.select().from(doors).where(inArray(doors.caseId, cases)).orderBy(desc(doors.at), desc(doors.id)).limit(MOST);
  return Promise.all(rows.map((row) => doorView(ctx, row)));
}

/**
 * 我没同意. The township looks into it and answers; nothing is undone by itself and no money moves. Words may be changed until the answer.
 * @throws ServiceProblem `not-found`, also for another household's
 */
export async function sayNotAgreed(ctx: Context, who: Resident, doorId: string, words: string): Promise<DoorForHousehold> {
  const cases = (await casesOfResident(ctx, who)).map(({ opened }) => opened.row.id);
  const row = await inTransaction(ctx, async (tx) => {
    const [door] = await tx.db.select().from(doors).where(eq(doors.id, doorId)).for('update');
    if (!door?.caseId || !cases.includes(door.caseId)) throw new ServiceProblem('not-found');
    if (door.answeredAt) return door;
    const [said] = await tx.db
      .update(doors)
      .set({ notAgreedAt: door.notAgreedAt ?? now(tx), notAgreedSealed: tx.cipher.seal(doorPlace.notAgreed(doorId), words) })
      .where(eq(doors.id, doorId))
      .returning();
    if (!door.notAgreedAt) {
      await raise(tx, door, door.caseId);
      await record(tx, {
        actor: { kind: 'account', id: who.accountId },
        action: 'door-not-agreed',
        object: ['door', doorId],
        officeId: door.officeId,
      });
    }
    return said as DoorRow;
  });
  return doorView(ctx, row);
}

/** Into the queue, again where it was done with. */
async function raise(tx: Context, door: DoorRow, caseId: string): Promise<void> {
  const again = await tx.db
    .update(workItems)
    .set({
      open: true,
      state: 'to-do',
      marks: sql`array_append(${workItems.marks}, 'not-agreed')`,
      about: sql`array_append(${workItems.about}, 'door-not-agreed')`,
    })
    .where(sql`${workItems.kind} = 'door' and ${workItems.subjectId} = ${door.id}`)
    .returning({ id: workItems.id });
  if (again.length > 0) return;
  const opened = await caseById(tx, caseId);
  await addItem(tx, {
    kind: 'door',
    subjectId: door.id,
    officeId: door.officeId,
    caseId,
    name: opened?.members[0]?.person.name ?? '',
    number: door.number,
    about: ['door-not-agreed'],
    marks: ['not-agreed'],
  });
}
