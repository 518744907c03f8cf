import { and, eq } from 'drizzle-orm';
import { accounts, sends } from '../../db/schema.ts';
import { type AccountRow, accountPlace, phoneOf } from '../account/account.ts';
import type { Context } from '../context.ts';
import { dropCredits, giveCreditBack, takeCredit } from '../message/credits.ts';
import { sendCodePlace, sendPhonePlace } from '../message/tell.ts';
import { MESSAGE_WORDS } from '../message/words.ts';
import type { Handed } from './ports.ts';
import type { SendRow, Settled } from './settle.ts';
import { templateData, templateOf } from './template-data.ts';

const INBOX_PAGE = 'pages/messages/index';
const MINUTE_MS = 60_000;

/** Hands one try to its channel, outside of any transaction. It never throws. */
export async function handOver(ctx: Context, row: SendRow): Promise<Settled> {
  try {
    return row.channel === 'wechat' ? await byWechat(ctx, row) : settledBy(ctx, await byPhone(ctx, row));
  } catch {
    return { kind: 'later', at: new Date(ctx.clock() + Math.min(2 ** row.tries, 60) * MINUTE_MS), why: 'no-answer' };
  }
}

const accountOfSend = async (ctx: Context, row: SendRow): Promise<AccountRow | undefined> =>
  row.accountId ? (await ctx.db.select().from(accounts).where(eq(accounts.id, row.accountId)))[0] : undefined;
const codeOf = (ctx: Context, row: SendRow): string => ctx.cipher.openText(sendCodePlace(row.id), row.codeSealed);

async function byPhone(ctx: Context, row: SendRow): Promise<Handed> {
  const account = row.phoneSealed ? undefined : await accountOfSend(ctx, row);
  const to = row.phoneSealed ? ctx.cipher.openText(sendPhonePlace(row.id), row.phoneSealed) : account && phoneOf(ctx, account);
  if (!to) return { kind: 'bounced', why: 'no-phone' };
  const message = { to, template: row.kind, params: { what: MESSAGE_WORDS[row.kind].title, code: codeOf(ctx, row) }, ref: row.id };
  return row.channel === 'text' ? ctx.texts.send(message) : ctx.calls.call(message);
}

function settledBy(ctx: Context, handed: Handed): Settled {
  if (handed.kind === 'taken') return { kind: 'sent', providerRef: handed.providerRef };
  if (handed.kind === 'bounced') return handed;
  return { kind: 'later', at: new Date(ctx.clock() + handed.seconds * 1000), why: 'provider-busy' };
}

async function byWechat(ctx: Context, row: SendRow): Promise<Settled> {
  const templateId = ctx.wechatTemplates[MESSAGE_WORDS[row.kind].about];
  if (!templateId) return { kind: 'bounced', why: 'no-template' };
  const account = await accountOfSend(ctx, row);
  if (!account) return { kind: 'bounced', why: 'no-account' };
  const template = await templateOf(ctx, templateId);
  if (!template) return { kind: 'bounced', why: 'template-unknown' };
  const data = templateData(template.fields, { what: MESSAGE_WORDS[row.kind].title, code: codeOf(ctx, row), at: ctx.clock() });
  if (!data) return { kind: 'bounced', why: 'template-fields' };
  if (!(await takeCredit(ctx, account.id, templateId))) return { kind: 'bounced', why: 'not-allowed' };
  // Kept before it goes out, so that WeChat's push finds it.
  await ctx.db
    .update(sends)
    .set({ templateId })
    .where(and(eq(sends.id, row.id), eq(sends.state, 'sending')));
  const openid = ctx.cipher.openText(accountPlace.openid(account.id), account.openidSealed);
  const sent = await ctx.wechat.sendSubscribeMessage({ openid, templateId, data, page: INBOX_PAGE });
  if (template.longTerm && sent.kind !== 'not-accepted') await giveCreditBack(ctx, account.id, templateId);
  switch (sent.kind) {
    case 'delivered':
      return { kind: 'delivered', providerRef: sent.messageId };
    case 'unknown':
      return { kind: 'sent' };
    case 'not-accepted':
      await dropCredits(ctx, account.id, templateId);
      return { kind: 'bounced', why: sent.why };
    case 'wrong-template':
      if (!template.longTerm) await giveCreditBack(ctx, account.id, templateId);
      return { kind: 'bounced', why: `template-${sent.why}` };
    case 'retry-later':
      if (!template.longTerm) await giveCreditBack(ctx, account.id, templateId);
      return { kind: 'later', at: new Date(ctx.clock() + sent.retryAfterSeconds * 1000), why: 'wechat-busy' };
  }
}
