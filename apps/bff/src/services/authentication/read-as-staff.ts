import type { AuthenticationView } from '@assist/contracts';
import { and, eq } from 'drizzle-orm';
import { authentications } from '../../db/authentication.ts';
import { record } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { ServiceProblem } from '../problem.ts';
import type { Staff } from '../staff/who.ts';
import { authenticationView } from './view.ts';

/**
 * One authentication, for the letter that tells a person without an account that it is done and who helped. The look is on record.
 * @throws ServiceProblem `not-found`, also for another township's
 */
export async function readAuthentication(ctx: Context, staff: Staff, authenticationId: string): Promise<AuthenticationView> {
  const [row] = await ctx.db
    .select()
    .from(authentications)
    .where(and(eq(authentications.id, authenticationId), eq(authentications.officeId, staff.officeId)));
  if (!row) throw new ServiceProblem('not-found');
  await record(ctx, {
    actor: { kind: 'staff', id: staff.staffId },
    action: 'authentication-read',
    object: ['authentication', authenticationId],
    officeId: staff.officeId,
  });
  return authenticationView(ctx, row, true);
}
