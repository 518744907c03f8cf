import type { RelayOpened } from '@assist/contracts';
import { eq } from 'drizzle-orm';
import { relayAsks } from '../../db/schema.ts';
import { record } from '../audit/record.ts';
import { type Context, now } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { ServiceProblem } from '../problem.ts';
import type { Resident } from '../session/authenticate.ts';
import { STATEMENTS_OF_EACH } from './ask.ts';
import { aboutOfAsk } from './row.ts';
import { tryLink } from './try-link.ts';

/** Opens a link with the last six of one's own number. Before that it says nothing, not even whose it is. */
export const openRelay = (
  ctx: Context,
  who: Resident,
  { token, lastSix }: { readonly token: string; readonly lastSix: string },
): Promise<RelayOpened | ServiceProblem> =>
  inTransaction(ctx, async (tx) => {
    const ask = await tryLink(tx, who.accountId, token, lastSix);
    if (ask instanceof ServiceProblem) return ask;
    if (ask.state === 'link-made') {
      await tx.db
        .update(relayAsks)
        .set({ state: 'opened', stateAt: now(tx) })
        .where(eq(relayAsks.id, ask.id));
      await record(tx, { actor: { kind: 'account', id: who.accountId }, action: 'relay-opened', object: ['relay-ask', ask.id] });
    }
    const { name, guardian, applicant } = aboutOfAsk(tx, ask);
    return { name, applicant, signer: ask.signer, ...(guardian && { guardian }), statements: [...STATEMENTS_OF_EACH] };
  });
