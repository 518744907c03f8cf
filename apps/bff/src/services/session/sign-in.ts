import { randomUUID } from 'node:crypto';
import type { SessionView } from '@assist/contracts';
import { and, eq, sql } from 'drizzle-orm';
import { madeOnce } from '../../db/made-once.ts';
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
  const openidHash = ctx.hash.find('openid', `${ctx.wechatAppid}:${openid}`);
  const known = await knownAccount(ctx, openidHash);
  return inTransaction(ctx, async (tx) => {
    const account = known ?? (await newAccount(tx, openid, openidHash));
    const familyId = randomUUID();
    // They leave together, in this order: a token is of a family.
    const [, tokens, , view] = await Promise.all([
      startFamily(tx, account.id, familyId),
      issueTokens(tx, account.id, familyId),
      record(tx, { actor: { kind: 'account', id: account.id }, action: 'signed-in', object: ['account', account.id] }),
      accountView(tx, account),
    ]);
    return { ...tokens, account: view };
  });
}

const accountOfWechat = madeOnce((db) =>
  db
    .select()
    .from(accounts)
    .where(and(eq(accounts.wechatAppid, sql.placeholder('appid')), eq(accounts.openidHash, sql.placeholder('hash'))))
    .prepare('account-of-wechat'),
);

async function knownAccount(ctx: Context, openidHash: Buffer): Promise<AccountRow | undefined> {
  const [known] = await accountOfWechat(ctx.db).execute({ appid: ctx.wechatAppid, hash: openidHash });
  return known;
}

/** Made at the first sign-in. Two first sign-ins at once make one. */
async function newAccount(ctx: Context, openid: string, openidHash: Buffer): Promise<AccountRow> {
  const id = randomUUID();
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
  return made ?? ((await knownAccount(ctx, openidHash)) as AccountRow);
}
