import { randomUUID } from 'node:crypto';
import { addDays, type CivilDate } from '@assist/policy';
import { sql } from 'drizzle-orm';
import { dayInShanghai } from '../../clock.ts';
import type { Context } from '../context.ts';
import { openDue } from './open-due.ts';

/** So long before its day a review begins: it wants a cross-check and a visit. */
const BEFORE_DAYS = 30;

/**
 * Opens the review of every household whose day comes within 30 days and that has none open; what was opened is not opened again.
 * @returns ids of the households whose review could not be opened, and why
 */
export function planReviews(ctx: Context): Promise<string[]> {
  const today = dayInShanghai(ctx.clock());
  return openDue(
    ctx,
    sql`c.next_review is not null and c.next_review <= ${addDays(today, BEFORE_DAYS)}::date
      and not exists (select from procedure_runs r where r.case_id = c.id and r.procedure = 'review' and r.ended_on is null)`,
    sql`c.next_review, c.office_id`,
    ({ row, members }) => ({
      runId: randomUUID(),
      officeId: row.officeId,
      district: row.district,
      procedure: 'review',
      openedOn: today,
      caseId: row.id,
      person: { name: members[0]?.person.name ?? '', members: row.members },
      number: row.registerNumber,
      first: [
        {
          event: { kind: 'opened', periodFrom: (row.lastReview as CivilDate | null) ?? today },
          on: today,
          role: 'township',
          actor: { kind: 'system' },
        },
      ],
    }),
  );
}
