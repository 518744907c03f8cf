import { and, eq, isNull, lte } from 'drizzle-orm';
import { staffAccounts, staffSessions } from '../../db/schema.ts';
import { record } from '../audit/record.ts';
import { type Context, now } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';

/**
 * Ends the sessions here of somebody of whom the identity provider says that they left it. Only those begun before it was said: the same words
 * sent once more end nothing that came after.
 * @returns false where it was not the provider who said it
 */
export async function signedOutElsewhere(ctx: Context, token: string): Promise<boolean> {
  const who = await ctx.staffIdentity.signedOut(token);
  if (!who) return false;
  await inTransaction(ctx, async (tx) => {
    const [staff] = await tx.db
      .select({ id: staffAccounts.id, officeId: staffAccounts.officeId })
      .from(staffAccounts)
      .where(and(eq(staffAccounts.issuer, who.issuer), eq(staffAccounts.subject, who.subject)));
    if (!staff) return;
    const ended = await tx.db
      .update(staffSessions)
      .set({ endedAt: now(tx) })
      .where(and(eq(staffSessions.staffId, staff.id), isNull(staffSessions.endedAt), lte(staffSessions.createdAt, new Date(who.at + 1000))))
      .returning({ staffId: staffSessions.staffId });
    if (ended.length > 0)
      await record(tx, {
        actor: { kind: 'system' },
        action: 'signed-out',
        object: ['staff', staff.id],
        officeId: staff.officeId,
        result: 'identity-provider',
      });
  });
  return true;
}
