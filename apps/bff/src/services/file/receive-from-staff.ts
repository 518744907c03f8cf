import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { files } from '../../db/schema.ts';
import { record } from '../audit/record.ts';
import { type Context, now } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { ServiceProblem } from '../problem.ts';
import { requireHandler, type Staff } from '../staff/who.ts';
import { cleanImage } from './image/clean-image.ts';
import { type FileRow, filePlace, fileView, MOST_FILE_BYTES, type Received } from './receive.ts';

/**
 * A photo of a paper or a signature, sent by a clerk. Treated as a resident's: looked at, cleaned, sealed. The same again is the same.
 * @throws ServiceProblem `file-empty`, `file-kind-unknown`, `file-damaged`, `file-too-large`, `content-differs`, `not-found`, `forbidden`
 */
export async function receiveStaffFile(
  ctx: Context,
  staff: Staff,
  { fileId, bytes }: { readonly fileId: string; readonly bytes: Buffer },
): Promise<Received> {
  requireHandler(staff);
  if (bytes.length === 0) throw new ServiceProblem('file-empty');
  if (bytes.length > MOST_FILE_BYTES) throw new ServiceProblem('file-too-large');
  const fingerprint = ctx.hash.bytes('file:other', bytes);
  const before = await known(ctx, staff, fileId, fingerprint);
  if (before) return { view: fileView(before), fresh: false };
  const clean = cleanImage(bytes);
  if (clean.kind === 'not-a-photo') throw new ServiceProblem('file-kind-unknown');
  if (clean.kind === 'damaged') throw new ServiceProblem('file-damaged');
  const storedAt = randomUUID();
  await ctx.files.write(storedAt, ctx.cipher.seal(filePlace(fileId), clean.bytes));
  const made = await inTransaction(ctx, async (tx) => {
    const { mediaType } = clean;
    const row = {
      id: fileId,
      staffId: staff.staffId,
      about: 'other',
      mediaType,
      bytes: clean.bytes.length,
      fingerprint,
      storedAt,
      receivedAt: now(tx),
    };
    const [added] = await tx.db.insert(files).values(row).onConflictDoNothing({ target: files.id }).returning();
    if (added)
      await record(tx, {
        actor: { kind: 'staff', id: staff.staffId },
        action: 'file-sent',
        object: ['file', fileId],
        officeId: staff.officeId,
      });
    return added;
  }).catch(async (error: unknown) => {
    await ctx.files.remove(storedAt).catch(() => undefined);
    throw error;
  });
  if (made) return { view: fileView(made), fresh: true };
  await ctx.files.remove(storedAt);
  const other = await known(ctx, staff, fileId, fingerprint);
  if (!other) throw new ServiceProblem('taken-elsewhere');
  return { view: fileView(other), fresh: false };
}

async function known(ctx: Context, staff: Staff, fileId: string, fingerprint: Buffer): Promise<FileRow | undefined> {
  const [row] = await ctx.db.select().from(files).where(eq(files.id, fileId));
  if (!row) return undefined;
  if (row.staffId !== staff.staffId) throw new ServiceProblem('not-found');
  if (!row.fingerprint.equals(fingerprint)) throw new ServiceProblem('content-differs');
  return row;
}
