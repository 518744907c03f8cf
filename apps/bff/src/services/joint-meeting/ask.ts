import { randomUUID } from 'node:crypto';
import type { MeetingView } from '@assist/contracts';
import { CLOCK_RULES, runClock } from '@assist/policy-chongqing';
import { and, eq, isNull } from 'drizzle-orm';
import { dayInShanghai } from '../../clock.ts';
import { jointMeetings, workItems } from '../../db/schema.ts';
import { alertPlace } from '../alert/sealed-places.ts';
import { record } from '../audit/record.ts';
import { type Context, now } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { ServiceProblem } from '../problem.ts';
import { type RunRow, runPersonPlace } from '../procedure/record.ts';
import { lockRun } from '../procedure/record-event.ts';
import { type ItemPerson, itemPersonPlace } from '../queue/item-view.ts';
import { requireHandler, type Staff } from '../staff/who.ts';
import { type MeetingRow, meetingView } from './view.ts';

/** 请联席会议一事一议. One at a time on one matter; the same id again is the same. @throws ServiceProblem `not-found`, `forbidden`, `conflict` */
export async function askMeeting(
  ctx: Context,
  staff: Staff,
  { runId, meetingId }: { readonly runId: string; readonly meetingId: string },
  why: string,
): Promise<{ view: MeetingView; fresh: boolean }> {
  requireHandler(staff);
  return inTransaction(ctx, async (tx) => {
    const run = await lockRun(tx, staff, runId);
    const [before] = await tx.db.select().from(jointMeetings).where(eq(jointMeetings.id, meetingId));
    if (before) {
      if (before.runId !== runId) throw new ServiceProblem('not-found');
      return { view: await meetingView(tx, before), fresh: false };
    }
    const [open] = await tx.db
      .select()
      .from(jointMeetings)
      .where(and(eq(jointMeetings.runId, runId), isNull(jointMeetings.heldOn)));
    if (open) throw new ServiceProblem('conflict');
    return { view: await meetingView(tx, await openMeeting(tx, run, { meetingId, why, by: staff.staffId })), fresh: true };
  });
}

/** Puts a matter before the joint meeting, with an item in the township's queue until its decision is on record. */
export async function openMeeting(
  tx: Context,
  run: RunRow,
  { meetingId, why, by }: { readonly meetingId: string; readonly why: string; readonly by: string },
): Promise<MeetingRow> {
  const today = dayInShanghai(tx.clock());
  const [row] = await tx.db
    .insert(jointMeetings)
    .values({
      id: meetingId,
      officeId: run.officeId,
      district: run.district,
      runId: run.id,
      askedOn: today,
      askedBy: by,
      whySealed: tx.cipher.seal(alertPlace.meetingWhy(meetingId), why),
    })
    .returning();
  const id = randomUUID();
  const due = runClock(CLOCK_RULES.firstReply, today, tx.calendar);
  await tx.db.insert(workItems).values({
    id,
    officeId: run.officeId,
    kind: 'meeting',
    subjectId: meetingId,
    caseId: run.caseId,
    number: run.number,
    personSealed: tx.cipher.sealJson(itemPersonPlace(id), tx.cipher.openJson<ItemPerson>(runPersonPlace(run.id), run.personSealed)),
    about: ['joint-meeting'],
    state: 'to-do',
    receivedAt: now(tx),
    stepDue: due.by,
    stepProvisional: due.provisional,
  });
  await record(tx, { actor: { kind: 'staff', id: by }, action: 'meeting-asked', object: ['meeting', meetingId], officeId: run.officeId });
  return row as MeetingRow;
}
