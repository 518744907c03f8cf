import type { DraftStore } from '../../../application/draft/draft-store.ts';
import { isEmpty } from '../../../application/draft/draft-store.ts';
import type { CheckAnswers } from './answers.ts';
import { formOf } from './form-of.ts';

/** `carried`: they stand in the draft now. `has-own`: a draft is being filled in, and nothing of it is touched. `not-yet`: the notice was not agreed to. */
export type Carried = 'carried' | 'has-own' | 'not-yet';

/** Takes the answers into a new draft. What somebody already wrote stays as it is. */
export function carryInto(draft: Pick<DraftStore, 'begin' | 'state' | 'change' | 'flush'>, answers: CheckAnswers): Carried {
  if (!draft.begin()) return 'not-yet';
  const now = draft.state().record;
  if (!now || !isEmpty(now.form)) return 'has-own';
  const carried = formOf(answers);
  draft.change((form) => ({ ...form, ...carried, formVersion: form.formVersion }));
  draft.flush();
  return 'carried';
}
