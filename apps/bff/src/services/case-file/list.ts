import type { caseFileRowSchema } from '@assist/contracts';
import type { CivilDate, Fen } from '@assist/policy';
import type { Recipient } from '@assist/policy-chongqing';
import { type SQL, sql } from 'drizzle-orm';
import type * as z from 'zod/mini';
import { dayInShanghai } from '../../clock.ts';
import type { Context } from '../context.ts';
import { ServiceProblem } from '../problem.ts';
import type { Staff } from '../staff/who.ts';
import { reviewsOpenUntil } from './review-view.ts';
import { type CasePerson, casePlace } from './sealed-places.ts';

const PAGE = 50;
export type CaseFileRow = z.output<typeof caseFileRowSchema>;
export interface CaseFileQuestion {
  readonly cursor?: string | undefined;
  readonly due?: 'authentication' | 'review' | 'taper' | undefined;
  readonly village?: string | undefined;
  readonly registerNumber?: string | undefined;
  /** One register, kept by kind (TL42-C3a). */
  readonly kind?: Recipient | undefined;
}
export interface CaseFilePage {
  items: CaseFileRow[];
  next: string | null;
  total: number;
}

interface Found extends Record<string, unknown> {
  id: string;
  register_number: string;
  members: number;
  village: string | null;
  kinds: Recipient[];
  amount: string;
  next_review: CivilDate | null;
  taper_from: CivilDate | null;
  taper_until: CivilDate | null;
  taper_run: string | null;
  visited: boolean;
  heard: boolean;
  asked: boolean;
  order_by: string;
  head_id: string | null;
  head: Buffer | null;
  next_authentication: CivilDate | null;
}

/**
 * The households of this township, or of an assistant's village, one page. Each order has its index, so that a page costs the same whatever the register holds:
 * by number, or by the date for what is due.
 */
export async function caseFilePage(ctx: Context, staff: Staff, question: CaseFileQuestion): Promise<CaseFilePage> {
  if (staff.role === 'assistant' && !staff.villages?.length) throw new ServiceProblem('forbidden');
  const horizon = reviewsOpenUntil(dayInShanghai(ctx.clock()));
  const { from, order, where, counted } = listing(question.due, staff.officeId, horizon);
  const asked = sql`${question.village ? sql` and c.village = ${question.village}` : sql``}${
    question.registerNumber ? sql` and starts_with(c.register_number, ${question.registerNumber})` : sql``
  }${question.kind ? sql` and ${question.kind} = any (c.kinds)` : sql``}`;
  const filters = sql`${where}${asked}`;
  const after = question.cursor ? afterCursor(order, question.cursor, question.due) : sql``;
  const listed = ctx.db.execute<Found>(sql`
    with page as materialized (
      select c.id, c.register_number, c.members, c.village, c.kinds, c.amount, c.next_review, c.taper_from, c.taper_until, ${order} as order_by
      from ${from} where ${filters}${after} order by ${order}, c.id limit ${PAGE + 1}
    )
    select page.id, page.register_number, page.members, page.village, page.kinds, page.amount, page.next_review::text as next_review,
      page.taper_from::text as taper_from, page.taper_until::text as taper_until, page.order_by::text as order_by, head.member_id as head_id, head.person_sealed as head,
      (select min(m.next_authentication)::text from case_members m where m.case_id = page.id and m.left_on is null) as next_authentication,
      case when page.taper_until is not null then (select r.id from procedure_runs r
        where r.case_id = page.id and r.procedure = 'taper' and r.ended_on is null order by r.created_at limit 1) end as taper_run,
      page.taper_until is not null and ${doneSince('visited')} as visited, page.taper_until is not null and ${doneSince('heard')} as heard,
      page.taper_until is not null and exists (select from referrals f
        where f.case_id = page.id and f.proposed_on >= page.taper_from) as asked
    from page left join lateral (
      select member_id, person_sealed from case_members h where h.case_id = page.id and h.left_on is null
      order by h.relation <> 'self', length(h.member_id), h.member_id limit 1
    ) head on true
    order by page.order_by, page.id`);
  // Neither waits for the other.
  const [rows, [count]] = await Promise.all([
    listed,
    ctx.db.execute<{ n: string }>(counted ? sql`${counted}${asked}` : sql`select count(*) as n from ${from} where ${filters}`),
  ]);
  const page = rows.slice(0, PAGE);
  const last = page.at(-1);
  return {
    items: page.map((row) => rowView(ctx, row)),
    next: rows.length > PAGE && last ? Buffer.from(JSON.stringify([last.order_by, last.id])).toString('base64url') : null,
    total: Number(count?.n ?? 0),
  };
}

