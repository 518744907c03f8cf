import type { CaseEventKind } from '@assist/contracts';
import { caseEvents } from '../../db/schema.ts';
import type { Actor } from '../audit/record.ts';
import { type Context, now } from '../context.ts';
import type { EventDetail } from './event-words.ts';

export interface NewCaseEvent {
  readonly caseId: string;
  readonly officeId: string;
  readonly kind: CaseEventKind;
  readonly actor: Actor;
  readonly memberId?: string;
  /** The change notice, authentication or visit it is about. */
  readonly subjectId?: string;
  /** A code that `event-words.ts` has a sentence for; never words. */
  readonly detail?: EventDetail;
}

/** Adds to what happened in a case (一户一条救助链), in the caller's transaction. */
export const addCaseEvent = (tx: Context, event: NewCaseEvent): Promise<void> => addCaseEvents(tx, [event]);

export async function addCaseEvents(tx: Context, events: readonly NewCaseEvent[]): Promise<void> {
  if (events.length === 0) return;
  await tx.db.insert(caseEvents).values(
    events.map(({ actor, memberId, subjectId, detail, ...event }) => ({
      ...event,
      at: now(tx),
      actorKind: actor.kind,
      actorId: actor.kind === 'system' ? 'register' : actor.id,
      memberId: memberId ?? null,
      subjectId: subjectId ?? null,
      detail: detail ?? null,
    })),
  );
}
