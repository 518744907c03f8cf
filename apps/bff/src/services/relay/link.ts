import { and, eq, isNull } from 'drizzle-orm';
import { instantText } from '../../clock.ts';
import { clearCode, secretText } from '../../crypto/codes.ts';
import { relayAsks, relayLinks } from '../../db/schema.ts';
import { record } from '../audit/record.ts';
import { type Context, now } from '../context.ts';
import { ServiceProblem } from '../problem.ts';
import type { Resident } from '../session/authenticate.ts';
import { linkHash, ownAsk } from './row.ts';

/** Ours: long enough for somebody who works away and looks at their phone on Sundays. */
const LINK_KEPT_MS = 14 * 24 * 3_600_000;
/** Ten letters of 31: with five tries of the six besides, nobody finds one. */
const PAPER_LENGTH = 10;

/**
 * A personal one-time link, or a code for paper. Only its keyed hash stays here. The one before it of the same kind is over.
 * In the caller's transaction (a keyed POST). @throws ServiceProblem `not-found`, `form-invalid` (no last six), `state-changed` (signed)
 */
export async function makeRelayLink(
  tx: Context,
  who: Resident,
  askId: string,
  kind: 'card' | 'paper',
): Promise<{ token: string; until: string }> {
  const ask = await ownAsk(tx, who, askId);
  if (ask.state === 'signed' || ask.state === 'to-confirm') throw new ServiceProblem('state-changed');
  if (!ask.digitsHash)
    throw new ServiceProblem('form-invalid', { fields: [{ path: 'lastSix', sentence: '先写上他证件号的最后六位，链接要用它打开' }] });
  const at = now(tx);
  const token = kind === 'card' ? secretText() : clearCode(PAPER_LENGTH);
  const expiresAt = new Date(at.getTime() + LINK_KEPT_MS);
  await tx.db
    .update(relayLinks)
    .set({ endedAt: at })
    .where(and(eq(relayLinks.askId, askId), eq(relayLinks.kind, kind), isNull(relayLinks.endedAt)));
  await tx.db.insert(relayLinks).values({ hash: linkHash(tx, token), askId, kind, madeAt: at, expiresAt });
  await tx.db.update(relayAsks).set({ state: 'link-made', stateAt: at }).where(eq(relayAsks.id, askId));
  await record(tx, { actor: { kind: 'account', id: who.accountId }, action: 'relay-link-made', object: ['relay-ask', askId] });
  return { token, until: instantText(expiresAt) };
}
