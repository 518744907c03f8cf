import type { Changed, ChangeForm, RecordedEvent } from '@assist/contracts';
import { lifeEvent } from '@assist/policy-chongqing';
import { and, eq, isNull } from 'drizzle-orm';
import { caseFiles, caseMembers, changeNotices } from '../../db/schema.ts';
import { type Actor, record } from '../audit/record.ts';
import { householdOf } from '../case-file/case-file-of.ts';
import { type CasePerson, casePlace } from '../case-file/sealed-places.ts';
import { changePlace } from '../change/sealed-places.ts';
import { type Context, now } from '../context.ts';
import type { RunRow } from './record.ts';

/** What says that somebody is out, by procedure. */
const VERIFIED: Readonly<Record<string, RecordedEvent['kind']>> = { 'after-death': 'death-verified', 'after-absence': 'absence-verified' };

/**
 * A verified death takes the person out of the household that is counted, from the day of death on record (YM239-1-3c); verified prison,
 * compulsory detoxification or being declared missing does so at once (JLP53-6-4, MCA57-7). Nobody is written to as one who lives there,
 * nobody is reminded to be seen, and the facts that the rules read say so too, so that the household is computed anew. What is paid
 * stays as it is: that is for the raise, cut or stop that the conclusion opens. A household of one keeps its file as it stands until
 * then; where the report names nobody of the register, the officer's next import does.
 */
export async function takeOutOfCount(
  tx: Context,
  run: RunRow,
  { event, actor }: { readonly event: RecordedEvent; readonly actor: Actor },
): Promise<void> {
  if (VERIFIED[run.procedure] !== event.kind || !run.caseId || !run.changeId) return;
  for (const told of await toldOf(tx, run.changeId, run.procedure)) await takeOut(tx, run, run.caseId, told, actor);
}

async function takeOut(tx: Context, { officeId, openedOn }: RunRow, caseId: string, told: Changed, actor: Actor): Promise<void> {
  const there = await tx.db
    .select({ memberId: caseMembers.memberId, personSealed: caseMembers.personSealed })
    .from(caseMembers)
    .where(and(eq(caseMembers.caseId, caseId), isNull(caseMembers.leftOn)))
    .for('update');
  const nameOf = (one: (typeof there)[number]) =>
    tx.cipher.openJson<CasePerson>(casePlace.person(caseId, one.memberId), one.personSealed).name;
  const found = there.filter((one) => (told.member ? one.memberId === told.member : nameOf(one) === told.memberName));
  const [out] = found;
  // Two of one name are told apart by people, not here.
  if (!out || found.length > 1 || there.length === 1) return;
  await tx.db
    .update(caseMembers)
    // A day that has not come is a slip of the pen.
    .set({ leftOn: told.happenedOn && told.happenedOn <= openedOn ? told.happenedOn : openedOn })
    .where(and(eq(caseMembers.caseId, caseId), eq(caseMembers.memberId, out.memberId)));
  const [file] = await tx.db.select().from(caseFiles).where(eq(caseFiles.id, caseId)).for('update');
  if (!file) return;
  const facts = lifeEvent(told.event)?.apply(householdOf(tx, file), { member: out.memberId });
  await tx.db
    .update(caseFiles)
    .set({
      members: there.length - 1,
      ...(facts && { householdSealed: tx.cipher.sealJson(casePlace.household(caseId), facts) }),
      updatedAt: now(tx),
    })
    .where(eq(caseFiles.id, caseId));
  await record(tx, { actor, action: 'member-out-of-count', object: ['case-file', caseId], officeId });
}

/** What the notice told of this kind: of two people, both. */
async function toldOf(tx: Context, changeId: string, procedure: string): Promise<Changed[]> {
  const [notice] = await tx.db.select({ form: changeNotices.formSealed }).from(changeNotices).where(eq(changeNotices.id, changeId));
  if (!notice) return [];
  const { changed } = tx.cipher.openJson<ChangeForm>(changePlace.form(changeId), notice.form);
  return changed.filter((one) => lifeEvent(one.event)?.opens?.includes(procedure));
}
