import { and, eq } from 'drizzle-orm';
import { consents } from '../../db/schema.ts';
import type { Context } from '../context.ts';
import { ServiceProblem } from '../problem.ts';

/**
 * Nothing about a person is taken in before they agreed to the privacy notice (any wording of it).
 * @throws ServiceProblem `signature-missing`
 */
export async function requireNotice(ctx: Context, accountId: string): Promise<void> {
  const [given] = await ctx.db
    .select({ version: consents.version })
    .from(consents)
    .where(and(eq(consents.accountId, accountId), eq(consents.statement, 'privacy-notice')))
    .limit(1);
  if (!given) throw new ServiceProblem('signature-missing', { fields: [{ path: 'privacy-notice', sentence: '先看一下您的信息怎么用' }] });
}
