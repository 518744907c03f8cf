import { and, asc, eq, gt, notExists } from 'drizzle-orm';
import { auditLog, files } from '../../db/schema.ts';
import { record } from '../audit/record.ts';
import { type Context, now } from '../context.ts';
import { type FileRow, filePlace } from './receive.ts';

/** Looked at every day for so long: what a disk loses it mostly loses early. */
const LOOKED_AT_MS = 3 * 24 * 3_600_000;
const AT_ONCE = 200;

/**
 * Opens what was received of late as whoever decides would: what was confirmed to a person is there, and whole. What is not is on record
 * once, and told each time, so that it is asked for again within days and not noticed after years.
 * @returns ids of files that cannot be opened
 */
export async function reconcileFiles(ctx: Context): Promise<string[]> {
  const broken: string[] = [];
  const since = new Date(now(ctx).getTime() - LOOKED_AT_MS);
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const rows = await ctx.db
      .select({ id: files.id, storedAt: files.storedAt })
      .from(files)
      .where(and(gt(files.receivedAt, since), gt(files.id, after)))
      .orderBy(asc(files.id))
      .limit(AT_ONCE);
    for (const row of rows) if (!(await isWhole(ctx, row))) broken.push(row.id);
    const last = rows.at(-1);
    if (!last) break;
    after = last.id;
  }
  for (const id of broken) await tellOnce(ctx, id);
  return broken;
}

async function isWhole(ctx: Context, { id, storedAt }: Pick<FileRow, 'id' | 'storedAt'>): Promise<boolean> {
  const sealed = await ctx.files.read(storedAt);
  if (!sealed) return false;
  try {
    ctx.cipher.openBytes(filePlace(id), sealed);
    return true;
  } catch {
    return false;
  }
}

async function tellOnce(ctx: Context, id: string): Promise<void> {
  const told = ctx.db
    .select({ id: auditLog.id })
    .from(auditLog)
    .where(and(eq(auditLog.action, 'file-not-whole'), eq(auditLog.objectId, id)));
  const [row] = await ctx.db
    .select({ officeId: files.officeId })
    .from(files)
    .where(and(eq(files.id, id), notExists(told)));
  if (row)
    await record(ctx, {
      actor: { kind: 'system' },
      action: 'file-not-whole',
      object: ['file', id],
      ...(row.officeId && { officeId: row.officeId }),
    });
}
