import { randomUUID } from 'node:crypto';
import type { ChangeForm, ChangeReceipt } from '@assist/contracts';
import type { CivilDate } from '@assist/policy';
import { POLICY_VERSION } from '@assist/policy-chongqing';
import { and, eq, inArray, isNull } from 'drizzle-orm';
import { dayInShanghai } from '../../clock.ts';
import { changeNotices, changes, files } from '../../db/schema.ts';
import { requireNotice } from '../consent/require-notice.ts';
import type { Context } from '../context.ts';
import type { OfficeRow } from '../place/offices.ts';
import { ServiceProblem } from '../problem.ts';
import { itemPersonPlace } from '../queue/item-view.ts';
import type { Resident } from '../session/authenticate.ts';
import { eventIds } from './answers.ts';
import { type StoredBeside, storedBeside } from './beside.ts';
import { checkChange } from './check-change.ts';
import { officeOfChange } from './destination.ts';
import { type Estimated, estimate } from './effects.ts';
import { caseOfForm, type KnownCase } from './known-case.ts';
import { matchingCase } from './match-case.ts';
import { districtOfChange } from './preview.ts';
import { makeChangeReceipt, selfCareBy, tellsOfDeath, toldLate, type UnnumberedReceipt } from './receipt.ts';
import { type ToldBy, toldByResident } from './reporter.ts';
import { changePlace } from './sealed-places.ts';
import { takeInChange } from './take-in.ts';

export interface SubmittedChange {
  readonly receipt: ChangeReceipt;
  /** False when this very notice had been taken in before. */
  readonly fresh: boolean;
}
export interface ChangeSubmission {
  readonly form: ChangeForm;
  readonly officeId?: string | undefined;
  readonly draftId?: string | undefined;
}

/** What is kept of the estimate that was shown. */
export type StoredEffects = Pick<Estimated, 'effects' | 'together'>;

/**
 * Takes in a change notice. The id comes from the phone and is good for ever: the same content gets the same receipt whenever it comes.
 * A household that is not in the register, and whoever is not verified, tell it all the same.
 * @throws ServiceProblem `content-differs`, `not-found` (somebody else's id or case), `verification-needed`, `form-invalid`,
 * `place-unknown`, `place-not-live`, `signature-missing`, `taken-elsewhere`
 */
export async function submitChange(ctx: Context, who: Resident, changeId: string, submission: ChangeSubmission): Promise<SubmittedChange> {
  const { form, officeId, draftId } = submission;
  const fingerprint = ctx.hash.fingerprint('change', { form, officeId });
  const teller = { accountId: who.accountId, staffId: null };
  const before = await alreadyTold(ctx, teller, changeId, fingerprint);
  if (before) return { receipt: before, fresh: false };
  if (form.reporter.as === 'counter')
    throw new ServiceProblem('form-invalid', {
      fields: [{ path: 'reporter.as', sentence: '是您自己报，还是家里人、村里社区的人帮着报？' }],
    });
  await requireNotice(ctx, who.accountId);
  const known = await caseOfForm(ctx, who, form.caseId);
  const office = await officeOfChange(ctx, form, known, officeId);
  return takeIn(ctx, {
    changeId,
    teller,
    fingerprint,
    form,
    known,
    office,
    reporter: toldByResident(ctx, who, form),
    tellerNumberHash: who.account.numberHash,
    matchCaseId: known ? undefined : await matchingCase(ctx, who, form, office.id),
    sawPerson: false,
    draftId,
  });
}

export interface Teller {
  readonly accountId: string | null;
  readonly staffId: string | null;
}
export interface ToTakeIn {
  readonly changeId: string;
  readonly teller: Teller;
  readonly fingerprint: Buffer;
  readonly form: ChangeForm;
  readonly known: KnownCase | undefined;
  readonly office: OfficeRow;
  readonly reporter: ToldBy;
  readonly tellerNumberHash: Buffer | null;
  readonly matchCaseId: string | undefined;
  readonly sawPerson: boolean;
  readonly draftId: string | undefined;
}

