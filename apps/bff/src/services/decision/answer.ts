import type { DecisionView, RecordedEvent } from '@assist/contracts';
import { mayRecord } from '@assist/policy-chongqing';
import { eq } from 'drizzle-orm';
import { dayInShanghai } from '../../clock.ts';
import { decisionStatements, procedureEvents } from '../../db/schema.ts';
import { record } from '../audit/record.ts';
import { citations } from '../clause/citations.ts';
import { type Context, now } from '../context.ts';
import { accountsOfPerson } from '../identity/accounts-of-person.ts';
import { inTransaction } from '../in-transaction.ts';
import { ServiceProblem } from '../problem.ts';
import { putOnRecord } from '../procedure/put-on-record.ts';
import { policyRecord, procedureOfRun, recordOf } from '../procedure/record.ts';
import type { Resident } from '../session/authenticate.ts';
import { runOfResident } from './of-resident.ts';
import { statementPlace } from './statements.ts';
import { decisionView } from './view.ts';

export interface Answered {
  readonly view: DecisionView;
  readonly fresh: boolean;
}

/**
 * What somebody of the household wants to be heard with before it is decided. By the policy package being heard is the office's to
 * record, so it lies beside the record until a clerk puts it there, under the same id and in these words; nothing is decided before.
 * @throws ServiceProblem `not-found`, `step-missing` (nothing to be heard about, or over), `content-differs`
 */
export async function sayToDecision(ctx: Context, who: Resident, runId: string, id: string, words: string): Promise<Answered> {
  return inTransaction(ctx, async (tx) => {
    const run = await runOfResident(tx, who, runId, true);
    const accounts = await accountsOfPerson(tx, who);
    const fingerprint = tx.hash.fingerprint('decision-statement', { runId, words });
    const [before] = await tx.db.select().from(decisionStatements).where(eq(decisionStatements.id, id));
    if (before) {
      if (!accounts.includes(before.accountId)) throw new ServiceProblem('not-found');
      if (!before.fingerprint.equals(fingerprint)) throw new ServiceProblem('content-differs');
      return { view: await decisionView(tx, run, accounts), fresh: false };
    }
    const may = mayRecord(procedureOfRun(run), policyRecord(await recordOf(tx, runId)), {
      kind: 'heard',
      on: dayInShanghai(tx.clock()),
      role: 'township',
      reason: words,
    });
    if (!may.ok)
      throw new ServiceProblem('step-missing', {
        fields: may.missing.map((one) => ({
          path: 'words',
          sentence: [one.words, ...citations(one.clauses).map((clause) => clause.label)].join('｜'),
        })),
      });
    await tx.db.insert(decisionStatements).values({
      id,
      runId,
      officeId: run.officeId,
      accountId: who.accountId,
      at: now(tx),
      wordsSealed: tx.cipher.seal(statementPlace(id), words),
      fingerprint,
    });
    await record(tx, {
      actor: { kind: 'account', id: who.accountId },
      action: 'statement-sent',
      object: ['procedure', runId],
      officeId: run.officeId,
    });
    return { view: await decisionView(tx, run, accounts), fresh: true };
  });
}

/** 不同意见 of the household itself, on record at once where the policy package lets it be. @throws ServiceProblem `not-found`, `step-missing`, `content-differs` */
export const objectToDecision = (ctx: Context, who: Resident, runId: string, eventId: string, words: string): Promise<Answered> =>
  asResident(ctx, who, runId, eventId, { kind: 'objected', reason: words });

/** One tap after a stop: passed on to what else fits, without new papers (YMF12-20c). */
export const consentToTransfer = async (ctx: Context, who: Resident, runId: string, eventId: string): Promise<DecisionView> =>
  (await asResident(ctx, who, runId, eventId, { kind: 'consented' })).view;

async function asResident(ctx: Context, who: Resident, runId: string, eventId: string, event: RecordedEvent): Promise<Answered> {
  return inTransaction(ctx, async (tx) => {
    const run = await runOfResident(tx, who, runId, true);
    const accounts = await accountsOfPerson(tx, who);
    const [before] = await tx.db.select().from(procedureEvents).where(eq(procedureEvents.id, eventId));
    if (before) {
      if (before.runId !== runId || before.actorKind !== 'account' || !accounts.includes(before.actorId))
        throw new ServiceProblem('not-found');
      if (!before.fingerprint.equals(tx.hash.fingerprint('procedure-event', event))) throw new ServiceProblem('content-differs');
      return { view: await decisionView(tx, run, accounts), fresh: false };
    }
    await putOnRecord(tx, run, {
      eventId,
      event,
      on: dayInShanghai(tx.clock()),
      role: 'resident',
      actor: { kind: 'account', id: who.accountId },
    });
    return { view: await decisionView(tx, await runOfResident(tx, who, runId), accounts), fresh: true };
  });
}
