import type { RecordedEvent } from '@assist/contracts';
import type { EventKind } from '@assist/policy-chongqing';
import { asc, eq } from 'drizzle-orm';
import { instantText } from '../../clock.ts';
import { decisionStatements } from '../../db/schema.ts';
import { citations } from '../clause/citations.ts';
import type { Context } from '../context.ts';
import { ServiceProblem } from '../problem.ts';
import { type RunRow, recordOf, type StoredEvent } from '../procedure/record.ts';

const t = decisionStatements;
export const statementPlace = (id: string): string => `decision.statement:${id}`;

export interface Statement {
  readonly id: string;
  readonly accountId: string;
  readonly at: string;
  readonly words: string;
  /** It stands on record as heard, under the same id. */
  readonly recorded: boolean;
}

/** What the household said in the app, in order. */
export async function statementsOf(ctx: Context, runId: string, record: readonly StoredEvent[]): Promise<Statement[]> {
  const rows = await ctx.db.select().from(t).where(eq(t.runId, runId)).orderBy(asc(t.at), asc(t.id));
  const onRecord = new Set(record.map(({ row }) => row.id));
  return rows.map((row) => ({
    id: row.id,
    accountId: row.accountId,
    at: instantText(row.at),
    words: ctx.cipher.openText(statementPlace(row.id), row.wordsSealed),
    recorded: onRecord.has(row.id),
  }));
}

/**
 * A statement is put on record as it was said: whatever a clerk wrote beside it, the words are the person's own.
 * @throws ServiceProblem `content-differs` where the id of a statement is used for something else
 */
export async function inTheirOwnWords(tx: Context, runId: string, eventId: string, event: RecordedEvent): Promise<RecordedEvent> {
  const [said] = await tx.db.select().from(t).where(eq(t.id, eventId));
  if (!said) return event;
  if (said.runId !== runId || event.kind !== 'heard') throw new ServiceProblem('content-differs');
  return { ...event, reason: `本人在手机上说：${tx.cipher.openText(statementPlace(said.id), said.wordsSealed)}` };
}

const DECIDES: readonly EventKind[] = ['opinion', 'confirmed'];

/** Who spoke is heard before it goes on (SAL2026-48): no opinion and no decision over words that nobody put on record. @throws ServiceProblem `step-missing` */
export async function refuseUnheard(tx: Context, run: RunRow, kind: EventKind): Promise<void> {
  if (!DECIDES.includes(kind)) return;
  const open = (await statementsOf(tx, run.id, await recordOf(tx, run.id))).some((one) => !one.recorded);
  if (open)
    throw new ServiceProblem('step-missing', {
      fields: [
        { path: kind, sentence: ['本人在手机上说了话，先记为听取了意见', ...citations(['SAL2026-48']).map((one) => one.label)].join('｜') },
      ],
    });
}
