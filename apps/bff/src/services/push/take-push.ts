import { type PushEvent, type PushQuery, parsePush, verifyPush, verifyPushUrl } from '@assist/wechat';
import { and, desc, eq, inArray, lte, sql } from 'drizzle-orm';
import { accounts, sends, wechatPushes } from '../../db/schema.ts';
import { settleSend } from '../channel/settle.ts';
import { type Context, now } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { dropCredits } from '../message/credits.ts';

/** WeChat asks whether the address is ours. @returns the text to answer with; undefined: refuse */
export const answerPushUrl = (ctx: Context, query: PushQuery): string | undefined => ctx.wechatPush && verifyPushUrl(ctx.wechatPush, query);

/**
 * An event that WeChat pushes. Each may come three times and counts once.
 * @param body as it came
 * @returns false where it is not WeChat's, or no longer fresh: refuse
 */
export async function takePush(ctx: Context, query: PushQuery, body: string): Promise<boolean> {
  if (!ctx.wechatPush) return false;
  const opened = verifyPush(ctx.wechatPush, query, body);
  if (!opened.ok) return false;
  const event = parsePush(opened.message);
  if (event) await inTransaction(ctx, (tx) => takeEvent(tx, event));
  return true;
}

async function takeEvent(tx: Context, event: PushEvent): Promise<void> {
  const [fresh] = await tx.db
    .insert(wechatPushes)
    .values({ keyHash: tx.hash.find('wechat-push', event.key), at: now(tx) })
    .onConflictDoNothing()
    .returning();
  if (!fresh) return;
  const openidHash = tx.hash.find('openid', `${tx.wechatAppid}:${event.openid}`);
  const [account] = await tx.db
    .select({ id: accounts.id })
    .from(accounts)
    .where(and(eq(accounts.wechatAppid, tx.wechatAppid), eq(accounts.openidHash, openidHash)));
  if (!account) return;
  if (event.kind === 'message-sent') await settleSent(tx, account.id, event);
  // What was agreed to in the window the phone itself tells, once, with its key.
  else if (event.kind === 'subscription-changed' && event.where === 'settings')
    for (const { templateId, accepted } of event.changes) {
      if (!accepted) await dropCredits(tx, account.id, templateId);
    }
  else if (event.kind === 'authorization-withdrawn') await dropCredits(tx, account.id);
}

/** WeChat took it and could not deliver it after all, or says that it did. */
async function settleSent(tx: Context, accountId: string, event: Extract<PushEvent, { kind: 'message-sent' }>): Promise<void> {
  for (const { messageId, templateId, delivered, errorCode } of event.results) {
    const row = (await byProvider(tx, accountId, messageId)) ?? (await lastOfTemplate(tx, accountId, templateId, new Date(event.at)));
    if (row)
      await settleSend(
        tx,
        row,
        delivered ? { kind: 'delivered', providerRef: messageId } : { kind: 'bounced', why: `wechat-${errorCode.slice(0, 20)}` },
      );
  }
}

async function byProvider(tx: Context, accountId: string, providerRef: string) {
  const [row] = await tx.db
    .select()
    .from(sends)
    .where(and(eq(sends.providerRef, providerRef), eq(sends.channel, 'wechat'), eq(sends.accountId, accountId)))
    .for('update');
  return row;
}

/** WeChat does not always tell the message's id when it takes it: then it is the last one of this template. */
async function lastOfTemplate(tx: Context, accountId: string, templateId: string, at: Date) {
  const [row] = await tx.db
    .select()
    .from(sends)
    .where(
      and(
        eq(sends.accountId, accountId),
        eq(sends.templateId, templateId),
        inArray(sends.state, ['sending', 'sent', 'delivered']),
        sql`${sends.providerRef} is null`,
        lte(sends.createdAt, new Date(at.getTime() + 60_000)),
      ),
    )
    .orderBy(desc(sends.createdAt))
    .limit(1)
    .for('update');
  return row;
}
