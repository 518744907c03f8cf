import { randomUUID } from 'node:crypto';
import type { CaseMoveView } from '@assist/contracts';
import { and, eq, inArray, ne, sql } from 'drizzle-orm';
import { instantText } from '../../clock.ts';
import { applications, caseFiles, caseMoveIds, caseMoves, offices, workItems } from '../../db/schema.ts';
import { record } from '../audit/record.ts';
import { addCaseEvent } from '../case-file/add-event.ts';
import { type Context, now } from '../context.ts';
import { accountsOfRun } from '../decision/accounts-of-run.ts';
import { inTransaction } from '../in-transaction.ts';
import { tellAccount } from '../message/tell.ts';
import { officeOf } from '../place/offices.ts';
import { ServiceProblem } from '../problem.ts';
import { asWorker } from '../staff/scope.ts';
import type { Staff } from '../staff/who.ts';
import { holdAll } from './hold-all.ts';

export interface MoveAsked {
  readonly about: 'case' | 'application';
  readonly id: string;
  readonly toOfficeId: string;
  readonly reason: string;
}

const movePlace = (moveId: string): string => `case.move:${moveId}`;

/** Other townships of the same district that are live: another district has rules and money of its own, and no document says how one passes to the other. */
export const moveTargets = async (ctx: Context, staff: Staff): Promise<{ officeId: string; name: string }[]> => {
  const rows = await ctx.db
    .select({ officeId: offices.id, name: offices.name })
    .from(offices)
    .where(and(eq(offices.live, true), ne(offices.id, staff.officeId), sql`left(${offices.id}, 6) = ${staff.officeId.slice(0, 6)}`))
    .orderBy(offices.id);
  return rows;
};

/**
 * 搬家了: a household's case, or an application that is none yet, goes with all that is about it. Nothing is begun again: what is under way
 * goes on where it stood, on the same clocks. A month on a list that is frozen is paid from there; everything later from the new township.
 * Whoever had it in hand has it no more, and is told so. The same again is the same.
 * @throws ServiceProblem `forbidden`, `not-found`, `form-invalid` (nowhere to move to), `content-differs`
 */
export async function moveCase(
  ctx: Context,
  staff: Staff,
  moveId: string,
  asked: MoveAsked,
): Promise<{ view: CaseMoveView; fresh: boolean }> {
  if (staff.role !== 'supervisor') throw new ServiceProblem('forbidden');
  return inTransaction(ctx, async (tx) => {
    const fingerprint = tx.hash.fingerprint('case-move', { ...asked });
    const [before] = await tx.db.select().from(caseMoves).where(eq(caseMoves.id, moveId));
    if (before) {
      if (before.fromOfficeId !== staff.officeId) throw new ServiceProblem('not-found');
      if (!before.fingerprint.equals(fingerprint)) throw new ServiceProblem('content-differs');
      return { view: await viewOf(tx, before), fresh: false };
    }
    const targets = await moveTargets(tx, staff);
    const which = await refuseNotOwn(tx, staff, asked);
    if (!targets.some((one) => one.officeId === asked.toOfficeId))
      throw new ServiceProblem('form-invalid', {
        fields: [{ path: 'toOfficeId', sentence: '只能转到同一个区县、接到这里的镇街。跨区县怎么转，文件没有写，请联系区民政局。' }],
      });
    const moved = await asWorker(tx, async () => {
      await holdAll(tx, staff.officeId, which);
      await refuseNotOwn(tx, staff, asked);
      const [row] = await tx.db
        .insert(caseMoves)
        .values({
          id: moveId,
          ...which,
          fromOfficeId: staff.officeId,
          toOfficeId: asked.toOfficeId,
          movedBy: staff.staffId,
          movedAt: now(tx),
          reasonSealed: tx.cipher.seal(movePlace(moveId), asked.reason),
          fingerprint,
        })
        .onConflictDoNothing()
        .returning();
      if (!row) throw new ServiceProblem('not-found');
      await carry(tx, row, staff);
      return row;
    });
    return { view: await viewOf(tx, moved), fresh: true };
  });
}

type MoveRow = typeof caseMoves.$inferSelect;

