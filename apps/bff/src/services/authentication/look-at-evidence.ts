import type { AuthenticationView } from '@assist/contracts';
import type { CivilDate } from '@assist/policy';
import { eq } from 'drizzle-orm';
import { authentications } from '../../db/authentication.ts';
import { notePlace } from '../application/sealed-places.ts';
import { record } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { ServiceProblem } from '../problem.ts';
import { closeSubjectItem, lockSubjectItem } from '../queue/lock-subject.ts';
import type { Staff } from '../staff/who.ts';
import { ensureVisit } from '../visit/add.ts';
import { type AuthenticationRow, counted, type Detail } from './count-contact.ts';
import { authenticationPlace } from './sealed-places.ts';
import { subjectOfRecord } from './subject-of-record.ts';
import { authenticationView } from './view.ts';

/**
 * 看过视频或照片: it counts, or somebody goes there instead. There is no third answer. The same again is the same.
 * @throws ServiceProblem `not-found`, `conflict`, `forbidden`, `state-changed` where another clerk said the other
 */
export async function lookAtEvidence(
  ctx: Context,
  staff: Staff,
  authenticationId: string,
  looked: { readonly seen: 'counts' | 'visit-instead'; readonly note: string },
): Promise<AuthenticationView> {
  const row = await inTransaction(ctx, async (tx) => {
    const item = await lockSubjectItem(tx, staff, 'evidence', { subjectId: authenticationId });
    const [found] = await tx.db.select().from(authentications).where(eq(authentications.id, authenticationId)).for('update');
    if (!found) throw new ServiceProblem('not-found');
    const state = looked.seen === 'counts' ? 'counted' : 'looked-visit-instead';
    if (!item.open && found.state === state) return found;
    if (!item.open || (found.state !== 'to-look-at' && found.state !== 'not-in-register')) throw new ServiceProblem('state-changed');
    const written = await write(tx, staff, found, state);
    await closeSubjectItem(tx, item, tx.cipher.seal(notePlace(item.id), looked.note));
    await record(tx, {
      actor: { kind: 'staff', id: staff.staffId },
      action: 'authentication-looked',
      object: ['authentication', authenticationId],
      officeId: staff.officeId,
      result: state,
    });
    return written;
  });
  return authenticationView(ctx, row, true);
}

async function write(
  tx: Context,
  staff: Staff,
  row: AuthenticationRow,
  state: 'counted' | 'looked-visit-instead',
): Promise<AuthenticationRow> {
  const whom = await subjectOfRecord(tx, row);
  const detail = tx.cipher.openJson<Detail>(authenticationPlace.detail(row.id), row.detailSealed);
  const names = [...detail.names, staff.name];
  const set = { state, detailSealed: tx.cipher.sealJson(authenticationPlace.detail(row.id), { ...detail, names }) };
  const [written] = await tx.db.update(authentications).set(set).where(eq(authentications.id, row.id)).returning();
  if (!written) throw new Error('a record that was there is gone');
  if (state === 'counted') await counted(tx, written, whom, row.onDay as CivilDate, { kind: 'staff', id: staff.staffId });
  else await ensureVisit(tx, { whom, why: 'seen-visit-instead', ...(row.actorKind === 'account' && { accountId: row.actorId }) });
  return written;
}
