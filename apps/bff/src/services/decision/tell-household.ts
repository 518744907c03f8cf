import type { MessageKind, RecordedEvent } from '@assist/contracts';
import type { CivilDate } from '@assist/policy';
import type { EventKind } from '@assist/policy-chongqing';
import { eq } from 'drizzle-orm';
import { caseFiles, procedureEvents } from '../../db/schema.ts';
import type { Context } from '../context.ts';
import { tellAccount } from '../message/tell.ts';
import { officeOf } from '../place/offices.ts';
import { extensionTold } from '../procedure/extend.ts';
import { type RunRow, recordOf } from '../procedure/record.ts';
import { raisedByStandard } from '../standard/raised.ts';
import { accountsOfRun } from './accounts-of-run.ts';
import { isSameAgain } from './given-anew.ts';
import { isShown } from './of-resident.ts';

type DecisionKind = Extract<MessageKind, `decision-${string}`>;
const TOLD: Partial<Record<EventKind, Exclude<DecisionKind, 'decision-due-soon' | 'decision-due'>>> = {
  opinion: 'decision-opinion',
  'notice-posted': 'decision-notice',
  confirmed: 'decision-confirmed',
  refused: 'decision-refused',
  'letter-delivered': 'decision-letter',
  'takes-effect': 'decision-effect',
};

/** Tells the household what just went on record, and whoever objected that there is a reply. Nobody else. */
export async function tellHousehold(
  tx: Context,
  run: RunRow,
  { eventId, event, on }: { readonly eventId: string; readonly event: RecordedEvent; readonly on: CivilDate },
): Promise<void> {
  if (!isShown(run.procedure)) return;
  const { name: office } = await officeOf(tx, run.officeId);
  const about = { subject: { kind: 'decision', id: run.id } as const, officeId: run.officeId };
  if (event.kind === 'objection-answered' && event.objection) {
    const [asked] = await tx.db.select().from(procedureEvents).where(eq(procedureEvents.id, event.objection));
    if (asked?.runId === run.id && asked.actorKind === 'account')
      await tellAccount(tx, {
        ...about,
        accountId: asked.actorId,
        kind: 'objection-answered',
        params: { office },
        source: `decision:${eventId}:${asked.actorId}`,
      });
    return;
  }
  if (event.kind === 'extended') {
    const extension = await extensionTold(tx, run, event);
    if (!extension) return;
    for (const accountId of await accountsOfRun(tx, run))
      await tellAccount(tx, {
        ...about,
        accountId,
        kind: 'clock-extended',
        params: { office, ...extension },
        source: `decision:${eventId}:${accountId}`,
      });
    return;
  }
  const kind = TOLD[event.kind];
  if (!kind || (event.kind === 'opinion' && (await isToldAlready(tx, run)))) return;
  const accounts = await accountsOfRun(tx, run);
  const taper = run.procedure === 'taper' && event.kind === 'takes-effect' && run.caseId ? await taperOf(tx, run.caseId) : undefined;
  const raised = event.kind === 'takes-effect' ? await raisedByStandard(tx, run, on) : undefined;
  for (const accountId of accounts) {
    const tell = { ...about, accountId, source: `decision:${eventId}:${accountId}` };
    if (taper) await tellAccount(tx, { ...tell, kind: 'taper-begun', params: { office, ...taper } });
    else if (raised) await tellAccount(tx, { ...tell, kind: 'standard-raised', params: { office, ...raised } });
    else await tellAccount(tx, { ...tell, kind, params: { office } });
  }
}

/** Whether the newest opinion is the one that they were told of, given again. */
async function isToldAlready(tx: Context, run: RunRow): Promise<boolean> {
  const stands = await recordOf(tx, run.id);
  return isSameAgain(stands, stands.length - 1);
}

async function taperOf(tx: Context, caseId: string): Promise<{ from: CivilDate; until: CivilDate } | undefined> {
  const [row] = await tx.db
    .select({ from: caseFiles.taperFrom, until: caseFiles.taperUntil })
    .from(caseFiles)
    .where(eq(caseFiles.id, caseId));
  return row?.from && row.until ? { from: row.from as CivilDate, until: row.until as CivilDate } : undefined;
}
