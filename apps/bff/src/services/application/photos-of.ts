import { type ApplicationView, EVIDENCE_KINDS, type EvidenceKind } from '@assist/contracts';
import { and, asc, eq, inArray, min, sql } from 'drizzle-orm';
import { instantText } from '../../clock.ts';
import { among } from '../../db/among.ts';
import { madeOnce } from '../../db/made-once.ts';
import { auditLog, files } from '../../db/schema.ts';
import type { Context } from '../context.ts';

type Photos = NonNullable<ApplicationView['photos']>;

const filesOf = madeOnce((db) =>
  db
    .select({ id: files.id, applicationId: files.applicationId, about: files.about, receivedAt: files.receivedAt })
    .from(files)
    .where(among(files.applicationId, sql.placeholder('ids')))
    .orderBy(asc(files.receivedAt), asc(files.id))
    .prepare('files-of-applications'),
);

/** Photos of each application: when they arrived, and since when somebody at the township has looked at them. */
export async function photosOf(ctx: Context, applicationIds: readonly string[]): Promise<Map<string, Photos>> {
  const rows = await filesOf(ctx.db).execute({ ids: applicationIds.join(',') });
  if (rows.length === 0) return new Map();
  const looks = await ctx.db
    .select({ id: auditLog.objectId, at: min(auditLog.at) })
    .from(auditLog)
    .where(
      and(
        inArray(
          auditLog.objectId,
          rows.map((row) => row.id),
        ),
        eq(auditLog.action, 'file-read'),
      ),
    )
    .groupBy(auditLog.objectId);
  const opened = new Map(looks.map((look) => [look.id, look.at]));
  const found = new Map<string, Photos>();
  for (const { id, applicationId, about, receivedAt } of rows) {
    const kind = EVIDENCE_KINDS.find((one) => one === about) as EvidenceKind;
    const at = opened.get(id);
    const list = found.get(applicationId as string) ?? [];
    found.set(applicationId as string, list);
    list.push({ fileId: id, about: kind, receivedAt: instantText(receivedAt), ...(at && { openedAt: instantText(at) }) });
  }
  return found;
}
