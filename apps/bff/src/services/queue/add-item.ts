import { randomUUID } from 'node:crypto';
import type { WORK_MARKS, WorkKind } from '@assist/contracts';
import type { CivilDate } from '@assist/policy';
import { CLOCK_RULES, runClock } from '@assist/policy-chongqing';
import { dayInShanghai } from '../../clock.ts';
import { workItems } from '../../db/schema.ts';
import { type Context, now } from '../context.ts';
import { itemPersonPlace } from './item-view.ts';

export interface NewItem {
  readonly kind: Extract<WorkKind, 'visit' | 'evidence' | 'signal' | 'objection' | 'complaint' | 'door'>;
  /** The visit, authentication or signal it is about. */
  readonly subjectId: string;
  readonly officeId: string;
  readonly caseId?: string | undefined;
  readonly name: string;
  /** Of the household, where it is about one. */
  readonly members?: number;
  readonly number: string;
  /** Codes that `subject-words.ts` knows. */
  readonly about: readonly string[];
  readonly marks?: readonly (typeof WORK_MARKS)[number][];
  /** Staff who neither see nor take it: it names them. */
  readonly keptFrom?: readonly string[];
  /** Where a clause sets a day; our own promise of a first reply otherwise. */
  readonly due?: { readonly date: CivilDate; readonly provisional: boolean };
}

/** Puts something about a person into the queue of a township, once for its subject. By when is our own promise of a first reply. */
export async function addItem(tx: Context, item: NewItem): Promise<void> {
  const id = randomUUID();
  const promised = runClock(CLOCK_RULES.firstReply, dayInShanghai(tx.clock()), tx.calendar);
  const due = item.due ?? { date: promised.by, provisional: promised.provisional };
  await tx.db
    .insert(workItems)
    .values({
      id,
      officeId: item.officeId,
      kind: item.kind,
      subjectId: item.subjectId,
      caseId: item.caseId ?? null,
      personSealed: tx.cipher.sealJson(itemPersonPlace(id), { name: item.name, members: item.members ?? 1 }),
      number: item.number,
      about: [...item.about],
      marks: [...(item.marks ?? [])],
      keptFrom: item.keptFrom?.length ? [...item.keptFrom] : null,
      state: 'to-do',
      receivedAt: now(tx),
      stepDue: due.date,
      stepProvisional: due.provisional,
    })
    .onConflictDoNothing();
}
