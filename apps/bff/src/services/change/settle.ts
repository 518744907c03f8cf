import type { ChangeView } from '@assist/contracts';
import type { DivisionCode } from '@assist/policy';
import { clausesIn } from '@assist/policy-chongqing';
import { and, eq, lt, ne, sql } from 'drizzle-orm';
import { changeContradictions, changeNotices, changes } from '../../db/schema.ts';
import { addCaseEvent } from '../case-file/add-event.ts';
import { citations } from '../clause/citations.ts';
import type { Context } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { ServiceProblem } from '../problem.ts';
import { openAfterChange } from '../procedure/after-change.ts';
import { requireHandler, type Staff } from '../staff/who.ts';
import { holdChange, lockChange, moveChangeTo, recordChange } from './hold.ts';
import { ofHousehold } from './of-household.ts';
import { changePlace } from './sealed-places.ts';
import type { Settlement } from './settled-words.ts';
import { type MaySettle, maySettle } from './settlement.ts';
import type { StoredEffects } from './submit.ts';
import { tellTeller } from './tell-teller.ts';
import { type ChangeRow, changeView } from './view.ts';

/** What may be settled of this notice, from what was estimated when it was told. */
export async function settlementsOf(ctx: Context, change: ChangeRow): Promise<MaySettle> {
  const [notice] = await ctx.db.select({ sealed: changeNotices.effectsSealed }).from(changeNotices).where(eq(changeNotices.id, change.id));
  if (!notice) throw new Error('a change without its notice');
  return maySettle({
    events: change.events,
    shown: ctx.cipher.openJson<StoredEffects>(changePlace.effects(change.id), notice.sealed),
    inRegister: change.caseId !== null,
    matched: change.matchCaseId !== null,
    toldBefore: await isToldBefore(ctx, change),
  });
}

/** An earlier notice of the same household tells all of this, is still carried on, and the two do not contradict each other. */
async function isToldBefore(ctx: Context, change: ChangeRow): Promise<boolean> {
  const household = change.caseId ?? change.matchCaseId;
  if (!household || change.events.length === 0) return false;
  const [contradicted] = await ctx.db
    .select({ id: changeContradictions.otherId })
    .from(changeContradictions)
    .where(eq(changeContradictions.changeId, change.id))
    .limit(1);
  if (contradicted) return false;
  const [earlier] = await ctx.db
    .select({ id: changes.id })
    .from(changes)
    .where(
      and(
        eq(changes.officeId, change.officeId),
        ofHousehold(household),
        ne(changes.id, change.id),
        ne(changes.state, 'settled'),
        lt(changes.toldAt, change.toldAt),
        sql`${changes.events} @> array(select jsonb_array_elements_text(${JSON.stringify(change.events)}::text::jsonb))`,
      ),
    )
    .limit(1);
  return earlier !== undefined;
}

/**
 * 办结, of what touches no money. No amount, kind or end of anything is written. Settled the same way again is the same.
 * @throws ServiceProblem `touches-money` with the clauses, `not-found`, `conflict`, `state-changed`, `forbidden`
 */
export async function settleChange(
  ctx: Context,
  staff: Staff,
  changeId: string,
  { as, note }: { readonly as: Settlement; readonly note: string },
): Promise<ChangeView> {
  requireHandler(staff);
  return inTransaction(ctx, async (tx) => {
    const change = await lockChange(tx, changeId, staff.officeId);
    if (change.state === 'settled' && change.settledAs === as) return changeView(tx, change);
    if (change.state === 'settled') throw new ServiceProblem('state-changed');
    const may = await settlementsOf(tx, change);
    if (!may.as.includes(as)) throw refused(may, staff.officeId.slice(0, 6) as DivisionCode);
    await holdChange(tx, staff, changeId);
    const noteSealed = tx.cipher.seal(changePlace.note(changeId), note);
    const settled = await moveChangeTo(tx, change, 'settled', staff, { settledAs: as, noteSealed });
    if (change.caseId)
      await addCaseEvent(tx, {
        caseId: change.caseId,
        officeId: change.officeId,
        kind: 'change-settled',
        actor: { kind: 'staff', id: staff.staffId },
        subjectId: changeId,
      });
    await recordChange(tx, staff, 'change-settled', changeId);
    await openAfterChange(tx, change, { kind: 'staff', id: staff.staffId });
    await tellTeller(tx, settled, 'change-settled', `change:${changeId}:settled`);
    return changeView(tx, settled);
  });
}

function refused({ money }: MaySettle, district: DivisionCode): ServiceProblem {
  if (!money) return new ServiceProblem('form-invalid', { fields: [{ path: 'as', sentence: '报的不是这一样，请再选一次' }] });
  const labels = citations(clausesIn(money.clauses, district)).map((one) => one.label);
  return new ServiceProblem('touches-money', {
    fields: [{ path: 'as', sentence: `${money.titles.join('、')}：关系到钱，先写初步意见，再走程序（${labels.join('；')}）` }],
  });
}
