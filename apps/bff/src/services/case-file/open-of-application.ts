import { randomUUID } from 'node:crypto';
import { type ApplicationForm, factsOf, type Proposal } from '@assist/contracts';
import type { CivilDate, DivisionCode } from '@assist/policy';
import { eq } from 'drizzle-orm';
import { dayInShanghai } from '../../clock.ts';
import { accounts, caseFiles, caseMembers, submissions } from '../../db/schema.ts';
import { numberHash, paperOf } from '../account/account.ts';
import { districtOf } from '../application/receipt.ts';
import { formPlace } from '../application/sealed-places.ts';
import { type Context, now } from '../context.ts';
import { addCaseEvent } from './add-event.ts';
import { nextAuthentication, nextReview, partOf } from './next-dates.ts';
import { type CasePerson, casePlace } from './sealed-places.ts';

/** The case file that a confirmed application becomes: what the family wrote, under the number the application had. @returns its id */
export async function openCaseOfApplication(
  tx: Context,
  run: { readonly applicationId: string; readonly officeId: string; readonly number: string | null },
  proposal: Proposal,
  since: CivilDate,
): Promise<string> {
  const { applicationId } = run;
  const [sent] = await tx.db.select().from(submissions).where(eq(submissions.applicationId, applicationId));
  if (!sent) throw new Error('an application without its submission');
  const form = tx.cipher.openJson<ApplicationForm>(formPlace(applicationId), sent.formSealed);
  const [account] = await tx.db.select().from(accounts).where(eq(accounts.id, sent.accountId));
  const district = districtOf(run.officeId) as DivisionCode;
  const caseId = randomUUID();
  const today = dayInShanghai(tx.clock());
  const benefits = proposal.benefits.map((one) => ({ kind: one.kind, since, memberId: one.memberId ?? '' }));
  const review = nextReview(district, benefits, today);
  await tx.db.insert(caseFiles).values({
    id: caseId,
    officeId: run.officeId,
    district,
    registerNumber: run.number ?? applicationId,
    area: form.area ?? 'urban',
    householdSealed: tx.cipher.sealJson(casePlace.household(caseId), factsOf(form, district)),
    members: form.members.length,
    amount: proposal.benefits.reduce((sum, one) => sum + one.amount, 0),
    kinds: [...new Set(benefits.map((one) => one.kind))].sort(),
    lastReview: today,
    nextReview: review?.on ?? null,
    fingerprint: tx.hash.fingerprint('case-of-application', { applicationId }),
    createdAt: now(tx),
    updatedAt: now(tx),
  });
  await tx.db.insert(caseMembers).values(
    form.members.map((member) => {
      // The applicant's paper is on the account, not in the form.
      const paper = member.id === 'm1' && account ? paperOf(tx, account) : member.paper;
      const person: CasePerson = {
        name: member.name,
        paper: paper ?? { kind: 'none-yet', reason: '申请时没有写' },
        ...(member.birthDate && { birthDate: member.birthDate }),
      };
      return {
        caseId,
        memberId: member.id,
        officeId: run.officeId,
        personSealed: tx.cipher.sealJson(casePlace.person(caseId, member.id), person),
        numberHash: numberHash(tx, person.paper) ?? null,
        phoneSealed: member.phone ? tx.cipher.seal(casePlace.phone(caseId, member.id), member.phone) : null,
        relation: member.relation,
        nextAuthentication: nextAuthentication(district, partOf(benefits, member.id), undefined, today) ?? null,
      };
    }),
  );
  await addCaseEvent(tx, { caseId, officeId: run.officeId, kind: 'registered', actor: { kind: 'system' }, subjectId: applicationId });
  return caseId;
}
