import { factsOf, type Submission, type SubmissionReceipt } from '@assist/contracts';
import { assess, POLICY_VERSION } from '@assist/policy-chongqing';
import { and, eq, inArray, isNull } from 'drizzle-orm';
import { dayInShanghai } from '../../clock.ts';
import { applications, files, submissions } from '../../db/schema.ts';
import { type AccountRow, consentsOf, nameOf, numberHash, paperOf, phoneOf } from '../account/account.ts';
import type { Context } from '../context.ts';
import { withNumbers } from '../draft/numbers.ts';
import { storedDraft } from '../draft/read.ts';
import { ServiceProblem } from '../problem.ts';
import { questionOfForm } from '../routing/question.ts';
import { type Destination, whereFor } from '../routing/where.ts';
import type { Resident } from '../session/authenticate.ts';
import { checkSubmission } from './check-submission.ts';
import { otherAdults, signaturesToKeep, withoutHelpersTicks } from './other-adults.ts';
import { districtOf, makeReceipt, type Receipt, receiptPlace } from './receipt.ts';
import { applicantPlace, assessmentPlace, formPlace } from './sealed-places.ts';
import { takeIn } from './take-in.ts';

export interface Submitted {
  readonly receipt: SubmissionReceipt;
  /** False when this very submission had been taken in before. */
  readonly fresh: boolean;
}

/**
 * Takes in an application. The id comes from the phone and is good for ever: the same content gets the same receipt whenever it comes,
 * whatever has changed meanwhile. Nearly all that comes is new: whether it was there is asked of what could not be taken in, and for whatever reason.
 * @throws ServiceProblem `content-differs`, `not-found` (somebody else's id), `form-invalid`, `confirm-unlikely`, `signature-missing`,
 * `place-unknown`, `place-not-live`, `taken-elsewhere`
 */
export async function submitApplication(ctx: Context, who: Resident, applicationId: string, sent: Submission): Promise<Submitted> {
  const { draftId: _, ...content } = sent;
  const fingerprint = ctx.hash.fingerprint('submission', content);
  const before = () => alreadySent(ctx, who, applicationId, fingerprint);
  let receipt: SubmissionReceipt | undefined;
  try {
    receipt = await takeInNew(ctx, who, applicationId, sent, fingerprint);
  } catch (error) {
    // Sent before and come again: also at the same moment, when the other one took the draft along.
    const there = error instanceof ServiceProblem ? await before() : undefined;
    if (there) return { receipt: there, fresh: false };
    throw error;
  }
  if (receipt) return { receipt, fresh: true };
  const there = await before();
  if (!there) throw new ServiceProblem('taken-elsewhere');
  return { receipt: there, fresh: false };
}

/** @returns undefined where something was sent with this id */
async function takeInNew(
  ctx: Context,
  who: Resident,
  applicationId: string,
  sent: Submission,
  fingerprint: Buffer,
): Promise<SubmissionReceipt | undefined> {
  const { draftId } = sent;
  const whole = withNumbers(
    sent.form,
    draftId && sent.form.members.some((m) => m.paperKept) ? await storedDraft(ctx, who, draftId) : undefined,
  );
  if (whole.missing.length > 0) throw numbersMissing(sent, whole.missing);
  const submission = { ...sent, form: whole.form };

  const at = ctx.clock();
  const today = dayInShanghai(at);
  const { form } = submission;
  // Neither waits for the other; which of two problems is said stays the same.
  const [consents, found] = await Promise.all([consentsOf(ctx, who.accountId), settledLater(destinationOf(ctx, submission))]);
  checkSubmission(submission, who.account, new Set(consents.map((c) => c.statement)), today);
  await refuseMissingPhotos(ctx, who, submission);
  const destination = found();
  const office = liveOffice(destination);

  const assessment = assess(factsOf(form, districtOf(office.id)), today);
  const routing = destination.reason;
  const receipt = makeReceipt(ctx, { applicationId, form, office, divisionCode: destination.divisionCode, routing, at, today });
  // Ticked by a helper in the applicant's name: it waits for the applicant (services/relay).
  const ticked = who.helper ? withoutHelpersTicks(submission.signatures) : submission.signatures;
  const signatures = signaturesToKeep(form, ticked, today);
  const number = await takeIn(ctx.client, {
    applicationId,
    accountId: who.accountId,
    office,
    at: new Date(at),
    today,
    fingerprint,
    formSealed: ctx.cipher.sealJson(formPlace(applicationId), form),
    receiptSealed: ctx.cipher.sealJson(receiptPlace(applicationId), receipt),
    assessmentSealed: ctx.cipher.sealJson(assessmentPlace(applicationId), assessment),
    policyVersion: POLICY_VERSION,
    applicantSealed: ctx.cipher.sealJson(applicantPlace(applicationId), applicantOf(ctx, who.account)),
    applicantNumberHash: who.account.numberHash,
    peopleHashes: peopleHashes(ctx, who.account.numberHash, form),
    form,
    signatures,
    stepDue: receipt.firstReplyBy,
    othersNotSigned: who.helper !== undefined || otherAdults(form, today).length > 0,
    draftId,
    helperGrantId: who.helper?.grantId,
  }).catch((error: unknown) => {
    if ((error as { code?: string }).code === 'AS001') throw photosMissing(form.photos.map((_, i) => i));
    throw error;
  });
  return number === undefined ? undefined : { ...receipt, number };
}

