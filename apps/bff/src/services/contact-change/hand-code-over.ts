import { eq } from 'drizzle-orm';
import { contactCodes } from '../../db/schema.ts';
import { type Context, now } from '../context.ts';
import type { Outcome } from '../outbox/drain.ts';
import { contactCodePlace } from './send-code.ts';

/** Hands six digits to the port of text messages, and keeps neither them nor the number afterwards. One that is past is not sent. */
export async function handContactCodeOver(tx: Context, codeId: string): Promise<Outcome> {
  const [row] = await tx.db.select().from(contactCodes).where(eq(contactCodes.id, codeId)).for('update');
  if (!row?.codeSealed || !row.phoneSealed) return { kind: 'done', what: 'sent before' };
  const forget = () => tx.db.update(contactCodes).set({ codeSealed: null, phoneSealed: null }).where(eq(contactCodes.id, codeId));
  if (row.expiresAt <= now(tx)) {
    await forget();
    return { kind: 'give-up', why: 'past' };
  }
  const handed = await tx.texts.send({
    to: tx.cipher.openText(contactCodePlace.phone(codeId), row.phoneSealed),
    template: 'contact-code',
    params: { what: '换电话或银行卡', code: tx.cipher.openText(contactCodePlace.code(codeId), row.codeSealed) },
    ref: codeId,
  });
  if (handed.kind === 'retry-later')
    return { kind: 'later', at: new Date(now(tx).getTime() + handed.seconds * 1000), why: 'provider busy' };
  await forget();
  return handed.kind === 'bounced' ? { kind: 'give-up', why: handed.why } : { kind: 'done' };
}
