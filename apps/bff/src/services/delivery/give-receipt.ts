import type { ApplicationForm } from '@assist/contracts';
import { asc, eq, sql } from 'drizzle-orm';
import { dayInShanghai } from '../../clock.ts';
import { accounts, applicationEvents, applications, changeSteps, changes, submissions } from '../../db/schema.ts';
import { applicantPlace, formPlace } from '../application/sealed-places.ts';
import { applicantOf } from '../application/submit.ts';
import type { Context } from '../context.ts';
import { tellAccount } from '../message/tell.ts';
import { officeOf } from '../place/offices.ts';
import type { SentRow } from './sent.ts';

/**
 * What was sent and has no receipt. A line missing in its timeline is written again. An application that lost its own row gets it back from
 * what was sent, with a new number of its day, and the resident is told. What cannot be had back is said to the resident.
 * @returns whether it has one now
 */
export const giveReceipt = (tx: Context, sent: SentRow): Promise<boolean> =>
  sent.what === 'application' ? ofApplication(tx, sent) : ofChange(tx, sent);

async function ofApplication(tx: Context, { id, saved_at: at }: SentRow): Promise<boolean> {
  const [sent] = await tx.db.select().from(submissions).where(eq(submissions.applicationId, id)).for('update');
  if (!sent) return false;
  const [row] = await tx.db.select({ id: applications.id }).from(applications).where(eq(applications.id, id));
  const steps = await tx.db
    .select()
    .from(applicationEvents)
    .where(eq(applicationEvents.applicationId, id))
    .orderBy(asc(applicationEvents.id));
  if (!row) {
    const last = steps.at(-1)?.state ?? 'received';
    const [account] = await tx.db.select().from(accounts).where(eq(accounts.id, sent.accountId));
    // Who accepted it and until when stood in the row that is gone: nothing of that is made up.
    if (last === 'accepted' || !account) return lost(tx, sent, id, at);
    const form = tx.cipher.openJson<ApplicationForm>(formPlace(id), sent.formSealed);
    await tx.db.insert(applications).values({
      id,
      officeId: sent.officeId,
      accountId: sent.accountId,
      number: await nextNumber(tx, sent.officeId, at),
      state: last,
      applicantSealed: tx.cipher.sealJson(applicantPlace(id), applicantOf(tx, account)),
      applicantNumberHash: account.numberHash,
      members: form.members.length,
      photos: form.photos.length,
      receivedAt: at,
      receivedOn: dayInShanghai(at.getTime()),
    });
    await tell(tx, { accountId: sent.accountId, officeId: sent.officeId, at, what: 'number', id });
  }
  if (!steps.some((step) => step.state === 'received'))
    await tx.db.insert(applicationEvents).values({ applicationId: id, officeId: sent.officeId, at, state: 'received' });
  return true;
}

async function lost(tx: Context, sent: typeof submissions.$inferSelect, id: string, at: Date): Promise<false> {
  await tell(tx, { accountId: sent.accountId, officeId: sent.officeId, at, what: 'application', id });
  return false;
}

async function ofChange(tx: Context, sent: SentRow): Promise<boolean> {
  const [row] = await tx.db.select().from(changes).where(eq(changes.id, sent.id));
  if (row) {
    await tx.db.insert(changeSteps).values({ changeId: sent.id, officeId: row.officeId, at: sent.saved_at, state: 'received' });
    return true;
  }
  if (sent.account_id)
    await tell(tx, { accountId: sent.account_id, officeId: sent.office_id, at: sent.saved_at, what: 'change', id: sent.id });
  return false;
}

async function nextNumber(tx: Context, officeId: string, at: Date): Promise<string> {
  const day = dayInShanghai(at.getTime());
  const { shortName } = await officeOf(tx, officeId);
  const [row] = await tx.db.execute<{ number: string }>(sql`
    insert into office_day_numbers (office_id, day, last) values (${officeId}, ${day}::date, 1)
    on conflict (office_id, day) do update set last = office_day_numbers.last + 1
    returning receipt_number(${shortName}, ${day}::date, last) as number`);
  if (!row) throw new Error('no number');
  return row.number;
}

export interface NotKept {
  readonly accountId: string;
  readonly officeId: string;
  readonly at: Date;
  readonly what: 'photo' | 'sound' | 'change' | 'application' | 'number' | 'answer';
  readonly id: string;
}

/** Tells a resident, once, what of theirs we did not keep. */
export async function tell(tx: Context, { accountId, officeId, at, what, id }: NotKept): Promise<void> {
  const { name } = await officeOf(tx, officeId);
  await tellAccount(tx, {
    accountId,
    kind: 'not-kept-whole',
    params: { office: name, on: dayInShanghai(at.getTime()), what },
    officeId,
    source: `not-kept-whole:${what}:${id}`,
    ...(what === 'number' && { subject: { kind: 'application', id } }),
  });
}
