import type { AccountRow } from '../account/account.ts';

export interface OwnCodeStanding {
  readonly set: boolean;
}
export const standingOf = (row: Pick<AccountRow, 'ownCodeHash'>): OwnCodeStanding => ({ set: row.ownCodeHash !== null });
