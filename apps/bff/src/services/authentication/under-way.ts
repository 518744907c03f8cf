import { and, eq, inArray } from 'drizzle-orm';
import { authentications, visits } from '../../db/authentication.ts';
import type { Context } from '../context.ts';

/** What is under way for a member: a visit that stands, a video or photo that a person is still to look at. */
export interface UnderWay {
  readonly visitId?: string;
  readonly toLookAt?: true;
}

/** By member of one case, to be shown to the household. */
export async function underWayOf(ctx: Context, caseId: string): Promise<ReadonlyMap<string, UnderWay>> {
  const [standing, waiting] = await Promise.all([
    ctx.db
      .select({ memberId: visits.memberId, visitId: visits.id })
      .from(visits)
      .where(and(eq(visits.caseId, caseId), inArray(visits.state, ['asked', 'arranged', 'not-met']))),
    ctx.db
      .select({ memberId: authentications.memberId })
      .from(authentications)
      .where(and(eq(authentications.caseId, caseId), eq(authentications.state, 'to-look-at'))),
  ]);
  const found = new Map<string, UnderWay>();
  for (const { memberId, visitId } of standing) if (memberId) found.set(memberId, { visitId });
  for (const { memberId } of waiting) if (memberId) found.set(memberId, { ...found.get(memberId), toLookAt: true });
  return found;
}
