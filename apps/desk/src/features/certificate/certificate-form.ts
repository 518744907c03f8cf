import type { CaseFile, SeenAtCounter } from '@assist/contracts';
import { numberProblem, type PaperKind, paperOf } from '../../components/paper-on-hand.ts';

export interface CertificateForm {
  readonly memberId: string | undefined;
  readonly way: SeenAtCounter['way'];
  readonly kind: PaperKind;
  readonly number: string;
  readonly saw: boolean;
  readonly code: string;
}
export const EMPTY_FORM: CertificateForm = {
  memberId: undefined,
  way: 'paper',
  kind: 'resident-identity',
  number: '',
  saw: false,
  code: '',
};

/** Whom something is in force for: of the whole household, or of their own. */
export const holders = ({ members, benefits }: CaseFile) =>
  members.filter((one) => benefits.some((each) => each.memberId === undefined || each.memberId === one.memberId));

/** What is still missing, in a sentence at its field. @param today calendar day in Chongqing, `YYYY-MM-DD` */
export function formProblems(form: CertificateForm, today: string): Partial<Record<'memberId' | 'number' | 'saw' | 'code', string>> {
  if (form.way === 'code')
    return { ...(!form.memberId && { memberId: '给哪一位开？' }), ...(!form.code.trim() && { code: '他的核身码是多少？' }) };
  const number = numberProblem(form, today);
  return {
    ...(!form.memberId && { memberId: '给哪一位开？' }),
    ...(number && { number }),
    ...(!form.saw && { saw: '要亲眼看过证件原件和本人，才能开' }),
  };
}

export const seenOf = (form: CertificateForm): SeenAtCounter =>
  form.way === 'code' ? { way: 'code', code: form.code.trim() } : { way: 'paper', paper: paperOf(form), sawPaper: true };
