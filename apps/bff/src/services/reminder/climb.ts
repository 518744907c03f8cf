import { and, asc, desc, eq, isNull, lte } from 'drizzle-orm';
import { caseFiles, reminders, sends } from '../../db/schema.ts';
import { type Context, now } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { groundOf, type ReminderRow } from './ground.ts';
import { nextMove } from './ladder.ts';
import type { ReminderStep } from './steps.ts';
import { takeStep } from './take-step.ts';
import { visitTaskFor } from './visit-task.ts';

/** A run ends here so that the worker's other work is not kept waiting. */
const MOST_A_RUN = 200;

/** Moves on every reminder whose time has come. Several workers never take the same. @returns how many */
export async function climbReminders(ctx: Context): Promise<number> {
  for (let n = 0; n < MOST_A_RUN; n++) if (!(await inTransaction(ctx, climbOne))) return n;
  return MOST_A_RUN;
}

async function climbOne(tx: Context): Promise<boolean> {
  const [row] = await tx.db
    .select()
    .from(reminders)
    .where(and(isNull(reminders.endedAt), lte(reminders.nextAt, now(tx))))
    .orderBy(asc(reminders.nextAt), asc(reminders.id))
    .limit(1)
    .for('update', { skipLocked: true });
  if (!row) return false;
  const ground = await groundOf(tx, row);
  if (ground === 'climb') await climb(tx, row);
  else await end(tx, row, ground === 'visit' ? { why: 'visit', visitId: row.subjectId as string } : { why: ground });
  return true;
}

/** Up until something is under way, or the top. At most once over each step. */
async function climb(tx: Context, before: ReminderRow): Promise<void> {
  let row = before;
  for (;;) {
    const move = nextMove({ ...row, send: await lastSend(tx, row) }, now(tx));
    if (move.kind === 'wait') return set(tx, row, { nextAt: move.until });
    const to = row.kind === 'authentication-due' ? await villageOr(tx, row, move.to) : straight(move.to);
    row = { ...row, step: to, stepAt: now(tx) };
    if (to === 'township') return atTheTop(tx, row);
    if (to === 'village') row = { ...row, visitId: await visitTaskFor(tx, row) };
    else await takeStep(tx, row, to);
    await set(tx, row, { step: to, stepAt: row.stepAt, visitId: row.visitId });
  }
}

const set = async (tx: Context, row: ReminderRow, change: Partial<ReminderRow>): Promise<void> => {
  await tx.db.update(reminders).set(change).where(eq(reminders.id, row.id));
};

async function lastSend(tx: Context, row: ReminderRow) {
  if (row.step !== 'wechat' && row.step !== 'text' && row.step !== 'voice') return undefined;
  const [send] = await tx.db
    .select()
    .from(sends)
    .where(and(eq(sends.reminderId, row.id), eq(sends.channel, row.step)))
    .orderBy(desc(sends.createdAt), desc(sends.id))
    .limit(1);
  return send;
}

/** The township's clerks go themselves where the register names no village, and about papers and visits. */
const straight = (to: ReminderStep): ReminderStep => (to === 'village' ? 'township' : to);
async function villageOr(tx: Context, row: ReminderRow, to: ReminderStep): Promise<ReminderStep> {
  if (to !== 'village') return to;
  const [found] = await tx.db
    .select({ village: caseFiles.village })
    .from(caseFiles)
    .where(eq(caseFiles.id, row.caseId as string));
  return found?.village ? 'village' : 'township';
}

/** The one end of who was not met: a visit is a task. */
async function atTheTop(tx: Context, row: ReminderRow): Promise<void> {
  await end(tx, row, { why: 'visit', visitId: await visitTaskFor(tx, row) });
}

const end = (tx: Context, row: ReminderRow, { why, visitId }: { why: 'met' | 'moot' | 'visit'; visitId?: string }): Promise<void> =>
  set(tx, row, { step: row.step, stepAt: row.stepAt, endedAt: now(tx), endedWhy: why, ...(visitId && { visitId }) });
