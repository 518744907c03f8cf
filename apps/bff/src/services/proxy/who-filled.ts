import type { CaseView } from '@assist/contracts';
import { and, desc, eq } from 'drizzle-orm';
import { helperActs, helperGrants } from '../../db/schema.ts';
import type { Context } from '../context.ts';
import { helperNameOf } from './row.ts';

/** Who filled it in or sent it in the applicant's name, for the clerk; the latest where there were several. */
export async function whoFilled(ctx: Context, applicationId: string): Promise<CaseView['filledBy']> {
  const [found] = await ctx.db
    .select({ grant: helperGrants })
    .from(helperActs)
    .innerJoin(helperGrants, eq(helperGrants.id, helperActs.grantId))
    .where(and(eq(helperActs.aboutKind, 'application'), eq(helperActs.aboutId, applicationId)))
    .orderBy(desc(helperActs.id))
    .limit(1);
  return found && { name: helperNameOf(ctx, found.grant), kind: found.grant.kind, notAgreed: found.grant.endedWhy === 'not-agreed' };
}
