import type { ComplaintRow } from '@assist/contracts';
import { and, asc, eq, ne, sql } from 'drizzle-orm';
import { instantText } from '../../clock.ts';
import { complaints, offices } from '../../db/schema.ts';
import type { Context } from '../context.ts';
import { ServiceProblem } from '../problem.ts';
import type { Staff } from '../staff/who.ts';
import { complaintsSeenBy } from './lock.ts';

const PAGE = 50;
const t = complaints;

/** Reports and complaints this person may see, the oldest first; not what they say. @throws ServiceProblem `bad-request` */
export async function listComplaints(
  ctx: Context,
  staff: Staff,
  { answered = 'no', cursor }: { readonly answered?: 'yes' | 'no' | undefined; readonly cursor?: string | undefined },
): Promise<{ items: ComplaintRow[]; next: string | null }> {
  const rows = await ctx.db
    .select({ row: t, office: offices.name })
    .from(t)
    .innerJoin(offices, eq(offices.id, t.officeId))
    .where(
      and(
        complaintsSeenBy(staff),
        answered === 'yes' ? eq(t.state, 'answered') : ne(t.state, 'answered'),
        ...(cursor === undefined ? [] : [after(cursor)]),
      ),
    )
    .orderBy(asc(t.at), asc(t.id))
    .limit(PAGE + 1);
  const page = rows.slice(0, PAGE);
  const last = page.at(-1)?.row;
  return {
    items: page.map(({ row, office }) => ({
      complaintId: row.id,
      number: row.number,
      office,
      about: row.about,
      named: row.named,
      at: instantText(row.at),
      state: row.state,
    })),
    next: rows.length > PAGE && last ? Buffer.from(`${last.at.toISOString()} ${last.id}`).toString('base64url') : null,
  };
}

function after(cursor: string) {
  const [, at, id] = /^(\d{4}-\d{2}-\d{2}T[\d:.]+Z) ([0-9a-f-]{36})$/.exec(Buffer.from(cursor, 'base64url').toString('utf8')) ?? [];
  if (!at || !id) throw new ServiceProblem('bad-request');
  return sql`(${t.at}, ${t.id}) > (${at}::text::timestamptz, ${id}::uuid)`;
}
