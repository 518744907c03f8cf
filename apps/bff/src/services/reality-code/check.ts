import type { RealityCheck } from '@assist/contracts';
import { and, eq, gt } from 'drizzle-orm';
import { dayInShanghai } from '../../clock.ts';
import { offices, realityCodes } from '../../db/schema.ts';
import { cited } from '../clause/citations.ts';
import { type Context, now } from '../context.ts';
import { MESSAGE_WORDS } from '../message/words.ts';
import { realityHash, realityPlace, type SealedReality } from './issue.ts';

/** The law's own promise that there is a line to call, and that we keep people's data to ourselves. */
const CLAUSES = ['SAL2026-60', 'SAL2026-11'];

/**
 * Is it real? For anyone, also without signing in: it tells what a visitor or a message is, never about whom.
 * A code that is not known, past its time or withdrawn is one answer.
 */
export async function checkReality(ctx: Context, code: string): Promise<RealityCheck> {
  const hash = realityHash(ctx, code);
  const [row] = await ctx.db
    .select({ code: realityCodes, office: offices.name })
    .from(realityCodes)
    .leftJoin(offices, eq(offices.id, realityCodes.officeId))
    .where(and(eq(realityCodes.hash, hash), gt(realityCodes.expiresAt, now(ctx))));
  if (!row) return { kind: 'unknown', sentence: cited('这个码没有查到。先别给钱、别给验证码，打镇街的电话问一问。', CLAUSES) };
  const content = ctx.cipher.openJson<SealedReality>(realityPlace(hash), row.code.contentSealed);
  if ('message' in content)
    return {
      kind: 'message',
      ...(row.office && { office: row.office }),
      sentOn: dayInShanghai(row.code.issuedAt.getTime()),
      sentence: cited(`是我们发的：“${MESSAGE_WORDS[content.message].title}”。我们不收费，也不要验证码和银行卡密码。`, CLAUSES),
    };
  return {
    kind: 'visitor',
    office: row.office ?? '',
    day: content.day,
    ...(content.half && { half: content.half }),
    visitors: [...content.visitors],
    sentence: cited('是镇街派来的人。名字和日子对得上再开门，他们不收费，也不要验证码和银行卡密码。', ['JLP53-5-5c', ...CLAUSES]),
  };
}
