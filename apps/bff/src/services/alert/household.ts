import { and, eq, isNull } from 'drizzle-orm';
import { caseFiles, caseMembers } from '../../db/schema.ts';
import { caseById, type OpenCase } from '../case-file/case-file-of.ts';
import type { Context } from '../context.ts';

/** The household of the register that somebody with this number belongs to now, if any does. */
export async function householdWith(tx: Context, hash: Buffer): Promise<OpenCase | undefined> {
  const [found] = await tx.db
    .select({ caseId: caseMembers.caseId })
    .from(caseMembers)
    .innerJoin(caseFiles, eq(caseFiles.id, caseMembers.caseId))
    .where(and(eq(caseMembers.numberHash, hash), isNull(caseMembers.leftOn), isNull(caseFiles.endedOn)))
    .limit(1);
  return found && caseById(tx, found.caseId);
}
