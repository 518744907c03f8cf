import { CHANGE_FORM_VERSION, type ChangeForm, type Door } from '@assist/contracts';
import type { OpenCase } from '../case-file/case-file-of.ts';
import { knownCase } from '../change/known-case.ts';
import { alreadyTold, takeIn } from '../change/submit.ts';
import type { Context } from '../context.ts';
import { officeOf } from '../place/offices.ts';
import type { Rounder } from './rounder.ts';

/**
 * A change notice in the household's name, marked as told by a helper. It goes the way of any notice: a clerk looks, nothing follows
 * by itself. No number of a phone or an account can be in it (the contract refuses them).
 * @returns its number, the same however often it comes
 * @throws ServiceProblem `form-invalid`, `content-differs`
 */
export async function tellChange(
  ctx: Context,
  rounder: Rounder,
  opened: OpenCase,
  door: Door,
  { changeId, changed, nothingChanged }: NonNullable<Door['change']>,
): Promise<{ readonly number: string }> {
  const teller = { accountId: null, staffId: rounder.staffId };
  const form: ChangeForm = {
    formVersion: CHANGE_FORM_VERSION,
    caseId: opened.row.id,
    reporter: { as: 'helper', relation: '协理员', name: rounder.name },
    changed,
    ...(nothingChanged && { nothingChanged }),
    ...(door.present !== undefined && { story: `上门时${door.present}在家，念给本人听过` }),
    photos: [],
  };
  const fingerprint = ctx.hash.fingerprint('change', form);
  const before = await alreadyTold(ctx, teller, changeId, fingerprint);
  if (before) return before;
  const { receipt } = await takeIn(ctx, {
    changeId,
    teller,
    fingerprint,
    form,
    known: knownCase(ctx, opened),
    office: await officeOf(ctx, rounder.officeId),
    reporter: { name: rounder.name, identity: 'none' },
    tellerNumberHash: null,
    matchCaseId: undefined,
    sawPerson: false,
    draftId: undefined,
  });
  return receipt;
}
