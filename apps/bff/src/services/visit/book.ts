import type { DifficultyId, VisitPlace, VisitView, Whom } from '@assist/contracts';
import type { CivilDate } from '@assist/policy';
import { eq } from 'drizzle-orm';
import { visits } from '../../db/authentication.ts';
import { record } from '../audit/record.ts';
import { subjectOf } from '../authentication/whom.ts';
import { requireNotice } from '../consent/require-notice.ts';
import type { Context } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { ServiceProblem } from '../problem.ts';
import type { Resident } from '../session/authenticate.ts';
import { addVisit, openVisitOf } from './add.ts';
import { closeVisit } from './close.ts';
import type { VisitRow } from './sealed.ts';
import { visitDays } from './times.ts';
import { visitView } from './view.ts';

export interface VisitWish {
  readonly whom: Whom;
  readonly where: VisitPlace;
  readonly day?: CivilDate | undefined;
  readonly half?: 'morning' | 'afternoon' | undefined;
  readonly address?: string | undefined;
  readonly phone?: string | undefined;
  readonly livesElsewhere?: boolean | undefined;
  readonly note?: string | undefined;
  /** Not kept: that somebody comes is the answer to all of them. */
  readonly difficulties?: readonly DifficultyId[] | undefined;
}

/**
 * 请人上门. The id comes from the phone; the same content is the same visit. Who asks again for somebody changes what they asked for,
 * as long as no day is fixed.
 * @throws ServiceProblem `form-invalid`, `content-differs`, `not-found`, `verification-needed`, `place-unknown`, `place-not-live`,
 * `signature-missing`, `state-changed` where a day is fixed already
 */
export async function bookVisit(
  ctx: Context,
  who: Resident,
  visitId: string,
  wish: VisitWish,
): Promise<{ readonly view: VisitView; readonly fresh: boolean }> {
  const fingerprint = ctx.hash.fingerprint('visit', wish);
  const before = await askedBefore(ctx, who, visitId, fingerprint);
  if (before) return { view: await visitView(ctx, before), fresh: false };
  checkWish(ctx, wish);
  await requireNotice(ctx, who.accountId);
  const whom = await subjectOf(ctx, who, wish.whom);
  const row = await inTransaction(ctx, async (tx) => {
    const standing = await openVisitOf(tx, whom.hash);
    // A visit that somebody else asked for, or the township has to make, is not shown and not undone: the person is visited all the same.
    if (standing && standing.accountId !== who.accountId && !whom.mayKnow) throw new ServiceProblem('state-changed');
    if (standing?.state === 'arranged') throw new ServiceProblem('state-changed');
    if (standing) await closeVisit(tx, standing, 'cancelled');
    const made = await addVisit(tx, {
      whom,
      why: standing && standing.why !== 'asked-for-visit' ? (standing.why as 'after-two-tries') : 'asked-for-visit',
      accountId: who.accountId,
      visitId,
      place: wish.where,
      day: wish.day,
      half: wish.half,
      asked: { address: wish.address, phone: wish.phone, note: wish.note },
      fingerprint,
    });
    if (made)
      await record(tx, {
        actor: { kind: 'account', id: who.accountId },
        action: 'visit-asked',
        object: ['visit', visitId],
        officeId: made.officeId,
      });
    return made;
  });
  if (row) return { view: await visitView(ctx, row), fresh: true };
  // The same at the same moment: the other one was first.
  const other = await askedBefore(ctx, who, visitId, fingerprint);
  if (!other) throw new ServiceProblem('state-changed');
  return { view: await visitView(ctx, other), fresh: false };
}

async function askedBefore(ctx: Context, who: Resident, visitId: string, fingerprint: Buffer): Promise<VisitRow | undefined> {
  const [row] = await ctx.db.select().from(visits).where(eq(visits.id, visitId));
  if (!row) return undefined;
  if (row.accountId !== who.accountId) throw new ServiceProblem('not-found');
  if (!row.fingerprint?.equals(fingerprint)) throw new ServiceProblem('content-differs');
  return row;
}

function checkWish(ctx: Context, { where, day, half, livesElsewhere }: VisitWish): void {
  const wrong = (path: string, sentence: string) => new ServiceProblem('form-invalid', { fields: [{ path, sentence }] });
  if ((where === 'phone' || where === 'video') && !livesElsewhere)
    throw wrong('livesElsewhere', '电话、视频只用在常住外地的时候。住在本地的，请人上门或到镇上、村社都行');
  if ((day === undefined) !== (half === undefined)) throw wrong(day ? 'half' : 'day', '哪天、上午还是下午，一起选');
  if (day && !visitDays(ctx).some((one) => one.day === day)) throw wrong('day', '这天约不了，请换一个工作日');
}
