import type { ChangeForm } from '@assist/contracts';
import { and, eq, isNull } from 'drizzle-orm';
import { caseFiles, caseMembers } from '../../db/schema.ts';
import { numberHash } from '../account/account.ts';
import type { Context } from '../context.ts';
import type { Resident } from '../session/authenticate.ts';

/**
 * The household of the register that a typed number may belong to, at the same office. It proves nothing and opens nothing: a clerk
 * looks whether it is so. The resident's answer is the same with it and without it.
 */
export async function matchingCase(
  ctx: Context,
  who: Resident | undefined,
  form: ChangeForm,
  officeId: string,
): Promise<string | undefined> {
  const typed = form.person?.paper && numberHash(ctx, form.person.paper);
  const own = form.reporter.as === 'self' || form.reporter.as === 'family' ? who?.account.numberHash : undefined;
  const number = typed ?? own;
  if (!number) return undefined;
  const [found] = await ctx.db
    .select({ id: caseFiles.id })
    .from(caseMembers)
    .innerJoin(caseFiles, eq(caseFiles.id, caseMembers.caseId))
    .where(and(eq(caseMembers.numberHash, number), isNull(caseMembers.leftOn), isNull(caseFiles.endedOn), eq(caseFiles.officeId, officeId)))
    .limit(1);
  return found?.id;
}
