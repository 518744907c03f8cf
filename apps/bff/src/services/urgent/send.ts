import { randomUUID } from 'node:crypto';
import type { UrgentCall, UrgentView } from '@assist/contracts';
import type { DivisionCode } from '@assist/policy';
import { URGENT_CALLBACK } from '@assist/policy-chongqing';
import { eq, sql } from 'drizzle-orm';
import { dayInShanghai } from '../../clock.ts';
import { urgentCalls, workItems } from '../../db/schema.ts';
import { districtOf } from '../application/receipt.ts';
import { record } from '../audit/record.ts';
import { type Context, now } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { type OfficeRow, officesFor } from '../place/offices.ts';
import { ServiceProblem } from '../problem.ts';
import { itemPersonPlace } from '../queue/item-view.ts';
import { countCall } from '../rate/count.ts';
import { type CallRow, secretHash, urgentPlace } from './row.ts';
import { urgentView } from './view.ts';

const MINUTE_MS = 60_000;
const NO_NAME = '没有留名字';

/**
 * Takes in a call for help of somebody who is not signed in. It goes to the live township where the person is; nothing is taken in for
 * another. The id is made on the phone: the same call again, whenever it comes, is the same and is not counted.
 * @throws ServiceProblem `form-invalid` (nothing is said), `place-unknown`, `place-not-live`, `content-differs`, `not-found` (somebody
 * else's id), `too-many-requests`
 */
export async function sendUrgentCall(ctx: Context, callId: string, call: UrgentCall): Promise<{ view: UrgentView; fresh: boolean }> {
  const { secret, device: _, ...told } = call;
  const fingerprint = ctx.hash.fingerprint('urgent-call', told);
  const before = await known(ctx, callId, secret, fingerprint);
  if (before) return { view: await urgentView(ctx, before), fresh: false };
  if (!told.kind && !told.what?.trim() && !told.soundSeconds)
    throw new ServiceProblem('form-invalid', { fields: [{ path: 'what', sentence: '说一句、写一句，或者点一样，都行。' }] });
  const code = told.divisionCode.slice(0, 9) as DivisionCode;
  const office = code.length === 9 ? (await officesFor(ctx, [code])).get(code) : undefined;
  if (!office) throw new ServiceProblem(code.length === 9 ? 'place-not-live' : 'place-unknown');
  if (!office.live) throw new ServiceProblem('place-not-live');

  const row = await inTransaction(ctx, (tx) => takeIn(tx, callId, call, office, fingerprint));
  if (row) return { view: await urgentView(ctx, row), fresh: true };
  // The same at the same moment: the other one was first.
  const other = await known(ctx, callId, secret, fingerprint);
  if (!other) throw new Error('a call that was there is gone');
  return { view: await urgentView(ctx, other), fresh: false };
}

async function known(ctx: Context, callId: string, secret: string, fingerprint: Buffer): Promise<CallRow | undefined> {
  const [row] = await ctx.db.select().from(urgentCalls).where(eq(urgentCalls.id, callId));
  if (!row) return undefined;
  if (!row.secretHash.equals(secretHash(ctx, secret))) throw new ServiceProblem('not-found');
  if (!row.fingerprint.equals(fingerprint)) throw new ServiceProblem('content-differs');
  return row;
}

/** Call, number, work item and audit as one. @returns undefined where the id was taken already */
async function takeIn(tx: Context, callId: string, call: UrgentCall, office: OfficeRow, fingerprint: Buffer): Promise<CallRow | undefined> {
  const { secret, device, ...told } = call;
  const at = now(tx);
  const today = dayInShanghai(at.getTime());
  // Of two at once the second waits here and then finds the id taken, before a number is used up.
  await tx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${callId}, 38))`);
  const [taken] = await tx.db.select({ id: urgentCalls.id }).from(urgentCalls).where(eq(urgentCalls.id, callId));
  if (taken) return undefined;
  // Only what is new is counted, and only what was taken in.
  await countCall(tx, 'urgentCallOfDevice', device);
  const [numbered] = (await tx.db.execute(sql`
    insert into office_day_numbers (office_id, day, last) values (${office.id}, ${today}::date, 1)
    on conflict (office_id, day) do update set last = office_day_numbers.last + 1
    returning receipt_number(${office.shortName}, ${today}::date, last) as number`)) as unknown as readonly { number: string }[];
  if (!numbered) throw new Error('no number');
  const [row] = await tx.db
    .insert(urgentCalls)
    .values({
      id: callId,
      officeId: office.id,
      district: districtOf(office.id),
      number: numbered.number,
      secretHash: secretHash(tx, secret),
      fingerprint,
      toldSealed: tx.cipher.sealJson(urgentPlace.told(callId), told),
      kind: told.kind ?? null,
      safe: told.safe ?? null,
      soundSeconds: told.soundSeconds ?? null,
      receivedAt: at,
      receivedOn: today,
      callBackBy: new Date(at.getTime() + URGENT_CALLBACK.minutes * MINUTE_MS),
    })
    .returning();
  const itemId = randomUUID();
  await tx.db.insert(workItems).values({
    id: itemId,
    officeId: office.id,
    kind: 'urgent',
    subjectId: callId,
    personSealed: tx.cipher.sealJson(itemPersonPlace(itemId), { name: told.name?.trim() || NO_NAME, members: 1 }),
    number: numbered.number,
    about: [told.kind ?? 'other'],
    state: 'to-do',
    urgent: true,
    receivedAt: at,
    stepDue: today,
  });
  await record(tx, { actor: { kind: 'system' }, action: 'urgent-sent', object: ['urgent-call', callId], officeId: office.id });
  return row as CallRow;
}
