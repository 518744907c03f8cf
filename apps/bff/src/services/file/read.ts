import { and, eq, inArray, isNull, ne, or } from 'drizzle-orm';
import { files } from '../../db/schema.ts';
import { record } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { accountsOfPerson } from '../identity/accounts-of-person.ts';
import { ServiceProblem } from '../problem.ts';
import type { Resident } from '../session/authenticate.ts';
import type { Staff } from '../staff/who.ts';
import { type FileRow, filePlace } from './receive.ts';

export interface Photo {
  readonly mediaType: FileRow['mediaType'];
  readonly bytes: Buffer;
}

async function open(ctx: Context, row: FileRow): Promise<Photo> {
  const sealed = await ctx.files.read(row.storedAt);
  if (!sealed) throw new Error('a photo with a row has no bytes');
  return { mediaType: row.mediaType, bytes: ctx.cipher.openBytes(filePlace(row.id), sealed) };
}

/**
 * One's own photo; what was taken at somebody's door on a round is nobody's own, and who helps sees papers of applications and no face.
 * @throws ServiceProblem `not-found`, also for somebody else's
 */
export async function readOwnFile(ctx: Context, who: Resident, fileId: string): Promise<Photo> {
  const [row] = await ctx.db
    .select()
    .from(files)
    .where(
      and(
        eq(files.id, fileId),
        inArray(files.accountId, await accountsOfPerson(ctx, who)),
        who.helper ? isNull(files.subjectKind) : or(isNull(files.subjectKind), ne(files.subjectKind, 'door')),
      ),
    );
  if (!row) throw new ServiceProblem('not-found');
  return open(ctx, row);
}

/** A photo that was sent to this township. Every look is on record. @throws ServiceProblem `not-found`, also for another township's */
export async function readFileAsStaff(ctx: Context, staff: Staff, fileId: string): Promise<Photo> {
  const [row] = await ctx.db
    .select()
    .from(files)
    .where(and(eq(files.id, fileId), eq(files.officeId, staff.officeId)));
  if (!row) throw new ServiceProblem('not-found');
  await record(ctx, {
    actor: { kind: 'staff', id: staff.staffId },
    action: 'file-read',
    object: ['file', fileId],
    officeId: staff.officeId,
  });
  return open(ctx, row);
}
