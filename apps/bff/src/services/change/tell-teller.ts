import type { Context } from '../context.ts';
import { tellAccount } from '../message/tell.ts';
import { officeOf } from '../place/offices.ts';
import type { ChangeRow } from './view.ts';

/** Tells who told it; what a clerk wrote down at the counter has no account to tell. */
export async function tellTeller(
  tx: Context,
  change: Pick<ChangeRow, 'id' | 'accountId' | 'officeId'>,
  kind: 'change-received' | 'change-opinion' | 'change-settled',
  source: string,
): Promise<void> {
  if (!change.accountId) return;
  const { name: office } = await officeOf(tx, change.officeId);
  await tellAccount(tx, {
    accountId: change.accountId,
    kind,
    params: { office },
    subject: { kind: 'change', id: change.id },
    officeId: change.officeId,
    source,
  });
}
