import type { ShareView } from '@assist/contracts';
import { and, desc, eq, gt, isNull, or, type SQL } from 'drizzle-orm';
import { shares } from '../../db/schema.ts';
import { record } from '../audit/record.ts';
import { type Context, now } from '../context.ts';
import type { Staff } from '../staff/who.ts';
import { shareViews } from './view.ts';

const MOST = 100;

/** What somebody is asked to do: her office, or she herself. Only while it is open. */
export const askedOf = (staff: Staff): SQL =>
  and(
    eq(shares.officeId, staff.officeId),
    staff.role === 'assistant' ? eq(shares.staffId, staff.staffId) : or(isNull(shares.staffId), eq(shares.staffId, staff.staffId)),
  ) as SQL;

/** Both ways; looking at what others asked is on record. An assistant sees what she herself is asked. */
export async function listShares(ctx: Context, staff: Staff): Promise<{ toUs: ShareView[]; fromUs: ShareView[] }> {
  const toUs = await ctx.db
    .select()
    .from(shares)
    .where(and(askedOf(staff), isNull(shares.endedAt), gt(shares.until, now(ctx))))
    .orderBy(shares.until)
    .limit(MOST);
  const mayGive = staff.role !== 'assistant' && staff.role !== 'confirmer';
  const fromUs = mayGive
    ? await ctx.db.select().from(shares).where(eq(shares.fromOfficeId, staff.officeId)).orderBy(desc(shares.givenAt)).limit(MOST)
    : [];
  if (toUs.length > 0)
    await record(ctx, {
      actor: { kind: 'staff', id: staff.staffId },
      action: 'share-read',
      object: ['office', staff.officeId],
      officeId: staff.officeId,
    });
  return { toUs: await shareViews(ctx, toUs), fromUs: await shareViews(ctx, fromUs) };
}
