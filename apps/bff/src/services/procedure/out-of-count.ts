import type { Changed, ChangeForm, RecordedEvent } from '@assist/contracts';
import { and, eq, isNull } from 'drizzle-orm';
import { caseFiles, caseMembers, changeNotices } from '../../db/schema.ts';
import { type Actor, record } from '../audit/record.ts';

import { type CasePerson, casePlace } from '../case-file/sealed-places.ts';
import { changePlace } from '../change/sealed-places.ts';
import { type Context, now } from '../context.ts';
import type { RunRow } from './record.ts';

/**
 * A verified death takes the person out of the household that is counted, from the day of death on record (YM239-1-3c). Nobody is written
 * to as one who lives, nobody is reminded to be seen. What is paid stays as it is: that is for the raise, cut or stop that the conclusion
 * opens. A household of one keeps its file as it stands until then; where the report names nobody of the register, the officer's next
 * import does.
 */
export async function takeOutOfCount(
  tx: Context,
  run: RunRow,
  { event, actor }: { readonly event: RecordedEvent; readonly actor: Actor },
): Promise<void> {
  if (run.procedure !== 'after-death' || event.kind !== 'death-verified' || !run.caseId || !run.changeId) return;
  const { caseId, officeId } = run;
  const told = await deathTold(tx, run.changeId);
  if (!told) return;
  const there = await tx.db
    .select({ memberId: caseMembers.memberId, personSealed: caseMembers.personSealed })
    .from(caseMembers)
    .where(and(eq(caseMembers.caseId, caseId), isNull(caseMembers.leftOn)))
    .for('update');
  const nameOf = (one: (typeof there)[number]) =>
    tx.cipher.openJson<CasePerson>(casePlace.person(caseId, one.memberId), one.personSealed).name;
  const found = there.filter((one) => (told.member ? one.memberId === told.member : nameOf(one) === told.memberName));
  const [dead] = found;
  // Two of one name are told apart by people, not here.
  if (!dead || found.length > 1 || there.length === 1) return;
  await tx.db
    .update(caseMembers)
    .set({ leftOn: told.happenedOn ?? run.openedOn })
    .where(and(eq(caseMembers.caseId, caseId), eq(caseMembers.memberId, dead.memberId)));
  await tx.db
    .update(caseFiles)
    .set({ members: there.length - 1, updatedAt: now(tx) })
    .where(eq(caseFiles.id, caseId));
  await record(tx, { actor, action: 'member-out-of-count', object: ['case-file', caseId], officeId });
}

async function deathTold(tx: Context, changeId: string): Promise<Changed | undefined> {
  const [notice] = await tx.db.select({ form: changeNotices.formSealed }).from(changeNotices).where(eq(changeNotices.id, changeId));
  return notice && tx.cipher.openJson<ChangeForm>(changePlace.form(changeId), notice.form).changed.find((one) => one.event === 'death');
}
