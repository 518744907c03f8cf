import type { SessionView } from '@assist/contracts';
import { and, eq, isNull } from 'drizzle-orm';
import { refreshTokens, sessionFamilies } from '../../db/schema.ts';
import { accountOf } from '../account/account.ts';
import { accountView } from '../account/view.ts';
import { record } from '../audit/record.ts';
import { type Context, now } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { ServiceProblem } from '../problem.ts';
import { issueTokens, refreshHash } from './tokens.ts';

/** Exchanges a refresh token for a new pair. One that was used before ends its whole family: somebody has a copy. */
export const refresh = (ctx: Context, { refreshToken }: { readonly refreshToken: string }): Promise<SessionView | ServiceProblem> =>
  inTransaction(ctx, async (tx) => {
    const hash = refreshHash(tx, refreshToken);
    const [used] = await tx.db
      .update(refreshTokens)
      .set({ usedAt: now(tx) })
      .where(and(eq(refreshTokens.hash, hash), isNull(refreshTokens.usedAt)))
      .returning();
    if (!used) return endFamilyOf(tx, hash);
    const [family] = await tx.db.select().from(sessionFamilies).where(eq(sessionFamilies.id, used.familyId));
    if (!family || family.endedAt || used.expiresAt <= now(tx)) return new ServiceProblem('session-ended');
    const tokens = await issueTokens(tx, family.accountId, family.id);
    return { ...tokens, account: await accountView(tx, await accountOf(tx, family.accountId)) };
  });

async function endFamilyOf(tx: Context, hash: Buffer): Promise<ServiceProblem> {
  const [token] = await tx.db.select().from(refreshTokens).where(eq(refreshTokens.hash, hash));
  if (token) {
    const [ended] = await tx.db
      .update(sessionFamilies)
      .set({ endedAt: now(tx), endedWhy: 'token-reused' })
      .where(and(eq(sessionFamilies.id, token.familyId), isNull(sessionFamilies.endedAt)))
      .returning();
    if (ended)
      await record(tx, {
        actor: { kind: 'account', id: ended.accountId },
        action: 'session-ended-token-reused',
        object: ['account', ended.accountId],
      });
  }
  return new ServiceProblem('session-ended');
}
