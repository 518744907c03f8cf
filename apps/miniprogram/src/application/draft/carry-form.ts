import type { DraftForm } from '@assist/contracts';
import { isEmpty } from './draft-record.ts';
import type { DraftStore } from './draft-store.ts';

/** `carried`: it stands in the draft now. `has-own`: a draft is being filled in, and nothing of it is touched. `not-yet`: the notice was not agreed to. */
export type Carried = 'carried' | 'has-own' | 'not-yet';

/** Takes answers given before an application into a new draft. What somebody already wrote stays as it is. */
export function carryForm(draft: Pick<DraftStore, 'begin' | 'state' | 'change' | 'flush'>, carried: DraftForm): Carried {
  if (!draft.begin()) return 'not-yet';
  const now = draft.state().record;
  if (!now || !isEmpty(now.form)) return 'has-own';
  draft.change((form) => ({ ...form, ...carried, formVersion: form.formVersion }));
  draft.flush();
  return 'carried';
}
