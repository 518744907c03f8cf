import type { ChangeForm, Reporter } from '@assist/contracts';
import { nameOf, phoneOf } from '../account/account.ts';
import type { Context } from '../context.ts';
import type { Resident } from '../session/authenticate.ts';

/** Who told it, as it stood on that day; the account may be corrected later, this stays. */
export interface ToldBy {
  readonly name: string;
  readonly phone?: string;
  readonly identity: 'none' | 'claimed' | 'verified';
}

export function toldByResident(ctx: Context, { account }: Resident, form: ChangeForm): ToldBy {
  const name = form.reporter.name ?? nameOf(ctx, account) ?? (form.reporter.as === 'self' ? form.person?.name : undefined) ?? '';
  const phone = form.reporter.phone ?? phoneOf(ctx, account);
  return { name, identity: account.identity, ...(phone && { phone }) };
}

const BY: Readonly<Record<Reporter, string>> = {
  self: '本人报的',
  family: '家里人报的',
  helper: '村里社区的人帮着报的',
  counter: '窗口替您记下的',
};

/** Who told it, in few words, e.g. `家里人报的（女儿）`. */
export const bySentence = ({ reporter }: ChangeForm): string =>
  reporter.relation && reporter.as !== 'counter' ? `${BY[reporter.as]}（${reporter.relation}）` : BY[reporter.as];
