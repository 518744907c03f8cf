import type { WorkItemView } from '@assist/contracts';
import { sql } from 'drizzle-orm';
import { notePlace } from '../application/sealed-places.ts';
import { type Context, now } from '../context.ts';
import { ServiceProblem } from '../problem.ts';
import { viewOfHandled } from '../queue/item-view.ts';
import { workItemOf } from '../queue/take-next.ts';
import { requireHandler, type Staff } from '../staff/who.ts';

/**
 * 看过了，写明怎么回事. Nothing follows from it by itself. Settled again is the same. One prepared statement: the item held, ended with what was
 * found (sealed: it may name people), and the audit row. @throws ServiceProblem `not-found`, `conflict`, `forbidden`
 */
export async function settleSignal(ctx: Context, staff: Staff, workItemId: string, note: string): Promise<WorkItemView> {
  requireHandler(staff);
  const at = now(ctx).toISOString();
  const [raw] = await ctx.db.execute(sql`
    with held as (
      select * from work_items where id = ${workItemId}::uuid and kind = 'signal' and office_id = ${staff.officeId} for update),
    closed as (
      update work_items w set open = false, state = 'done', claimed_by = null, claimed_until = null,
        note_sealed = ${ctx.cipher.seal(notePlace(workItemId), note)}::bytea
      from held h
      where w.id = h.id and h.open and (h.claimed_by is null or h.claimed_by = ${staff.staffId} or h.claimed_until <= ${at}::text::timestamptz)
      returning w.id),
    noted as (
      insert into audit_log (at, actor_kind, actor_id, action, object_kind, object_id, office_id, result)
      select ${at}::text::timestamptz, 'staff', ${staff.staffId}, 'signal-settled', 'signal', h.subject_id::text, h.office_id, 'done'
      from held h join closed using (id))
    select held.*, closed.id is not null as settled,
      exists (select from declared_relations where office_id = ${staff.officeId} and ended_at is null) as relations
    from held left join closed using (id)`);
  if (!raw) throw new ServiceProblem('not-found');
  const row = workItemOf(raw);
  if (row.open && raw.settled !== true) throw new ServiceProblem('conflict');
  const ended = { ...row, open: false, state: 'done' as const, claimedBy: null, claimedUntil: null };
  return viewOfHandled(ctx, staff, row.open ? ended : row, raw.relations === true);
}
