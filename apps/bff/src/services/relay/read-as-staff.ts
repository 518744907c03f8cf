import type { StaffRelayAsk } from '@assist/contracts';
import { and, asc, eq, inArray } from 'drizzle-orm';
import { applications, relayAsks } from '../../db/schema.ts';
import { record } from '../audit/record.ts';
import { usableForCrossCheck } from '../consent/usable-for-cross-check.ts';
import type { Context } from '../context.ts';
import { accountsBeside } from '../identity/accounts-of-person.ts';
import { ServiceProblem } from '../problem.ts';
import type { Staff } from '../staff/who.ts';
import { aboutOfAsk, latestSignatures, type SignatureDetail, signaturePlace } from './row.ts';
import { askViews } from './view.ts';

/** Who agreed and how, for who works in that township. Every look is on record. @throws ServiceProblem `not-found`, also for another township's */
export async function readRelayAsStaff(ctx: Context, staff: Staff, applicationId: string): Promise<StaffRelayAsk[]> {
  const [application] = await ctx.db
    .select({ accountId: applications.accountId })
    .from(applications)
    .where(and(eq(applications.id, applicationId), eq(applications.officeId, staff.officeId)));
  if (!application) throw new ServiceProblem('not-found');
  await record(ctx, {
    actor: { kind: 'staff', id: staff.staffId },
    action: 'relay-read',
    object: ['application', applicationId],
    officeId: staff.officeId,
  });
  const rows = await ctx.db
    .select()
    .from(relayAsks)
    .where(and(eq(relayAsks.applicationId, applicationId), inArray(relayAsks.accountId, await accountsBeside(ctx, application.accountId))))
    .orderBy(asc(relayAsks.madeAt), asc(relayAsks.id));
  const [views, signed] = await Promise.all([
    askViews(ctx, rows),
    latestSignatures(
      ctx,
      rows.map((row) => row.id),
    ),
  ]);
  return Promise.all(
    rows.map(async (row, i) => {
      const latest = signed.get(row.id);
      const detail = latest && ctx.cipher.openJson<SignatureDetail>(signaturePlace(latest.id), latest.detailSealed);
      const { note } = aboutOfAsk(ctx, row);
      const { usable } = await usableForCrossCheck(ctx, { applicationId, memberId: row.memberId });
      return {
        ...(views[i] as (typeof views)[number]),
        ...(latest?.why && row.state === 'to-confirm' && { why: latest.why }),
        ...(note && { note }),
        ...(detail?.strokes && { strokes: detail.strokes.map((line) => [...line]) }),
        ...(detail?.witnesses && { witnesses: [...detail.witnesses] }),
        usableForCrossCheck: usable,
      };
    }),
  );
}
