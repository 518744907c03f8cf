import { randomUUID } from 'node:crypto';
import type { CivilDate } from '@assist/policy';
import { lifeEvent } from '@assist/policy-chongqing';
import { and, eq } from 'drizzle-orm';
import { dayInShanghai } from '../../clock.ts';
import { caseFiles, procedureRuns } from '../../db/schema.ts';
import type { Actor } from '../audit/record.ts';
import { caseById } from '../case-file/case-file-of.ts';
import type { ChangeRow } from '../change/view.ts';
import type { Context } from '../context.ts';
import { insertRun } from './open-run.ts';

/**
 * A told change that a clerk looked at opens what follows it whatever comes of it, once. A death: everything finished within three months
 * of the day of death (YM239-1-3c), which is the day on record; where nobody knows the day, that of the telling. Prison, detoxification,
 * declared missing: the person out of the count once it was verified (JLP53-6-4, MCA57-7); no document sets days, so it begins today.
 */
export async function openAfterChange(tx: Context, change: ChangeRow, actor: Actor): Promise<void> {
  const procedures = [...new Set(change.events.flatMap((id) => lifeEvent(id)?.opens ?? []))];
  for (const procedure of procedures) await openOne(tx, change, procedure, actor);
}

async function openOne(tx: Context, change: ChangeRow, procedure: string, actor: Actor): Promise<void> {
  const caseId = change.caseId;
  if (!caseId) return;
  // Two clerks at once: the household's row is taken first.
  await tx.db.select({ id: caseFiles.id }).from(caseFiles).where(eq(caseFiles.id, caseId)).for('update');
  const [before] = await tx.db
    .select({ id: procedureRuns.id })
    .from(procedureRuns)
    .where(and(eq(procedureRuns.procedure, procedure), eq(procedureRuns.changeId, change.id)));
  const found = before ? undefined : await caseById(tx, caseId);
  if (!found) return;
  const today = dayInShanghai(tx.clock());
  const told = (change.happenedOn ?? change.toldOn) as CivilDate;
  // A day in the future is a slip of the pen.
  const on = procedure === 'after-death' && told <= today ? told : today;
  await insertRun(tx, {
    runId: randomUUID(),
    officeId: found.row.officeId,
    district: found.row.district,
    procedure,
    openedOn: today,
    caseId,
    changeId: change.id,
    person: { name: found.members[0]?.person.name ?? '', members: found.row.members },
    number: found.row.registerNumber,
    first: [{ event: { kind: 'opened' }, on, role: 'township', actor }],
  });
}
