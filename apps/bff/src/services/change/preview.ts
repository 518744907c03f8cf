import type { ChangeForm, ChangePreview } from '@assist/contracts';
import type { DivisionCode } from '@assist/policy';
import { dayInShanghai } from '../../clock.ts';
import type { Context } from '../context.ts';
import type { Resident } from '../session/authenticate.ts';
import { checkChange } from './check-change.ts';
import { estimate } from './effects.ts';
import { caseOfForm, type KnownCase } from './known-case.ts';
import { afterLeavingSentence, decidesSentence, mayEnd, passOnSentence } from './words.ts';

/** The city's code, where nobody knows the district: then no district's paper is cited. */
const CITY = '500000' as DivisionCode;

export const districtOfChange = (form: ChangeForm, known: KnownCase | undefined): DivisionCode =>
  known?.household.district ?? (form.residence?.kind === 'chongqing' ? (form.residence.divisionCode.slice(0, 6) as DivisionCode) : CITY);

/**
 * What it is likely to do, before it is sent. Writes nothing at all.
 * @throws ServiceProblem `form-invalid`, `verification-needed`, `not-found`
 */
export async function previewChange(ctx: Context, who: Resident, { form }: { readonly form: ChangeForm }): Promise<ChangePreview> {
  const today = dayInShanghai(ctx.clock());
  const known = await caseOfForm(ctx, who, form.caseId);
  checkChange(form, known, today);
  const district = districtOfChange(form, known);
  const { effects, together, after } = estimate(form, known, district, today);
  const ends = mayEnd(together ? [together] : effects) && after?.members.length !== 0;
  return {
    effects,
    ...(together && { together }),
    decides: decidesSentence(district),
    ...(ends && { afterLeaving: afterLeavingSentence(district), passOn: passOnSentence(district) }),
  };
}
