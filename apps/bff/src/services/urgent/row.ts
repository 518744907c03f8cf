import type { UrgentCall, UrgentEnd } from '@assist/contracts';
import { eq } from 'drizzle-orm';
import { urgentCalls } from '../../db/schema.ts';
import type { Context } from '../context.ts';
import { ServiceProblem } from '../problem.ts';

export type CallRow = typeof urgentCalls.$inferSelect;
/** What a call said, without what only opens or counts it. */
export type Told = Omit<UrgentCall, 'secret' | 'device'>;

/** Where each sealed value of a call lies. */
export const urgentPlace = {
  told: (id: string) => `urgent.told:${id}`,
  end: (id: string) => `urgent.end:${id}`,
  tryNote: (id: string) => `urgent.try:${id}`,
};
export interface Ended {
  readonly how: UrgentEnd;
  readonly words: string;
  readonly name?: string | undefined;
  readonly runId?: string | undefined;
}

export const toldOf = (ctx: Context, row: CallRow): Told => ctx.cipher.openJson<Told>(urgentPlace.told(row.id), row.toldSealed);
export const endOf = (ctx: Context, row: CallRow): Ended | undefined =>
  row.endSealed ? ctx.cipher.openJson<Ended>(urgentPlace.end(row.id), row.endSealed) : undefined;

export const secretHash = (ctx: Context, secret: string): Buffer => ctx.hash.find('urgent-secret', secret);

/** The call of who knows its secret. @throws ServiceProblem `not-found`, also for a wrong secret */
export async function callBySecret(ctx: Context, callId: string, secret: string): Promise<CallRow> {
  const [row] = await ctx.db.select().from(urgentCalls).where(eq(urgentCalls.id, callId));
  if (!row?.secretHash.equals(secretHash(ctx, secret))) throw new ServiceProblem('not-found');
  return row;
}

export type CallState = 'waiting' | 'handed-on' | 'reached' | 'ended';
export const stateOf = (row: CallRow): CallState =>
  row.endedAt ? 'ended' : row.reachedAt ? 'reached' : row.handedOnAt ? 'handed-on' : 'waiting';