/** Waits for it now and says only later, when asked, what became of it. */
const settledLater = async <T>(work: Promise<T>): Promise<() => T> => {
  const [result] = await Promise.allSettled([work]);
  return () => {
    if (result.status === 'rejected') throw result.reason;
    return result.value;
  };
};

/** Of everybody whose number is written, each once; to find the application by any of them. */
function peopleHashes(ctx: Context, applicant: Buffer | null, { members }: Submission['form']): Buffer[] {
  const all = [applicant, ...members.map(({ paper }) => (paper ? numberHash(ctx, paper) : null))].filter((hash) => hash !== null);
  return [...new Map(all.map((hash) => [hash.toString('hex'), hash])).values()];
}

/** The applicant as the account says it is today; the account may be corrected later, this stays. */
export const applicantOf = (ctx: Context, account: AccountRow) => ({
  name: nameOf(ctx, account),
  paper: paperOf(ctx, account),
  phone: phoneOf(ctx, account),
  identity: account.identity,
});
export type Applicant = ReturnType<typeof applicantOf>;

async function alreadySent(
  ctx: Context,
  who: Resident,
  applicationId: string,
  fingerprint: Buffer,
): Promise<SubmissionReceipt | undefined> {
  const [row] = await ctx.db
    .select({
      accountId: submissions.accountId,
      fingerprint: submissions.fingerprint,
      sealed: submissions.receiptSealed,
      number: applications.number,
    })
    .from(submissions)
    .innerJoin(applications, eq(applications.id, submissions.applicationId))
    .where(eq(submissions.applicationId, applicationId));
  if (!row) return undefined;
  if (row.accountId !== who.accountId) throw new ServiceProblem('not-found');
  if (!row.fingerprint.equals(fingerprint)) throw new ServiceProblem('content-differs');
  return { ...ctx.cipher.openJson<Receipt>(receiptPlace(applicationId), row.sealed), number: row.number };
}

/** Where it goes: the chosen one of a choice, else the first that is live. */
async function destinationOf(ctx: Context, { form, officeId }: Submission): Promise<Destination> {
  const where = await whereFor(ctx, questionOfForm(form));
  if (where.kind === 'ask')
    throw new ServiceProblem('place-unknown', { fields: where.missing.map((path) => ({ path, sentence: where.reason.sentence })) });
  const found = officeId
    ? where.destinations.find((one) => one.office?.id === officeId)
    : (where.destinations.find((one) => one.office?.live) ?? where.destinations[0]);
  if (!found)
    throw new ServiceProblem('place-unknown', { fields: [{ path: 'officeId', sentence: '按现在写的，不能交到那里，请再选一次' }] });
  return found;
}

function liveOffice({ office }: Destination) {
  if (!office?.live) throw new ServiceProblem('place-not-live');
  return office;
}

async function refuseMissingPhotos(ctx: Context, who: Resident, { form }: Submission): Promise<void> {
  const ids = form.photos.map((p) => p.fileId);
  if (ids.length === 0) return;
  const rows = await ctx.db
    .select({ id: files.id })
    .from(files)
    .where(and(inArray(files.id, ids), eq(files.accountId, who.accountId), isNull(files.applicationId)));
  const there = new Set(rows.map((row) => row.id));
  const missing = ids.flatMap((id, i) => (there.has(id) && ids.indexOf(id) === i ? [] : [i]));
  if (missing.length > 0) throw photosMissing(missing);
}

const numbersMissing = ({ form }: Submission, missing: readonly string[]): ServiceProblem =>
  new ServiceProblem('form-invalid', {
    fields: form.members.flatMap((m, i) =>
      missing.includes(m.id) ? [{ path: `members.${i}.paper`, sentence: '证件号没有留住，请再填一次；不填也行，点“还没有”写一句' }] : [],
    ),
  });

const photosMissing = (positions: readonly number[]): ServiceProblem =>
  new ServiceProblem('form-invalid', {
    fields: positions.map((i) => ({ path: `photos.${i}.fileId`, sentence: '这张照片没有送到，请再送一次' })),
  });
