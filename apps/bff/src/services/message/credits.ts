import { and, eq, gt, sql } from 'drizzle-orm';
import { subscribeCredits } from '../../db/schema.ts';
import { TEMPLATE_ABOUTS, type TemplateAbout } from '../channel/ports.ts';
import { type Context, now } from '../context.ts';
import type { Resident } from '../session/authenticate.ts';

const TITLES: Readonly<Record<TemplateAbout, string>> = { progress: '办到哪一步了', due: '该见一面的时候', visit: '见面的时间' };
/** Nobody needs more in advance; a phone that says it a thousand times gains nothing. */
const MOST = 20;
const t = subscribeCredits;

export interface ReminderTemplate {
  readonly templateId: string;
  readonly about: TemplateAbout;
  readonly title: string;
}

/** The messages of WeChat that a person may allow. Empty where none is configured. */
export const reminderTemplates = (ctx: Context): ReminderTemplate[] =>
  TEMPLATE_ABOUTS.flatMap((about) => {
    const templateId = ctx.wechatTemplates[about];
    return templateId ? [{ templateId, about, title: TITLES[about] }] : [];
  });

type Answer = { readonly templateId: string; readonly answer: 'accept' | 'reject' | 'ban' | 'filter' };

/**
 * Notes what was answered in WeChat's window: each yes is good for one message. A no takes nothing back that was allowed before;
 * WeChat says so itself if it does.
 */
export async function acceptReminders(tx: Context, who: Resident, answers: readonly Answer[]): Promise<{ accepted: number }> {
  const ours = new Set(Object.values(tx.wechatTemplates));
  const accepted = [...new Set(answers.flatMap((one) => (one.answer === 'accept' && ours.has(one.templateId) ? [one.templateId] : [])))];
  for (const templateId of accepted)
    await tx.db
      .insert(t)
      .values({ accountId: who.accountId, templateId, remaining: 1, updatedAt: now(tx) })
      .onConflictDoUpdate({
        target: [t.accountId, t.templateId],
        set: { remaining: sql`least(${t.remaining} + 1, ${MOST})`, updatedAt: now(tx) },
      });
  return { accepted: accepted.length };
}

/** Uses one up. @returns false when there is none */
export async function takeCredit(tx: Context, accountId: string, templateId: string): Promise<boolean> {
  const [row] = await tx.db
    .update(t)
    .set({ remaining: sql`${t.remaining} - 1`, updatedAt: now(tx) })
    .where(and(eq(t.accountId, accountId), eq(t.templateId, templateId), gt(t.remaining, 0)))
    .returning({ remaining: t.remaining });
  return row !== undefined;
}

/** Gives one back: nothing was sent, or it is a template that one yes allows for good. */
export async function giveCreditBack(tx: Context, accountId: string, templateId: string): Promise<void> {
  await tx.db
    .update(t)
    .set({ remaining: sql`${t.remaining} + 1` })
    .where(and(eq(t.accountId, accountId), eq(t.templateId, templateId)));
}

/** The person said no after all. */
export async function dropCredits(tx: Context, accountId: string, templateId?: string): Promise<void> {
  await tx.db
    .update(t)
    .set({ remaining: 0, updatedAt: now(tx) })
    .where(and(eq(t.accountId, accountId), ...(templateId ? [eq(t.templateId, templateId)] : [])));
}
