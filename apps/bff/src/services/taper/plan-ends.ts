import { randomUUID } from 'node:crypto';
import { addDays, type CivilDate } from '@assist/policy';
import { sql } from 'drizzle-orm';
import { dayInShanghai } from '../../clock.ts';
import { casesByIds } from '../case-file/case-file-of.ts';
import type { Context } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { insertRun } from '../procedure/open-run.ts';

/** As early as the household is told of it. */
const BEFORE_DAYS = 30;
const BATCH = 100;

/**
 * A taper that came with the district's register has nobody's run: thirty days before its end it gets one, so that it stands in the queue
 * and the household is told, as with those that began here. Once for each taper, whatever runs twice. @returns how many
 */
export async function planTaperEnds(ctx: Context): Promise<number> {
  let opened = 0;
  for (;;) {
    const batch = await inTransaction(ctx, openBatch);
    opened += batch;
    if (batch < BATCH) return opened;
  }
}

async function openBatch(tx: Context): Promise<number> {
  const today = dayInShanghai(tx.clock());
  const due = await tx.db.execute<{ id: string }>(sql`
    select c.id from case_files c
    where c.ended_on is null and c.taper_until is not null and c.taper_until <= ${addDays(today, BEFORE_DAYS)}::date
      and not exists (select from procedure_runs r where r.case_id = c.id and r.procedure = 'taper'
        and (r.ended_on is null or r.ended_on >= c.taper_from))
    order by c.taper_until, c.id limit ${BATCH} for update of c skip locked`);
  const cases = await casesByIds(
    tx,
    due.map((one) => one.id),
  );
  for (const { row, members } of cases.values()) {
    // The earlier of both: a run does not begin in the future.
    const began = [row.taperFrom as CivilDate, today].sort()[0] as CivilDate;
    const by = { role: 'township', actor: { kind: 'system' } } as const;
    await insertRun(tx, {
      runId: randomUUID(),
      officeId: row.officeId,
      district: row.district,
      procedure: 'taper',
      openedOn: began,
      caseId: row.id,
      person: { name: members[0]?.person.name ?? '', members: row.members },
      number: row.registerNumber,
      first: [
        { event: { kind: 'opened' }, on: began, ...by },
        { event: { kind: 'takes-effect', reason: '在册名单上写着的渐退期' }, on: began, ...by },
      ],
    });
  }
  return cases.size;
}
