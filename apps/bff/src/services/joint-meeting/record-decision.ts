import type { MeetingView } from '@assist/contracts';
import type { CivilDate } from '@assist/policy';
import { and, eq } from 'drizzle-orm';
import { dayInShanghai } from '../../clock.ts';
import { jointMeetings, workItems } from '../../db/schema.ts';
import { alertPlace } from '../alert/sealed-places.ts';
import { record } from '../audit/record.ts';
import { type Context, now } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { ServiceProblem } from '../problem.ts';
import { requireHandler, type Staff } from '../staff/who.ts';
import { type MeetingRecord, type MeetingRow, meetingView } from './view.ts';

export interface Held extends MeetingRecord {
  readonly heldOn: CivilDate;
}

/**
 * 会议开过了: who sat and what was decided. It moves no money and ends no procedure: what was decided is then done there. Written once.
 * @throws ServiceProblem `not-found`, `forbidden`, `form-invalid`, `two-names-needed`, `state-changed`
 */
export async function recordMeeting(ctx: Context, staff: Staff, meetingId: string, { heldOn, who, decision }: Held): Promise<MeetingView> {
  requireHandler(staff);
  return inTransaction(ctx, async (tx) => {
    const [row] = await tx.db
      .select()
      .from(jointMeetings)
      .where(and(eq(jointMeetings.id, meetingId), eq(jointMeetings.officeId, staff.officeId)))
      .for('update');
    if (!row) throw new ServiceProblem('not-found');
    const names = [...new Set(who.map((one) => one.trim()))];
    if (names.length < 2) throw new ServiceProblem('two-names-needed');
    const written: MeetingRecord = { who: names, decision };
    if (row.heldOn) {
      const before = await meetingView(tx, row);
      if (JSON.stringify(before.held) !== JSON.stringify({ on: heldOn, ...written })) throw new ServiceProblem('state-changed');
      return before;
    }
    if (heldOn > dayInShanghai(tx.clock()) || heldOn < row.askedOn)
      throw new ServiceProblem('form-invalid', { fields: [{ path: 'heldOn', sentence: '开会的日子在提请以后、今天以前。' }] });
    const [held] = await tx.db
      .update(jointMeetings)
      .set({
        heldOn,
        recordSealed: tx.cipher.sealJson(alertPlace.meetingRecord(meetingId), written),
        recordedBy: staff.staffId,
        recordedAt: now(tx),
      })
      .where(eq(jointMeetings.id, meetingId))
      .returning();
    await tx.db
      .update(workItems)
      .set({ open: false, state: 'done', claimedBy: null, claimedUntil: null })
      .where(and(eq(workItems.subjectId, meetingId), eq(workItems.kind, 'meeting')));
    await record(tx, {
      actor: { kind: 'staff', id: staff.staffId },
      action: 'meeting-recorded',
      object: ['meeting', meetingId],
      officeId: staff.officeId,
    });
    return meetingView(tx, held as MeetingRow);
  });
}
