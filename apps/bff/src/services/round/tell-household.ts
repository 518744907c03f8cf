import { and, eq, inArray } from 'drizzle-orm';
import { accounts } from '../../db/schema.ts';
import type { OpenCase } from '../case-file/case-file-of.ts';
import type { Context } from '../context.ts';
import { tellAccount, tellPhone } from '../message/tell.ts';
import { officeOf } from '../place/offices.ts';
import type { DoorRow } from './door-record.ts';

/**
 * Tells a household what was written down in its name, or the answer to its "I did not agree": everybody of it on their own verified
 * account; where nobody has one, the phone of the register, which is told that there is something and not what.
 */
export async function tellHousehold(
  tx: Context,
  row: DoorRow,
  { members }: OpenCase,
  kind: 'door-recorded' | 'door-answered',
): Promise<void> {
  const numbers = members.flatMap((one) => (one.row.numberHash ? [one.row.numberHash] : []));
  const known =
    numbers.length === 0
      ? []
      : await tx.db
          .select({ id: accounts.id })
          .from(accounts)
          .where(and(inArray(accounts.numberHash, numbers), eq(accounts.identity, 'verified')));
  const { name: office } = await officeOf(tx, row.officeId);
  for (const { id } of known)
    await tellAccount(tx, {
      accountId: id,
      kind,
      params: { office },
      subject: { kind: 'door', id: row.id },
      officeId: row.officeId,
      source: `door:${row.id}:${kind}:${id}`,
    });
  const phone = known.length === 0 ? members.find((one) => one.phone)?.phone : undefined;
  if (phone) await tellPhone(tx, { phone, kind, officeId: row.officeId });
}
