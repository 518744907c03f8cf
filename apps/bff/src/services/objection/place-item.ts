import type { RecordedEvent } from '@assist/contracts';
import { CLOCK_RULES, runClock } from '@assist/policy-chongqing';
import { and, eq } from 'drizzle-orm';
import { dayInShanghai } from '../../clock.ts';
import { postingObjections, workItems } from '../../db/schema.ts';
import type { Context } from '../context.ts';
import { tellAccount } from '../message/tell.ts';
import { officeOf } from '../place/offices.ts';
import { type RunRow, runPersonPlace } from '../procedure/record.ts';
import { addItem } from '../queue/add-item.ts';
import type { ItemPerson } from '../queue/item-view.ts';
import { closeSubjectItem } from '../queue/lock-subject.ts';

/**
 * An objection on record stands in the lane of objections until its answer does, wherever that was written. Who objected without saying who
 * they are, and asked for it, is told that there is an answer.
 */
export async function placeObjection(
  tx: Context,
  run: RunRow,
  { eventId, event }: { readonly eventId: string; readonly event: RecordedEvent },
) {
  if (event.kind === 'objected') {
    const { name, members } = tx.cipher.openJson<ItemPerson>(runPersonPlace(run.id), run.personSealed);
    // One kind of objection has a day in the documents; for the others stands our own promise of a first reply.
    const again =
      run.procedure === 'application/destitute' ? runClock(CLOCK_RULES.destituteAgain, dayInShanghai(tx.clock()), tx.calendar) : undefined;
    await addItem(tx, {
      kind: 'objection',
      subjectId: eventId,
      officeId: run.officeId,
      caseId: run.caseId ?? undefined,
      name,
      members,
      number: run.number ?? '',
      about: [run.procedure],
      ...(again && { due: { date: again.by, provisional: again.provisional } }),
    });
  }
  if (event.kind !== 'objection-answered' || !event.objection) return;
  const [item] = await tx.db
    .select()
    .from(workItems)
    .where(and(eq(workItems.kind, 'objection'), eq(workItems.subjectId, event.objection)));
  if (item?.open) await closeSubjectItem(tx, item);
  const [asked] = await tx.db.select().from(postingObjections).where(eq(postingObjections.id, event.objection));
  if (!asked?.accountId || asked.runId !== run.id) return;
  const { name: office } = await officeOf(tx, run.officeId);
  await tellAccount(tx, {
    accountId: asked.accountId,
    kind: 'voice-answered',
    params: { office },
    subject: { kind: 'voice' },
    source: `objection:${eventId}`,
  });
}
