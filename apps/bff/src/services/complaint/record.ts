import type { ComplaintFinding } from '@assist/contracts';
import type { CivilDate } from '@assist/policy';
import { type CaseEvent, REAL_NAME_REPORT } from '@assist/policy-chongqing';
import { asc, eq } from 'drizzle-orm';
import { dayInShanghai } from '../../clock.ts';
import { complaintEvents, type complaints } from '../../db/schema.ts';
import { type Context, now } from '../context.ts';
import { complaintPlace } from './sealed-places.ts';

export type ComplaintRow = typeof complaints.$inferSelect;

/** The procedure of a report by name; one without a name goes the same way. */
export const COMPLAINT_PROCEDURE = REAL_NAME_REPORT;

export interface ComplaintEvent {
  readonly id: string;
  readonly kind: 'opened' | 'looked-into' | 'answered';
  readonly on: CivilDate;
  readonly at: Date;
  readonly role: 'resident' | 'township' | 'district';
  readonly staffId: string | null;
  readonly words?: string;
  readonly fingerprint: Buffer;
}

/** What stands on record of a complaint, in order. */
export async function complaintRecord(ctx: Context, complaintId: string): Promise<ComplaintEvent[]> {
  const rows = await ctx.db
    .select()
    .from(complaintEvents)
    .where(eq(complaintEvents.complaintId, complaintId))
    .orderBy(asc(complaintEvents.seq));
  return rows.map(({ id, kind, happenedOn, at, role, staffId, wordsSealed, fingerprint }) => ({
    id,
    kind,
    on: happenedOn as CivilDate,
    at,
    role,
    staffId,
    fingerprint,
    ...(wordsSealed && { words: ctx.cipher.openText(complaintPlace.event(id), wordsSealed) }),
  }));
}

/** As the policy package reads it. */
export const asPolicy = (record: readonly ComplaintEvent[]): CaseEvent[] =>
  record.map(({ kind, on, role, words }) => ({ kind, on, role, ...(words && { reason: words }) }));

export interface NewEvent {
  readonly id: string;
  readonly kind: ComplaintEvent['kind'];
  readonly role: ComplaintEvent['role'];
  readonly staffId?: string;
  readonly words?: string;
  readonly found?: ComplaintFinding;
}

export const eventFingerprint = (ctx: Context, { kind, words, found }: Pick<NewEvent, 'kind' | 'words' | 'found'>): Buffer =>
  ctx.hash.fingerprint('complaint-event', { kind, words: words ?? '', found: found ?? '' });

/** Puts an event at the end. Asks nobody whether it may. */
export async function appendToComplaint(tx: Context, complaint: Pick<ComplaintRow, 'id' | 'officeId'>, seq: number, event: NewEvent) {
  await tx.db.insert(complaintEvents).values({
    id: event.id,
    complaintId: complaint.id,
    seq,
    officeId: complaint.officeId,
    kind: event.kind,
    happenedOn: dayInShanghai(tx.clock()),
    at: now(tx),
    role: event.role,
    staffId: event.staffId ?? null,
    wordsSealed: event.words ? tx.cipher.seal(complaintPlace.event(event.id), event.words) : null,
    fingerprint: eventFingerprint(tx, event),
  });
}
