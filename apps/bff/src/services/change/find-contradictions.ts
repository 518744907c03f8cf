import type { ChangeForm } from '@assist/contracts';
import { and, between, eq, inArray, ne, sql } from 'drizzle-orm';
import { changeContradictions, changeNotices, changes, workItems } from '../../db/schema.ts';
import { record } from '../audit/record.ts';
import { type Context, now } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { contradictionOf } from './contradict.ts';
import { ofHousehold } from './of-household.ts';
import { changePlace } from './sealed-places.ts';
import { tellTeller } from './tell-teller.ts';
import type { ChangeRow } from './view.ts';

const DAY_MS = 24 * 3_600_000;

/** What follows a notice that was taken in: who told it has it in the inbox, and it is put beside what others told. */
export const afterTold = (ctx: Context, changeId: string): Promise<number> =>
  inTransaction(ctx, async (tx) => {
    const [change] = await tx.db.select().from(changes).where(eq(changes.id, changeId));
    if (!change) return 0;
    await tellTeller(tx, change, 'change-received', `change:${changeId}:received`);
    return findContradictions(tx, change);
  });

/**
 * Puts a notice beside those of the same household that somebody else told within a day. Where they do not go together both stay, both are
 * marked, and a clerk sees them side by side. Done after both are in, so that none is missed however close together they came.
 * @returns how many
 */
async function findContradictions(tx: Context, change: ChangeRow): Promise<number> {
  const household = change.caseId ?? change.matchCaseId;
  if (!household) return 0;
  const at = change.toldAt.getTime();
  const near = await tx.db
    .select()
    .from(changes)
    .where(and(ofHousehold(household), between(changes.toldAt, new Date(at - DAY_MS), new Date(at + DAY_MS)), ne(changes.id, change.id)))
    .orderBy(changes.id);
  const others = near.filter((one) => !isSameTeller(one, change));
  if (others.length === 0) return 0;
  const notices = await tx.db
    .select({ id: changeNotices.id, sealed: changeNotices.formSealed })
    .from(changeNotices)
    .where(inArray(changeNotices.id, [change.id, ...others.map((one) => one.id)]));
  const forms = new Map(notices.map((one) => [one.id, tx.cipher.openJson<ChangeForm>(changePlace.form(one.id), one.sealed)]));
  let found = 0;
  for (const other of others) {
    const why = contradictionOf(forms.get(change.id) as ChangeForm, forms.get(other.id) as ChangeForm);
    if (!why) continue;
    const rows = [
      { changeId: change.id, otherId: other.id, officeId: change.officeId },
      { changeId: other.id, otherId: change.id, officeId: other.officeId },
    ];
    const fresh = await tx.db
      .insert(changeContradictions)
      .values(rows.map((row) => ({ ...row, why, foundAt: now(tx) })))
      .onConflictDoNothing()
      .returning({ changeId: changeContradictions.changeId });
    for (const { changeId } of fresh) await mark(tx, changeId, changeId === change.id ? change.officeId : other.officeId);
    found += fresh.length > 0 ? 1 : 0;
  }
  return found;
}

async function mark(tx: Context, changeId: string, officeId: string): Promise<void> {
  await tx.db
    .update(workItems)
    .set({
      marks: sql`case when 'contradicts' = any(${workItems.marks}) then ${workItems.marks} else ${workItems.marks} || 'contradicts'::text end`,
    })
    .where(and(eq(workItems.subjectId, changeId), eq(workItems.kind, 'change')));
  await record(tx, { actor: { kind: 'system' }, action: 'changes-contradict', object: ['change', changeId], officeId });
}

/** The same account, or the same person on two. What a clerk wrote down is somebody else's. */
function isSameTeller(one: ChangeRow, other: ChangeRow): boolean {
  if (one.accountId !== null && one.accountId === other.accountId) return true;
  return one.tellerNumberHash !== null && other.tellerNumberHash !== null && one.tellerNumberHash.equals(other.tellerNumberHash);
}
