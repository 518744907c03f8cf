import type { ChangeForm } from '@assist/contracts';
import { and, arrayContains, inArray, ne } from 'drizzle-orm';
import { changeNotices, changes } from '../../db/schema.ts';
import { ofHousehold } from '../change/of-household.ts';
import { changePlace } from '../change/sealed-places.ts';
import type { Context } from '../context.ts';
import type { InRegister } from './whom.ts';

/** Whether a notice that is not settled says that this member died. One that names nobody may mean anybody of the household. */
export async function isToldToHaveDied(tx: Context, { caseId, memberId, name }: InRegister): Promise<boolean> {
  const open = await tx.db
    .select({ id: changes.id })
    .from(changes)
    .where(and(ofHousehold(caseId), ne(changes.state, 'settled'), arrayContains(changes.events, ['death'])));
  if (open.length === 0) return false;
  const ids = open.map((one) => one.id);
  const notices = await tx.db
    .select({ id: changeNotices.id, sealed: changeNotices.formSealed })
    .from(changeNotices)
    .where(inArray(changeNotices.id, ids));
  const deaths = notices.flatMap((one) =>
    tx.cipher.openJson<ChangeForm>(changePlace.form(one.id), one.sealed).changed.filter(({ event }) => event === 'death'),
  );
  return deaths.some(({ member, memberName }) => (member ? member === memberId : memberName === undefined || memberName === name));
}
