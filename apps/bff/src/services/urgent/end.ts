import { randomUUID } from 'node:crypto';
import type { UrgentEnd, UrgentItem } from '@assist/contracts';
import type { CivilDate } from '@assist/policy';
import { and, asc, eq, isNull } from 'drizzle-orm';
import { dayInShanghai } from '../../clock.ts';
import { urgentCalls, urgentShares, urgentTries, workItems } from '../../db/schema.ts';
import { record } from '../audit/record.ts';
import { type Context, now } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { ServiceProblem } from '../problem.ts';
import { insertRun } from '../procedure/open-run.ts';
import { isHeldByOther } from '../queue/claim.ts';
import type { Staff } from '../staff/who.ts';
import { type CallRow, type Ended, urgentPlace } from './row.ts';
import { lockCall, requireActor } from './seen-by-staff.ts';
import { endsOf, urgentItem } from './staff-view.ts';

export interface Ending {
  readonly how: UrgentEnd;
  readonly words: string;
  readonly name?: string | undefined;
  readonly members?: number | undefined;
}

/** Before it is said of somebody that they cannot be reached: so many tries, on so many days. Our own care; no clause counts them. */
const LEAST_TRIES = 3;
const LEAST_DAYS = 2;

/**
 * Gives a call its end, with what was done in words. A small sum opens its procedure, dated the day of the call. The same again is the same.
 * @throws ServiceProblem `not-found`, `forbidden`, `conflict` (somebody else has it), `state-changed` (it has another end), `step-missing`,
 * `form-invalid`
 */
export async function endUrgentCall(ctx: Context, staff: Staff, callId: string, ending: Ending): Promise<UrgentItem> {
  requireActor(staff);
  if (!endsOf(staff).includes(ending.how)) throw new ServiceProblem('forbidden');
  return inTransaction(ctx, async (tx) => {
    const row = await lockCall(tx, staff, callId);
    const fingerprint = tx.hash.fingerprint('urgent-end', ending);
    if (row.endedAt) {
      if (row.endFingerprint?.equals(fingerprint)) return urgentItem(tx, staff, row);
      throw new ServiceProblem('state-changed');
    }
    await refuseHeldByOther(tx, staff, row);
    await refuseTooEarly(tx, row, ending);
    const procedure = OPENS[ending.how];
    const runId = procedure ? await openHelp(tx, staff, row, ending, procedure) : undefined;
    const end: Ended = { how: ending.how, words: ending.words, ...(ending.name && { name: ending.name }), ...(runId && { runId }) };
    const at = now(tx);
    const [ended] = await tx.db
      .update(urgentCalls)
      .set({
        endedAt: at,
        ending: ending.how,
        endedBy: staff.staffId,
        endSealed: tx.cipher.sealJson(urgentPlace.end(callId), end),
        endFingerprint: fingerprint,
      })
      .where(eq(urgentCalls.id, callId))
      .returning();
    await tx.db
      .update(urgentShares)
      .set({ endsAt: at })
      .where(and(eq(urgentShares.callId, callId), isNull(urgentShares.endsAt)));
    await tx.db
      .update(workItems)
      .set({ open: false, state: 'done', claimedBy: null, claimedUntil: null })
      .where(and(eq(workItems.kind, 'urgent'), eq(workItems.subjectId, callId)));
    await record(tx, {
      actor: { kind: 'staff', id: staff.staffId },
      action: 'urgent-ended',
      object: ['urgent-call', callId],
      officeId: row.officeId,
      result: ending.how,
    });
    return urgentItem(tx, staff, ended as CallRow);
  });
}

async function refuseHeldByOther(tx: Context, staff: Staff, row: CallRow): Promise<void> {
  const [item] = await tx.db
    .select()
    .from(workItems)
    .where(and(eq(workItems.kind, 'urgent'), eq(workItems.subjectId, row.id)));
  if (item && staff.role !== 'confirmer' && isHeldByOther(item, staff, now(tx))) throw new ServiceProblem('conflict');
}

/** Nobody's call ends without a word with them, but who was looked for again and again. */
async function refuseTooEarly(tx: Context, row: CallRow, { how }: Ending): Promise<void> {
  if (OPENS[how]) return;
  const tries = await tx.db.select().from(urgentTries).where(eq(urgentTries.callId, row.id)).orderBy(asc(urgentTries.at));
  const missing = (sentence: string) => new ServiceProblem('step-missing', { fields: [{ path: how, sentence }] });
  if (how !== 'not-reached') {
    if (!row.reachedAt) throw missing('还没有和本人说上话：先回电话，或者上门，记下一次“打通了”。');
    return;
  }
  const days = new Set(tries.map((one) => dayInShanghai(one.at.getTime()))).size;
  if (row.reachedAt) throw missing('已经和本人说上话了，不能算联系不上。');
  if (tries.length < LEAST_TRIES || days < LEAST_DAYS)
    throw missing(`至少在 ${LEAST_DAYS} 天里找过 ${LEAST_TRIES} 次，才能算联系不上；现在 ${days} 天 ${tries.length} 次。`);
}

/** Ends that are a procedure of their own. */
const OPENS: Partial<Record<UrgentEnd, string>> = { 'small-sum': 'small-sum-first', temporary: 'temporary' };

/** 小额先救助、临时救助: begins on the day of the call, so that its days do. @returns its run */
async function openHelp(tx: Context, staff: Staff, row: CallRow, { name, members = 1 }: Ending, procedure: string): Promise<string> {
  if (!name?.trim()) throw new ServiceProblem('form-invalid', { fields: [{ path: 'name', sentence: '给谁的？写上名字。' }] });
  const runId = randomUUID();
  await insertRun(tx, {
    runId,
    officeId: row.officeId,
    district: row.district,
    procedure,
    openedOn: dayInShanghai(tx.clock()),
    urgentCallId: row.id,
    person: { name: name.trim(), members },
    number: row.number,
    first: [
      {
        event: { kind: 'sent' },
        on: row.receivedOn as CivilDate,
        role: 'resident',
        actor: { kind: 'system' },
        at: row.receivedAt,
      },
    ],
  });
  await record(tx, {
    actor: { kind: 'staff', id: staff.staffId },
    action: 'procedure-opened',
    object: ['procedure', runId],
    officeId: row.officeId,
    result: procedure,
  });
  return runId;
}
