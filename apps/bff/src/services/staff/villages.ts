import type { VillagesView } from '@assist/contracts';
import { and, asc, count, eq, isNotNull, isNull } from 'drizzle-orm';
import { caseFiles, staffAccounts } from '../../db/schema.ts';
import { record } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { ServiceProblem } from '../problem.ts';
import type { Staff } from './who.ts';

/** The villages that the register of this township names, and which assistant sees which. */
export async function villagesOf(ctx: Context, staff: Staff): Promise<VillagesView> {
  const rows = await ctx.db
    .select({ name: caseFiles.village, households: count() })
    .from(caseFiles)
    .where(and(eq(caseFiles.officeId, staff.officeId), isNull(caseFiles.endedOn), isNotNull(caseFiles.village)))
    .groupBy(caseFiles.village)
    .orderBy(asc(caseFiles.village));
  const assistants = await ctx.db
    .select({ staffId: staffAccounts.id, name: staffAccounts.name, villages: staffAccounts.villages })
    .from(staffAccounts)
    .where(isAssistantOf(staff))
    .orderBy(asc(staffAccounts.name), asc(staffAccounts.id));
  return { villages: rows.flatMap(({ name, households }) => (name ? [{ name, households }] : [])), assistants };
}

/**
 * Which villages an assistant of this township sees from now on; what she has open on another page is asked for anew each time. A village that the
 * register does not name is refused: a slip in one character would show nobody.
 * @throws ServiceProblem `forbidden`, `not-found`, `form-invalid`
 */
export async function assignVillages(ctx: Context, staff: Staff, staffId: string, villages: readonly string[]): Promise<VillagesView> {
  if (staff.role !== 'supervisor') throw new ServiceProblem('forbidden');
  return inTransaction(ctx, async (tx) => {
    const [assistant] = await tx.db
      .select({ villages: staffAccounts.villages })
      .from(staffAccounts)
      .where(and(eq(staffAccounts.id, staffId), isAssistantOf(staff)))
      .for('update');
    if (!assistant) throw new ServiceProblem('not-found');
    const known = new Set([...(await villagesOf(tx, staff)).villages.map(({ name }) => name), ...assistant.villages]);
    const unknown = villages.filter((name) => !known.has(name));
    if (unknown.length > 0)
      throw new ServiceProblem('form-invalid', {
        fields: [{ path: 'villages', sentence: `在册名单里没有这个村社：${unknown.join('、')}` }],
      });
    await tx.db
      .update(staffAccounts)
      .set({ villages: [...new Set(villages)].sort() })
      .where(eq(staffAccounts.id, staffId));
    await record(tx, {
      actor: { kind: 'staff', id: staff.staffId },
      action: 'villages-assigned',
      object: ['staff', staffId],
      officeId: staff.officeId,
    });
    return villagesOf(tx, staff);
  });
}

const isAssistantOf = (staff: Staff) =>
  and(eq(staffAccounts.officeId, staff.officeId), eq(staffAccounts.role, 'assistant'), isNull(staffAccounts.disabledAt));
