import { randomUUID } from 'node:crypto';
import { mayRecord } from '@assist/policy-chongqing';
import { eq } from 'drizzle-orm';
import { dayInShanghai } from '../../clock.ts';
import { crossCheckPeople, crossCheckQuestions, crossChecks, procedureRuns } from '../../db/schema.ts';
import { type Context, now } from '../context.ts';
import { putOnRecord } from '../procedure/put-on-record.ts';
import { policyRecord, procedureOfRun, recordOf } from '../procedure/record.ts';
import { tellChecked } from './tell.ts';

/**
 * Where every adult signed and every source answered, the step ends by itself, with a count and nothing of what was said. Where somebody
 * did not sign, has no number or a source is silent, an officer ends it and writes why.
 */
export async function endWhereAnswered(tx: Context, checkId: string): Promise<void> {
  const [check] = await tx.db.select().from(crossChecks).where(eq(crossChecks.id, checkId)).for('update');
  if (!check || check.endedAt) return;
  const [people, questions] = await Promise.all([
    tx.db.select().from(crossCheckPeople).where(eq(crossCheckPeople.checkId, checkId)),
    tx.db.select({ state: crossCheckQuestions.state }).from(crossCheckQuestions).where(eq(crossCheckQuestions.checkId, checkId)),
  ]);
  if (people.some((one) => !one.child && !one.authorised) || questions.some((one) => one.state !== 'answered')) return;
  const [run] = await tx.db.select().from(procedureRuns).where(eq(procedureRuns.id, check.runId)).for('update');
  if (!run) return;
  await tx.db
    .update(crossChecks)
    .set({ endedHow: 'answered', endedAt: now(tx) })
    .where(eq(crossChecks.id, checkId));
  const eventId = randomUUID();
  const event = { kind: 'check-done' as const, reason: `问了 ${questions.length} 样，都有答复；查来什么、要不要紧，由经办的人看。` };
  const on = dayInShanghai(tx.clock());
  const may = mayRecord(procedureOfRun(run), policyRecord(await recordOf(tx, run.id)), { ...event, on, role: 'district', by: eventId });
  if (may.ok) await putOnRecord(tx, run, { eventId, event, on, role: 'district', actor: { kind: 'system' } });
  await tellChecked(tx, checkId);
}
