import type { ChangedDraft } from '@/application/change/change-record';
import type { OfEvent } from '../_logic/questions';
import type { ChangeProps } from '../_parts/with-change';

/** A question about one thing that changed. */
export interface EventQuestionProps extends ChangeProps {
  readonly question: OfEvent;
  readonly one: ChangedDraft;
  readonly set: (part: Partial<ChangedDraft>) => void;
  /** Whom it is about, as one says it. */
  readonly name: string;
}
