import type { ChangeBeside, ChangeDraft, ChangedDraft } from '@/application/change/change-record';
import { promisedFor } from './evidence.ts';
import { GROUPS, groupOf, WITH_SECOND_STEP } from './groups.ts';

export interface Picked {
  readonly draft: ChangeDraft;
  readonly beside: ChangeBeside;
}

export const isPicked = ({ draft, beside }: Picked, event: string): boolean =>
  draft.changed.some((one) => one.event === event) || (beside.contact ?? []).includes(event);

/** Picks an event or lets it go. Its answers are laid aside and come back with it. */
export function toggleEvent({ draft, beside }: Picked, event: string): Picked {
  if (WITH_SECOND_STEP.includes(event)) {
    const contact = beside.contact ?? [];
    return {
      draft,
      beside: { ...beside, contact: contact.includes(event) ? contact.filter((one) => one !== event) : [...contact, event] },
    };
  }
  const before = draft.changed.find((one) => one.event === event);
  if (before)
    return {
      draft: withPromise(
        draft.changed.filter((one) => one !== before),
        { draft, beside },
      ),
      beside: { ...beside, aside: { ...beside.aside, [event]: before } },
    };
  const back: ChangedDraft = beside.aside?.[event] ?? { event };
  return { draft: withPromise(inOrder([...draft.changed, back]), { draft, beside }), beside };
}

/** What was promised in the place of papers holds what is told now: nothing more, and nothing less. */
function withPromise(changed: readonly ChangedDraft[], { draft, beside }: Picked): ChangeDraft {
  return beside.proof === 'declared' ? { ...draft, changed, declared: promisedFor(beside, { changed }) } : { ...draft, changed };
}

/** Picks a picture or lets it go, with the events that stand under no other picked one. */
export function toggleGroup(picked: Picked, id: string): Picked {
  const groups = picked.beside.groups ?? [];
  if (!groups.includes(id)) return { ...picked, beside: { ...picked.beside, groups: [...groups, id] } };
  const left = groups.filter((one) => one !== id);
  const stays = new Set(left.flatMap((one) => groupOf(one)?.events ?? []));
  const gone = (groupOf(id)?.events ?? []).filter((event) => !stays.has(event) && isPicked(picked, event));
  const after = gone.reduce(toggleEvent, picked);
  return { ...after, beside: { ...after.beside, groups: left } };
}

const ORDER = GROUPS.flatMap((group) => group.events);
const inOrder = (changed: readonly ChangedDraft[]): readonly ChangedDraft[] =>
  [...changed].sort((a, b) => ORDER.indexOf(a.event) - ORDER.indexOf(b.event));
