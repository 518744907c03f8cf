import type { REFERRAL_ENDS, ReferralView } from '@assist/contracts';
import { and, eq } from 'drizzle-orm';
import { referrals } from '../../db/schema.ts';
import type { Context } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { ServiceProblem } from '../problem.ts';
import { requireHandler, type Staff } from '../staff/who.ts';
import { type Move, mayFollow, moveReferral } from './step.ts';
import { referralView } from './view.ts';

type ByStaff = Omit<Move, 'actor'> & { readonly words: string };

/** One step by a clerk of the township. What was done already is done. @throws ServiceProblem `not-found`, `forbidden`, `state-changed` */
async function act(ctx: Context, staff: Staff, referralId: string, move: ByStaff): Promise<ReferralView> {
  requireHandler(staff);
  return inTransaction(ctx, async (tx) => {
    const [row] = await tx.db
      .select()
      .from(referrals)
      .where(and(eq(referrals.id, referralId), eq(referrals.officeId, staff.officeId)))
      .for('update');
    if (!row) throw new ServiceProblem('not-found');
    if (move.kind !== 'followed' && row.state === move.kind) return referralView(tx, row);
    if (!mayFollow(row, move.kind)) throw new ServiceProblem('state-changed');
    return referralView(tx, await moveReferral(tx, row, { ...move, actor: { kind: 'staff', id: staff.staffId } }));
  });
}

/** 当面或电话里同意了, in the words that were said. */
export const consentToReferral = (ctx: Context, staff: Staff, referralId: string, words: string): Promise<ReferralView> =>
  act(ctx, staff, referralId, { kind: 'agreed', how: 'spoken', words });

/** 送出了. Only after a yes: the table itself refuses anything else. */
export const sendReferral = (ctx: Context, staff: Staff, referralId: string, to: string): Promise<ReferralView> =>
  act(ctx, staff, referralId, { kind: 'sent', words: to });

/** 问过了，还在办: it waits anew. */
export const followReferral = (ctx: Context, staff: Staff, referralId: string, words: string): Promise<ReferralView> =>
  act(ctx, staff, referralId, { kind: 'followed', words });

/** 有了结果. */
export const endReferral = (
  ctx: Context,
  staff: Staff,
  referralId: string,
  end: (typeof REFERRAL_ENDS)[number],
  words: string,
): Promise<ReferralView> => act(ctx, staff, referralId, { kind: end, words });
