import { randomUUID } from 'node:crypto';
import type { MessageKind, MessageSubject } from '@assist/contracts';
import { eq } from 'drizzle-orm';
import { messages, sends } from '../../db/schema.ts';
import { type Context, now } from '../context.ts';
import { issueRealityCode } from '../reality-code/issue.ts';
import { startReminder } from '../reminder/start.ts';
import { tellHelpers } from './tell-helpers.ts';
import { MESSAGE_WORDS, type MessageParams } from './words.ts';

export interface Tell<K extends MessageKind> {
  readonly accountId: string;
  readonly kind: K;
  readonly params: MessageParams[K];
  /** What it opens. */
  readonly subject?: MessageSubject;
  /** When it happened; now otherwise. */
  readonly at?: Date;
  /** Whose message it is, for who asks whether it is real. */
  readonly officeId?: string;
  /** What caused it, e.g. `change:<id>:settled`. Told once, however often it is asked for. */
  readonly source?: string;
  /** Only into the inbox: for what happened long ago, or what a ladder sends by itself. */
  readonly inboxOnly?: boolean;
}

export interface Told {
  readonly messageId: string;
  /** False where this source was told before. */
  readonly fresh: boolean;
}

export const messagePlace = (id: string): string => `message:${id}`;
export const sendCodePlace = (id: string): string => `send.code:${id}`;
export const sendPhonePlace = (id: string): string => `send.phone:${id}`;

/** What is sealed in a message. */
export interface MessageContent<K extends MessageKind = MessageKind> {
  readonly params: MessageParams[K];
  readonly code: string;
}

/**
 * Tells an account something: a message in the inbox with a code that says it is ours, and what sends it by the channels of its kind.
 * In the caller's transaction: told when the change is there, and not when it is not.
 */
export async function tellAccount<K extends MessageKind>(tx: Context, tell: Tell<K>): Promise<Told> {
  if (tell.source) {
    const [before] = await tx.db.select({ id: messages.id }).from(messages).where(eq(messages.source, tell.source));
    if (before) return { messageId: before.id, fresh: false };
  }
  const messageId = randomUUID();
  const { kind, subject } = tell;
  const code = await issueRealityCode(tx, { kind: 'message', message: kind, ...(tell.officeId && { officeId: tell.officeId }) });
  const content: MessageContent<K> = { params: tell.params, code };
  await tx.db.insert(messages).values({
    id: messageId,
    accountId: tell.accountId,
    kind,
    at: tell.at ?? now(tx),
    contentSealed: tx.cipher.sealJson(messagePlace(messageId), content),
    subjectKind: subject?.kind ?? null,
    subjectId: subject?.id ?? null,
    source: tell.source ?? null,
  });
  const { reach } = MESSAGE_WORDS[kind];
  if (kind === 'visit-arranged' && subject?.id && tell.officeId && !tell.inboxOnly)
    await startReminder(tx, {
      kind: 'visit-arranged',
      officeId: tell.officeId,
      accountId: tell.accountId,
      subjectId: subject.id,
      messageId,
    });
  const [first, ...otherwise] = reach === 'ladder' ? [] : reach;
  if (first && !tell.inboxOnly) {
    const id = randomUUID();
    await tx.db.insert(sends).values({
      id,
      messageId,
      kind,
      channel: first,
      accountId: tell.accountId,
      codeSealed: tx.cipher.seal(sendCodePlace(id), code),
      otherwise,
      state: 'waiting',
      createdAt: now(tx),
      runAt: now(tx),
    });
  }
  // A date to be met is put into the inbox by its ladder, and is news all the same.
  if (!tell.inboxOnly || kind === 'authentication-due') await tellHelpers(tx, { accountId: tell.accountId, kind, messageId });
  return { messageId, fresh: true };
}

/**
 * Tells a phone that may have no account, by text message only: the old number of a change of phone, a person of the register.
 * @param phone as it is dialled
 */
export async function tellPhone(
  tx: Context,
  { phone, kind, officeId }: { readonly phone: string; readonly kind: MessageKind; readonly officeId?: string },
): Promise<void> {
  const id = randomUUID();
  const code = await issueRealityCode(tx, { kind: 'message', message: kind, ...(officeId && { officeId }) });
  await tx.db.insert(sends).values({
    id,
    kind,
    channel: 'text',
    phoneSealed: tx.cipher.seal(sendPhonePlace(id), phone),
    codeSealed: tx.cipher.seal(sendCodePlace(id), code),
    state: 'waiting',
    createdAt: now(tx),
    runAt: now(tx),
  });
}
