import type { ShareView } from '@assist/contracts';
import { and, eq, isNull, ne } from 'drizzle-orm';
import { offices, shares, staffAccounts } from '../../db/schema.ts';
import { record } from '../audit/record.ts';
import { type Context, now } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { ServiceProblem } from '../problem.ts';
import { isHeldByOther, lockItem } from '../queue/claim.ts';
import { workItemView } from '../queue/item-view.ts';
import { requireHandler, type Staff } from '../staff/who.ts';
import { sharePlace, shareView } from './view.ts';

const DAY_MS = 86_400_000;

export interface Asked {
  readonly officeId: string;
  readonly staffId?: string | undefined;
  readonly why: ShareView['why'];
  readonly asked: string;
  readonly place?: string | undefined;
  readonly phone?: string | undefined;
  /** How long it may take; it ends by itself then. */
  readonly days: number;
}

/**
 * 请别处帮一件: an office, or one person of an office, learns the name, the number and what is asked, and nothing else of the item. The same
 * id again is the same. @throws ServiceProblem `not-found`, `conflict`, `state-changed` (closed), `form-invalid`, `content-differs`, `forbidden`
 */
export async function shareItem(
  ctx: Context,
  staff: Staff,
  { workItemId, shareId, ...asked }: Asked & { readonly workItemId: string; readonly shareId: string },
): Promise<{ view: ShareView; fresh: boolean }> {
  requireHandler(staff);
  return inTransaction(ctx, async (tx) => {
    const item = await lockItem(tx, staff, workItemId);
    const fingerprint = tx.hash.fingerprint('share', { workItemId, ...asked });
    const [before] = await tx.db.select().from(shares).where(eq(shares.id, shareId));
    if (before) {
      if (!before.fingerprint.equals(fingerprint)) throw new ServiceProblem('content-differs');
      return { view: await shareView(tx, before), fresh: false };
    }
    if (!item.open) throw new ServiceProblem('state-changed');
    if (staff.role !== 'supervisor' && isHeldByOther(item, staff, now(tx))) throw new ServiceProblem('conflict');
    await refuseNobody(tx, staff, asked);
    const { applicantName: name, number } = await workItemView(tx, item);
    const { asked: words, place, phone } = asked;
    const facts = { name, number, asked: words, ...(place && { place }), ...(phone && { phone }) };
    const [row] = await tx.db
      .insert(shares)
      .values({
        id: shareId,
        workItemId,
        fromOfficeId: staff.officeId,
        officeId: asked.officeId,
        staffId: asked.staffId ?? null,
        why: asked.why,
        factsSealed: tx.cipher.sealJson(sharePlace.facts(shareId), facts),
        givenBy: staff.staffId,
        givenAt: now(tx),
        until: new Date(tx.clock() + asked.days * DAY_MS),
        fingerprint,
      })
      .onConflictDoNothing()
      .returning();
    if (!row) throw new ServiceProblem('not-found');
    await record(tx, {
      actor: { kind: 'staff', id: staff.staffId },
      action: 'item-shared',
      object: ['work-item', workItemId],
      officeId: staff.officeId,
    });
    return { view: await shareView(tx, row), fresh: true };
  });
}

/** Whom an item can be handed to: offices that are live here, and one's own village assistants by name. */
export async function shareTargets(ctx: Context, staff: Staff): Promise<{ officeId: string; name: string; staffId?: string }[]> {
  requireHandler(staff);
  const own = await ctx.db
    .select({ staffId: staffAccounts.id, name: staffAccounts.name, villages: staffAccounts.villages })
    .from(staffAccounts)
    .where(and(eq(staffAccounts.officeId, staff.officeId), eq(staffAccounts.role, 'assistant'), isNull(staffAccounts.disabledAt)))
    .orderBy(staffAccounts.name);
  const others = await ctx.db
    .select({ officeId: offices.id, name: offices.name, district: offices.district })
    .from(offices)
    .where(and(eq(offices.live, true), ne(offices.id, staff.officeId)))
    .orderBy(offices.id);
  return [
    ...own.map(({ staffId, name, villages }) => ({
      officeId: staff.officeId,
      staffId,
      name: `${name}（${villages.join('、') || '本镇街'}协理员）`,
    })),
    ...others.map(({ officeId, name, district }) => ({ officeId, name: `${district}${name}` })),
  ];
}

/** Another office that is live here, or somebody named, who may also be of one's own office (a village's assistant). */
async function refuseNobody(tx: Context, staff: Staff, { officeId, staffId }: Asked): Promise<void> {
  const refused = (path: string, sentence: string) => new ServiceProblem('form-invalid', { fields: [{ path, sentence }] });
  if (!staffId) {
    if (officeId === staff.officeId) throw refused('officeId', '本镇街的，在队列里交办就行。');
    const [office] = await tx.db.select({ live: offices.live }).from(offices).where(eq(offices.id, officeId));
    if (!office?.live) throw refused('officeId', '那里还没有接到这里，请打电话或发函。');
    return;
  }
  const [person] = await tx.db
    .select({ officeId: staffAccounts.officeId })
    .from(staffAccounts)
    .where(and(eq(staffAccounts.id, staffId), isNull(staffAccounts.disabledAt)));
  if (person?.officeId !== officeId || staffId === staff.staffId) throw refused('staffId', '那里没有这个人。');
}
