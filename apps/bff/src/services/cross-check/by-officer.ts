import type { CheckView } from '@assist/contracts';
import type { CivilDate } from '@assist/policy';
import { and, eq, isNull } from 'drizzle-orm';
import { dayInShanghai } from '../../clock.ts';
import { checkAuthorisations, crossCheckDisputes, crossChecks } from '../../db/schema.ts';
import { record } from '../audit/record.ts';
import { type Context, now } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { tellAccount } from '../message/tell.ts';
import { officeOf } from '../place/offices.ts';
import { ServiceProblem } from '../problem.ts';
import { lockRun } from '../procedure/record-event.ts';
import { requireHandler, type Staff } from '../staff/who.ts';
import { authorisedMembers } from './authorised.ts';
import { membersOfRun } from './members.ts';
import { putPerson } from './open.ts';
import { checkPlace } from './sealed-places.ts';
import { type CheckRow, checkView } from './view.ts';

/** 核实了，写了回复. Written once. @throws ServiceProblem `not-found`, `forbidden`, `state-changed` */
export async function answerCheckDispute(ctx: Context, staff: Staff, disputeId: string, words: string): Promise<CheckView> {
  requireHandler(staff);
  return inTransaction(ctx, async (tx) => {
    const [found] = await tx.db
      .select({ dispute: crossCheckDisputes, check: crossChecks })
      .from(crossCheckDisputes)
      .innerJoin(crossChecks, eq(crossChecks.id, crossCheckDisputes.checkId))
      .where(and(eq(crossCheckDisputes.id, disputeId), eq(crossCheckDisputes.officeId, staff.officeId)))
      .for('update');
    if (!found) throw new ServiceProblem('not-found');
    const { dispute, check } = found;
    if (dispute.answerSealed) {
      if (tx.cipher.openText(checkPlace.reply(disputeId), dispute.answerSealed) !== words) throw new ServiceProblem('state-changed');
      return checkView(tx, check);
    }
    await tx.db
      .update(crossCheckDisputes)
      .set({ answeredAt: now(tx), answeredBy: staff.staffId, answerSealed: tx.cipher.seal(checkPlace.reply(disputeId), words) })
      .where(eq(crossCheckDisputes.id, disputeId));
    await record(tx, {
      actor: { kind: 'staff', id: staff.staffId },
      action: 'check-dispute-answered',
      object: ['check-question', dispute.questionId],
      officeId: staff.officeId,
    });
    const { name: office } = await officeOf(tx, check.officeId);
    await tellAccount(tx, {
      accountId: dispute.accountId,
      kind: 'check-dispute-answered',
      params: { office },
      subject: { kind: 'cross-check', id: check.id },
      officeId: check.officeId,
      source: `check-dispute:${disputeId}`,
    });
    return checkView(tx, check);
  });
}

/**
 * Somebody of the office saw the paper that a member signed. Where a check is under way, they are asked about from now on.
 * @throws ServiceProblem `not-found`, `forbidden`, `form-invalid`
 */
export async function authoriseOnPaper(ctx: Context, staff: Staff, runId: string, memberId: string, signedOn: CivilDate): Promise<void> {
  requireHandler(staff);
  await inTransaction(ctx, async (tx) => {
    const run = await lockRun(tx, staff, runId);
    const member = (await membersOfRun(tx, run)).find((one) => one.memberId === memberId);
    if (!member || member.child) throw new ServiceProblem('not-found');
    if (signedOn > dayInShanghai(tx.clock()))
      throw new ServiceProblem('form-invalid', { fields: [{ path: 'signedOn', sentence: '日期在今天以后。' }] });
    await tx.db.insert(checkAuthorisations).values({
      officeId: run.officeId,
      ...(run.applicationId ? { applicationId: run.applicationId } : { caseId: run.caseId }),
      memberId,
      what: 'given',
      onDay: signedOn,
      at: now(tx),
      actorKind: 'staff',
      actorId: staff.staffId,
    });
    await record(tx, {
      actor: { kind: 'staff', id: staff.staffId },
      action: 'check-authorised',
      object: ['procedure', runId],
      officeId: staff.officeId,
    });
    // One that the member took back since, or a paper of before that, asks nobody anything.
    if ((await authorisedMembers(tx, run)).get(memberId) !== signedOn)
      throw new ServiceProblem('form-invalid', { fields: [{ path: 'signedOn', sentence: '本人后来收回过。要看收回以后签的那一张。' }] });
    const open = await tx.db
      .select()
      .from(crossChecks)
      .where(and(eq(crossChecks.runId, runId), isNull(crossChecks.endedAt)));
    for (const check of open as CheckRow[]) await putPerson(tx, { checkId: check.id, officeId: run.officeId }, member, signedOn);
  });
}
