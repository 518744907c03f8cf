import type { Door } from '@assist/contracts';
import { namesWanted } from '@assist/policy-chongqing';
import { and, eq, inArray } from 'drizzle-orm';
import { visits, visitTries } from '../../db/authentication.ts';
import { workItems } from '../../db/schema.ts';
import { record } from '../audit/record.ts';
import { countContact } from '../authentication/count-contact.ts';
import { memberSubject } from '../authentication/whom.ts';
import { addCaseEvent } from '../case-file/add-event.ts';
import type { OpenCase } from '../case-file/case-file-of.ts';
import { type Context, now } from '../context.ts';
import { ServiceProblem } from '../problem.ts';
import { openVisitOf } from '../visit/add.ts';
import { closeVisit } from '../visit/close.ts';
import { type Done, type VisitRow, visitPlace } from '../visit/sealed.ts';
import type { Rounder } from './rounder.ts';

/**
 * Whoever was seen is met this year, by as many names as a visit wants, and a visit of theirs that stood is made. A visit whose person
 * was not met is a dated try, and stands; nothing else follows from it. In the caller's transaction.
 */
export async function countDoor(tx: Context, rounder: Rounder, { row }: OpenCase, door: Door, visitors: readonly string[]): Promise<void> {
  if (door.met.length > 0 && visitors.length < namesWanted('visit')) throw new ServiceProblem('two-names-needed');
  const actor = { kind: 'staff', id: rounder.staffId } as const;
  for (const memberId of new Set(door.met)) {
    const whom = await memberSubject(tx, row.id, memberId);
    const standing = await openVisitOf(tx, whom.hash);
    // A visit of another township (somebody who lives elsewhere for a while) is that township's to close.
    const made = standing?.officeId === rounder.officeId ? standing : undefined;
    if (made) await close(tx, made, { visitors, note: door.note }, door, actor.id);
    await countContact(tx, {
      whom,
      contact: 'visit',
      on: door.on,
      by: { ...actor, role: 'staff' },
      detail: { names: visitors },
      unknown: 'tell',
      ...(made && { visitId: made.id }),
    });
    if (made) await addCaseEvent(tx, { caseId: row.id, officeId: row.officeId, kind: 'visit-done', actor, memberId, subjectId: made.id });
  }
  if (door.visitId) await notMet(tx, rounder, row.id, door.visitId, door, visitors);
}

async function close(tx: Context, visit: VisitRow, done: Done, door: Door, staffId: string): Promise<void> {
  await tx.db
    .update(visits)
    .set({ doneOn: door.on, doneSealed: tx.cipher.sealJson(visitPlace.done(visit.id), done) })
    .where(eq(visits.id, visit.id));
  await closeVisit(tx, visit, 'done');
  const actor = { kind: 'staff', id: staffId } as const;
  await record(tx, { actor, action: 'visit-recorded', object: ['visit', visit.id], officeId: visit.officeId, result: 'met' });
}

/** The visit she went for still stands: the person was not there. One that was made meanwhile, by anybody, is left as it is. */
async function notMet(
  tx: Context,
  rounder: Rounder,
  caseId: string,
  visitId: string,
  door: Door,
  visitors: readonly string[],
): Promise<void> {
  const [visit] = await tx.db
    .select()
    .from(visits)
    .where(
      and(
        eq(visits.id, visitId),
        eq(visits.caseId, caseId),
        eq(visits.officeId, rounder.officeId),
        inArray(visits.state, ['asked', 'arranged', 'not-met']),
      ),
    )
    .for('update');
  if (!visit) return;
  await tx.db.insert(visitTries).values({
    visitId,
    officeId: visit.officeId,
    at: now(tx),
    onDay: door.on,
    staffId: rounder.staffId,
    noteSealed: tx.cipher.sealJson(visitPlace.tryNote(visitId), { visitors, note: door.note } satisfies Done),
  });
  await tx.db.update(visits).set({ state: 'not-met' }).where(eq(visits.id, visitId));
  await tx.db
    .update(workItems)
    .set({ state: 'to-do' })
    .where(and(eq(workItems.kind, 'visit'), eq(workItems.subjectId, visitId)));
  const actor = { kind: 'staff', id: rounder.staffId } as const;
  await record(tx, { actor, action: 'visit-recorded', object: ['visit', visitId], officeId: visit.officeId, result: 'not-met' });
}
