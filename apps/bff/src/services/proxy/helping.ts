import type { HelpedPerson } from '@assist/contracts';
import type { CivilDate } from '@assist/policy';
import { count, desc, eq, inArray } from 'drizzle-orm';
import { accounts, applications, drafts, helperGrants } from '../../db/schema.ts';
import { type AccountRow, nameOf } from '../account/account.ts';
import type { Context } from '../context.ts';
import type { Resident } from '../session/authenticate.ts';
import { type GrantRow, stateOf } from './row.ts';

/** 我帮的人, newest first. What stands in their papers is not here: only how much there is to do. */
export async function listHelping(ctx: Context, who: Resident): Promise<HelpedPerson[]> {
  const rows = await ctx.db
    .select({ grant: helperGrants, account: accounts })
    .from(helperGrants)
    .innerJoin(accounts, eq(accounts.id, helperGrants.personAccountId))
    .where(eq(helperGrants.helperAccountId, who.accountId))
    .orderBy(desc(helperGrants.madeAt), desc(helperGrants.id));
  return helpedViews(ctx, rows);
}

export async function helpedViews(ctx: Context, rows: readonly { grant: GrantRow; account: AccountRow }[]): Promise<HelpedPerson[]> {
  const people = rows.map(({ account }) => account.id);
  if (people.length === 0) return [];
  const [open, sent] = await Promise.all([
    ctx.db.select({ id: drafts.accountId, n: count() }).from(drafts).where(inArray(drafts.accountId, people)).groupBy(drafts.accountId),
    ctx.db
      .select({ id: applications.accountId, n: count() })
      .from(applications)
      .where(inArray(applications.accountId, people))
      .groupBy(applications.accountId),
  ]);
  return rows.map(({ grant, account }) => {
    const state = stateOf(ctx, grant);
    const mayFill = state === 'active' && grant.verbs.includes('fill');
    const maySee = state === 'active' && grant.verbs.includes('results');
    return {
      grantId: grant.id,
      name: nameOf(ctx, account) ?? '',
      verbs: [...grant.verbs],
      until: grant.untilDay as CivilDate,
      state,
      begunByMe: grant.begunBy === 'helper',
      drafts: mayFill ? (open.find((one) => one.id === account.id)?.n ?? 0) : 0,
      applications: maySee ? (sent.find((one) => one.id === account.id)?.n ?? 0) : 0,
    };
  });
}
