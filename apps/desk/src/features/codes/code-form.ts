import { numberProblem, type PaperKind } from '../../components/paper-on-hand.ts';

export interface CodeForm {
  readonly name: string;
  readonly kind: PaperKind;
  readonly number: string;
  readonly saw: boolean;
  /** It also makes the phone one of a village's assistant or of a counter. */
  readonly assistant: boolean;
}
export const EMPTY_CODE_FORM: CodeForm = { name: '', kind: 'resident-identity', number: '', saw: false, assistant: false };

export type CodeFormProblems = Partial<Record<'name' | 'number' | 'saw', string>>;

/** What is still missing, in a sentence at its field. @param today calendar day in Chongqing, `YYYY-MM-DD` */
export function codeFormProblems(form: CodeForm, today: string): CodeFormProblems {
  const problems: CodeFormProblems = {};
  if (!form.name.trim()) problems.name = '证件上的姓名是什么？';
  const number = numberProblem(form, today);
  if (number) problems.number = number;
  if (!form.saw) problems.saw = '要亲眼看过证件原件和本人，才能给码';
  return problems;
}

/** `ABCD-EFGH`: groups of four, to be read out. */
export const spokenCode = (code: string): string => code.replace(/[\s-]/g, '').replace(/(.{4})(?=.)/g, '$1-');