/** Whether a step of any procedure of the household was recorded since its taper began. */
const doneSince = (kind: 'visited' | 'heard'): SQL => sql`exists (select from procedure_runs d join procedure_events e on e.run_id = d.id
  where d.case_id = page.id and e.kind = ${kind} and e.happened_on >= page.taper_from)`;

interface Listing {
  readonly from: SQL;
  readonly order: SQL;
  readonly where: SQL;
  /** Their number, where there is a quicker way to it than to count the rows of the page's question. */
  readonly counted?: SQL;
}

function listing(due: CaseFileQuestion['due'], officeId: string, horizon: CivilDate): Listing {
  const own = sql`c.office_id = ${officeId} and c.ended_on is null`;
  if (due === 'review')
    return { from: sql`case_files c`, order: sql`c.next_review`, where: sql`${own} and c.next_review <= ${horizon}::text::date` };
  if (due === 'taper') return { from: sql`case_files c`, order: sql`c.taper_until`, where: sql`${own} and c.taper_until is not null` };
  if (due === 'authentication') {
    // The household of each row by its id, behind a fence: as a plain join it is planned by how few rows the policies are believed to leave, and
    // then reads the township's households anew for every person.
    const from = sql`case_members m cross join lateral (select * from case_files f where f.id = m.case_id offset 0) c`;
    const people = sql`${own} and m.office_id = ${officeId} and m.left_on is null and m.next_authentication <= ${horizon}::text::date`;
    return {
      from,
      order: sql`m.next_authentication`,
      // Each household once, without asking for every person whether another of the same household comes before.
      counted: sql`select count(distinct m.case_id) as n from ${from} where ${people}`,
      // Once a household: at the member whose date comes first. Looked up for each row, for the same reason.
      where: sql`${people}
        and m.member_id = (select o.member_id from case_members o where o.case_id = m.case_id and o.left_on is null
          order by o.next_authentication, o.member_id limit 1)`,
    };
  }
  return { from: sql`case_files c`, order: sql`c.register_number`, where: own };
}

function afterCursor(order: SQL, cursor: string, due: CaseFileQuestion['due']): SQL {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(parts) && parts.length === 2) {
      const [at, id] = parts.map(String) as [string, string];
      if (/^[0-9a-f-]{36}$/.test(id) && (due === undefined || /^\d{4}-\d{2}-\d{2}$/.test(at)))
        return due === undefined
          ? sql` and (${order}, c.id) > (${at}, ${id}::uuid)`
          : sql` and (${order}, c.id) > (${at}::text::date, ${id}::uuid)`;
    }
  } catch {
    // Not one of ours: the same problem.
  }
  throw new ServiceProblem('bad-request');
}

function rowView(ctx: Context, row: Found): CaseFileRow {
  const head = row.head && row.head_id ? ctx.cipher.openJson<CasePerson>(casePlace.person(row.id, row.head_id), row.head) : undefined;
  return {
    caseId: row.id,
    registerNumber: row.register_number,
    headName: head?.name ?? '',
    members: row.members,
    ...(row.village && { village: row.village }),
    kinds: row.kinds,
    amount: Number(row.amount) as Fen,
    ...(row.next_review && { nextReviewDue: row.next_review }),
    ...(row.next_authentication && { nextAuthenticationDue: row.next_authentication }),
    ...(row.taper_from && { taperFrom: row.taper_from }),
    ...(row.taper_until && { taperUntil: row.taper_until }),
    ...(row.taper_run && { taperRunId: row.taper_run }),
    ...(row.taper_until && { taperDone: { visited: row.visited, heard: row.heard, asked: row.asked } }),
  };
}
