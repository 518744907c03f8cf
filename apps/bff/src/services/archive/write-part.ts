import { createHash, randomUUID } from 'node:crypto';
import { and, asc, eq, gt, isNull, like, max } from 'drizzle-orm';
import { archiveParts, archives, caseFiles } from '../../db/schema.ts';
import { type Context, now } from '../context.ts';
import { type Entry, householdEntries } from './household-entries.ts';
import { type ArchiveRow, archivePlace } from './view.ts';
import { zipOf } from './zip-of.ts';

/** Households in a part of an inspection: seconds of work, and what a kill undoes. */
const BATCH = 50;
/** Declared here, no document says: long enough to fetch it, short enough that no copy is forgotten. */
const KEPT_MS = 24 * 3_600_000;

/**
 * Writes the next part of an export, in the transaction of its progress: a worker that is killed loses the part under way, and the next
 * takes it up where it stands.
 * @returns whether more is to be written
 */
export async function writeArchivePart(tx: Context, archiveId: string): Promise<boolean> {
  const [row] = await tx.db.select().from(archives).where(eq(archives.id, archiveId)).for('update');
  if (row?.state !== 'writing') return false;
  const cases = await nextCases(tx, row);
  if (cases.length > 0) await writePart(tx, row, cases);
  const done = row.done + cases.length;
  const more = row.kind === 'inspection' && cases.length === BATCH;
  await tx.db
    .update(archives)
    .set({
      done,
      lastCase: cases.at(-1)?.id ?? row.lastCase,
      // Who joined or left the register meanwhile: the number in the end is what is in it.
      ...(!more && { state: 'ready' as const, total: done, readyAt: now(tx), deleteAt: new Date(now(tx).getTime() + KEPT_MS) }),
    })
    .where(eq(archives.id, archiveId));
  return more;
}

type Found = { readonly id: string; readonly officeId: string; readonly registerNumber: string };

const nextCases = (tx: Context, row: ArchiveRow): Promise<Found[]> =>
  tx.db
    .select({ id: caseFiles.id, officeId: caseFiles.officeId, registerNumber: caseFiles.registerNumber })
    .from(caseFiles)
    .where(
      and(
        isNull(caseFiles.endedOn),
        row.caseId
          ? eq(caseFiles.id, row.caseId)
          : row.district
            ? like(caseFiles.officeId, `${row.district}%`)
            : eq(caseFiles.officeId, row.officeId),
        ...(row.lastCase ? [gt(caseFiles.id, row.lastCase)] : []),
      ),
    )
    .orderBy(asc(caseFiles.id))
    .limit(BATCH);

async function writePart(tx: Context, row: ArchiveRow, cases: readonly Found[]): Promise<void> {
  const reason = tx.cipher.openText(archivePlace.reason(row.id), row.reasonSealed);
  const entries: Entry[] = [];
  for (const one of cases) {
    const own = await householdEntries(tx, one, { askedBy: row.askedBy, reason, photos: row.kind === 'household' });
    const folder = row.kind === 'household' ? '' : `${one.registerNumber.replaceAll(/[^\p{L}\p{N}-]/gu, '_')}-${one.id.slice(0, 8)}/`;
    entries.push(...own.map((entry) => ({ ...entry, path: folder + entry.path })));
  }
  const bytes = zipOf(entries, { reason, at: now(tx) });
  const [last] = await tx.db
    .select({ seq: max(archiveParts.seq) })
    .from(archiveParts)
    .where(eq(archiveParts.archiveId, row.id));
  const seq = (last?.seq ?? 0) + 1;
  const storedAt = randomUUID();
  await tx.files.write(storedAt, tx.cipher.seal(archivePlace.part(row.id, seq), bytes));
  await tx.db.insert(archiveParts).values({
    archiveId: row.id,
    seq,
    officeId: row.officeId,
    storedAt,
    households: cases.length,
    bytes: bytes.length,
    hash: createHash('sha256').update(bytes).digest(),
  });
}
