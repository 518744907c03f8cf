import type { FaceResult } from '@assist/contracts';
import { and, eq, inArray } from 'drizzle-orm';
import { authentications } from '../../db/authentication.ts';
import { cited } from '../clause/citations.ts';
import type { Context } from '../context.ts';
import type { Resident } from '../session/authenticate.ts';
import { standingVisitOf } from '../visit/add.ts';
import { visitView } from '../visit/view.ts';
import { type FaceCheckRow, MOST_TRIES, ownFaceCheck, triesOf } from './row.ts';
import { faceWords } from './words.ts';

/** What a face check came to, for who holds the phone. */
export async function faceResult(ctx: Context, row: FaceCheckRow): Promise<FaceResult> {
  const tries = await triesOf(ctx, row.personHash, row.onDay);
  const visit = row.next === 'person' ? await standingVisitOf(ctx, row.personHash) : undefined;
  const seen =
    row.state === 'passed' && row.role !== 'guardian' && row.purpose !== 'relay-signature' ? await recordOf(ctx, row) : undefined;
  return {
    faceCheckId: row.id,
    state: row.state,
    next: row.next,
    sentence: cited(
      faceWords(row.action),
      ['JLP53-5-5a', 'JLP53-5-5b', 'JLP53-5-5c', 'F10-21'],
      row.next === 'person' ? 'two-tries-then-a-person' : undefined,
    ),
    triesLeft: Math.max(0, MOST_TRIES - tries),
    // Only to who asked for it, or whose tries led to it.
    ...(visit?.accountId === row.accountId && { visit: await visitView(ctx, visit) }),
    ...(seen && { authenticationId: seen }),
  };
}

/** The record it led to; a second face on the same day leads to the first one's. */
async function recordOf(ctx: Context, { personHash, onDay }: FaceCheckRow): Promise<string | undefined> {
  const t = authentications;
  const [row] = await ctx.db
    .select({ id: t.id })
    .from(t)
    .where(and(eq(t.personHash, personHash), eq(t.onDay, onDay), inArray(t.contact, ['own-face', 'office-face'])))
    .limit(1);
  return row?.id;
}

/** 这一次刷脸怎么样了. @throws ServiceProblem `not-found` */
export const readFaceCheck = async (ctx: Context, who: Resident, id: string): Promise<FaceResult> =>
  faceResult(ctx, await ownFaceCheck(ctx, who, id));
