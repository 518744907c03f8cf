import type { Door, DoorReceipt } from '@assist/contracts';
import { and, eq } from 'drizzle-orm';
import { dayInShanghai, instantText } from '../../clock.ts';
import { visits } from '../../db/authentication.ts';
import { doors } from '../../db/schema.ts';
import { record } from '../audit/record.ts';
import { attachFiles } from '../authentication/attach-files.ts';
import { nextNumber } from '../authentication/number.ts';
import { caseFileOf, type OpenCase } from '../case-file/case-file-of.ts';
import { type Context, now } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { officeOf } from '../place/offices.ts';
import { ServiceProblem } from '../problem.ts';
import { addItem } from '../queue/add-item.ts';
import type { Resident } from '../session/authenticate.ts';
import { countDoor } from './count-door.ts';
import { type DoorRecord, type DoorRow, doorPlace, recordOf, toReadOf } from './door-record.ts';
import { type Rounder, rounderOf } from './rounder.ts';
import { tellChange } from './tell-change.ts';
import { tellHousehold } from './tell-household.ts';

/**
 * Takes in all that happened at one door: wholly or not at all, and once; the id comes from the phone and is good for ever.
 * @throws ServiceProblem `forbidden`, `not-found` (no household of her villages), `content-differs`, `two-names-needed`, `form-invalid`,
 * `taken-elsewhere`
 */
export async function sendDoor(
  ctx: Context,
  who: Resident,
  doorId: string,
  door: Door,
): Promise<{ readonly receipt: DoorReceipt; readonly fresh: boolean }> {
  const rounder = await rounderOf(ctx, who);
  const fingerprint = ctx.hash.fingerprint('door', door);
  const before = await sentBefore(ctx, rounder, doorId, fingerprint);
  if (before) return { receipt: receiptOf(ctx, before), fresh: false };
  const opened = door.caseId === undefined ? undefined : await householdOf(ctx, rounder, door.caseId);
  const visitors = [...new Set([rounder.name, ...door.beside.map((name) => name.trim())])];
  check(ctx, door, visitors, opened);
  // Its own id makes it the same however often it comes; a door that breaks off here is sent again by the phone.
  const change = opened && door.change && (await tellChange(ctx, rounder, opened, door, door.change));
  const row = await inTransaction(ctx, (tx) =>
    takeIn(tx, { rounder, doorId, door, fingerprint, opened, visitors, changeNumber: change?.number }),
  );
  if (row) return { receipt: receiptOf(ctx, row), fresh: true };
  const other = await sentBefore(ctx, rounder, doorId, fingerprint);
  if (!other) throw new ServiceProblem('taken-elsewhere');
  return { receipt: receiptOf(ctx, other), fresh: false };
}

async function sentBefore(ctx: Context, rounder: Rounder, doorId: string, fingerprint: Buffer): Promise<DoorRow | undefined> {
  const [row] = await ctx.db.select().from(doors).where(eq(doors.id, doorId));
  if (!row) return undefined;
  if (row.staffId !== rounder.staffId) throw new ServiceProblem('not-found');
  if (!row.fingerprint.equals(fingerprint)) throw new ServiceProblem('content-differs');
  return row;
}

/** A household of her township and villages. @throws ServiceProblem `not-found`, also for any other */
async function householdOf(ctx: Context, rounder: Rounder, caseId: string): Promise<OpenCase> {
  const opened = await caseFileOf(ctx, rounder.officeId, caseId);
  if (!opened.row.village || !rounder.villages.includes(opened.row.village)) throw new ServiceProblem('not-found');
  return opened;
}

function check(ctx: Context, door: Door, visitors: readonly string[], opened: OpenCase | undefined): void {
  const wrong = (path: string, sentence: string) => new ServiceProblem('form-invalid', { fields: [{ path, sentence }] });
  if (visitors.length < 2) throw new ServiceProblem('two-names-needed');
  if (door.on > dayInShanghai(ctx.clock())) throw wrong('on', '这一天还没到，请再看一下');
  const known = new Set(opened?.members.map((one) => one.memberId));
  if (door.met.some((one) => !known.has(one))) throw wrong('met', '册上这家没有这一位，请再选一次');
}

interface ToTakeIn {
  readonly rounder: Rounder;
  readonly doorId: string;
  readonly door: Door;
  readonly fingerprint: Buffer;
  readonly opened: OpenCase | undefined;
  readonly visitors: readonly string[];
  readonly changeNumber: string | undefined;
}

/** Undefined where the same door came at the same moment and the other one was first. */
async function takeIn(tx: Context, t: ToTakeIn): Promise<DoorRow | undefined> {
  const { rounder, doorId, door, opened, visitors } = t;
  const { officeId, staffId, accountId, tieId } = rounder;
  const number = await nextNumber(tx, await officeOf(tx, officeId), dayInShanghai(tx.clock()));
  const counted = opened ? opened.members.filter((one) => door.met.includes(one.memberId)) : [];
  const kept: DoorRecord = {
    door,
    visitors,
    met: counted.map((one) => one.person.name),
    counted: counted.map((one) => one.memberId),
    ...(t.changeNumber && { changeNumber: t.changeNumber }),
  };
  const [row] = await tx.db
    .insert(doors)
    .values({
      id: doorId,
      officeId,
      staffId,
      accountId,
      tieId,
      caseId: opened?.row.id ?? null,
      changeId: door.change?.changeId ?? null,
      visitId: await visitOf(tx, officeId, door.visitId),
      number,
      onDay: door.on,
      at: now(tx),
      fingerprint: t.fingerprint,
      recordSealed: tx.cipher.sealJson(doorPlace.record(doorId), kept),
      toRead: toReadOf(door).length > 0,
    })
    .onConflictDoNothing({ target: doors.id })
    .returning();
  if (!row) return undefined;
  await attachFiles(
    tx,
    { accountId },
    door.photos.map((one) => one.fileId),
    { kind: 'door', id: doorId, officeId },
  );
  if (opened) await countDoor(tx, rounder, opened, door, visitors);
  await queue(tx, row, t);
  await record(tx, { actor: { kind: 'staff', id: staffId }, action: 'door-sent', object: ['door', doorId], officeId });
  if (opened) await tellHousehold(tx, row, opened, 'door-recorded');
  return row;
}

/** The visit she went for; one of another township or of nobody is none. */
async function visitOf(tx: Context, officeId: string, visitId: string | undefined): Promise<string | null> {
  if (!visitId) return null;
  const [found] = await tx.db
    .select({ id: visits.id })
    .from(visits)
    .where(and(eq(visits.id, visitId), eq(visits.officeId, officeId)));
  return found?.id ?? null;
}

/** What somebody has to read or go on with; a meeting alone is done. */
async function queue(tx: Context, row: DoorRow, { door, opened }: ToTakeIn): Promise<void> {
  const about = toReadOf(door);
  if (about.length === 0) return;
  await addItem(tx, {
    kind: 'door',
    subjectId: row.id,
    officeId: row.officeId,
    caseId: opened?.row.id,
    name: opened?.members[0]?.person.name ?? door.apply?.name ?? '',
    number: row.number,
    about,
  });
}

function receiptOf(ctx: Context, row: DoorRow): DoorReceipt {
  const { counted, changeNumber, door } = recordOf(ctx, row);
  return {
    doorId: row.id,
    number: row.number,
    at: instantText(row.at),
    counted: [...counted],
    ...(changeNumber && { changeNumber }),
    photos: door.photos.length,
  };
}
