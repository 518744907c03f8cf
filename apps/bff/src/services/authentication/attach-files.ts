import { and, eq, inArray, isNull, type SQL } from 'drizzle-orm';
import { files } from '../../db/schema.ts';
import type { Context } from '../context.ts';
import { ServiceProblem } from '../problem.ts';

export interface FileSubject {
  readonly kind: 'authentication' | 'visit' | 'door';
  readonly id: string;
  readonly officeId: string;
}

/**
 * Makes files belong to an authentication or a visit, in the caller's transaction: all of them, one's own and not sent with anything else.
 * @throws ServiceProblem `form-invalid` naming those that are not there
 */
export async function attachFiles(
  tx: Context,
  sender: { readonly accountId: string } | { readonly staffId: string },
  fileIds: readonly string[],
  { kind, id, officeId }: FileSubject,
): Promise<void> {
  if (fileIds.length === 0) return;
  const own: SQL = 'accountId' in sender ? eq(files.accountId, sender.accountId) : eq(files.staffId, sender.staffId);
  const attached = await tx.db
    .update(files)
    .set({ subjectKind: kind, subjectId: id, officeId })
    .where(and(inArray(files.id, [...fileIds]), own, isNull(files.applicationId), isNull(files.subjectId)))
    .returning({ id: files.id });
  const there = new Set(attached.map((row) => row.id));
  const missing = fileIds.flatMap((file, i) => (there.has(file) && fileIds.indexOf(file) === i ? [] : [i]));
  if (missing.length > 0)
    throw new ServiceProblem('form-invalid', {
      fields: missing.map((i) => ({ path: `fileIds.${i}`, sentence: '这一份没有送到，请再送一次' })),
    });
}
