import { randomUUID } from 'node:crypto';
import type { VisitPlace } from '@assist/contracts';
import type { CivilDate } from '@assist/policy';
import { and, eq, inArray } from 'drizzle-orm';
import { dayInShanghai } from '../../clock.ts';
import { visits } from '../../db/authentication.ts';
import { nextNumber } from '../authentication/number.ts';
import type { Subject } from '../authentication/whom.ts';
import { type Context, now } from '../context.ts';
import { addItem } from '../queue/add-item.ts';
import { type Asked, type VisitRow, visitPlace } from './sealed.ts';

/** Why there is a visit; `subject-words.ts` has the words for a clerk. */
export type VisitWhy =
  | 'asked-for-visit'
  | 'after-two-tries'
  | 'papers-to-check'
  | 'seen-visit-instead'
  | 'authentication-due'
  | 'nobody-reached'
  | 'papers-unanswered';

export interface NewVisit {
  readonly whom: Subject;
  readonly why: VisitWhy;
  /** Who asked for it on the phone, or whose tries led to it. */
  readonly accountId?: string;
  readonly visitId?: string;
  readonly place?: VisitPlace;
  readonly day?: CivilDate | undefined;
  readonly half?: 'morning' | 'afternoon' | undefined;
  readonly asked?: Asked;
  readonly fingerprint?: Buffer;
}

const OPEN_VISITS = ['asked', 'arranged', 'not-met'] as const;

/** The visit of this person that still stands, held until the transaction ends. */
export async function openVisitOf(tx: Context, personHash: Buffer): Promise<VisitRow | undefined> {
  const [row] = await tx.db
    .select()
    .from(visits)
    .where(and(eq(visits.personHash, personHash), inArray(visits.state, [...OPEN_VISITS])))
    .for('update');
  return row;
}

/** The same, only to be shown. */
export async function standingVisitOf(ctx: Context, personHash: Buffer): Promise<VisitRow | undefined> {
  const [row] = await ctx.db
    .select()
    .from(visits)
    .where(and(eq(visits.personHash, personHash), inArray(visits.state, [...OPEN_VISITS])));
  return row;
}

/** Writes a visit and puts it into the township's queue. Undefined where one of this person stands already. */
export async function addVisit(tx: Context, { whom, why, asked = {}, ...given }: NewVisit): Promise<VisitRow | undefined> {
  const id = given.visitId ?? randomUUID();
  // Only what lies in this township may be linked: the clerk who goes there opens the case.
  const linked = whom.inRegister?.office.id === whom.office.id ? whom.inRegister : undefined;
  const [row] = await tx.db
    .insert(visits)
    .values({
      id,
      accountId: given.accountId ?? null,
      officeId: whom.office.id,
      caseId: linked?.caseId ?? null,
      memberId: linked?.memberId ?? null,
      personHash: whom.hash,
      personSealed: tx.cipher.sealJson(visitPlace.person(id), { name: whom.name, paper: whom.paper }),
      state: 'asked',
      place: given.place ?? 'home',
      day: given.day ?? null,
      half: given.half ?? null,
      why,
      askedSealed: tx.cipher.sealJson(visitPlace.asked(id), asked),
      fingerprint: given.fingerprint ?? null,
      askedAt: now(tx),
    })
    .onConflictDoNothing()
    .returning();
  if (!row) return undefined;
  const number = await nextNumber(tx, whom.office, dayInShanghai(tx.clock()));
  await addItem(tx, {
    kind: 'visit',
    subjectId: id,
    officeId: whom.office.id,
    caseId: linked?.caseId,
    name: whom.name,
    number,
    about: [why],
    marks: why === 'nobody-reached' ? ['bounced'] : [],
  });
  return row;
}

/**
 * Sees to it that somebody goes there: the visit that stands, or a new one. For what happens by itself: two tries of the face,
 * a video after which a clerk would rather meet, the end of the ladder.
 */
export async function ensureVisit(tx: Context, visit: NewVisit): Promise<VisitRow> {
  const standing = await openVisitOf(tx, visit.whom.hash);
  if (standing) return standing;
  const made = (await addVisit(tx, visit)) ?? (await openVisitOf(tx, visit.whom.hash));
  if (!made) throw new Error('a visit that was there is gone');
  return made;
}