/** The part that a phone and a counter share: check, estimate, receipt, one statement. */
export async function takeIn(ctx: Context, t: ToTakeIn): Promise<SubmittedChange> {
  const { changeId, form, known, office } = t;
  const at = ctx.clock();
  const today = dayInShanghai(at);
  checkChange(form, known, today);
  const missing = await missingPhotos(ctx, t);
  if (missing.length > 0) {
    // Told twice at once, the other one has them by now.
    const other = await alreadyTold(ctx, t.teller, changeId, t.fingerprint);
    if (other) return { receipt: other, fresh: false };
    throw photosMissing(missing);
  }
  const district = districtOfChange(form, known);
  const { after, ...shown } = estimate(form, known, district, today);
  const toReceipt = {
    changeId,
    form,
    office,
    district,
    inRegister: known !== undefined,
    kinds: known?.row.kinds,
    effects: shown.together ? [shown.together] : shown.effects,
    peopleLeft: after === undefined || after.members.length > 0,
    at,
    today,
  };
  const receipt = makeChangeReceipt(ctx, toReceipt);
  const workItemId = randomUUID();
  const number = await takeInChange(ctx.client, {
    changeId,
    ...t.teller,
    office,
    at: new Date(at),
    today,
    fingerprint: t.fingerprint,
    formSealed: ctx.cipher.sealJson(changePlace.form(changeId), form),
    receiptSealed: ctx.cipher.sealJson(changePlace.receipt(changeId), receipt),
    reporterSealed: ctx.cipher.sealJson(changePlace.reporter(changeId), t.reporter),
    effectsSealed: ctx.cipher.sealJson(changePlace.effects(changeId), shown satisfies StoredEffects),
    besideSealed:
      known && after
        ? ctx.cipher.sealJson(changePlace.beside(changeId), storedBeside(known.household, after, today) satisfies StoredBeside)
        : null,
    policyVersion: POLICY_VERSION,
    caseId: known?.row.id ?? null,
    matchCaseId: t.matchCaseId ?? null,
    tellerNumberHash: t.tellerNumberHash,
    events: eventIds(form),
    marks: marksOf(t, today),
    happenedOn: receipt.happenedOn ?? null,
    photos: form.photos,
    sawPerson: t.sawPerson,
    passOn: form.passOn === true,
    workItemId,
    personSealed: ctx.cipher.sealJson(itemPersonPlace(workItemId), {
      name: known?.names.get('m1') ?? form.person?.name ?? t.reporter.name,
      members: known?.row.members ?? 1,
    }),
    stepDue: receipt.firstReplyBy,
    totalDue: selfCareBy(toReceipt, ctx.calendar)?.by ?? null,
    draftId: t.draftId ?? null,
  }).catch((error: unknown) => {
    if ((error as { code?: string }).code === 'AS001') throw photosMissing(form.photos.map((_, i) => i));
    throw error;
  });
  if (number !== undefined) return { receipt: { ...receipt, number }, fresh: true };
  // The same id at the same moment: the other one was first.
  const other = await alreadyTold(ctx, t.teller, changeId, t.fingerprint);
  if (!other) throw new ServiceProblem('taken-elsewhere');
  return { receipt: other, fresh: false };
}

function marksOf({ form, known }: ToTakeIn, today: CivilDate): string[] {
  return [
    ...(known ? [] : ['not-in-register']),
    ...(tellsOfDeath(form) ? ['death'] : []),
    ...(toldLate(form, today) ? ['told-late'] : []),
    ...(form.reporter.as === 'helper' ? ['by-helper'] : []),
  ];
}

/** @throws ServiceProblem `not-found` (told by somebody else), `content-differs` */
export async function alreadyTold(ctx: Context, teller: Teller, changeId: string, fingerprint: Buffer): Promise<ChangeReceipt | undefined> {
  const [row] = await ctx.db
    .select({
      accountId: changeNotices.accountId,
      staffId: changeNotices.staffId,
      fingerprint: changeNotices.fingerprint,
      sealed: changeNotices.receiptSealed,
      number: changes.number,
    })
    .from(changeNotices)
    .innerJoin(changes, eq(changes.id, changeNotices.id))
    .where(eq(changeNotices.id, changeId));
  if (!row) return undefined;
  if (row.accountId !== teller.accountId || row.staffId !== teller.staffId) throw new ServiceProblem('not-found');
  if (!row.fingerprint.equals(fingerprint)) throw new ServiceProblem('content-differs');
  return { ...ctx.cipher.openJson<UnnumberedReceipt>(changePlace.receipt(changeId), row.sealed), number: row.number };
}

/** Positions of photos that did not arrive, or belong to something else. */
async function missingPhotos(ctx: Context, { form, teller }: ToTakeIn): Promise<number[]> {
  const ids = form.photos.map((p) => p.fileId);
  if (ids.length === 0) return [];
  const mine = teller.accountId ? eq(files.accountId, teller.accountId) : eq(files.staffId, teller.staffId ?? '');
  const rows = await ctx.db
    .select({ id: files.id })
    .from(files)
    .where(and(inArray(files.id, ids), mine, isNull(files.applicationId), isNull(files.subjectId)));
  const there = new Set(rows.map((row) => row.id));
  return ids.flatMap((id, i) => (there.has(id) && ids.indexOf(id) === i ? [] : [i]));
}

const photosMissing = (positions: readonly number[]): ServiceProblem =>
  new ServiceProblem('form-invalid', {
    fields: positions.map((i) => ({ path: `photos.${i}.fileId`, sentence: '这张照片没有送到，请再送一次' })),
  });
