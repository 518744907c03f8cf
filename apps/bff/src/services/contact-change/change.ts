import type { ContactChange, ContactChangeKind, SecondStep } from '@assist/contracts';
import { addDays } from '@assist/policy';
import { and, eq } from 'drizzle-orm';
import { dayInShanghai } from '../../clock.ts';
import { accounts, contactChanges } from '../../db/schema.ts';
import { record } from '../audit/record.ts';
import { addCaseEvent } from '../case-file/add-event.ts';
import { type Context, now } from '../context.ts';
import { accountsOfPerson } from '../identity/accounts-of-person.ts';
import { inTransaction } from '../in-transaction.ts';
import { tellAccount, tellPhone } from '../message/tell.ts';
import { ServiceProblem } from '../problem.ts';
import type { Resident } from '../session/authenticate.ts';
import { takeOneVisit } from './one-visit.ts';
import { type OwnRecord, ownRecord } from './own-record.ts';
import { takeSecondStep } from './second-step.ts';
import { type ContactChangeRow, contactChangePlace, contactChangeView, type NewContact } from './view.ts';

export interface ContactToChange {
  readonly kind: ContactChangeKind;
  readonly value: string;
  readonly bank?: string | undefined;
  readonly step: SecondStep;
}
export interface AskedContactChange {
  readonly view: ContactChange;
  readonly fresh: boolean;
}

/**
 * A new phone number or bank account of one's own: verified identity, a second step, the old number told at once, and another whole day
 * before it takes effect. There is no way to do it for somebody else. The same again is the same; a newer one replaces one that waits.
 * @returns a problem `second-step-wrong` that keeps the count of tries
 * @throws ServiceProblem `verification-needed`, `form-invalid`, `content-differs`, `not-found` (somebody else's id),
 * `not-same-visit` (this account authenticated somebody today)
 */
export async function changeContact(
  ctx: Context,
  who: Resident,
  contactChangeId: string,
  asked: ContactToChange,
): Promise<AskedContactChange | ServiceProblem> {
  const contact = checked(asked);
  const { kind } = asked;
  const fingerprint = ctx.hash.fingerprint('contact-change', { kind, ...contact });
  return inTransaction(ctx, async (tx) => {
    // One at a time for one account: the same id twice at once finds the first.
    await tx.db.select({ id: accounts.id }).from(accounts).where(eq(accounts.id, who.accountId)).for('update');
    const before = await askedBefore(tx, who, contactChangeId, fingerprint);
    if (before) return { view: contactChangeView(tx, before), fresh: false };
    const own = await ownRecord(tx, who);
    if (kind === 'phone' && own.phone === contact.value) throw invalid('value', '这就是册上的号码，不用换');
    const actor = { kind: 'account', id: who.accountId } as const;
    if (!(await takeSecondStep(tx, who, kind, asked.step))) {
      await record(tx, {
        actor,
        action: 'second-step-refused',
        object: ['account', who.accountId],
        result: 'refused',
        officeId: own.opened.row.officeId,
      });
      return new ServiceProblem('second-step-wrong');
    }
    if (kind === 'bank-account') await takeOneVisit(tx, who.accountId, 'bank-account');
    const row = await add(tx, who, own, { contactChangeId, kind, contact, fingerprint, by: asked.step.by });
    const officeId = row.officeId;
    await addCaseEvent(tx, {
      caseId: row.caseId,
      officeId,
      kind: 'contact-change-asked',
      actor,
      memberId: row.memberId,
      subjectId: row.id,
    });
    await record(tx, { actor, action: 'contact-change-asked', object: ['contact-change', row.id], officeId });
    await tellEverybody(tx, who, own, row);
    return { view: contactChangeView(tx, row), fresh: true };
  });
}

const invalid = (path: string, sentence: string) => new ServiceProblem('form-invalid', { fields: [{ path, sentence }] });

/** As it is kept: digits only. */
function checked({ kind, value, bank }: ContactToChange): NewContact {
  const digits = value.replace(/[\s-]/g, '');
  if (kind === 'phone') {
    if (!/^(\+86)?1\d{10}$|^0\d{9,11}$/.test(digits)) throw invalid('value', '电话号码再看一下：手机 11 位，座机带区号');
    return { value: digits.replace(/^\+86/, '') };
  }
  if (!/^\d{8,30}$/.test(digits)) throw invalid('value', '卡号只有数字，请照着卡再看一下');
  return { value: digits, ...(bank && { bank }) };
}

async function askedBefore(tx: Context, who: Resident, id: string, fingerprint: Buffer): Promise<ContactChangeRow | undefined> {
  const [row] = await tx.db.select().from(contactChanges).where(eq(contactChanges.id, id));
  if (!row) return undefined;
  if (row.accountId !== who.accountId) throw new ServiceProblem('not-found');
  if (!row.fingerprint.equals(fingerprint)) throw new ServiceProblem('content-differs');
  return row;
}

/** Midnight after the next whole day: whoever is told has that day to say no. */
const effectiveFrom = (tx: Context): Date => new Date(Date.parse(`${addDays(dayInShanghai(tx.clock()), 2)}T00:00:00+08:00`));

async function add(
  tx: Context,
  who: Resident,
  { opened, memberId }: OwnRecord,
  asked: {
    contactChangeId: string;
    kind: ContactChangeKind;
    contact: NewContact;
    fingerprint: Buffer;
    by: SecondStep['by'];
  },
): Promise<ContactChangeRow> {
  const { id: caseId, officeId } = opened.row;
  const waiting = and(
    eq(contactChanges.caseId, caseId),
    eq(contactChanges.memberId, memberId),
    eq(contactChanges.kind, asked.kind),
    eq(contactChanges.state, 'waiting'),
  );
  await tx.db
    .update(contactChanges)
    .set({ state: 'stopped', endedAt: now(tx) })
    .where(waiting);
  const [row] = await tx.db
    .insert(contactChanges)
    .values({
      id: asked.contactChangeId,
      accountId: who.accountId,
      caseId,
      memberId,
      officeId,
      kind: asked.kind,
      fingerprint: asked.fingerprint,
      valueSealed: tx.cipher.sealJson(contactChangePlace(asked.contactChangeId), asked.contact),
      step: asked.by,
      state: 'waiting',
      askedAt: now(tx),
      effectiveAt: effectiveFrom(tx),
    })
    .returning();
  return row as ContactChangeRow;
}

/** The number on record by text message, and every account of this person: whoever it was not can stop it. */
async function tellEverybody(tx: Context, who: Resident, own: OwnRecord, row: ContactChangeRow): Promise<void> {
  const { officeId } = row;
  if (own.phone) await tellPhone(tx, { phone: own.phone, kind: 'contact-change', officeId });
  const params = { what: row.kind === 'phone' ? 'phone' : 'bank', from: dayInShanghai(row.effectiveAt.getTime()) } as const;
  for (const accountId of await accountsOfPerson(tx, who))
    await tellAccount(tx, {
      accountId,
      kind: 'contact-change',
      params,
      subject: { kind: 'contact-change', id: row.id },
      officeId,
      source: `contact-change:${row.id}:asked:${accountId}`,
    });
}
