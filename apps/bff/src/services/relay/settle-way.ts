import type { RelayAsk } from '@assist/contracts';
import { eq } from 'drizzle-orm';
import { relayAsks } from '../../db/schema.ts';
import { record } from '../audit/record.ts';
import { type Context, now } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { ServiceProblem } from '../problem.ts';
import type { Resident } from '../session/authenticate.ts';
import { type AskRow, aboutOfAsk, askPlace, ownAsk } from './row.ts';
import { raiseTownshipTask } from './township-task.ts';
import { askViewOf } from './view.ts';

/**
 * The applicant says that somebody does not sign, is not reached, or cannot: from here on it is the township's task, with the reason, and
 * not the applicant's. Links stay good: who is reached after all may still sign.
 * @throws ServiceProblem `not-found`, `state-changed` (it is signed)
 */
export const settleRelayAsk = (
  ctx: Context,
  who: Resident,
  askId: string,
  { way, note }: { readonly way: 'waiting' | 'refused' | 'unreachable' | 'at-counter'; readonly note?: string | undefined },
): Promise<RelayAsk> =>
  inTransaction(ctx, async (tx) => {
    const ask = await ownAsk(tx, who, askId);
    if (ask.state === 'signed' || ask.state === 'to-confirm') throw new ServiceProblem('state-changed');
    const [row] = await tx.db
      .update(relayAsks)
      .set({ state: way, stateAt: now(tx), aboutSealed: tx.cipher.sealJson(askPlace(askId), { ...aboutOfAsk(tx, ask), note }) })
      .where(eq(relayAsks.id, askId))
      .returning();
    await record(tx, {
      actor: { kind: 'account', id: who.accountId },
      action: 'relay-way-said',
      object: ['relay-ask', askId],
      result: way,
    });
    await raiseTownshipTask(tx, row as AskRow);
    return askViewOf(tx, row as AskRow);
  });
