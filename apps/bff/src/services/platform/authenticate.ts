import { PLATFORM_SCOPE_NAMES, type PlatformScope } from '@assist/contracts';
import { lt } from 'drizzle-orm';
import { platformAssertions } from '../../db/schema.ts';
import { type Context, now } from '../context.ts';
import { ServiceProblem } from '../problem.ts';
import type { PlatformClient } from './client.ts';

export interface Token {
  readonly accessToken: string;
  readonly seconds: number;
  readonly scope: string;
}

/**
 * A token for a client that signed for it; each assertion is good once. Asked for nothing, it gets all it is configured for.
 * @returns undefined where the assertion does not hold; `no-scope` where it asks for what it is not configured for
 */
export async function issuePlatformToken(
  ctx: Context,
  assertion: string,
  asked: string | undefined,
): Promise<Token | 'no-scope' | undefined> {
  const checked = await ctx.platform?.checkAssertion(assertion);
  const client = checked && ctx.platform?.clients.get(checked.clientId);
  if (!ctx.platform || !checked || !client) return undefined;
  const wanted = asked ? asked.split(' ').filter(Boolean) : client.scopes;
  const scopes = PLATFORM_SCOPE_NAMES.filter((one) => wanted.includes(one) && client.scopes.includes(one));
  if (scopes.length === 0 || scopes.length < new Set(wanted).size) return 'no-scope';
  await ctx.db.delete(platformAssertions).where(lt(platformAssertions.expiresAt, now(ctx)));
  const fresh = await ctx.db
    .insert(platformAssertions)
    .values({ clientId: client.id, jtiHash: ctx.hash.find('platform-assertion', checked.jti), expiresAt: checked.expiresAt })
    .onConflictDoNothing()
    .returning({ id: platformAssertions.clientId });
  if (fresh.length === 0) return undefined;
  const { token, seconds } = await ctx.platform.issue(client.id, scopes);
  return { accessToken: token, seconds, scope: scopes.join(' ') };
}

/** Who comes with a token, and what it allows: never more than the client is configured for now. */
export interface PlatformCaller {
  readonly client: PlatformClient;
  readonly scopes: readonly PlatformScope[];
}

/** @throws ServiceProblem `not-signed-in`, `token-expired` */
export async function authenticatePlatform(ctx: Context, authorization: string | undefined): Promise<PlatformCaller> {
  const token = /^Bearer ([\w.-]{20,2000})$/.exec(authorization ?? '')?.[1];
  const checked = token ? await ctx.platform?.check(token) : undefined;
  if (checked?.kind === 'expired') throw new ServiceProblem('token-expired');
  const client = checked?.kind === 'ok' ? ctx.platform?.clients.get(checked.clientId) : undefined;
  if (checked?.kind !== 'ok' || !client) throw new ServiceProblem('not-signed-in');
  return { client, scopes: client.scopes.filter((one) => checked.scopes.includes(one)) };
}

/** @throws ServiceProblem `forbidden` */
export function requireScope({ scopes }: PlatformCaller, scope: string | undefined): void {
  if (!scopes.some((one) => one === scope)) throw new ServiceProblem('forbidden');
}
