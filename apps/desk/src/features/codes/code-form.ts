import {
  checkIdentityNumber,
  IDENTITY_NUMBER_SENTENCES,
  normaliseIdentityNumber,
  OTHER_PAPERS,
  type OtherPaper,
  type Paper,
} from '@assist/contracts';

export type PaperKind = 'resident-identity' | OtherPaper;
export interface CodeForm {
  readonly name: string;
  readonly kind: PaperKind;
  readonly number: string;
  readonly saw: boolean;
}
export const EMPTY_CODE_FORM: CodeForm = { name: '', kind: 'resident-identity', number: '', saw: false };
export const PAPER_KINDS: readonly PaperKind[] = ['resident-identity', ...OTHER_PAPERS];

export type CodeFormProblems = Partial<Record<'name' | 'number' | 'saw', string>>;

/** What is still missing, in a sentence at its field. @param today calendar day in Chongqing, `YYYY-MM-DD` */
export function codeFormProblems(form: CodeForm, today: string): CodeFormProblems {
  const problems: CodeFormProblems = {};
  if (!form.name.trim()) problems.name = '证件上的姓名是什么？';
  if (!form.number.trim()) problems.number = '证件上的号码是多少？';
  else if (form.kind === 'resident-identity') {
    const wrong = checkIdentityNumber(form.number, today as Parameters<typeof checkIdentityNumber>[1]);
    if (wrong) problems.number = IDENTITY_NUMBER_SENTENCES[wrong].replaceAll('您', '');
  }
  if (!form.saw) problems.saw = '要亲眼看过证件原件和本人，才能给码';
  return problems;
}

export const paperOf = (form: CodeForm): Paper =>
  form.kind === 'resident-identity'
    ? { kind: 'resident-identity', number: normaliseIdentityNumber(form.number) }
    : { kind: form.kind, number: form.number.trim() };

/** `ABCD-EFGH`: groups of four, to be read out. */
export const spokenCode = (code: string): string => code.replace(/[\s-]/g, '').replace(/(.{4})(?=.)/g, '$1-');