/** Her own, and not about a relative of hers: row security hides those. */
async function refuseNotOwn(tx: Context, staff: Staff, { about, id }: MoveAsked): Promise<{ caseId: string } | { applicationId: string }> {
  if (about === 'case') {
    const [row] = await tx.db
      .select({ id: caseFiles.id })
      .from(caseFiles)
      .where(and(eq(caseFiles.id, id), eq(caseFiles.officeId, staff.officeId)));
    if (!row) throw new ServiceProblem('not-found');
    return { caseId: id };
  }
  const [row] = await tx.db
    .select({ id: applications.id })
    .from(applications)
    .where(and(eq(applications.id, id), eq(applications.officeId, staff.officeId)));
  if (!row) throw new ServiceProblem('not-found');
  return { applicationId: id };
}

async function carry(tx: Context, move: MoveRow, staff: Staff): Promise<void> {
  const { caseId, applicationId, fromOfficeId, toOfficeId } = move;
  // What was only computed is computed anew on both sides; what is frozen stays to be paid from where it is.
  if (caseId)
    await tx.db.execute(sql`
      delete from payment_lines l using payment_lists p where p.id = l.list_id and p.state = 'draft' and l.case_id = ${caseId}::uuid`);
  const [went] = await tx.db.execute<{ ids: string[] }>(
    sql`select move_to_office(${caseId}::uuid, ${applicationId}::uuid, ${toOfficeId}) as ids`,
  );
  const ids = went?.ids ?? [];
  const items = await tx.db
    .update(workItems)
    .set({ claimedBy: null, claimedUntil: null })
    .where(and(eq(workItems.officeId, toOfficeId), inArray(workItems.id, await itemsOf(tx, ids))))
    .returning({ id: workItems.id });
  await tx.db.insert(caseMoveIds).values([...new Set([...ids, ...items.map((one) => one.id)])].map((id) => ({ moveId: move.id, id })));
  // What was asked elsewhere was asked by the township it left.
  await tx.db.execute(sql`
    update shares set ended_at = greatest(${now(tx).toISOString()}::timestamptz, given_at), ended_why = 'taken-back'
    where ended_at is null and work_item_id = any (${sql.param(items.map((one) => one.id))}::uuid[])`);
  if (caseId)
    await tx.db
      .update(caseFiles)
      .set({ village: null, updatedAt: now(tx) })
      .where(eq(caseFiles.id, caseId));
  const actor = { kind: 'staff', id: staff.staffId } as const;
  for (const officeId of [fromOfficeId, toOfficeId])
    await record(tx, {
      actor,
      action: 'case-moved',
      object: caseId ? ['case', caseId] : ['application', applicationId ?? ''],
      officeId,
      result: toOfficeId,
    });
  if (caseId) await addCaseEvent(tx, { caseId, officeId: toOfficeId, kind: 'case-moved', actor });
  await tell(tx, move);
}

const itemsOf = async (tx: Context, ids: readonly string[]): Promise<string[]> => {
  const rows = await tx.db.execute<{ id: string }>(sql`
    select id from work_items where id = any (${sql.param([...ids])}::uuid[]) or subject_id = any (${sql.param([...ids])}::uuid[])
      or case_id = any (${sql.param([...ids])}::uuid[]) or application_id = any (${sql.param([...ids])}::uuid[])`);
  return [...rows.map((row) => row.id), randomUUID()];
};

async function tell(tx: Context, move: MoveRow): Promise<void> {
  const [from, to] = [await officeOf(tx, move.fromOfficeId), await officeOf(tx, move.toOfficeId)];
  for (const accountId of await accountsOfRun(tx, move))
    await tellAccount(tx, {
      accountId,
      kind: 'case-moved',
      params: { from: from.name, to: to.name, ...(to.phone && { phone: to.phone }) },
      officeId: to.id,
      source: `case-move:${move.id}:${accountId}`,
    });
}

async function viewOf(ctx: Context, row: MoveRow): Promise<CaseMoveView> {
  const [from, to] = [await officeOf(ctx, row.fromOfficeId), await officeOf(ctx, row.toOfficeId)];
  return { moveId: row.id, from: { id: from.id, name: from.name }, to: { id: to.id, name: to.name }, at: instantText(row.movedAt) };
}
