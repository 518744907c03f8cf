import { randomUUID } from 'node:crypto';
import { addDays, type CivilDate } from '@assist/policy';
import { sql } from 'drizzle-orm';
import { dayInShanghai } from '../../clock.ts';
import { casesByIds } from '../case-file/case-file-of.ts';
import type { Context } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { insertRun } from './open-run.ts';

/** So long before its day a review begins: it wants a cross-check and a visit. */
const BEFORE_DAYS = 30;
const BATCH = 100;

/**
 * Opens the review of every household whose day comes within 30 days and that has none open, a hundred at a time. Two workers at once
 * take different households; what was opened is not opened again.
 * @returns how many
 */
export async function planReviews(ctx: Context): Promise<number> {
  let opened = 0;
  for (;;) {
    const batch = await inTransaction(ctx, openBatch);
    opened += batch;
    if (batch < BATCH) return opened;
  }
}

async function openBatch(tx: Context): Promise<number> {
  const today = dayInShanghai(tx.clock());
  const due = (await tx.db.execute(sql`
    select c.id from case_files c
    where c.ended_on is null and c.next_review is not null and c.next_review <= ${addDays(today, BEFORE_DAYS)}::date
      and not exists (select from procedure_runs r where r.case_id = c.id and r.procedure = 'review' and r.ended_on is null)
    order by c.next_review, c.office_id limit ${BATCH} for update of c skip locked`)) as unknown as readonly { id: string }[];
  const cases = await casesByIds(
    tx,
    due.map((one) => one.id),
  );
  for (const { row, members } of cases.values())
    await insertRun(tx, {
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
    });
  return cases.size;
}
