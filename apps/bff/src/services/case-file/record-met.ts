import type { CivilDate, DivisionCode } from '@assist/policy';
import type { Contact, Recipient } from '@assist/policy-chongqing';
import { and, eq, inArray, isNull } from 'drizzle-orm';
import { dayInShanghai } from '../../clock.ts';
import { caseBenefits, caseFiles, caseMembers } from '../../db/schema.ts';
import type { Context } from '../context.ts';
import { endReminders } from '../reminder/met.ts';
import { nextAuthentication } from './next-dates.ts';

export interface Met {
  readonly caseId: string;
  readonly memberId: string;
  readonly contact: Contact;
  /** Day on which they were met, today or before. */
  readonly on: CivilDate;
}

/**
 * A member was met. Writes the last meeting and, by the policy package, the next date; together with the import's first writing
 * it is the only thing that does; reminders of the date before end here. An older meeting than the one on record changes nothing.
 * @returns the member's next date; undefined where nobody is invited, or where no such member is in the register
 */
export async function recordMet(tx: Context, { caseId, memberId, contact, on }: Met): Promise<CivilDate | undefined> {
  const today = dayInShanghai(tx.clock());
  if (on > today) throw new RangeError('met on a day that has not come');
  const [member] = await tx.db
    .select({ lastMet: caseMembers.lastMet, next: caseMembers.nextAuthentication, district: caseFiles.district })
    .from(caseMembers)
    .innerJoin(caseFiles, eq(caseFiles.id, caseMembers.caseId))
    .where(and(eq(caseMembers.caseId, caseId), eq(caseMembers.memberId, memberId)))
    .for('update', { of: caseMembers });
  if (!member) return undefined;
  if (member.lastMet !== null && member.lastMet >= on) return (member.next as CivilDate | null) ?? undefined;
  const benefits = await tx.db
    .select({ kind: caseBenefits.kind, since: caseBenefits.since })
    .from(caseBenefits)
    .where(and(eq(caseBenefits.caseId, caseId), inArray(caseBenefits.memberId, ['', memberId]), isNull(caseBenefits.until)));
  const dated = benefits.map((one) => ({ kind: one.kind as Recipient, since: one.since as CivilDate }));
  const next = nextAuthentication(member.district as DivisionCode, dated, on, today);
  await tx.db
    .update(caseMembers)
    .set({ lastMet: on, lastMetContact: contact, nextAuthentication: next ?? null })
    .where(and(eq(caseMembers.caseId, caseId), eq(caseMembers.memberId, memberId)));
  await endReminders(tx, { caseId, memberId, next });
  return next;
}
