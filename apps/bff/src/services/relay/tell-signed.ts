import { and, eq } from 'drizzle-orm';
import { dayInShanghai } from '../../clock.ts';
import { accounts } from '../../db/schema.ts';
import type { Context } from '../context.ts';
import { tellAccount, tellPhone } from '../message/tell.ts';
import { type AskRow, aboutOfAsk, type SignatureRow, sentApplication } from './row.ts';
import { WAY_WORDS } from './view.ts';

/**
 * Tells each adult, on their own channel, what was signed in their name: every account verified as them and the phone that was written for
 * them; the account that signed only where nobody else of the family uses it.
 */
export async function tellSigned(tx: Context, ask: AskRow, signed: SignatureRow): Promise<void> {
  const { name, phone, applicant } = aboutOfAsk(tx, ask);
  const officeId = (await sentApplication(tx, ask))?.officeId;
  const verified = ask.numberHash
    ? await tx.db
        .select({ id: accounts.id })
        .from(accounts)
        .where(and(eq(accounts.numberHash, ask.numberHash), eq(accounts.identity, 'verified')))
    : [];
  const own = signed.accountId && signed.state === 'given' && ask.signer === 'self' ? [signed.accountId] : [];
  for (const accountId of new Set([...verified.map((one) => one.id), ...own]))
    await tellAccount(tx, {
      accountId,
      kind: 'signed-in-your-name',
      params: { who: name, applicant, on: dayInShanghai(signed.signedAt.getTime()), how: WAY_WORDS[signed.way] },
      ...(officeId && { officeId }),
      source: `relay-signature:${signed.id}:${accountId}`,
    });
  if (phone) await tellPhone(tx, { phone, kind: 'signed-in-your-name', ...(officeId && { officeId }) });
}
