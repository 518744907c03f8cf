import type { MessageView } from '@assist/contracts';
import { and, count, desc, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import { instantText } from '../../clock.ts';
import { messages } from '../../db/schema.ts';
import { cited } from '../clause/citations.ts';
import { type Context, now } from '../context.ts';
import { accountsOfPerson } from '../identity/accounts-of-person.ts';
import { ServiceProblem } from '../problem.ts';
import type { Resident } from '../session/authenticate.ts';
import { type MessageContent, messagePlace } from './tell.ts';
import { MESSAGE_WORDS, messageSentence } from './words.ts';

const PAGE = 30;
const t = messages;
type Row = typeof messages.$inferSelect;

export interface Inbox {
  items: MessageView[];
  next: string | null;
  unread: number;
}

/** 我的消息, newest first. A verified person sees those of all their accounts. @throws ServiceProblem `bad-request` */
export async function listMessages(ctx: Context, who: Resident, cursor?: string): Promise<Inbox> {
  const mine = inArray(t.accountId, await accountsOfPerson(ctx, who));
  const rows = await ctx.db
    .select()
    .from(t)
    .where(and(mine, ...(cursor === undefined ? [] : [after(cursor)])))
    .orderBy(desc(t.at), desc(t.id))
    .limit(PAGE + 1);
  const page = rows.slice(0, PAGE);
  const last = page.at(-1);
  const [unread] = await ctx.db
    .select({ n: count() })
    .from(t)
    .where(and(mine, isNull(t.readAt)));
  return {
    items: page.map((row) => messageView(ctx, row)),
    next: rows.length > PAGE && last ? Buffer.from(`${last.at.toISOString()} ${last.id}`).toString('base64url') : null,
    unread: unread?.n ?? 0,
  };
}

function after(cursor: string): SQL {
  const [, at, id] = /^(\d{4}-\d{2}-\d{2}T[\d:.]+Z) ([0-9a-f-]{36})$/.exec(Buffer.from(cursor, 'base64url').toString('utf8')) ?? [];
  if (!at || !id) throw new ServiceProblem('bad-request');
  return sql`(${t.at}, ${t.id}) < (${at}::text::timestamptz, ${id}::uuid)`;
}

function messageView(ctx: Context, row: Row): MessageView {
  const { params, code } = ctx.cipher.openJson<MessageContent>(messagePlace(row.id), row.contentSealed);
  const { title, clauses, assumption } = MESSAGE_WORDS[row.kind];
  return {
    messageId: row.id,
    kind: row.kind,
    at: instantText(row.at),
    title,
    sentence: cited(messageSentence(row.kind, params), clauses, assumption),
    code,
    ...(row.subjectKind && { subject: { kind: row.subjectKind, ...(row.subjectId && { id: row.subjectId }) } }),
    read: row.readAt !== null,
  };
}

/** 看过了. Again is the same. @throws ServiceProblem `not-found`, also for somebody else's */
export async function markMessageRead(ctx: Context, who: Resident, messageId: string): Promise<void> {
  const [row] = await ctx.db
    .update(t)
    .set({ readAt: sql`coalesce(${t.readAt}, ${now(ctx).toISOString()}::timestamptz)` })
    .where(and(eq(t.id, messageId), inArray(t.accountId, await accountsOfPerson(ctx, who))))
    .returning({ id: t.id });
  if (!row) throw new ServiceProblem('not-found');
}
