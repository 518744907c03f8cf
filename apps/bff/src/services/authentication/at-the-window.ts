import { eq } from 'drizzle-orm';
import { dayInShanghai } from '../../clock.ts';
import { staffAccounts, type verificationCodes } from '../../db/schema.ts';
import type { Context } from '../context.ts';
import { officeOf } from '../place/offices.ts';
import { countContact } from './count-contact.ts';
import { registeredSubject } from './whom.ts';

/** Who had whom at the window with their card, and when. */
type AtWindow = Pick<typeof verificationCodes.$inferSelect, 'numberHash' | 'issuedBy' | 'officeId' | 'issuedAt'>;

/** A code that was handed over and used, or a card that was just looked at: a clerk had this person and their card at the window on that day. */
export async function countWindow(tx: Context, code: AtWindow): Promise<void> {
  const whom = await registeredSubject(tx, code.numberHash);
  if (!whom) return;
  const [clerk] = await tx.db.select({ name: staffAccounts.name }).from(staffAccounts).where(eq(staffAccounts.id, code.issuedBy));
  const { name } = await officeOf(tx, code.officeId);
  await countContact(tx, {
    whom,
    contact: 'window-with-card',
    on: dayInShanghai(code.issuedAt.getTime()),
    by: { kind: 'staff', id: code.issuedBy, role: 'staff' },
    detail: { names: clerk ? [clerk.name] : [], where: name },
    unknown: 'nothing',
  });
}
