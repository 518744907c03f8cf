import type { AccountView } from '@assist/contracts';
import { eq } from 'drizzle-orm';
import { accounts } from '../../db/schema.ts';
import { accountOf, accountPlace } from '../account/account.ts';
import { accountView } from '../account/view.ts';
import { record } from '../audit/record.ts';
import { requireNotice } from '../consent/require-notice.ts';
import type { Context } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { ServiceProblem } from '../problem.ts';
import type { Resident } from '../session/authenticate.ts';
import { wechatProblem } from '../session/wechat-problem.ts';

/**
 * The number behind a code of WeChat's button. A call outside, so it happens before the transaction.
 * @throws ServiceProblem `wechat-code-invalid`, `wechat-busy`, `wechat-nonsense`, `signature-missing`
 */
export async function askWechatForPhone(ctx: Context, who: Resident, { code }: { readonly code: string }): Promise<string> {
  await requireNotice(ctx, who.accountId);
  const openid = ctx.cipher.openText(accountPlace.openid(who.accountId), who.account.openidSealed);
  const phone = await ctx.wechat.getPhoneNumber({ code, openid }).catch((error: unknown) => {
    throw wechatProblem(error);
  });
  return phone.countryCode === '86' ? phone.number : `+${phone.countryCode} ${phone.number}`;
}

/**
 * Keeps the phone that WeChat verified. The first is free; another one only for who is verified, so that nobody
 * takes over where the messages go.
 * @throws ServiceProblem `verification-needed`
 */
export const setPhone = (ctx: Context, who: Resident, phone: string): Promise<AccountView> =>
  inTransaction(ctx, async (tx) => {
    const before = await accountOf(tx, who.accountId);
    const phoneHash = tx.hash.find('phone', phone);
    if (before.phoneHash?.equals(phoneHash)) return accountView(tx, before);
    if (before.phoneHash && before.identity !== 'verified') throw new ServiceProblem('verification-needed');
    const [row] = await tx.db
      .update(accounts)
      .set({ phoneHash, phoneSealed: tx.cipher.seal(accountPlace.phone(who.accountId), phone) })
      .where(eq(accounts.id, who.accountId))
      .returning();
    await record(tx, { actor: { kind: 'account', id: who.accountId }, action: 'phone-set', object: ['account', who.accountId] });
    return accountView(tx, row ?? before);
  });
