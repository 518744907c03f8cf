import { casesOfResident, type OpenCase } from '../case-file/case-file-of.ts';
import type { Context } from '../context.ts';
import { ServiceProblem } from '../problem.ts';
import type { Resident } from '../session/authenticate.ts';

/** The member of the register that the caller is, by verified number, and no other: a helper has no way to somebody else's. */
export interface OwnRecord {
  readonly opened: OpenCase;
  readonly memberId: string;
  /** The number the register has; a number the account brought itself is no second step. */
  readonly phone: string | undefined;
}

/** @throws ServiceProblem `verification-needed`, `form-invalid` (nobody of that number in the register) */
export async function ownRecord(ctx: Context, who: Resident): Promise<OwnRecord> {
  if (who.account.identity !== 'verified') throw new ServiceProblem('verification-needed');
  const [mine] = await casesOfResident(ctx, who);
  if (!mine)
    throw new ServiceProblem('form-invalid', {
      fields: [{ path: 'kind', sentence: '名册里还没找到您，这里换不了。请到镇街窗口，或者打电话。' }],
    });
  const member = mine.opened.members.find((one) => one.memberId === mine.me);
  return { opened: mine.opened, memberId: mine.me, phone: member?.phone };
}
