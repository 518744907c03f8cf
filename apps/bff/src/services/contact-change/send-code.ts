import { randomInt, randomUUID } from 'node:crypto';
import type { ContactChangeKind } from '@assist/contracts';
import { contactCodes } from '../../db/schema.ts';
import { maskedPhone } from '../account/mask.ts';
import { record } from '../audit/record.ts';
import { type Context, now } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { addToOutbox } from '../outbox/add.ts';
import { ServiceProblem } from '../problem.ts';
import type { Resident } from '../session/authenticate.ts';
import { ownRecord } from './own-record.ts';

const VALID_SECONDS = 600;

export const contactCodeHash = (ctx: Context, codeId: string, code: string): Buffer => ctx.hash.find('contact-code', `${codeId}:${code}`);
export const contactCodePlace = {
  code: (id: string) => `contact-code.code:${id}`,
  phone: (id: string) => `contact-code.phone:${id}`,
};

/**
 * Sends six digits to the number that the register has, never to the new one. Only the newest counts; how often is limited.
 * @throws ServiceProblem `verification-needed`, `form-invalid` (not in the register, or no number there)
 */
export async function sendContactCode(
  ctx: Context,
  who: Resident,
  { kind }: { readonly kind: ContactChangeKind },
): Promise<{ maskedPhone: string; expiresIn: number }> {
  const { phone } = await ownRecord(ctx, who);
  if (!phone)
    throw new ServiceProblem('form-invalid', {
      fields: [{ path: 'kind', sentence: '册上没有您的电话，发不了码。可以刷一下脸，或者到镇街窗口拿一个码。' }],
    });
  const id = randomUUID();
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  await inTransaction(ctx, async (tx) => {
    await tx.db.insert(contactCodes).values({
      id,
      accountId: who.accountId,
      kind,
      codeHash: contactCodeHash(tx, id, code),
      codeSealed: tx.cipher.seal(contactCodePlace.code(id), code),
      phoneSealed: tx.cipher.seal(contactCodePlace.phone(id), phone),
      sentAt: now(tx),
      expiresAt: new Date(now(tx).getTime() + VALID_SECONDS * 1000),
    });
    await addToOutbox(tx, 'send-contact-code', { codeId: id });
    await record(tx, { actor: { kind: 'account', id: who.accountId }, action: 'contact-code-sent', object: ['contact-code', id] });
  });
  return { maskedPhone: maskedPhone(phone), expiresIn: VALID_SECONDS };
}
