import { type ApplicationForm, type CaseView, EVIDENCE_KINDS, type EvidenceKind, STATEMENT_IDS, type StatementId } from '@assist/contracts';
import type { Receipt as Assessment, CivilDate } from '@assist/policy';
import { explainNotices, explainReceipt } from '@assist/policy-chongqing';
import { and, asc, eq } from 'drizzle-orm';
import { dayInShanghai, instantText } from '../../clock.ts';
import { accounts, applications, files, signatures, submissions, workItems } from '../../db/schema.ts';
import { maskedNumber, maskedPhone } from '../account/mask.ts';
import { itemTrail } from '../audit/item-trail.ts';
import { record } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { placeNames } from '../place/place-names.ts';
import { ServiceProblem } from '../problem.ts';
import { whoFilled } from '../proxy/who-filled.ts';
import { workItemView } from '../queue/item-view.ts';
import type { Staff } from '../staff/who.ts';
import { decisionClock } from './clock-view.ts';
import { findingView } from './finding-view.ts';
import { districtOf } from './receipt.ts';
import { applicantPlace, assessmentPlace, formPlace } from './sealed-places.ts';
import type { Applicant } from './submit.ts';
import { type ApplicationRow, applicationView } from './view.ts';

/** 一件的全部, for who works in that township. Every look is on record. @throws ServiceProblem `not-found`, also for another township's */
export async function openCase(ctx: Context, staff: Staff, applicationId: string): Promise<CaseView> {
  const [row] = await ctx.db
    .select({
      application: applications,
      submission: submissions,
      item: workItems,
      identity: accounts.identity,
      numberHash: accounts.numberHash,
    })
    .from(applications)
    .innerJoin(submissions, eq(submissions.applicationId, applications.id))
    .innerJoin(workItems, and(eq(workItems.applicationId, applications.id), eq(workItems.kind, 'application')))
    .innerJoin(accounts, eq(accounts.id, applications.accountId))
    .where(and(eq(applications.id, applicationId), eq(applications.officeId, staff.officeId)));
  if (!row) throw new ServiceProblem('not-found');
  await record(ctx, {
    actor: { kind: 'staff', id: staff.staffId },
    action: 'application-read',
    object: ['application', applicationId],
    officeId: staff.officeId,
  });
  const { application, submission, item } = row;
  // Verified means: verified as the person of this application, not as whoever the account says it is now.
  const same = application.applicantNumberHash !== null && row.numberHash?.equals(application.applicantNumberHash) === true;
  const applicant = ctx.cipher.openJson<Applicant>(applicantPlace(applicationId), application.applicantSealed);
  const [photos, signed, trail, helper] = await Promise.all([
    ctx.db
      .select()
      .from(files)
      .where(and(eq(files.applicationId, applicationId), eq(files.officeId, staff.officeId)))
      .orderBy(asc(files.receivedAt)),
    ctx.db
      .select()
      .from(signatures)
      .where(eq(signatures.applicationId, applicationId))
      .orderBy(asc(signatures.memberId), asc(signatures.statement)),
    itemTrail(ctx, [applicationId, item.id]),
    whoFilled(ctx, applicationId),
  ]);
  const today = dayInShanghai(ctx.clock());
  const form = ctx.cipher.openJson<ApplicationForm>(formPlace(applicationId), submission.formSealed);
  return {
    item: await workItemView(ctx, item),
    application: await applicationView(ctx, application),
    form,
    signatures: signed.map((s) => ({
      statement: STATEMENT_IDS.find((id) => id === s.statement) as StatementId,
      version: s.version,
      hash: s.hash,
      memberId: s.memberId,
      status: s.status,
      ...(s.signedAt && { at: instantText(s.signedAt) }),
    })),
    applicant: {
      name: applicant.name ?? '',
      identity: same && row.identity === 'verified' ? 'verified' : 'claimed',
      ...(applicant.paper && applicant.paper.kind !== 'none-yet' && { maskedNumber: maskedNumber(applicant.paper.number) }),
      ...(applicant.phone && { maskedPhone: maskedPhone(applicant.phone) }),
    },
    assessment: assessmentView(ctx.cipher.openJson<Assessment>(assessmentPlace(applicationId), submission.assessmentSealed)),
    files: photos.map((photo) => ({
      fileId: photo.id,
      about: EVIDENCE_KINDS.find((kind) => kind === photo.about) as EvidenceKind,
      ...(photo.memberId && { memberId: photo.memberId }),
      bytes: photo.bytes,
      mediaType: photo.mediaType,
      receivedAt: instantText(photo.receivedAt),
    })),
    audit: trail,
    ...(helper && { filledBy: helper }),
    placeNames: placeNames([form.residence, form.emergency?.place, ...form.members.flatMap((m) => [m.registration, m.residence])]),
    ...(application.state !== 'accepted' && { ifAcceptedToday: ifAccepted(ctx, application, today) }),
  };
}

const ifAccepted = (ctx: Context, application: ApplicationRow, today: CivilDate) =>
  decisionClock(today, application.receivedOn as CivilDate, districtOf(application.officeId), today, ctx.calendar, null);

/** The stored assessment in words; no rule is run to show it. */
function assessmentView(receipt: Assessment): CaseView['assessment'] {
  return {
    packageVersion: receipt.packageVersion,
    assessedOn: receipt.assessedOn,
    district: receipt.district,
    findings: explainReceipt(receipt).map(findingView),
    notices: explainNotices(receipt).map(({ sentence, clauses }) => ({ sentence, clauses: [...clauses] })),
  };
}
