import { randomUUID } from 'node:crypto';
import type { ComplaintAbout, Named, ReceivedVoice } from '@assist/contracts';
import { eq } from 'drizzle-orm';
import { complaints, offices } from '../../db/schema.ts';
import { record } from '../audit/record.ts';
import { cited } from '../clause/citations.ts';
import { type Context, now } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { ServiceProblem } from '../problem.ts';
import { addItem } from '../queue/add-item.ts';
import { giveSecret } from '../voice/secret.ts';
import { keptFrom } from './kept-from.ts';
import { appendToComplaint } from './record.ts';
import { type ComplaintContent, complaintPlace } from './sealed-places.ts';

export interface Complaint {
  readonly office: string;
  readonly about: ComplaintAbout;
  readonly whom?: string | undefined;
  readonly words: string;
  readonly named?: Named | undefined;
}

const received = (number: string, secret: string, named: boolean): ReceivedVoice => ({
  number,
  secret,
  sentence: named
    ? cited('收到了。一件一件查，查完打电话回您。您是谁，只有查的人看得到。', ['JLP53-7-1b', 'MCA57-37', 'SAL2026-11'])
    : cited(
        '收到了，会去查。您是谁，没有问，也没有记。凭号和口令回来看回复。',
        ['SAL2026-68', 'SAL2026-11'],
        'without-a-name-looked-into-too',
      ),
});

/** What was answered to it before. @throws ServiceProblem `content-differs` */
async function known(tx: Context, id: string, fingerprint: Buffer): Promise<ReceivedVoice | undefined> {
  const [before] = await tx.db.select().from(complaints).where(eq(complaints.id, id));
  if (!before) return undefined;
  if (!before.fingerprint.equals(fingerprint)) throw new ServiceProblem('content-differs');
  return received(before.number, tx.cipher.openText(complaintPlace.secret(id), before.secretSealed), before.named);
}

/**
 * A report or a complaint, by name or without. What is said of a household stands in the township's queue; what is said of the township or its
 * people goes past it to the district's bureau. The same id again is the same.
 * @throws ServiceProblem `place-not-live` (no such township here), `content-differs`
 */
export async function complain(
  ctx: Context,
  id: string,
  given: Complaint,
): Promise<{ readonly answer: ReceivedVoice; readonly fresh: boolean }> {
  return inTransaction(ctx, async (tx) => {
    const fingerprint = tx.hash.fingerprint('complaint', given);
    const before = await known(tx, id, fingerprint);
    if (before) return { answer: before, fresh: false };
    const [office] = await tx.db.select().from(offices).where(eq(offices.id, given.office));
    if (!office?.live) throw new ServiceProblem('place-not-live');
    const { number, secret, hash } = giveSecret(tx);
    const named = given.named !== undefined;
    const kept = await keptFrom(tx, office.id, given);
    // What names everybody who could look into it is said of the office, whatever it was called.
    const about = given.about === 'household' && kept.wholeOffice ? 'staff' : given.about;
    const lookedAtBy = about === 'household' ? 'township' : 'district';
    const content: ComplaintContent = {
      words: given.words,
      ...(given.whom?.trim() && { whom: given.whom.trim() }),
      ...(given.named && { named: given.named }),
    };
    const [fresh] = await tx.db
      .insert(complaints)
      .values({
        id,
        officeId: office.id,
        district: office.id.slice(0, 6),
        lookedAtBy,
        about,
        named,
        keptFrom: kept.staffIds,
        number,
        secretHash: hash,
        secretSealed: tx.cipher.seal(complaintPlace.secret(id), secret),
        contentSealed: tx.cipher.sealJson(complaintPlace.content(id), content),
        at: now(tx),
        state: 'received',
        fingerprint,
      })
      .onConflictDoNothing({ target: complaints.id })
      .returning({ id: complaints.id });
    // The same tap came twice at one moment, and the other one was first.
    if (!fresh) {
      const other = await known(tx, id, fingerprint);
      if (other) return { answer: other, fresh: false };
      throw new ServiceProblem('content-differs');
    }
    await appendToComplaint(tx, { id, officeId: office.id }, 1, { id: randomUUID(), kind: 'opened', role: 'resident' });
    if (lookedAtBy === 'township')
      await addItem(tx, {
        kind: 'complaint',
        subjectId: id,
        officeId: office.id,
        // Whom it is about and who says it stay inside: a row of the queue is read over a shoulder.
        name: named ? '留了名的举报' : '没留名的举报',
        number,
        about: [`about-${about}`],
        keptFrom: kept.staffIds,
      });
    await record(tx, {
      actor: { kind: 'system' },
      action: 'complaint-sent',
      object: ['complaint', id],
      ...(lookedAtBy === 'township' && { officeId: office.id }),
    });
    return { answer: received(number, secret, named), fresh: true };
  });
}
