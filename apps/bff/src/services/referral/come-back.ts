import { randomUUID } from 'node:crypto';
import { CLOCK_RULES, runClock } from '@assist/policy-chongqing';
import { and, eq, isNull, lte, sql } from 'drizzle-orm';
import { dayInShanghai } from '../../clock.ts';
import { referrals, workItems } from '../../db/schema.ts';
import { record } from '../audit/record.ts';
import { type Context, now } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { withoutClockMarks } from '../queue/clock-marks.ts';
import { itemPersonPlace } from '../queue/item-view.ts';
import { dueFromToday } from './step.ts';
import { type ReferralRow, referralPlace } from './view.ts';

const BATCH = 100;

/**
 * 没有下文的，回到队列: a referral past its day is an item of the township again, and again after as long, until it has an end. Nothing
 * else follows from it: silence says nothing about anybody. @returns how many came back
 */
export async function bringReferralsBack(ctx: Context): Promise<number> {
  let all = 0;
  for (;;) {
    const batch = await inTransaction(ctx, bringBatch);
    all += batch;
    if (batch < BATCH) return all;
  }
}

async function bringBatch(tx: Context): Promise<number> {
  const rows = await tx.db
    .select()
    .from(referrals)
    .where(and(isNull(referrals.endedOn), lte(referrals.due, dayInShanghai(tx.clock()))))
    .orderBy(referrals.due, referrals.id)
    .limit(BATCH)
    .for('update', { skipLocked: true });
  for (const row of rows) await bringBack(tx, row);
  return rows.length;
}

async function bringBack(tx: Context, row: ReferralRow): Promise<void> {
  const id = randomUUID();
  const due = runClock(CLOCK_RULES.firstReply, dayInShanghai(tx.clock()), tx.calendar);
  const standing = { open: true, state: 'to-do' as const, stepDue: due.by, stepProvisional: due.provisional };
  const name = tx.cipher.openText(referralPlace.person(row.id), row.personSealed);
  await tx.db
    .insert(workItems)
    .values({
      id,
      officeId: row.officeId,
      kind: 'referral',
      subjectId: row.id,
      caseId: row.caseId,
      number: row.number,
      personSealed: tx.cipher.sealJson(itemPersonPlace(id), { name, members: 1 }),
      about: [`referral-${row.state}`],
      receivedAt: now(tx),
      ...standing,
    })
    .onConflictDoUpdate({
      target: [workItems.kind, workItems.subjectId],
      targetWhere: sql`subject_id is not null`,
      set: { ...standing, about: [`referral-${row.state}`], marks: withoutClockMarks },
    });
  await tx.db
    .update(referrals)
    .set({ ...dueFromToday(tx), cameBack: row.cameBack + 1 })
    .where(eq(referrals.id, row.id));
  await record(tx, { actor: { kind: 'system' }, action: 'referral-came-back', object: ['referral', row.id], officeId: row.officeId });
}
