import { randomUUID } from 'node:crypto';
import type { AuthenticationRole } from '@assist/contracts';
import type { CivilDate } from '@assist/policy';
import type { Contact } from '@assist/policy-chongqing';
import { and, eq } from 'drizzle-orm';
import { dayInShanghai } from '../../clock.ts';
import { authentications } from '../../db/authentication.ts';
import { type Actor, record } from '../audit/record.ts';
import { addCaseEvent } from '../case-file/add-event.ts';
import { recordMet } from '../case-file/record-met.ts';
import { type Context, now } from '../context.ts';
import { addItem } from '../queue/add-item.ts';
import { endReminders } from '../reminder/met.ts';
import { raiseSignal } from '../signal/raise.ts';
import { watchAccount } from '../signal/watch-account.ts';
import { isToldToHaveDied } from './death-told.ts';
import { nextNumber } from './number.ts';
import { authenticationPlace } from './sealed-places.ts';
import { tellCounted } from './tell-counted.ts';
import type { Subject } from './whom.ts';

export type AuthenticationRow = typeof authentications.$inferSelect;

/** Who it was done by: an account in a role, a clerk, or a data source. */
export type By =
  | { readonly kind: 'account'; readonly id: string; readonly role: AuthenticationRole }
  | { readonly kind: 'staff'; readonly id: string; readonly role: 'staff' }
  | { readonly kind: 'source'; readonly id: string; readonly role: 'source' };

/** Sealed beside a record: names of staff who saw the person, and where. */
export interface Detail {
  readonly names: readonly string[];
  readonly where?: string | undefined;
}

export interface SeenContact {
  readonly whom: Subject;
  readonly contact: Contact;
  /** Day on which the person was seen, today or before. */
  readonly on: CivilDate;
  readonly by: By;
  readonly detail?: Detail;
  /**
   * What to do about somebody whom the register does not know. `tell`: the township looks, for somebody said they receive something.
   * `nothing`: it was an errand of another kind.
   */
  readonly unknown: 'tell' | 'nothing';
  readonly authenticationId?: string;
  readonly faceCheckId?: string;
  readonly visitId?: string;
  readonly sourceKey?: string;
  readonly fingerprint?: Buffer;
}

const actorOf = (by: By): Actor => (by.kind === 'source' ? { kind: 'system' } : { kind: by.kind, id: by.id });

/**
 * Counts that somebody was seen, in the caller's transaction: the record, the register's date, the case's chain, and what tells people.
 * The same person on the same day in the same way is the same record. It changes no money and is read by nothing that does.
 * @returns undefined where the register does not know the person and nobody said they should be in it
 */
export async function countContact(tx: Context, seen: SeenContact): Promise<{ row: AuthenticationRow; fresh: boolean } | undefined> {
  const { whom, on } = seen;
  if (!whom.inRegister && seen.unknown === 'nothing') return undefined;
  const before = await sameDay(tx, seen);
  if (before) return { row: before, fresh: false };
  const row = await addRecord(tx, seen, whom.inRegister ? 'counted' : 'not-in-register');
  if (!row) return { row: (await sameDay(tx, seen)) as AuthenticationRow, fresh: false };
  if (whom.inRegister) await counted(tx, row, whom, on, actorOf(seen.by));
  else await tellTownship(tx, row, whom);
  await lookOdd(tx, whom, row.officeId);
  if (seen.by.kind === 'account') await watchAccount(tx, seen.by.id, { officeId: row.officeId, name: whom.name });
  return { row, fresh: true };
}

/** What follows once a record counts, of whatever way it came. */
export async function counted(tx: Context, row: AuthenticationRow, whom: Subject, on: CivilDate, actor: Actor): Promise<void> {
  const { inRegister } = whom;
  await record(tx, { actor, action: 'authentication-counted', object: ['authentication', row.id], officeId: row.officeId });
  if (inRegister && !inRegister.left) {
    const { caseId, memberId } = inRegister;
    const nextDue = await recordMet(tx, { caseId, memberId, contact: row.contact, on });
    await endReminders(tx, { caseId, memberId, next: nextDue });
    await addCaseEvent(tx, { caseId, officeId: inRegister.office.id, kind: 'authentication-counted', actor, memberId, subjectId: row.id });
    await tellCounted(tx, row, whom, nextDue);
  } else await tellCounted(tx, row, whom, undefined);
}

/** Writes the record. Undefined where the same person was counted the same day in the same way by somebody at this moment. */
export async function addRecord(
  tx: Context,
  seen: Omit<SeenContact, 'unknown'>,
  state: AuthenticationRow['state'],
): Promise<AuthenticationRow | undefined> {
  const id = seen.authenticationId ?? randomUUID();
  const { whom, by } = seen;
  const { caseId = null, memberId = null, office = whom.office } = whom.inRegister ?? {};
  const [row] = await tx.db
    .insert(authentications)
    .values({
      id,
      number: await nextNumber(tx, office, dayInShanghai(tx.clock())),
      state,
      contact: seen.contact,
      onDay: seen.on,
      at: now(tx),
      officeId: office.id,
      caseId,
      memberId,
      personHash: whom.hash,
      personSealed: tx.cipher.sealJson(authenticationPlace.person(id), { name: whom.name, paper: whom.paper }),
      actorKind: by.kind,
      actorId: by.id,
      role: by.role,
      detailSealed: tx.cipher.sealJson(authenticationPlace.detail(id), seen.detail ?? { names: [] }),
      faceCheckId: seen.faceCheckId ?? null,
      visitId: seen.visitId ?? null,
      sourceKey: seen.sourceKey ?? null,
      fingerprint: seen.fingerprint ?? null,
    })
    .onConflictDoNothing()
    .returning();
  return row;
}

async function sameDay(tx: Context, { whom, on, contact }: SeenContact): Promise<AuthenticationRow | undefined> {
  const t = authentications;
  const [row] = await tx.db
    .select()
    .from(t)
    .where(
      and(
        eq(t.personHash, whom.hash),
        eq(t.onDay, on),
        eq(t.contact, contact),
        eq(t.state, whom.inRegister ? 'counted' : 'not-in-register'),
      ),
    )
    .limit(1);
  return row;
}

/** Said to receive something and not found: kept all the same, and somebody looks. */
const tellTownship = (tx: Context, row: AuthenticationRow, whom: Subject): Promise<void> =>
  addItem(tx, {
    kind: 'evidence',
    subjectId: row.id,
    officeId: row.officeId,
    name: whom.name,
    number: row.number,
    about: ['said-to-receive'],
    marks: ['not-in-register'],
  });

/** What does not fit the register is for a clerk to look at. It refuses nobody. */
export async function lookOdd(tx: Context, whom: Subject, officeId: string): Promise<void> {
  const { inRegister, hash, name } = whom;
  if (!inRegister) return;
  const about = {
    officeId,
    subject: hash.toString('hex'),
    name,
    caseId: inRegister.office.id === officeId ? inRegister.caseId : undefined,
  };
  if (inRegister.left || (await isToldToHaveDied(tx, inRegister))) await raiseSignal(tx, { ...about, kind: 'died-on-record' });
  if (inRegister.name !== name) await raiseSignal(tx, { ...about, kind: 'name-differs' });
}
