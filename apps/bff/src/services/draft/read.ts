import type { DraftSummary } from '@assist/contracts';
import { and, desc, eq, getTableColumns, inArray } from 'drizzle-orm';
import { drafts } from '../../db/schema.ts';
import type { Context } from '../context.ts';
import { accountsOfPerson } from '../identity/accounts-of-person.ts';
import { ServiceProblem } from '../problem.ts';
import type { Resident } from '../session/authenticate.ts';
import { withoutNumbers } from './numbers.ts';
import { draftPlace, draftSummary, isThere } from './row.ts';

/** 我的草稿, newest first; for who is verified also those begun on another account of theirs. */
export async function listDrafts(ctx: Context, who: Resident): Promise<DraftSummary[]> {
  const { formSealed: _f, fingerprint: _p, accountId: _a, ...columns } = getTableColumns(drafts);
  const rows = await ctx.db
    .select(columns)
    .from(drafts)
    .where(and(inArray(drafts.accountId, await accountsOfPerson(ctx, who)), isThere(ctx)))
    .orderBy(desc(drafts.savedAt));
  return rows.map(draftSummary);
}

/**
 * A draft for a phone: numbers of papers stay here.
 * @throws ServiceProblem `not-found`, also for somebody else's
 */
export async function readDraft(ctx: Context, who: Resident, draftId: string) {
  const [row] = await ctx.db
    .select()
    .from(drafts)
    .where(and(eq(drafts.id, draftId), inArray(drafts.accountId, await accountsOfPerson(ctx, who)), isThere(ctx)));
  if (!row) throw new ServiceProblem('not-found');
  return { ...draftSummary(row), form: withoutNumbers(ctx.cipher.openJson<Record<string, unknown>>(draftPlace(row.id), row.formSealed)) };
}

/** One's own draft as it lies here, with the numbers in it; nothing where there is none. For services alone. */
export async function storedDraft(ctx: Context, who: Resident, draftId: string): Promise<Record<string, unknown> | undefined> {
  const [row] = await ctx.db
    .select({ id: drafts.id, formSealed: drafts.formSealed })
    .from(drafts)
    .where(and(eq(drafts.id, draftId), inArray(drafts.accountId, await accountsOfPerson(ctx, who)), isThere(ctx)));
  return row && ctx.cipher.openJson<Record<string, unknown>>(draftPlace(row.id), row.formSealed);
}
