import { randomUUID } from 'node:crypto';
import type { ApplicationView, CorrectionRequest } from '@assist/contracts';
import { and, eq } from 'drizzle-orm';
import { corrections, workItems } from '../../db/schema.ts';
import { type AuditAction, record } from '../audit/record.ts';
import { type Context, now } from '../context.ts';
import type { CorrectionItems } from '../correction/view.ts';
import { inTransaction } from '../in-transaction.ts';
import { ServiceProblem } from '../problem.ts';
import { beginRun } from '../procedure/of-application.ts';
import { isHeldByOther } from '../queue/claim.ts';
import { leaseFrom } from '../queue/lease.ts';
import { requireHandler, type Staff } from '../staff/who.ts';
import { lockApplication } from './lock.ts';
import { moveTo } from './move-to.ts';
import { refuseAskingAgain } from './refuse-asking-again.ts';
import { correctionPlace } from './sealed-places.ts';
import { type ApplicationRow, applicationView } from './view.ts';

/** Who acts on an application has its work item from then on. @throws ServiceProblem `conflict` when somebody else has it */
async function hold(tx: Context, staff: Staff, application: ApplicationRow): Promise<void> {
  const mine = and(eq(workItems.applicationId, application.id), eq(workItems.kind, 'application'), eq(workItems.officeId, staff.officeId));
  const [item] = await tx.db.select().from(workItems).where(mine).for('update');
  if (!item) throw new Error('an application without its work item');
  if (isHeldByOther(item, staff, now(tx))) throw new ServiceProblem('conflict');
  await tx.db
    .update(workItems)
    .set({ claimedBy: staff.staffId, claimedUntil: leaseFrom(now(tx)) })
    .where(mine);
}

const audited = (tx: Context, staff: Staff, action: AuditAction, applicationId: string) =>
  record(tx, { actor: { kind: 'staff', id: staff.staffId }, action, object: ['application', applicationId], officeId: staff.officeId });

/** 打开看了. Later than that it is as it is. @throws ServiceProblem `not-found`, `conflict`, `forbidden` */
export async function markOpened(ctx: Context, staff: Staff, applicationId: string): Promise<ApplicationView> {
  requireHandler(staff);
  return inTransaction(ctx, async (tx) => {
    const application = await lockApplication(tx, applicationId, staff.officeId);
    if (application.state !== 'received') return applicationView(tx, application);
    await hold(tx, staff, application);
    const opened = await moveTo(tx, application, 'opened', staff.staffId);
    await audited(tx, staff, 'application-opened', applicationId);
    return applicationView(tx, opened);
  });
}

export interface AskedCorrection {
  readonly view: ApplicationView;
  readonly fresh: boolean;
}

/**
 * 请居民补: all of it at once, each with its reason (MCA57-10). The id comes from the desk; the same again is the same.
 * @throws ServiceProblem `not-found`, `content-differs`, `conflict`, `state-changed`, `forbidden`, `form-invalid` (it was settled before)
 */
export async function askCorrection(
  ctx: Context,
  staff: Staff,
  applicationId: string,
  correctionId: string,
  request: CorrectionRequest,
): Promise<AskedCorrection> {
  requireHandler(staff);
  return inTransaction(ctx, async (tx) => {
    const application = await lockApplication(tx, applicationId, staff.officeId);
    const fingerprint = tx.hash.fingerprint('correction', request);
    const [before] = await tx.db.select().from(corrections).where(eq(corrections.id, correctionId));
    if (before) {
      if (before.applicationId !== applicationId) throw new ServiceProblem('not-found');
      if (!before.fingerprint.equals(fingerprint)) throw new ServiceProblem('content-differs');
      return { view: await applicationView(tx, application), fresh: false };
    }
    await hold(tx, staff, application);
    await refuseAskingAgain(tx, applicationId, request);
    const asked = await moveTo(tx, application, 'correction-asked', staff.staffId);
    const items: CorrectionItems = request.items.map((item) => ({ id: randomUUID(), ...item }));
    await tx.db.insert(corrections).values({
      id: correctionId,
      applicationId,
      officeId: staff.officeId,
      askedBy: staff.staffId,
      askedAt: now(tx),
      itemsSealed: tx.cipher.sealJson(correctionPlace(correctionId), items),
      fingerprint,
    });
    await audited(tx, staff, 'correction-asked', applicationId);
    return { view: await applicationView(tx, asked), fresh: true };
  });
}

/** 受理: the clause's clock runs from today. Accepted again is the same. @throws ServiceProblem `not-found`, `conflict`, `state-changed`, `forbidden` */
export async function acceptApplication(ctx: Context, staff: Staff, applicationId: string): Promise<ApplicationView> {
  requireHandler(staff);
  return inTransaction(ctx, async (tx) => {
    const application = await lockApplication(tx, applicationId, staff.officeId);
    if (application.state === 'accepted') return applicationView(tx, application);
    await hold(tx, staff, application);
    const accepted = await moveTo(tx, application, 'accepted', staff.staffId);
    await beginRun(tx, accepted);
    await audited(tx, staff, 'application-accepted', applicationId);
    return applicationView(tx, accepted);
  });
}
