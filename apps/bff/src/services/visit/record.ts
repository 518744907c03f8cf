import type { VisitView } from '@assist/contracts';
import type { CivilDate } from '@assist/policy';
import { type Contact, namesWanted } from '@assist/policy-chongqing';
import { eq } from 'drizzle-orm';
import { dayInShanghai } from '../../clock.ts';
import { visits, visitTries } from '../../db/authentication.ts';
import { workItems } from '../../db/schema.ts';
import { record } from '../audit/record.ts';
import { attachFiles } from '../authentication/attach-files.ts';
import { countContact } from '../authentication/count-contact.ts';
import { findInRegister, memberSubject, type Subject } from '../authentication/whom.ts';
import { addCaseEvent } from '../case-file/add-event.ts';
import { type Context, now } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { officeOf } from '../place/offices.ts';
import { ServiceProblem } from '../problem.ts';
import { lockSubjectItem } from '../queue/lock-subject.ts';
import type { Staff } from '../staff/who.ts';
import { lockVisit } from './arrange.ts';
import { closeVisit } from './close.ts';
import { type Done, personOfVisit, type VisitRow, visitPlace } from './sealed.ts';
import { visitView } from './view.ts';

/** What a meeting counts as, by where it was. */
const CONTACT_AT: Readonly<Record<VisitRow['place'], Contact>> = {
  home: 'visit',
  village: 'village-met',
  office: 'office-manual',
  phone: 'review-phone',
  video: 'review-video',
};

export interface Visited {
  readonly met: boolean;
  readonly on: CivilDate;
  readonly visitors: readonly string[];
  readonly note: string;
  readonly fileIds?: readonly string[] | undefined;
}

/**
 * 去过了. Met: it counts, with as many names as the contact wants. Not met: a dated try, and the item stays open; nothing else follows.
 * @throws ServiceProblem `not-found`, `conflict`, `forbidden`, `state-changed`, `two-names-needed`, `form-invalid`
 */
export async function recordVisit(ctx: Context, staff: Staff, visitId: string, visited: Visited): Promise<VisitView> {
  const row = await inTransaction(ctx, async (tx) => {
    const item = await lockSubjectItem(tx, staff, 'visit', { subjectId: visitId });
    const visit = await lockVisit(tx, visitId);
    if (visit.state === 'done' && visited.met && visit.doneOn === visited.on) return visit;
    if (visit.state === 'done' || visit.state === 'cancelled') throw new ServiceProblem('state-changed');
    if (visited.on > dayInShanghai(tx.clock()))
      throw new ServiceProblem('form-invalid', { fields: [{ path: 'on', sentence: '这一天还没到，请再看一下' }] });
    const visitors = [...new Set(visited.visitors.map((name) => name.trim()))];
    const files = { kind: 'visit', id: visitId, officeId: staff.officeId } as const;
    await attachFiles(tx, staff, visited.fileIds ?? [], files);
    const actor = { kind: 'staff', id: staff.staffId } as const;
    const { caseId, memberId, officeId } = visit;
    if (caseId && memberId) await addCaseEvent(tx, { caseId, officeId, kind: 'visit-done', actor, memberId, subjectId: visitId });
    await record(tx, { actor, action: 'visit-recorded', object: ['visit', visitId], officeId, result: visited.met ? 'met' : 'not-met' });
    if (!visited.met) {
      await tx.db.insert(visitTries).values({
        visitId,
        officeId,
        at: now(tx),
        onDay: visited.on,
        staffId: staff.staffId,
        noteSealed: tx.cipher.sealJson(visitPlace.tryNote(visitId), { visitors, note: visited.note } satisfies Done),
      });
      await tx.db.update(workItems).set({ state: 'to-do' }).where(eq(workItems.id, item.id));
      return change(tx, visitId, { state: 'not-met' });
    }
    if (visitors.length < namesWanted(CONTACT_AT[visit.place])) throw new ServiceProblem('two-names-needed');
    const doneSealed = tx.cipher.sealJson(visitPlace.done(visitId), { visitors, note: visited.note } satisfies Done);
    const done = await change(tx, visitId, { state: 'done', doneOn: visited.on, doneSealed });
    await closeVisit(tx, visit, 'done');
    await countContact(tx, {
      whom: await subjectOfVisit(tx, visit),
      contact: CONTACT_AT[visit.place],
      on: visited.on,
      by: { kind: 'staff', id: staff.staffId, role: 'staff' },
      detail: { names: visitors },
      unknown: 'tell',
      visitId,
    });
    return done;
  });
  return visitView(ctx, row);
}

async function change(tx: Context, visitId: string, set: Partial<VisitRow>): Promise<VisitRow> {
  const [row] = await tx.db.update(visits).set(set).where(eq(visits.id, visitId)).returning();
  if (!row) throw new Error('a visit that was there is gone');
  return row;
}

/** Whom the visit was to, as the register has them now. */
async function subjectOfVisit(tx: Context, row: VisitRow): Promise<Subject> {
  if (row.caseId && row.memberId) return memberSubject(tx, row.caseId, row.memberId);
  const office = await officeOf(tx, row.officeId);
  return { ...personOfVisit(tx, row), hash: row.personHash, inRegister: await findInRegister(tx, row.personHash), office, mayKnow: true };
}
