import { randomUUID } from 'node:crypto';
import type { CivilDate } from '@assist/policy';
import { CHECK_ITEMS } from '@assist/policy-chongqing';
import { and, eq, inArray, isNull } from 'drizzle-orm';
import { crossCheckPeople, crossCheckQuestions, crossChecks } from '../../db/schema.ts';
import { record } from '../audit/record.ts';
import { type Context, now } from '../context.ts';
import type { Happened } from '../procedure/effects.ts';
import type { RunRow } from '../procedure/record.ts';
import { authorisedMembers } from './authorised.ts';
import { type CheckMember, membersOfRun } from './members.ts';
import { type CheckedPerson, checkPlace } from './sealed-places.ts';

/**
 * What recording a step of the cross-check does: asked for, each source is asked about each person who signed, and about nobody else; ended
 * by an officer, what was not answered is asked no more. Where no source is connected, the step is done by people as before.
 */
export async function afterCheckStep(tx: Context, run: RunRow, { eventId, event, actor }: Happened): Promise<void> {
  if (event.kind === 'check-requested') return openCheck(tx, run, eventId, actor.kind === 'system' ? 'worker' : actor.id);
  if (event.kind === 'check-done' && actor.kind === 'staff') await endByOfficer(tx, run.id);
}

async function openCheck(tx: Context, run: RunRow, checkId: string, askedBy: string): Promise<void> {
  if (tx.checkSources.length === 0) return;
  await tx.db.insert(crossChecks).values({ id: checkId, runId: run.id, officeId: run.officeId, askedBy, askedAt: now(tx) });
  const authorised = await authorisedMembers(tx, run);
  for (const member of await membersOfRun(tx, run)) {
    const signedOn = member.child ? undefined : authorised.get(member.memberId);
    await putPerson(tx, { checkId, officeId: run.officeId }, member, signedOn);
  }
  await record(tx, {
    actor: askedBy === 'worker' ? { kind: 'system' } : { kind: 'staff', id: askedBy },
    action: 'check-asked',
    object: ['cross-check', checkId],
    officeId: run.officeId,
  });
}

/** Puts one person on a check, and the questions about them where they signed. */
export async function putPerson(
  tx: Context,
  { checkId, officeId }: { readonly checkId: string; readonly officeId: string },
  member: CheckMember,
  signedOn: CivilDate | undefined,
): Promise<void> {
  const person: CheckedPerson = { name: member.name, ...(member.number && { number: member.number }) };
  const standing = { authorised: signedOn !== undefined, authorisedOn: signedOn ?? null };
  await tx.db
    .insert(crossCheckPeople)
    .values({
      checkId,
      memberId: member.memberId,
      officeId,
      child: member.child,
      numberHash: member.hash ?? null,
      personSealed: tx.cipher.sealJson(checkPlace.person(checkId, member.memberId), person),
      ...standing,
    })
    .onConflictDoUpdate({ target: [crossCheckPeople.checkId, crossCheckPeople.memberId], set: standing });
  if (!signedOn) return;
  const questions = tx.checkSources.flatMap((source) =>
    CHECK_ITEMS.filter((item) => source.items.includes(item.id)).map((item) => ({
      id: randomUUID(),
      checkId,
      officeId,
      memberId: member.memberId,
      item: item.id,
      source: source.name,
      state: member.number ? ('waiting' as const) : ('not-asked' as const),
      why: member.number ? null : 'no-number',
      runAt: now(tx),
    })),
  );
  if (questions.length) await tx.db.insert(crossCheckQuestions).values(questions).onConflictDoNothing();
  // Who took it back and signed anew is asked about after all.
  await tx.db
    .update(crossCheckQuestions)
    .set({ state: 'waiting', why: null, runAt: now(tx) })
    .where(
      and(
        eq(crossCheckQuestions.checkId, checkId),
        eq(crossCheckQuestions.memberId, member.memberId),
        eq(crossCheckQuestions.state, 'not-asked'),
        eq(crossCheckQuestions.why, 'withdrawn'),
      ),
    );
}

async function endByOfficer(tx: Context, runId: string): Promise<void> {
  const open = await tx.db
    .update(crossChecks)
    .set({ endedHow: 'officer', endedAt: now(tx) })
    .where(and(eq(crossChecks.runId, runId), isNull(crossChecks.endedAt)))
    .returning({ id: crossChecks.id });
  if (open.length === 0) return;
  await tx.db
    .update(crossCheckQuestions)
    .set({ state: 'not-asked', why: 'ended', askingSince: null })
    .where(
      and(
        inArray(
          crossCheckQuestions.checkId,
          open.map((one) => one.id),
        ),
        inArray(crossCheckQuestions.state, ['waiting', 'asking']),
      ),
    );
}
