import type { OwnCheck } from '@assist/contracts';
import type { CivilDate } from '@assist/policy';
import { procedure } from '@assist/policy-chongqing';
import { and, desc, eq } from 'drizzle-orm';
import { dayInShanghai } from '../../clock.ts';
import {
  checkAuthorisations,
  crossCheckDisputes,
  crossCheckPeople,
  crossCheckQuestions,
  crossChecks,
  procedureRuns,
} from '../../db/schema.ts';
import { nameOf } from '../account/account.ts';
import { record } from '../audit/record.ts';
import { cited } from '../clause/citations.ts';
import { type Context, now } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { officeOf, officeView } from '../place/offices.ts';
import { ServiceProblem } from '../problem.ts';
import type { Resident } from '../session/authenticate.ts';
import { raiseSignal } from '../signal/raise.ts';
import { authorisedMembers } from './authorised.ts';
import { checkPlace } from './sealed-places.ts';
import { type CheckRow, checkView } from './view.ts';

const MOST = 20;

interface Mine {
  readonly check: CheckRow;
  readonly memberId: string;
  readonly signedOn: CivilDate;
}

/** Checks about oneself: only who is verified as that person sees them, not the rest of the family. */
async function mine(ctx: Context, who: Resident): Promise<Mine[]> {
  const { identity, numberHash } = who.account;
  if (identity !== 'verified' || !numberHash) return [];
  const rows = await ctx.db
    .select({ check: crossChecks, person: crossCheckPeople })
    .from(crossCheckPeople)
    .innerJoin(crossChecks, eq(crossChecks.id, crossCheckPeople.checkId))
    .where(and(eq(crossCheckPeople.numberHash, numberHash), eq(crossCheckPeople.authorised, true)))
    .orderBy(desc(crossChecks.askedAt))
    .limit(MOST);
  return rows.map(({ check, person }) => ({ check, memberId: person.memberId, signedOn: person.authorisedOn as CivilDate }));
}

async function view(ctx: Context, { check, memberId, signedOn }: Mine): Promise<OwnCheck> {
  const [all, office, [run]] = await Promise.all([
    checkView(ctx, check),
    officeOf(ctx, check.officeId),
    ctx.db.select().from(procedureRuns).where(eq(procedureRuns.id, check.runId)),
  ]);
  const questions = all.questions.filter((one) => one.memberId === memberId);
  const waits = questions.filter((one) => one.state === 'waiting').length;
  return {
    checkId: check.id,
    title: (run && procedure(run.procedure)?.title) ?? '',
    askedOn: all.askedOn,
    office: officeView(office),
    ...(all.ended && { ended: { on: all.ended.on } }),
    standing: cited(
      waits
        ? `问了 ${questions.length} 样，还有 ${waits} 样没回。`
        : '问过的都在下面。查来的不是决定，由镇上的人看过再说；哪一样不对，就说不对。',
      ['SAL2026-40', 'MCA57-17', 'MCA57-16'],
    ),
    signedOn,
    questions,
    withdrawable: run !== undefined && !run.endedOn && (await authorisedMembers(ctx, run)).has(memberId),
  };
}

/** 镇上向哪里核对过我: the newest first. */
export const listOwnChecks = async (ctx: Context, who: Resident): Promise<OwnCheck[]> =>
  Promise.all((await mine(ctx, who)).map((one) => view(ctx, one)));

/**
 * 这一样查得不对. Kept with the answer, and nothing is said or decided before somebody looked into it. The same id again is the same.
 * @throws ServiceProblem `not-found`, `content-differs`, `state-changed` (nothing came that could be wrong)
 */
export async function disputeCheck(
  ctx: Context,
  who: Resident,
  { questionId, disputeId }: { readonly questionId: string; readonly disputeId: string },
  words: string,
): Promise<{ view: OwnCheck; fresh: boolean }> {
  return inTransaction(ctx, async (tx) => {
    const [question] = await tx.db.select().from(crossCheckQuestions).where(eq(crossCheckQuestions.id, questionId)).for('update');
    const own = (await mine(tx, who)).find((one) => one.check.id === question?.checkId && one.memberId === question.memberId);
    if (!question || !own) throw new ServiceProblem('not-found');
    const fingerprint = tx.hash.fingerprint('check-dispute', { questionId, words });
    const [before] = await tx.db.select().from(crossCheckDisputes).where(eq(crossCheckDisputes.id, disputeId));
    if (before) {
      if (before.accountId !== who.accountId) throw new ServiceProblem('not-found');
      if (!before.fingerprint.equals(fingerprint)) throw new ServiceProblem('content-differs');
      return { view: await view(tx, own), fresh: false };
    }
    if (question.state !== 'answered') throw new ServiceProblem('state-changed');
    await tx.db.insert(crossCheckDisputes).values({
      id: disputeId,
      questionId,
      checkId: question.checkId,
      officeId: question.officeId,
      accountId: who.accountId,
      at: now(tx),
      wordsSealed: tx.cipher.seal(checkPlace.dispute(disputeId), words),
      fingerprint,
    });
    await record(tx, {
      actor: { kind: 'account', id: who.accountId },
      action: 'check-disputed',
      object: ['check-question', questionId],
      officeId: question.officeId,
    });
    const [run] = await tx.db.select({ caseId: procedureRuns.caseId }).from(procedureRuns).where(eq(procedureRuns.id, own.check.runId));
    await raiseSignal(tx, {
      kind: 'check-disputed',
      officeId: question.officeId,
      subject: `check-dispute:${disputeId}`,
      name: nameOf(tx, who.account) ?? '',
      caseId: run?.caseId ?? undefined,
      accountId: who.accountId,
    });
    return { view: await view(tx, own), fresh: true };
  });
}

/** 收回核对授权: what was not asked yet is not asked. Taken back again is the same. Nothing about money reads it. @throws ServiceProblem `not-found` */
export async function withdrawCheckAuthorisation(ctx: Context, who: Resident, checkId: string): Promise<OwnCheck> {
  return inTransaction(ctx, async (tx) => {
    const own = (await mine(tx, who)).find((one) => one.check.id === checkId);
    const [run] = own ? await tx.db.select().from(procedureRuns).where(eq(procedureRuns.id, own.check.runId)).for('update') : [];
    if (!own || !run) throw new ServiceProblem('not-found');
    if (!(await authorisedMembers(tx, run)).has(own.memberId)) return view(tx, own);
    await tx.db.insert(checkAuthorisations).values({
      officeId: run.officeId,
      ...(run.applicationId ? { applicationId: run.applicationId } : { caseId: run.caseId }),
      memberId: own.memberId,
      what: 'withdrawn',
      onDay: dayInShanghai(tx.clock()),
      at: now(tx),
      actorKind: 'account',
      actorId: who.accountId,
    });
    await tx.db
      .update(crossCheckQuestions)
      .set({ state: 'not-asked', why: 'withdrawn' })
      .where(
        and(
          eq(crossCheckQuestions.checkId, checkId),
          eq(crossCheckQuestions.memberId, own.memberId),
          eq(crossCheckQuestions.state, 'waiting'),
        ),
      );
    await record(tx, {
      actor: { kind: 'account', id: who.accountId },
      action: 'check-authorisation-withdrawn',
      object: ['cross-check', checkId],
      officeId: run.officeId,
    });
    return view(tx, own);
  });
}
