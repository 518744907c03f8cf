import type { ArchiveView } from '@assist/contracts';
import { and, eq, isNull, like, sql } from 'drizzle-orm';
import { archives, caseFiles } from '../../db/schema.ts';
import { record } from '../audit/record.ts';
import { type Context, now } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { addToOutbox } from '../outbox/add.ts';
import { ServiceProblem } from '../problem.ts';
import type { Staff } from '../staff/who.ts';
import { archivePlace, archiveView } from './view.ts';

type AskedArchive =
  | { readonly kind: 'household'; readonly caseId: string; readonly reason: string }
  | { readonly kind: 'inspection'; readonly reason: string };

/**
 * Asks for an export. A household's file is kept at both levels (YC67-6-a, 6-c): for whoever works in its township, and for the district's bureau.
 * An inspection is for the township's supervisor, of that township, and for the bureau, of the district. The worker writes it; the same id again is the same export.
 * @throws ServiceProblem `forbidden`, `not-found` (another township's household), `state-changed` (the id is of another asking)
 */
export const askArchive = (
  ctx: Context,
  staff: Staff,
  archiveId: string,
  asked: AskedArchive,
): Promise<{ view: ArchiveView; fresh: boolean }> =>
  inTransaction(ctx, async (tx) => {
    if (asked.kind === 'inspection' && staff.role !== 'supervisor' && staff.role !== 'confirmer') throw new ServiceProblem('forbidden');
    const fingerprint = tx.hash.fingerprint('archive', { ...asked, by: staff.staffId });
    const [old] = await tx.db.select().from(archives).where(eq(archives.id, archiveId));
    if (old) {
      if (!old.fingerprint.equals(fingerprint)) throw new ServiceProblem('state-changed');
      return { view: await archiveView(tx, old), fresh: false };
    }
    const district = asked.kind === 'inspection' && staff.role === 'confirmer' ? (staff.district ?? null) : null;
    const [row] = await tx.db
      .insert(archives)
      .values({
        id: archiveId,
        officeId: staff.officeId,
        district,
        kind: asked.kind,
        caseId: asked.kind === 'household' ? asked.caseId : null,
        askedBy: staff.staffId,
        reasonSealed: tx.cipher.seal(archivePlace.reason(archiveId), asked.reason),
        fingerprint,
        state: 'writing',
        total: asked.kind === 'household' ? await oneOf(tx, staff, asked.caseId) : await countOf(tx, staff, district),
        askedAt: now(tx),
      })
      .returning();
    if (!row) throw new Error('an insert gave no row');
    await addToOutbox(tx, 'write-archive', { archiveId });
    await record(tx, {
      actor: { kind: 'staff', id: staff.staffId },
      action: 'archive-asked',
      object: asked.kind === 'household' ? ['case-file', asked.caseId] : ['archive', archiveId],
      officeId: staff.officeId,
      result: asked.kind,
    });
    return { view: await archiveView(tx, row), fresh: true };
  });

async function oneOf(tx: Context, staff: Staff, caseId: string): Promise<number> {
  const seen = staff.role === 'confirmer' ? like(caseFiles.officeId, `${staff.district}%`) : eq(caseFiles.officeId, staff.officeId);
  const [found] = await tx.db
    .select({ id: caseFiles.id })
    .from(caseFiles)
    .where(and(eq(caseFiles.id, caseId), seen, isNull(caseFiles.endedOn)));
  if (!found) throw new ServiceProblem('not-found');
  return 1;
}

async function countOf(tx: Context, staff: Staff, district: string | null): Promise<number> {
  const [row] = await tx.db
    .select({ n: sql<number>`count(*)`.mapWith(Number) })
    .from(caseFiles)
    .where(and(isNull(caseFiles.endedOn), district ? like(caseFiles.officeId, `${district}%`) : eq(caseFiles.officeId, staff.officeId)));
  return row?.n ?? 0;
}
