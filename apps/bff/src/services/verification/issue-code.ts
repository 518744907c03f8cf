import { checkIdentityNumber, IDENTITY_NUMBER_SENTENCES, type Paper } from '@assist/contracts';
import { dayInShanghai, instantText } from '../../clock.ts';
import { clearCode } from '../../crypto/codes.ts';
import { verificationCodes } from '../../db/schema.ts';
import { numberHash } from '../account/account.ts';
import { record } from '../audit/record.ts';
import { type Context, now } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { ServiceProblem } from '../problem.ts';
import { requireHandler, type Staff } from '../staff/who.ts';
import { codeHash, codePlace } from './code.ts';

const LENGTH = 8;
/** Until the same hour of the next day: who came to the window without a phone types it in the evening, with a child's help. */
const VALID_MS = 24 * 3_600_000;

/**
 * Gives a code to hand over to somebody whose card the clerk saw. It fits only an account that wrote the same number. `assistant`: it also
 * makes that account one of a village's assistant or of a counter.
 * @throws ServiceProblem `form-invalid`, `forbidden`
 */
export async function issueVerificationCode(
  ctx: Context,
  staff: Staff,
  seen: { readonly name: string; readonly paper: Paper; readonly assistant?: true | undefined },
): Promise<{ code: string; expiresAt: string }> {
  requireHandler(staff);
  const wrong = seen.paper.kind === 'resident-identity' ? checkIdentityNumber(seen.paper.number, dayInShanghai(ctx.clock())) : undefined;
  if (wrong) throw new ServiceProblem('form-invalid', { fields: [{ path: 'paper.number', sentence: IDENTITY_NUMBER_SENTENCES[wrong] }] });
  const number = numberHash(ctx, seen.paper);
  if (!number) throw new ServiceProblem('form-invalid', { fields: [{ path: 'paper.kind', sentence: '没有证件号，给不了码' }] });
  const code = clearCode(LENGTH);
  const hash = codeHash(ctx, code);
  const expiresAt = new Date(ctx.clock() + VALID_MS);
  await inTransaction(ctx, async (tx) => {
    await tx.db.insert(verificationCodes).values({
      hash,
      officeId: staff.officeId,
      issuedBy: staff.staffId,
      numberHash: number,
      nameSealed: tx.cipher.seal(codePlace(hash), seen.name),
      issuedAt: now(tx),
      expiresAt,
      namesAssistant: seen.assistant === true,
    });
    await record(tx, {
      actor: { kind: 'staff', id: staff.staffId },
      action: 'verification-code-issued',
      object: ['verification-code', hash.toString('hex').slice(0, 12)],
      officeId: staff.officeId,
    });
  });
  return { code, expiresAt: instantText(expiresAt) };
}
