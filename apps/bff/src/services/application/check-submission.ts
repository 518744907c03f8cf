import {
  impossibleAnswers,
  type ProblemField,
  type Signature,
  type StatementId,
  type Submission,
  unconfirmedAnswers,
} from '@assist/contracts';
import type { CivilDate } from '@assist/policy';
import type { AccountRow } from '../account/account.ts';
import { isKnownWording, missingFromApplicant } from '../consent/statements.ts';
import { ServiceProblem } from '../problem.ts';

const APPLICANT = 'm1';

/**
 * Everything that makes a submission impossible to take in, each with a sentence and a place in the form. What is merely unlikely is
 * asked once; what is missing is no problem at all (YM239-1-1b).
 * @param consents statements given on the account before
 * @throws ServiceProblem `form-invalid`, `confirm-unlikely`, `signature-missing`
 */
export function checkSubmission(submission: Submission, account: AccountRow, consents: ReadonlySet<string>, today: CivilDate): void {
  const { form, signatures } = submission;
  const impossible = [...impossibleAnswers(form, today), ...wrongSignatures(submission)];
  if (account.identity === 'none') impossible.push({ path: 'members.0.paper', sentence: '先写上您的姓名和证件；没有证件，写上原因也可以' });
  if (impossible.length > 0) throw new ServiceProblem('form-invalid', { fields: impossible });
  const unlikely = unconfirmedAnswers(form, today);
  if (unlikely.length > 0)
    throw new ServiceProblem('confirm-unlikely', { fields: unlikely.map((u) => ({ path: u.question, sentence: u.sentence })) });
  const outdated = signatures.filter((s) => s.status === 'given' && !isKnownWording(s));
  if (outdated.length > 0)
    throw new ServiceProblem('signature-missing', { fields: outdated.map((s) => field(s.statement, '说明有了新的，请再看一遍')) });
  const missing = [...missingFromApplicant(signatures, consents), ...unpromised(submission)];
  if (missing.length > 0) throw new ServiceProblem('signature-missing', { fields: missing.map((id) => field(id, '还差您点一下同意')) });
}

/** A paper that is declared instead stands only with the promise beside it, as it was shown (YM239-1-2b). */
const unpromised = ({ form, signatures }: Submission): StatementId[] => {
  const declared = form.evidence?.some((one) => one.way === 'declare') === true;
  const promised = signatures.some((s) => s.statement === 'declaration' && s.memberId === APPLICANT && s.status === 'given');
  return declared && !promised ? ['declaration'] : [];
};

const field = (statement: string, sentence: string): ProblemField => ({ path: `signatures.${statement}`, sentence });

function wrongSignatures({ form, signatures }: Submission): ProblemField[] {
  const members = new Set(form.members.map((m) => m.id));
  const seen = new Set<string>();
  return signatures.flatMap((s: Signature) => {
    const key = `${s.memberId}/${s.statement}`;
    const again = seen.has(key);
    seen.add(key);
    if (!members.has(s.memberId)) return [field(s.statement, '没有找到这个人')];
    if (again) return [field(s.statement, '同一个人签了两次')];
    // Consent is each adult's own; from the applicant's phone nobody else's can come.
    if (s.memberId !== APPLICANT && s.status === 'given') return [field(s.statement, '每个大人自己同意；还没同意的，先送也可以')];
    return [];
  });
}
