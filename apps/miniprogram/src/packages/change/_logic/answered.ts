import type { ChangeRecord } from '@/application/change/change-record';
import { groupOf } from './groups.ts';
import { isPicked } from './pick-events.ts';
import type { Question } from './questions.ts';

/** Whether something was said on this screen. It only names the button: every question can be passed. */
export function isAnswered(question: Question, record: Pick<ChangeRecord, 'draft' | 'beside'>): boolean {
  const { draft, beside } = record;
  if (question.kind === 'which') return groupOf(question.group)?.events.some((event) => isPicked(record, event)) ?? false;
  if ('event' in question) {
    const one = draft.changed.find((changed) => changed.event === question.event);
    if (question.kind === 'member') return one?.member !== undefined || Boolean(one?.memberName?.trim());
    return one?.[question.kind] !== undefined;
  }
  switch (question.kind) {
    case 'reporter':
      return draft.reporter.as !== undefined;
    case 'whose':
      return draft.caseId !== undefined || Boolean(beside.otherHousehold);
    case 'person':
      return Boolean(draft.personName?.trim());
    case 'residence':
      return draft.residence !== undefined;
    case 'receives':
      return draft.receives !== undefined;
    case 'proof':
      return beside.proof !== undefined;
    case 'late':
      return Boolean(draft.lateReason?.trim());
    case 'story':
      return Boolean(draft.story?.trim());
  }
}
