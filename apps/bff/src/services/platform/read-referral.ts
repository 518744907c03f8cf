import type { PlatformReferral } from '@assist/contracts';
import type { CivilDate } from '@assist/policy';
import { and, eq, inArray, isNotNull } from 'drizzle-orm';
import { referrals } from '../../db/schema.ts';
import { record } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { officeOf } from '../place/offices.ts';
import { ServiceProblem } from '../problem.ts';
import { referralTarget } from '../referral/targets.ts';
import { referralPlace } from '../referral/view.ts';
import type { PlatformCaller } from './authenticate.ts';

/**
 * One referral as whoever decides about that help sees it (JLP53-6-6d, YM239-2-4c, TL42-C5a): only what was sent with the person's yes, of the
 * client's districts, to what the client handles. The look is on record.
 * @throws ServiceProblem `not-found`, also for one that was not sent yet
 */
export async function readPlatformReferral(
  ctx: Context,
  { client, scopes }: PlatformCaller,
  referralId: string,
): Promise<PlatformReferral> {
  const [row] = await ctx.db
    .select()
    .from(referrals)
    .where(
      and(
        eq(referrals.id, referralId),
        isNotNull(referrals.sentOn),
        inArray(referrals.district, [...client.districts]),
        inArray(referrals.target, [...(client.referrals ?? [])]),
      ),
    );
  if (!row?.sentOn || !row.consentOn || !row.consentHow) throw new ServiceProblem('not-found');
  await record(ctx, {
    actor: { kind: 'system' },
    action: 'platform-read',
    object: ['referral', referralId],
    officeId: row.officeId,
    result: client.id,
  });
  const [office, target] = [await officeOf(ctx, row.officeId), referralTarget(row.target, row.district)];
  return {
    referralId,
    target: { id: row.target, title: target?.title ?? row.target },
    district: row.district,
    office: { id: office.id, name: office.name, ...(office.phone && { phone: office.phone }) },
    state: row.state,
    consent: { on: row.consentOn as CivilDate, how: row.consentHow },
    sentOn: row.sentOn as CivilDate,
    due: row.due as CivilDate,
    clauses: target?.clauses ?? [],
    ...(scopes.includes('people:read') && {
      name: ctx.cipher.openText(referralPlace.person(referralId), row.personSealed),
      ...(row.number && { number: row.number }),
      why: ctx.cipher.openText(referralPlace.why(referralId), row.whySealed),
    }),
  };
}
