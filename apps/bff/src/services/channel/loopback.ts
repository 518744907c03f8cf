import { and, asc, desc, eq, inArray, isNotNull, isNull, lte } from 'drizzle-orm';
import type { Clock } from '../../clock.ts';
import type { FieldCipher } from '../../crypto/field-cipher.ts';
import type { KeyedHash } from '../../crypto/keyed-hash.ts';
import type { Database } from '../../db/connect.ts';
import { loopbackMessages, loopbackScripts } from '../../db/schema.ts';
import { type Context, now } from '../context.ts';
import type { Handed, Outgoing, TextMessages, VoiceCalls } from './ports.ts';
import { deliveryReported } from './report.ts';

type Parts = { readonly db: Database; readonly clock: Clock; readonly hash: KeyedHash; readonly cipher: FieldCipher };
export type LoopbackOutcome = 'delivered' | 'bounced' | 'silent';

/** The words that would have gone out. The same for all: what it is about, where to look, and the code that says it is ours. */
export const outgoingWords = ({ template, params }: Outgoing): string =>
  template === 'contact-code'
    ? `【救助通】${params.what}，这一步的码是 ${params.code}，十分钟内有用。不是您在换，就不用理。谁来要都不要给。`
    : `【救助通】${params.what}。打开救助通看，不要点链接。验真码 ${params.code}，在救助通首页对一对。我们不收费，不要验证码。`;

const EVERYBODY = Buffer.alloc(0);
const phoneHash = (parts: Pick<Parts, 'hash'>, phone: string): Buffer => parts.hash.find('loopback-phone', phone);

/** Keeps what was sent instead of sending it. Asked twice for one ref, it keeps one. */
function keep(parts: Parts, channel: 'text' | 'voice') {
  return async (message: Outgoing): Promise<Handed> => {
    const scripts = await parts.db
      .select()
      .from(loopbackScripts)
      .where(and(eq(loopbackScripts.channel, channel), inArray(loopbackScripts.phoneHash, [phoneHash(parts, message.to), EVERYBODY])));
    const script = scripts.find((one) => one.phoneHash.length > 0) ?? scripts[0] ?? { outcome: 'delivered' as const, afterSeconds: 0 };
    const at = parts.clock();
    await parts.db
      .insert(loopbackMessages)
      .values({
        ref: message.ref,
        channel,
        lastFour: message.to.slice(-4),
        words: outgoingWords(message),
        sentAt: new Date(at),
        outcome: script.outcome,
        reportAt: script.outcome === 'silent' ? null : new Date(at + script.afterSeconds * 1000),
      })
      .onConflictDoNothing();
    return { kind: 'taken' };
  };
}

export const loopbackTextMessages = (parts: Parts): TextMessages => ({ send: keep(parts, 'text') });
export const loopbackVoiceCalls = (parts: Parts): VoiceCalls => ({ call: keep(parts, 'voice') });

/** Plays the provider: reports what has become of what it kept, when its time has come. @returns how many */
export async function reportLoopback(ctx: Context): Promise<number> {
  const due = await ctx.db
    .select()
    .from(loopbackMessages)
    .where(and(isNull(loopbackMessages.reportedAt), isNotNull(loopbackMessages.reportAt), lte(loopbackMessages.reportAt, now(ctx))))
    .orderBy(asc(loopbackMessages.reportAt))
    .limit(500);
  for (const { ref, outcome } of due) {
    await deliveryReported(ctx, outcome === 'bounced' ? { ref, outcome: 'bounced', why: 'loopback' } : { ref, outcome: 'delivered' });
    await ctx.db
      .update(loopbackMessages)
      .set({ reportedAt: now(ctx) })
      .where(eq(loopbackMessages.ref, ref));
  }
  return due.length;
}

export interface LoopbackScript {
  readonly channel: 'text' | 'voice';
  /** Every number where there is none. */
  readonly phone?: string | undefined;
  readonly outcome: LoopbackOutcome;
  readonly afterSeconds?: number | undefined;
}

/** Says what is to become of what is sent from now on. */
export async function scriptLoopback(ctx: Context, { channel, phone, outcome, afterSeconds = 0 }: LoopbackScript): Promise<void> {
  await ctx.db
    .insert(loopbackScripts)
    .values({ channel, phoneHash: phone ? phoneHash(ctx, phone) : EVERYBODY, outcome, afterSeconds })
    .onConflictDoUpdate({ target: [loopbackScripts.channel, loopbackScripts.phoneHash], set: { outcome, afterSeconds } });
}

export type LoopbackLine = typeof loopbackMessages.$inferSelect;

/** The newest that were kept. */
export const listLoopback = (ctx: Context): Promise<LoopbackLine[]> =>
  ctx.db.select().from(loopbackMessages).orderBy(desc(loopbackMessages.sentAt), asc(loopbackMessages.ref)).limit(200);
