import type { ReferralView } from '@assist/contracts';
import { and, asc, desc, eq, isNotNull, isNull, type SQL, sql } from 'drizzle-orm';
import { referrals } from '../../db/schema.ts';
import type { Context } from '../context.ts';
import { ServiceProblem } from '../problem.ts';
import type { Staff } from '../staff/who.ts';
import { referralViews } from './view.ts';

const PAGE = 50;
const t = referrals;

/** What somebody sees: their township's, or their district's. */
const seenBy = (staff: Staff): SQL =>
  (staff.role === 'confirmer' ? eq(t.district, staff.district ?? '') : eq(t.officeId, staff.officeId)) as SQL;

/** 转介台账 (JLP53-6-6e): what waits, the nearest day first; or what ended, the newest first. @throws ServiceProblem `bad-request` */
export async function listReferrals(
  ctx: Context,
  staff: Staff,
  { cursor, ended = 'no' }: { readonly cursor?: string | undefined; readonly ended?: 'yes' | 'no' | undefined },
): Promise<{ items: ReferralView[]; next: string | null }> {
  const day = ended === 'yes' ? t.endedOn : t.due;
  const rows = await ctx.db
    .select()
    .from(t)
    .where(and(seenBy(staff), ended === 'yes' ? isNotNull(t.endedOn) : isNull(t.endedOn), ...(cursor ? [after(cursor, ended)] : [])))
    .orderBy(...(ended === 'yes' ? [desc(day), desc(t.id)] : [asc(day), asc(t.id)]))
    .limit(PAGE + 1);
  const page = rows.slice(0, PAGE);
  const last = page.at(-1);
  return {
    items: await referralViews(ctx, page),
    next: rows.length > PAGE && last ? Buffer.from(`${ended === 'yes' ? last.endedOn : last.due} ${last.id}`).toString('base64url') : null,
  };
}

function after(cursor: string, ended: 'yes' | 'no'): SQL {
  const [, on, id] = /^(\d{4}-\d{2}-\d{2}) ([0-9a-f-]{36})$/.exec(Buffer.from(cursor, 'base64url').toString('utf8')) ?? [];
  if (!on || !id) throw new ServiceProblem('bad-request');
  return ended === 'yes'
    ? sql`(${t.endedOn}, ${t.id}) < (${on}::date, ${id}::uuid)`
    : sql`(${t.due}, ${t.id}) > (${on}::date, ${id}::uuid)`;
}
