import type { SessionView } from '@assist/contracts';
import { and, eq, isNull } from 'drizzle-orm';
import { refreshTokens, sessionFamilies } from '../../db/schema.ts';
import { accountOf } from '../account/account.ts';
import { accountView } from '../account/view.ts';
import { record } from '../audit/record.ts';
import { type Context, now } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { ServiceProblem } from '../problem.ts';
import { followingToken, issueTokens, refreshHash } from './tokens.ts';

type RefreshTokenRow = typeof refreshTokens.$inferSelect;

/** A phone whose answer was lost asks again within this. */
const DOUBLED_MS = 60_000;

interface Exchange {
  readonly refreshToken: string;
  readonly attempt?: string | undefined;
}

/**
 * Exchanges a refresh token for a new pair. One that was used before ends its whole family: somebody has a copy. The exception is the same
 * exchange sent twice within a minute because its answer was lost: it gets the token it was given, as long as nobody used that.
 */
export const refresh = (ctx: Context, { refreshToken, attempt }: Exchange): Promise<SessionView | ServiceProblem> =>
  inTransaction(ctx, async (tx) => {
    const hash = refreshHash(tx, refreshToken);
    const [used] = await tx.db
      .update(refreshTokens)
      .set({ usedAt: now(tx) })
      .where(and(eq(refreshTokens.hash, hash), isNull(refreshTokens.usedAt)))
      .returning();
    if (!used) return usedBefore(tx, hash, { refreshToken, attempt });
    const family = await livingFamily(tx, used.familyId);
    if (!family || used.expiresAt <= now(tx)) return new ServiceProblem('session-ended');
    const next = attempt === undefined ? undefined : followingToken(tx, refreshToken, attempt);
    const tokens = await issueTokens(tx, family.accountId, family.id, next);
    return { ...tokens, account: await accountView(tx, await accountOf(tx, family.accountId)) };
  });

async function livingFamily(tx: Context, familyId: string) {
  const [family] = await tx.db.select().from(sessionFamilies).where(eq(sessionFamilies.id, familyId));
  return family && !family.endedAt ? family : undefined;
}

async function usedBefore(tx: Context, hash: Buffer, exchange: Exchange): Promise<SessionView | ServiceProblem> {
  const [token] = await tx.db.select().from(refreshTokens).where(eq(refreshTokens.hash, hash));
  if (!token) return new ServiceProblem('session-ended');
  return (await sameAgain(tx, token, exchange)) ?? endFamily(tx, token.familyId);
}

/** The pair of the first time, with an access token made anew; undefined where it is not the same exchange, or somebody went on from it. */
async function sameAgain(tx: Context, token: RefreshTokenRow, { refreshToken, attempt }: Exchange): Promise<SessionView | undefined> {
  if (attempt === undefined || !token.usedAt || tx.clock() - token.usedAt.getTime() > DOUBLED_MS) return undefined;
  const next = followingToken(tx, refreshToken, attempt);
  const [given] = await tx.db
    .select()
    .from(refreshTokens)
    .where(and(eq(refreshTokens.hash, refreshHash(tx, next)), isNull(refreshTokens.usedAt)));
  const family = given && (await livingFamily(tx, given.familyId));
  if (!family) return undefined;
  const accessToken = await tx.tokens.sign({ accountId: family.accountId, familyId: family.id });
  const account = await accountView(tx, await accountOf(tx, family.accountId));
  return { accessToken, expiresIn: tx.tokens.seconds, refreshToken: next, account };
}

async function endFamily(tx: Context, familyId: string): Promise<ServiceProblem> {
  const [ended] = await tx.db
    .update(sessionFamilies)
    .set({ endedAt: now(tx), endedWhy: 'token-reused' })
    .where(and(eq(sessionFamilies.id, familyId), isNull(sessionFamilies.endedAt)))
    .returning();
  if (ended)
    await record(tx, {
      actor: { kind: 'account', id: ended.accountId },
      action: 'session-ended-token-reused',
      object: ['account', ended.accountId],
    });
  return new ServiceProblem('session-ended');
}
