import { randomUUID } from 'node:crypto';
import type { SessionView } from '@assist/contracts';
import { and, eq } from 'drizzle-orm';
import { accounts } from '../../db/schema.ts';
import { type AccountRow, accountPlace } from '../account/account.ts';
import { accountView } from '../account/view.ts';
import { record } from '../audit/record.ts';
import { type Context, now } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { issueTokens, startFamily } from './tokens.ts';
import { wechatProblem } from './wechat-problem.ts';

/**
 * Signs in with a code of `wx.login`, which WeChat gives once and takes once.
 * @throws ServiceProblem `wechat-code-invalid`, `wechat-user-blocked`, `wechat-busy`, `wechat-nonsense`
 */
export async function signIn(ctx: Context, { code }: { readonly code: string }): Promise<SessionView> {
  const { openid } = await ctx.wechat.codeToSession(code).catch((error: unknown) => {
    throw wechatProblem(error);
  });
  return inTransaction(ctx, async (tx) => {
    const account = await accountOfWechat(tx, openid);
    const familyId = await startFamily(tx, account.id);
    const tokens = await issueTokens(tx, account.id, familyId);
    await record(tx, { actor: { kind: 'account', id: account.id }, action: 'signed-in', object: ['account', account.id] });
    return { ...tokens, account: await accountView(tx, account) };
  });
}

/** The account of a WeChat user, made at the first sign-in. Two first sign-ins at once make one. */
async function accountOfWechat(ctx: Context, openid: string): Promise<AccountRow> {
  const id = randomUUID();
  const openidHash = ctx.hash.find('openid', `${ctx.wechatAppid}:${openid}`);
  const [made] = await ctx.db
    .insert(accounts)
    .values({
      id,
      wechatAppid: ctx.wechatAppid,
      openidHash,
      openidSealed: ctx.cipher.seal(accountPlace.openid(id), openid),
      createdAt: now(ctx),
    })
    .onConflictDoNothing({ target: [accounts.wechatAppid, accounts.openidHash] })
    .returning();
  if (made) return made;
  const [known] = await ctx.db
    .select()
    .from(accounts)
    .where(and(eq(accounts.wechatAppid, ctx.wechatAppid), eq(accounts.openidHash, openidHash)));
  return known as AccountRow;
}
