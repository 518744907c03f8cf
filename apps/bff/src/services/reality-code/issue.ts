import type { MessageKind } from '@assist/contracts';
import { addDays, type CivilDate } from '@assist/policy';
import { dayInShanghai } from '../../clock.ts';
import { clearCode, normaliseCode } from '../../crypto/codes.ts';
import { realityCodes } from '../../db/schema.ts';
import { type Context, now } from '../context.ts';

const LENGTH = 8;
const DAY_MS = 24 * 3_600_000;
/** A message may lie unread for a season. */
const MESSAGE_DAYS = 90;

export type RealityContent =
  | {
      readonly kind: 'visitor';
      readonly officeId: string;
      readonly day: CivilDate;
      readonly half?: 'morning' | 'afternoon';
      /** Posts and names of who comes; never a resident's. */
      readonly visitors: readonly string[];
      /** The visit. */
      readonly subjectId?: string;
    }
  | { readonly kind: 'message'; readonly officeId?: string; readonly message: MessageKind; readonly subjectId?: string };

export const realityHash = (ctx: Context, code: string): Buffer => ctx.hash.find('reality-code', normaliseCode(code));
export const realityPlace = (hash: Buffer): string => `reality-code:${hash.toString('hex')}`;
export type SealedReality =
  | Pick<Extract<RealityContent, { kind: 'visitor' }>, 'day' | 'half' | 'visitors'>
  | { readonly message: MessageKind };

/**
 * Gives a code by which anybody can see, without signing in, that a visitor or a message is ours. The caller keeps it (sealed);
 * here only its keyed hash is. A visitor's is good to the end of the day after the visit, a message's 90 days.
 */
export async function issueRealityCode(tx: Context, content: RealityContent): Promise<string> {
  const code = clearCode(LENGTH);
  const hash = realityHash(tx, code);
  const sealed: SealedReality =
    content.kind === 'visitor'
      ? { day: content.day, ...(content.half && { half: content.half }), visitors: content.visitors }
      : { message: content.message };
  const lastDay = content.kind === 'visitor' ? addDays(content.day, 1) : addDays(dayInShanghai(tx.clock()), MESSAGE_DAYS);
  await tx.db.insert(realityCodes).values({
    hash,
    kind: content.kind,
    officeId: content.officeId ?? null,
    contentSealed: tx.cipher.sealJson(realityPlace(hash), sealed),
    subjectId: content.subjectId ?? null,
    issuedAt: now(tx),
    expiresAt: new Date(Date.parse(`${lastDay}T00:00:00+08:00`) + DAY_MS),
  });
  return code;
}
