import { and, asc, eq, isNull, lte } from 'drizzle-orm';
import { caseFiles, caseMembers, contactChanges } from '../../db/schema.ts';
import { record } from '../audit/record.ts';
import { addCaseEvent } from '../case-file/add-event.ts';
import { casePlace } from '../case-file/sealed-places.ts';
import { type Context, now } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { type ContactChangeRow, contactChangePlace, type NewContact } from './view.ts';

const AT_ONCE = 200;

/** Writes the new numbers whose day has come into the register's members. Run twice or late it does each once. @returns how many */
export const contactChangesTakeEffect = (ctx: Context): Promise<number> =>
  inTransaction(ctx, async (tx) => {
    const due = await tx.db
      .select()
      .from(contactChanges)
      .where(and(eq(contactChanges.state, 'waiting'), lte(contactChanges.effectiveAt, now(tx))))
      .orderBy(asc(contactChanges.effectiveAt))
      .limit(AT_ONCE)
      .for('update', { skipLocked: true });
    let written = 0;
    for (const row of due) written += (await takeEffect(tx, row)) ? 1 : 0;
    return written;
  });

async function takeEffect(tx: Context, row: ContactChangeRow): Promise<boolean> {
  const { caseId, memberId, officeId, kind } = row;
  const { value, bank } = tx.cipher.openJson<NewContact>(contactChangePlace(row.id), row.valueSealed);
  const [member] = await tx.db
    .update(caseMembers)
    .set(
      kind === 'phone'
        ? { phoneSealed: tx.cipher.seal(casePlace.phone(caseId, memberId), value) }
        : { bankSealed: tx.cipher.sealJson(casePlace.bank(caseId, memberId), { account: value, ...(bank && { bank }) }) },
    )
    .from(caseFiles)
    .where(
      and(
        eq(caseMembers.caseId, caseId),
        eq(caseMembers.memberId, memberId),
        isNull(caseMembers.leftOn),
        eq(caseFiles.id, caseMembers.caseId),
        isNull(caseFiles.endedOn),
      ),
    )
    .returning({ memberId: caseMembers.memberId });
  // Somebody who is no longer of the household has nothing there to change.
  await tx.db
    .update(contactChanges)
    .set({ state: member ? 'effective' : 'stopped', endedAt: now(tx) })
    .where(eq(contactChanges.id, row.id));
  if (!member) return false;
  const actor = { kind: 'account', id: row.accountId } as const;
  await addCaseEvent(tx, { caseId, officeId, kind: 'contact-changed', actor, memberId, subjectId: row.id });
  await record(tx, { actor: { kind: 'system' }, action: 'contact-changed', object: ['contact-change', row.id], officeId });
  return true;
}
