import { instantText } from '../../clock.ts';
import { clearCode, normaliseCode } from '../../crypto/codes.ts';
import { roundCodes } from '../../db/schema.ts';
import { record } from '../audit/record.ts';
import { type Context, now } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { ServiceProblem } from '../problem.ts';
import type { Staff } from '../staff/who.ts';

const LENGTH = 8;
/** The phone is in her hand while she sits at the desk. */
const VALID_MS = 10 * 60_000;

export const roundCodeHash = (ctx: Context, code: string): Buffer => ctx.hash.find('round-code', normaliseCode(code));

/**
 * A mini-program cannot open the identity provider's page: the assistant signs in at the desk and takes a code over to her phone.
 * @throws ServiceProblem `forbidden` for whoever is no assistant
 */
export async function issueRoundCode(ctx: Context, staff: Staff): Promise<{ code: string; expiresAt: string }> {
  if (staff.role !== 'assistant') throw new ServiceProblem('forbidden');
  const code = clearCode(LENGTH);
  const expiresAt = new Date(ctx.clock() + VALID_MS);
  await inTransaction(ctx, async (tx) => {
    await tx.db.insert(roundCodes).values({
      hash: roundCodeHash(tx, code),
      staffId: staff.staffId,
      officeId: staff.officeId,
      issuedAt: now(tx),
      expiresAt,
    });
    const actor = { kind: 'staff', id: staff.staffId } as const;
    await record(tx, { actor, action: 'round-code-issued', object: ['staff', staff.staffId], officeId: staff.officeId });
  });
  return { code, expiresAt: instantText(expiresAt) };
}
