import { and, eq, inArray, isNotNull } from 'drizzle-orm';
import { accounts, crossCheckPeople, crossChecks } from '../../db/schema.ts';
import type { Context } from '../context.ts';
import { tellAccount } from '../message/tell.ts';
import { officeOf } from '../place/offices.ts';

/** Tells each checked person, verified as themselves, that what came can be looked at first by them. */
export async function tellChecked(tx: Context, checkId: string): Promise<void> {
  const [check] = await tx.db.select().from(crossChecks).where(eq(crossChecks.id, checkId));
  if (!check) return;
  const people = await tx.db
    .select({ hash: crossCheckPeople.numberHash })
    .from(crossCheckPeople)
    .where(and(eq(crossCheckPeople.checkId, checkId), eq(crossCheckPeople.authorised, true), isNotNull(crossCheckPeople.numberHash)));
  const hashes = people.flatMap((one) => one.hash ?? []);
  if (hashes.length === 0) return;
  const { name: office } = await officeOf(tx, check.officeId);
  for (const { id } of await tx.db
    .select({ id: accounts.id })
    .from(accounts)
    .where(and(inArray(accounts.numberHash, hashes), eq(accounts.identity, 'verified'))))
    await tellAccount(tx, {
      accountId: id,
      kind: 'check-answered',
      params: { office },
      subject: { kind: 'cross-check', id: checkId },
      officeId: check.officeId,
      source: `cross-check:${checkId}:${id}`,
    });
}
