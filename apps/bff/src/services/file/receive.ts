import { createHash, randomUUID } from 'node:crypto';
import type { EvidenceKind, FileView } from '@assist/contracts';
import { eq } from 'drizzle-orm';
import { instantText } from '../../clock.ts';
import { files } from '../../db/schema.ts';
import { record } from '../audit/record.ts';
import { requireNotice } from '../consent/require-notice.ts';
import { type Context, now } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { ServiceProblem } from '../problem.ts';
import { noteHelperAct } from '../proxy/note-act.ts';
import type { Resident } from '../session/authenticate.ts';
import { cleanImage } from './image/clean-image.ts';

export const MOST_FILE_BYTES = 10 * 1024 * 1024;

export type FileRow = typeof files.$inferSelect;
/** Where the bytes of a photo are sealed. */
export const filePlace = (id: string): string => `file:${id}`;
/** Of a photo; a video is never shown to the resident again. */
export const fileView = (row: FileRow): FileView => ({
  fileId: row.id,
  bytes: row.bytes,
  mediaType: row.mediaType as FileView['mediaType'],
  receivedAt: instantText(row.receivedAt),
});

export interface Upload {
  readonly fileId: string;
  readonly about: EvidenceKind;
  readonly bytes: Buffer;
  /** Of the bytes, as the phone reckoned it: what was spoilt on the way is not taken. */
  readonly sha256?: string | undefined;
}
export interface Received {
  readonly view: FileView;
  /** False when the same photo was here already. */
  readonly fresh: boolean;
}

/**
 * Takes in one photo: looked at, cleaned, sealed, safe on disk, then answered. The same id with the same photo is the same answer.
 * @throws ServiceProblem `file-empty`, `file-kind-unknown`, `file-damaged`, `file-too-large`, `content-differs`, `not-found`, `signature-missing`,
 * `taken-elsewhere`
 */
export async function receiveFile(ctx: Context, who: Resident, upload: Upload): Promise<Received> {
  if (upload.bytes.length === 0) throw new ServiceProblem('file-empty');
  if (upload.bytes.length > MOST_FILE_BYTES) throw new ServiceProblem('file-too-large');
  if (upload.sha256 && createHash('sha256').update(upload.bytes).digest('hex') !== upload.sha256) throw new ServiceProblem('file-damaged');
  await requireNotice(ctx, who.accountId);
  const fingerprint = ctx.hash.bytes(`file:${upload.about}`, upload.bytes);
  const before = await known(ctx, who, upload.fileId, fingerprint);
  if (before) return { view: fileView(before), fresh: false };

  const clean = cleanImage(upload.bytes);
  if (clean.kind === 'not-a-photo') throw new ServiceProblem('file-kind-unknown');
  if (clean.kind === 'damaged') throw new ServiceProblem('file-damaged');
  const storedAt = randomUUID();
  await ctx.files.write(storedAt, ctx.cipher.seal(filePlace(upload.fileId), clean.bytes));
  const made = await inTransaction(ctx, async (tx) => {
    // Once a day, however many photos.
    await noteHelperAct(tx, who, 'fill', ['file', who.accountId]);
    const [row] = await tx.db
      .insert(files)
      .values({
        id: upload.fileId,
        accountId: who.accountId,
        about: upload.about,
        mediaType: clean.mediaType,
        bytes: clean.bytes.length,
        fingerprint,
        storedAt,
        receivedAt: now(tx),
      })
      .onConflictDoNothing({ target: files.id })
      .returning();
    if (row) await record(tx, { actor: { kind: 'account', id: who.accountId }, action: 'file-sent', object: ['file', upload.fileId] });
    return row;
  }).catch(async (error: unknown) => {
    await ctx.files.remove(storedAt).catch(() => undefined);
    throw error;
  });
  if (made) return { view: fileView(made), fresh: true };
  // The same photo came twice at once and the other was first.
  await ctx.files.remove(storedAt);
  const other = await known(ctx, who, upload.fileId, fingerprint);
  if (!other) throw new ServiceProblem('taken-elsewhere');
  return { view: fileView(other), fresh: false };
}

async function known(ctx: Context, who: Resident, fileId: string, fingerprint: Buffer): Promise<FileRow | undefined> {
  const [row] = await ctx.db.select().from(files).where(eq(files.id, fileId));
  if (!row) return undefined;
  if (row.accountId !== who.accountId) throw new ServiceProblem('not-found');
  if (!row.fingerprint.equals(fingerprint)) throw new ServiceProblem('content-differs');
  return row;
}
