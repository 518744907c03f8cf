import type { HelperState } from '@assist/contracts';
import { dayInShanghai } from '../../clock.ts';
import type { helperActs, helperGrants } from '../../db/schema.ts';
import { type Context, now } from '../context.ts';

export type GrantRow = typeof helperGrants.$inferSelect;
export type ActRow = typeof helperActs.$inferSelect;

/** Of an account that only waits for its person: nobody signs in with it. */
export const HELPED_APPID = 'helped';

export const helperPlace = (id: string): string => `helper:${id}`;
export const helperNameOf = (ctx: Context, row: GrantRow): string => ctx.cipher.openText(helperPlace(row.id), row.helperSealed);

/** By day in Shanghai: the last day is wholly inside. An invitation that nobody took up in its time is over too. */
export function stateOf(ctx: Context, row: GrantRow): HelperState {
  if (row.endedWhy) return row.endedWhy === 'not-agreed' ? 'frozen' : 'stopped';
  const today = dayInShanghai(ctx.clock());
  if (today > row.untilDay) return 'over';
  if (row.acceptedAt) return 'active';
  return row.inviteExpires && row.inviteExpires <= now(ctx) ? 'over' : 'invited';
}
