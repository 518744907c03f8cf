import type { AccountView } from '@assist/contracts';
import { instantText } from '../../clock.ts';
import type { Context } from '../context.ts';
import { type AccountRow, accountOf, consentsOf, isStatementId, nameOf, paperOf, phoneOf } from './account.ts';
import { maskedNumber, maskedPhone } from './mask.ts';

/** What an account sees of itself: its own name, everything else masked. */
export async function accountView(ctx: Context, row: AccountRow): Promise<AccountView> {
  const [name, paper, phone] = [nameOf(ctx, row), paperOf(ctx, row), phoneOf(ctx, row)];
  const consents = await consentsOf(ctx, row.id);
  return {
    accountId: row.id,
    identity: row.identity,
    ...(name !== undefined && { name }),
    ...(paper && paper.kind !== 'none-yet' && { maskedNumber: maskedNumber(paper.number) }),
    ...(phone !== undefined && { maskedPhone: maskedPhone(phone) }),
    consents: consents.flatMap(({ statement, version, givenAt }) =>
      isStatementId(statement) ? [{ statement, version, at: instantText(givenAt) }] : [],
    ),
  };
}

/** 我的账户. */
export const readAccount = async (ctx: Context, who: { readonly accountId: string }): Promise<AccountView> =>
  accountView(ctx, await accountOf(ctx, who.accountId));
