import { randomUUID } from 'node:crypto';
import type { CivilDate } from '@assist/policy';
import { and, eq, gt, inArray } from 'drizzle-orm';
import { messages, reminders, sends, subscribeCredits } from '../../db/schema.ts';
import { addCaseEvent } from '../case-file/add-event.ts';
import { byDay } from '../channel/night.ts';
import { type Context, now } from '../context.ts';
import { type MessageContent, messagePlace, sendCodePlace, sendPhonePlace, tellAccount } from '../message/tell.ts';
import { MESSAGE_WORDS } from '../message/words.ts';
import { issueRealityCode } from '../reality-code/issue.ts';
import type { ReminderRow } from './ground.ts';
import { type Whom, whomToReach } from './whom.ts';

type Channel = 'wechat' | 'text' | 'voice';
type Target = { readonly accountId?: string; readonly phone?: string } | { readonly bounced: string };

/**
 * Takes one machine step: what is sent goes out later, by the sender. Where there is no such channel that is on record as a try that
 * bounced. @returns whether something is under way
 */
export async function takeStep(tx: Context, row: ReminderRow, channel: Channel): Promise<boolean> {
  const whom = await whomToReach(tx, row);
  const messageId = channel === 'wechat' ? await intoInboxes(tx, row, whom) : row.messageId;
  const target: Target =
    channel === 'wechat' ? await byWechat(tx, row, whom) : whom.phone ? { phone: whom.phone } : { bounced: 'no-phone' };
  const bounced = 'bounced' in target;
  const id = randomUUID();
  await tx.db.insert(sends).values({
    id,
    reminderId: row.id,
    messageId,
    kind: row.kind,
    channel,
    accountId: bounced ? null : (target.accountId ?? null),
    phoneSealed: !bounced && target.phone ? tx.cipher.seal(sendPhonePlace(id), target.phone) : null,
    codeSealed: tx.cipher.seal(sendCodePlace(id), await codeFor(tx, row, messageId)),
    state: bounced ? 'bounced' : 'waiting',
    why: bounced ? target.bounced : null,
    createdAt: now(tx),
    runAt: channel === 'wechat' ? now(tx) : byDay(now(tx)),
    settledAt: bounced ? now(tx) : null,
  });
  if (!bounced && row.caseId && row.memberId)
    await addCaseEvent(tx, {
      caseId: row.caseId,
      officeId: row.officeId,
      kind: 'reminder-sent',
      actor: { kind: 'system' },
      memberId: row.memberId,
      subjectId: row.id,
    });
  return !bounced;
}

/** Each account of the person finds it in the inbox, allowed to send or not. That is no delivery. */
async function intoInboxes(tx: Context, row: ReminderRow, whom: Whom): Promise<string | null> {
  if (row.kind !== 'authentication-due') return row.messageId;
  let first: string | null = null;
  for (const accountId of whom.accountIds) {
    const { messageId } = await tellAccount(tx, {
      accountId,
      kind: row.kind,
      params: { ...(whom.name && { who: whom.name }), due: row.due as CivilDate },
      subject: { kind: 'family', id: row.caseId as string },
      officeId: row.officeId,
      source: `reminder:${row.id}:${accountId}`,
      inboxOnly: true,
    });
    first ??= messageId;
  }
  if (first) await tx.db.update(reminders).set({ messageId: first }).where(eq(reminders.id, row.id));
  return first;
}

async function byWechat(tx: Context, row: ReminderRow, { accountIds }: Whom): Promise<Target> {
  const templateId = tx.wechatTemplates[MESSAGE_WORDS[row.kind].about];
  if (!templateId) return { bounced: 'no-template' };
  if (accountIds.length === 0) return { bounced: 'no-account' };
  const allowed = await tx.db
    .select({ id: subscribeCredits.accountId })
    .from(subscribeCredits)
    .where(
      and(
        inArray(subscribeCredits.accountId, [...accountIds]),
        eq(subscribeCredits.templateId, templateId),
        gt(subscribeCredits.remaining, 0),
      ),
    );
  const accountId = accountIds.find((id) => allowed.some((one) => one.id === id));
  return accountId ? { accountId } : { bounced: 'not-allowed' };
}

/** The code of the inbox message where there is one, so that both say the same. */
async function codeFor(tx: Context, row: ReminderRow, messageId: string | null): Promise<string> {
  const [message] = messageId ? await tx.db.select().from(messages).where(eq(messages.id, messageId)) : [];
  if (message) return tx.cipher.openJson<MessageContent>(messagePlace(message.id), message.contentSealed).code;
  return issueRealityCode(tx, { kind: 'message', message: row.kind, officeId: row.officeId });
}
