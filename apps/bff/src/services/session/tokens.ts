import { secretText } from '../../crypto/codes.ts';
import { refreshTokens, sessionFamilies } from '../../db/schema.ts';
import { type Context, now } from '../context.ts';

/** A phone that was not used for so long signs in anew, silently. */
const REFRESH_MS = 30 * 24 * 3_600_000;

export const refreshHash = (ctx: Context, token: string): Buffer => ctx.hash.find('refresh-token', token);

/** A family is one sign-in on one phone: every refresh token that came of it. */
export async function startFamily(ctx: Context, accountId: string, id: string): Promise<void> {
  await ctx.db.insert(sessionFamilies).values({ id, accountId, createdAt: now(ctx) });
}

/**
 * The token that follows one in one exchange: the same exchange sent twice over a weak network gives the same, and nothing of it has to be
 * kept. Nobody can work it out without our key.
 */
export const followingToken = (ctx: Context, token: string, attempt: string): string =>
  ctx.hash.find('refresh-follows', `${token}:${attempt}`).toString('base64url');

/** A new pair; the refresh token is kept as a hash only. */
export async function issueTokens(ctx: Context, accountId: string, familyId: string, refreshToken = secretText()) {
  const at = now(ctx);
  await ctx.db
    .insert(refreshTokens)
    .values({ hash: refreshHash(ctx, refreshToken), familyId, issuedAt: at, expiresAt: new Date(at.getTime() + REFRESH_MS) });
  return { accessToken: await ctx.tokens.sign({ accountId, familyId }), expiresIn: ctx.tokens.seconds, refreshToken };
}
