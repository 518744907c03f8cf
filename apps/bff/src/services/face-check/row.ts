import type { FACE_NEXT } from '@assist/contracts';
import type { FaceKind } from '@assist/wechat';
import { and, count, eq, sql } from 'drizzle-orm';
import { faceChecks } from '../../db/authentication.ts';
import type { Context } from '../context.ts';
import { ServiceProblem } from '../problem.ts';
import type { Resident } from '../session/authenticate.ts';

export type FaceCheckRow = typeof faceChecks.$inferSelect;
export type FaceNext = (typeof FACE_NEXT)[number];

/** Where each sealed value of a face check lies. */
export const facePlace = {
  person: (id: string) => `face-check.person:${id}`,
  subject: (id: string) => `face-check.subject:${id}`,
  verifyId: (id: string) => `face-check.verify-id:${id}`,
};

/** What WeChat compares: the name and number of whose face it is. */
export interface FaceSubjectOnPaper {
  readonly name: string;
  readonly number: string;
}

/** The one thing to do, of each way on. A fault of our own never stops the person: another way is there. */
export const NEXT_OF: Readonly<Record<FaceKind, FaceNext>> = {
  passed: 'done',
  again: 'again',
  'another-way': 'another-way',
  person: 'person',
  wait: 'wait',
  us: 'another-way',
};

/** Tries of one person that did not work, after which a person takes over (assumption `two-tries-then-a-person`). */
export const MOST_TRIES = 2;
/** Face checks opened from one phone in a day; beyond it other ways are shown. Ours: WeChat sets limits of its own. */
export const MOST_A_DAY = { resident: 20, assistant: 300 } as const;

/** Tries of this person that did not work today, whoever held the phone. */
export async function triesOf(ctx: Context, personHash: Buffer, day: string): Promise<number> {
  const [row] = await ctx.db
    .select({ n: count() })
    .from(faceChecks)
    .where(and(eq(faceChecks.personHash, personHash), eq(faceChecks.onDay, day), eq(faceChecks.counts, true)));
  return row?.n ?? 0;
}

/** Face checks that this phone opened today. */
export async function openedToday(ctx: Context, accountId: string, day: string): Promise<number> {
  const [row] = await ctx.db
    .select({ n: count() })
    .from(faceChecks)
    .where(and(eq(faceChecks.accountId, accountId), eq(faceChecks.onDay, day), sql`${faceChecks.verifyIdHash} is not null`));
  return row?.n ?? 0;
}

/** @throws ServiceProblem `not-found`, also for somebody else's */
export async function ownFaceCheck(ctx: Context, who: Resident, id: string): Promise<FaceCheckRow> {
  const [row] = await ctx.db
    .select()
    .from(faceChecks)
    .where(and(eq(faceChecks.id, id), eq(faceChecks.accountId, who.accountId)));
  if (!row) throw new ServiceProblem('not-found');
  return row;
}

/** The row, held until the transaction ends. */
export async function lockFaceCheck(tx: Context, id: string): Promise<FaceCheckRow> {
  const [row] = await tx.db.select().from(faceChecks).where(eq(faceChecks.id, id)).for('update');
  if (!row) throw new ServiceProblem('not-found');
  return row;
}
