import type { ComplaintCase, ComplaintFinding } from '@assist/contracts';
import { mayRecord } from '@assist/policy-chongqing';
import { eq } from 'drizzle-orm';
import { dayInShanghai } from '../../clock.ts';
import { complaintEvents, complaints, workItems } from '../../db/schema.ts';
import { record } from '../audit/record.ts';
import { citations } from '../clause/citations.ts';
import { type Context, now } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { tellAccount } from '../message/tell.ts';
import { officeOf } from '../place/offices.ts';
import { ServiceProblem } from '../problem.ts';
import { roleOf } from '../procedure/who.ts';
import { isHeldByOther } from '../queue/claim.ts';
import { leaseFrom } from '../queue/lease.ts';
import { closeSubjectItem } from '../queue/lock-subject.ts';
import type { Staff } from '../staff/who.ts';
import { lockComplaint, type SeenComplaint } from './lock.ts';
import { appendToComplaint, asPolicy, COMPLAINT_PROCEDURE, type ComplaintRow, complaintRecord, eventFingerprint } from './record.ts';
import { complaintView } from './view.ts';

type Given =
  | { readonly kind: 'looked-into'; readonly words: string }
  | { readonly kind: 'answered'; readonly words: string; readonly found: ComplaintFinding };

/**
 * What was looked into, or the answer to who spoke up. Whether it may be is the policy package's to say: nothing is answered that nobody
 * looked into, and nothing ends without an answer. The same id again is the same.
 * @throws ServiceProblem `not-found`, `forbidden`, `conflict` (somebody else has it), `content-differs`, `step-missing`
 */
export async function recordOnComplaint(
  ctx: Context,
  staff: Staff,
  complaintId: string,
  eventId: string,
  given: Given,
): Promise<{ readonly view: ComplaintCase; readonly fresh: boolean }> {
  const role = roleOf(staff);
  if (role !== 'township' && role !== 'district') throw new ServiceProblem('forbidden');
  return inTransaction(ctx, async (tx) => {
    const found = await lockComplaint(tx, staff, complaintId);
    const event = { id: eventId, role, staffId: staff.staffId, ...given };
    const [before] = await tx.db.select().from(complaintEvents).where(eq(complaintEvents.id, eventId));
    if (before) {
      if (before.complaintId !== complaintId) throw new ServiceProblem('not-found');
      if (!before.fingerprint.equals(eventFingerprint(tx, event))) throw new ServiceProblem('content-differs');
      return { view: await complaintView(tx, found, true), fresh: false };
    }
    if (found.item && isHeldByOther(found.item, staff, now(tx))) throw new ServiceProblem('conflict');
    const stands = await complaintRecord(tx, complaintId);
    const may = mayRecord(COMPLAINT_PROCEDURE, asPolicy(stands), {
      kind: given.kind,
      on: dayInShanghai(tx.clock()),
      role,
      reason: given.words,
    });
    if (!may.ok)
      throw new ServiceProblem('step-missing', {
        fields: may.missing.map((one) => ({
          path: 'words',
          sentence: [one.words, ...citations(one.clauses).map((clause) => clause.label)].join('｜'),
        })),
      });
    await appendToComplaint(tx, found.row, stands.length + 1, event);
    await record(tx, {
      actor: { kind: 'staff', id: staff.staffId },
      action: 'complaint-recorded',
      object: ['complaint', complaintId],
      ...(found.item && { officeId: found.row.officeId }),
      result: given.kind,
    });
    return { view: await complaintView(tx, await moveOn(tx, staff, found, given, eventId), true), fresh: true };
  });
}

async function moveOn(tx: Context, staff: Staff, { row, item }: SeenComplaint, given: Given, eventId: string): Promise<SeenComplaint> {
  const [moved] = await tx.db
    .update(complaints)
    .set(given.kind === 'answered' ? { state: 'answered', found: given.found } : { state: 'opened' })
    .where(eq(complaints.id, row.id))
    .returning();
  if (given.kind === 'answered') {
    await tellWhoAsked(tx, row, eventId);
    return { row: moved as ComplaintRow, item: item && (await closeSubjectItem(tx, item)) };
  }
  if (!item) return { row: moved as ComplaintRow, item };
  const [held] = await tx.db
    .update(workItems)
    .set({ state: 'opened', claimedBy: staff.staffId, claimedUntil: leaseFrom(now(tx)) })
    .where(eq(workItems.id, item.id))
    .returning();
  return { row: moved as ComplaintRow, item: held };
}

/** Only who asked for it, and not a word of what it was about. */
async function tellWhoAsked(tx: Context, row: ComplaintRow, eventId: string): Promise<void> {
  if (!row.accountId) return;
  const office = await officeOf(tx, row.officeId);
  await tellAccount(tx, {
    accountId: row.accountId,
    kind: 'voice-answered',
    params: { office: row.lookedAtBy === 'district' ? office.authorityName : office.name },
    subject: { kind: 'voice' },
    source: `complaint:${eventId}`,
  });
}
