import { randomUUID } from 'node:crypto';
import { CLOCK_RULES, runClock } from '@assist/policy-chongqing';
import { and, eq, sql } from 'drizzle-orm';
import { dayInShanghai } from '../../clock.ts';
import { workItems } from '../../db/schema.ts';
import type { Context } from '../context.ts';
import { itemPersonPlace } from '../queue/item-view.ts';
import { tellSupervisors } from '../supervisor/tell.ts';
import { ITEM_OF } from './item-of.ts';
import type { SentKind, SentRow } from './sent.ts';

/**
 * Puts what was sent into its township's queue where it is not: with the day it came on, so that its clock is not a day shorter for what was
 * our slip; and says so to the supervisor, because it is late. Twice is once. @returns whether anything had to be done
 */
export async function putBack(tx: Context, sent: SentRow): Promise<boolean> {
  const facts = await ITEM_OF[sent.what](tx, sent.id);
  if (!facts) return false;
  const { what, id } = sent;
  if (what === 'correction') return false;
  const isApplication = what === 'application';
  const itemId = randomUUID();
  const due = runClock(CLOCK_RULES.firstReply, dayInShanghai(sent.saved_at.getTime()), tx.calendar);
  const kind = what === 'authentication' ? 'evidence' : what;
  const [made] = await tx.db
    .insert(workItems)
    .values({
      id: itemId,
      officeId: facts.officeId,
      kind,
      ...(isApplication ? { applicationId: id } : { subjectId: id }),
      caseId: facts.caseId ?? null,
      personSealed: isApplication
        ? null
        : tx.cipher.sealJson(itemPersonPlace(itemId), { name: facts.name ?? '', members: facts.members ?? 1 }),
      number: facts.number ?? null,
      about: [...(facts.about ?? [])],
      marks: [...(facts.marks ?? [])],
      keptFrom: facts.keptFrom?.length ? [...facts.keptFrom] : null,
      state: facts.state ?? (what === 'change' || isApplication ? 'received' : 'to-do'),
      urgent: what === 'urgent',
      receivedAt: sent.saved_at,
      stepDue: what === 'urgent' ? dayInShanghai(sent.saved_at.getTime()) : (facts.due ?? due.by),
      stepProvisional: what !== 'urgent' && !facts.due && due.provisional,
    })
    .onConflictDoNothing()
    .returning({ id: workItems.id });
  const found = made?.id ?? (await reopen(tx, kind, sent, facts.officeId));
  if (!found) return false;
  await tellSupervisors(tx, {
    officeId: facts.officeId,
    kind: 'put-back',
    subjectId: found,
    source: `put-back:${found}:${dayInShanghai(tx.clock())}`,
  });
  return true;
}

type ItemKind = Exclude<SentKind, 'authentication' | 'correction'> | 'evidence';

/** One that is there, but closed or at another township's. */
async function reopen(tx: Context, kind: ItemKind, sent: SentRow, officeId: string): Promise<string | undefined> {
  const t = workItems;
  const about = kind === 'application' ? eq(t.applicationId, sent.id) : eq(t.subjectId, sent.id);
  const away = sent.open_while_it_waits ? sql`(not ${t.open} or ${t.officeId} <> ${officeId})` : sql`${t.officeId} <> ${officeId}`;
  const [row] = await tx.db
    .update(t)
    .set({ officeId, claimedBy: null, claimedUntil: null, ...(sent.open_while_it_waits && { open: true }) })
    .where(and(eq(t.kind, kind), about, away))
    .returning({ id: t.id });
  return row?.id;
}
