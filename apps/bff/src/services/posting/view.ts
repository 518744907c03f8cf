import type { PostingView } from '@assist/contracts';
import { type Posting, postingLines } from '@assist/policy-chongqing';
import { and, asc, desc, eq, gte, isNull, lte, type SQLWrapper, sql } from 'drizzle-orm';
import { dayInShanghai } from '../../clock.ts';
import { postings } from '../../db/schema.ts';
import { cited } from '../clause/citations.ts';
import type { Context } from '../context.ts';
import { postingPlace } from './sealed-places.ts';

/** 前进村, 前进村委会 and 前进 are one place to whoever lives there. */
const bareVillage = (name: SQLWrapper) => sql`regexp_replace(coalesce(${name}, ''), '(村|社区|居|民?委员会|委会)+$', '')`;

type PostingRow = typeof postings.$inferSelect;
const MOST = 500;

/** What hangs in a township today, or in one of its villages, the newest first. What is over its last day or was taken down is not shown, in whole or in part. */
export async function currentPostings(ctx: Context, officeId: string, village?: string): Promise<PostingView[]> {
  const today = dayInShanghai(ctx.clock());
  const rows = await ctx.db
    .select()
    .from(postings)
    .where(
      and(
        eq(postings.officeId, officeId),
        lte(postings.hangsFrom, today),
        gte(postings.hangsUntil, today),
        isNull(postings.takenDownAt),
        ...(village?.trim() ? [eq(bareVillage(postings.village), bareVillage(sql`${village.trim()}`))] : []),
      ),
    )
    .orderBy(desc(postings.hangsFrom), asc(postings.id))
    .limit(MOST);
  return rows.map((row) => postingView(ctx, row));
}

/** All that ever hung of a procedure, for the office's own sheet. */
export async function postingsOfRun(ctx: Context, runId: string): Promise<PostingView[]> {
  const rows = await ctx.db
    .select()
    .from(postings)
    .where(and(eq(postings.runId, runId), isNull(postings.takenDownAt)))
    .orderBy(asc(postings.hangsFrom), asc(postings.id));
  // Who hangs it has to know where; a neighbour who reads it does not need it said.
  return rows.map((row) => ({ ...postingView(ctx, row), ...(row.village && { village: row.village }) }));
}

/** Every field is named: nothing can slip through. */
function postingView(ctx: Context, row: PostingRow): PostingView {
  const one = ctx.cipher.openJson<Posting>(postingPlace.posting(row.id), row.postingSealed);
  return {
    postingId: row.id,
    kind: one.kind,
    applicantName: one.applicantName,
    members: one.members,
    amount: one.amount,
    benefit: one.benefit,
    ...(one.opinion && { opinion: one.opinion }),
    from: one.from,
    until: one.until,
    objectTo: { office: one.objectTo.office, phone: one.objectTo.phone },
    lines: [...postingLines(one)],
    // The clauses about posting alone: those of the procedure would say more of the family than a neighbour may read.
    sentence:
      one.kind === 'notice'
        ? cited('意见公示 7 天，有不同意见可以说。', ['YM239-3-2a', 'MCA57-19', 'YM239-3-2c'])
        : cited('这是已经确认的，公布出来。', ['YM239-3-2b', 'MCA57-24', 'YM239-3-2c']),
  };
}
