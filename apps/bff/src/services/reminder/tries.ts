import { and, asc, eq, or } from 'drizzle-orm';
import { instantText } from '../../clock.ts';
import { CHANNELS as ORDER, reminders, sends } from '../../db/schema.ts';
import type { Context } from '../context.ts';

/** One try to reach a person, for a clerk. */
export interface Try {
  readonly at: string;
  readonly channel: string;
  readonly outcome: string;
}

const CHANNELS = { wechat: '微信', text: '短信', voice: '电话' } as const;
const STATES = { waiting: '等着发', sending: '正在发', sent: '发了，还没有送到的回音', delivered: '送到了', bounced: '没送到' } as const;
const WHY: Readonly<Record<string, string>> = {
  'no-account': '没有核过身份的微信账户',
  'no-template': '还没有配微信消息',
  'not-allowed': '没有点过允许提醒',
  refused: '微信里不让发',
  'no-such-person': '微信里找不到了',
  'no-phone': '没有电话号码',
  'no-provider': '还没有接上短信、电话的服务商',
  silence: '一天没有回音',
  'delivered-late': '过了一天才说送到',
  'met-meanwhile': '已经见到了，没有再发',
  'tried-too-often': '试了好多次',
};
const ENDS: Readonly<Record<string, string>> = { village: '请村社去看看', township: '请镇街上门' };

type SendRow = typeof sends.$inferSelect;

const tryOf = (row: SendRow): Try => ({
  at: instantText(row.settledAt ?? row.sentAt ?? row.createdAt),
  channel: CHANNELS[row.channel],
  outcome: row.state === 'bounced' && row.why ? `${STATES.bounced}：${WHY[row.why] ?? '服务商说的'}` : STATES[row.state],
});

/** Every try to reach a member of a case by the ladder, in order, with the person it ended with. */
export const triesOf = (ctx: Context, caseId: string, memberId: string): Promise<Try[]> =>
  tries(ctx, and(eq(reminders.caseId, caseId), eq(reminders.memberId, memberId)));

/** The same about a visit or a round of corrections, or of whatever ladder led to the visit. */
export const triesAbout = (ctx: Context, subjectId: string): Promise<Try[]> =>
  tries(ctx, or(eq(reminders.subjectId, subjectId), eq(reminders.visitId, subjectId)));

async function tries(ctx: Context, which: ReturnType<typeof and>): Promise<Try[]> {
  const climbs = await ctx.db.select().from(reminders).where(which).orderBy(asc(reminders.startedAt));
  const rows = await ctx.db
    .select({ send: sends })
    .from(sends)
    .innerJoin(reminders, eq(reminders.id, sends.reminderId))
    .where(which)
    .orderBy(asc(sends.createdAt));
  // Several of one moment: in the order of the ladder.
  rows.sort(
    (a, b) => a.send.createdAt.getTime() - b.send.createdAt.getTime() || ORDER.indexOf(a.send.channel) - ORDER.indexOf(b.send.channel),
  );
  return climbs.flatMap((climb) => [
    ...rows.filter(({ send }) => send.reminderId === climb.id).map(({ send }) => tryOf(send)),
    ...(climb.step && climb.stepAt && ENDS[climb.step]
      ? [{ at: instantText(climb.stepAt), channel: '人', outcome: ENDS[climb.step] ?? '' }]
      : []),
  ]);
}
