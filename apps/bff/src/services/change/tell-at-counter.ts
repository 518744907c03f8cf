import type { ChangeForm, ChangeView } from '@assist/contracts';
import { eq } from 'drizzle-orm';
import { changes } from '../../db/schema.ts';
import { numberHash } from '../account/account.ts';
import { caseById, type OpenCase } from '../case-file/case-file-of.ts';
import type { Context } from '../context.ts';
import { officeOf } from '../place/offices.ts';
import { ServiceProblem } from '../problem.ts';
import { requireHandler, type Staff } from '../staff/who.ts';
import { successorOf } from './destination.ts';
import { knownCase } from './known-case.ts';
import { matchingCase } from './match-case.ts';
import { alreadyTold, takeIn } from './submit.ts';
import { changeView } from './view.ts';

/**
 * 窗口代记: a clerk writes down what somebody tells. It goes into the same lane, of this township; a household of the register has to be
 * this township's. The same id with the same content is the same.
 * @throws ServiceProblem `content-differs`, `not-found`, `form-invalid`, `forbidden`
 */
export async function tellAtCounter(
  ctx: Context,
  staff: Staff,
  changeId: string,
  { form, sawPerson }: { readonly form: ChangeForm; readonly sawPerson: boolean },
): Promise<{ readonly view: ChangeView; readonly fresh: boolean }> {
  requireHandler(staff);
  const fingerprint = ctx.hash.fingerprint('change', { form, sawPerson });
  const teller = { accountId: null, staffId: staff.staffId };
  const before = await alreadyTold(ctx, teller, changeId, fingerprint);
  if (before) return { view: await viewOf(ctx, changeId), fresh: false };
  const written: ChangeForm = { ...form, reporter: { ...form.reporter, as: 'counter' } };
  const opened = await caseHere(ctx, staff, form.caseId);
  const known = opened && knownCase(ctx, opened);
  const office = await officeOf(ctx, staff.officeId);
  const { fresh } = await takeIn(ctx, {
    changeId,
    teller,
    fingerprint,
    form: written,
    known,
    office,
    reporter: {
      name: form.reporter.name ?? form.person?.name ?? '',
      // Who stands at the counter is known to the clerk, not to us.
      identity: 'none',
      ...(form.reporter.phone && { phone: form.reporter.phone }),
    },
    tellerNumberHash: sawPerson ? whoCame(ctx, form, opened) : null,
    matchCaseId: known ? undefined : await matchingCase(ctx, undefined, form, office.id),
    sawPerson,
    draftId: undefined,
  });
  return { view: await viewOf(ctx, changeId), fresh };
}

/** Whose card the clerk saw: the paper that was written down, or the one member of that name. Two of one name are nobody. */
function whoCame(ctx: Context, form: ChangeForm, opened: OpenCase | undefined): Buffer | null {
  if (form.person?.paper) return numberHash(ctx, form.person.paper);
  const [one, another] = (opened?.members ?? []).filter((member) => member.person.name === form.reporter.name?.trim());
  return one && !another ? one.row.numberHash : null;
}

async function caseHere(ctx: Context, staff: Staff, caseId: string | undefined): Promise<OpenCase | undefined> {
  if (caseId === undefined) return undefined;
  const opened = await caseById(ctx, caseId);
  if (!opened || (await successorOf(ctx, opened.row.officeId)).id !== staff.officeId) throw new ServiceProblem('not-found');
  return opened;
}

async function viewOf(ctx: Context, changeId: string): Promise<ChangeView> {
  const [row] = await ctx.db.select().from(changes).where(eq(changes.id, changeId));
  if (!row) throw new Error('a change that was taken in is gone');
  return changeView(ctx, row);
}
