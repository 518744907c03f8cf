import type { ChangeView } from '@assist/contracts';
import type { Fen } from '@assist/policy';
import type { GroundId, OutcomeId } from '@assist/policy-chongqing';
import { eq } from 'drizzle-orm';
import { changeNotices, changeOpinions } from '../../db/schema.ts';
import { addCaseEvent } from '../case-file/add-event.ts';
import { holdChange, lockChange, moveChangeTo, recordChange } from '../change/hold.ts';
import { changePlace } from '../change/sealed-places.ts';
import type { StoredEffects } from '../change/submit.ts';
import { tellTeller } from '../change/tell-teller.ts';
import { type ChangeRow, changeView } from '../change/view.ts';
import { type Context, now } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { ServiceProblem } from '../problem.ts';
import { openAfterChange } from '../procedure/after-change.ts';
import { requireHandler, type Staff } from '../staff/who.ts';
import { groundsOf, type OpinionOutcome, outcomesFor } from './possible.ts';
import { type OpinionWords, opinionPlace, opinionsOf } from './view.ts';

export interface Opinion {
  readonly outcome: OutcomeId;
  readonly amountAfter?: Fen | undefined;
  readonly reason: string;
  readonly ground?: string | undefined;
}

/**
 * 初步意见, on record and open to the resident. It moves no amount, kind or end of anything: a procedure with all its steps may, later.
 * The item stays in the queue. The same opinion again is the same; another one is added and the newest counts.
 * @throws ServiceProblem `form-invalid`, `ground-missing`, `not-found`, `conflict`, `state-changed`, `forbidden`
 */
export async function giveOpinion(ctx: Context, staff: Staff, changeId: string, opinion: Opinion): Promise<ChangeView> {
  requireHandler(staff);
  return inTransaction(ctx, async (tx) => {
    const change = await lockChange(tx, changeId, staff.officeId);
    const outcome = possibleOutcome(change, opinion);
    const ground = groundOf(change, outcome, opinion.ground);
    await refuseImpossibleAmount(tx, change, outcome, opinion.amountAfter);
    const words: OpinionWords = { reason: opinion.reason, ...(opinion.amountAfter !== undefined && { amountAfter: opinion.amountAfter }) };
    if (await isSame(tx, change, outcome, ground, words)) return changeView(tx, change);
    await holdChange(tx, staff, changeId);
    const moved = await moveChangeTo(tx, change, 'opinion', staff);
    const [given] = await tx.db
      .insert(changeOpinions)
      .values({
        changeId,
        officeId: change.officeId,
        givenBy: staff.staffId,
        givenAt: now(tx),
        outcome,
        ground: ground ?? null,
        wordsSealed: tx.cipher.sealJson(opinionPlace(changeId), words),
      })
      .returning({ id: changeOpinions.id });
    if (change.caseId)
      await addCaseEvent(tx, {
        caseId: change.caseId,
        officeId: change.officeId,
        kind: 'change-opinion',
        actor: { kind: 'staff', id: staff.staffId },
        subjectId: changeId,
      });
    await recordChange(tx, staff, 'change-opinion', changeId);
    await openAfterChange(tx, change, { kind: 'staff', id: staff.staffId });
    await tellTeller(tx, moved, 'change-opinion', `change:${changeId}:opinion:${given?.id}`);
    return changeView(tx, moved);
  });
}

const wrong = (path: string, sentence: string) => new ServiceProblem('form-invalid', { fields: [{ path, sentence }] });

function possibleOutcome(change: ChangeRow, { outcome }: Opinion): OpinionOutcome {
  const found = outcomesFor(change.events).find((id) => id === outcome);
  if (!found) throw wrong('outcome', '这样的变化，不会有这个结果，请再选一次');
  return found;
}

/** Less and an end name a ground of the documents; without one it is a question and lowers nothing. */
function groundOf(change: ChangeRow, outcome: OpinionOutcome, ground: string | undefined): GroundId | undefined {
  const grounds = groundsOf(outcome, change.events);
  if (grounds.length === 0) return undefined;
  const named = grounds.find((id) => id === ground);
  if (!named)
    throw new ServiceProblem('ground-missing', { fields: [{ path: 'ground', sentence: '要减、要停，得写明是文件里的哪一条理由' }] });
  return named;
}

/** An amount that says the opposite of the outcome is a slip of the pen. */
async function refuseImpossibleAmount(tx: Context, change: ChangeRow, outcome: OpinionOutcome, amount: Fen | undefined): Promise<void> {
  if (amount === undefined) return;
  const [notice] = await tx.db.select({ sealed: changeNotices.effectsSealed }).from(changeNotices).where(eq(changeNotices.id, change.id));
  const shown = notice && tx.cipher.openJson<StoredEffects>(changePlace.effects(change.id), notice.sealed);
  const before = (shown?.together ?? shown?.effects[0])?.amountBefore;
  if (before === undefined) return;
  const fits: Readonly<Record<OpinionOutcome, boolean>> = {
    more: amount > before,
    less: amount < before && amount > 0,
    stop: amount === 0,
    unchanged: amount === before,
    taper: amount === before,
    officer: true,
  };
  if (!fits[outcome]) throw wrong('amountAfter', '写的金额和选的结果对不上，请再看一下');
}

async function isSame(
  tx: Context,
  change: ChangeRow,
  outcome: OpinionOutcome,
  ground: GroundId | undefined,
  words: OpinionWords,
): Promise<boolean> {
  const newest = (await opinionsOf(tx, [change.id])).get(change.id);
  if (!newest || newest.outcome !== outcome || (newest.ground ?? undefined) !== ground) return false;
  const said = tx.cipher.openJson<OpinionWords>(opinionPlace(change.id), newest.wordsSealed);
  return said.reason === words.reason && said.amountAfter === words.amountAfter;
}
