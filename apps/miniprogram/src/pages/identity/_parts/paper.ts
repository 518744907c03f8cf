import {
  checkIdentityNumber,
  IDENTITY_NUMBER_SENTENCES,
  normaliseIdentityNumber,
  OTHER_PAPERS,
  type OtherPaper,
  type Paper,
} from '@assist/contracts';
import type { CivilDate } from '@assist/policy';

export type PaperKind = 'resident-identity' | 'other' | 'none-yet';

/** What stands on the page, half-typed or whole. */
export interface TypedPaper {
  readonly kind: PaperKind;
  readonly other: OtherPaper | undefined;
  readonly number: string;
  readonly reason: string;
}
export const NO_PAPER_TYPED: TypedPaper = { kind: 'resident-identity', other: undefined, number: '', reason: '' };

export interface IdentityProblems {
  readonly name?: string;
  readonly other?: string;
  readonly number?: string;
  readonly reason?: string;
}

/** The paper as it will be sent, or what to look at again. @param today to refuse a birth in the future */
export function readPaper(typed: TypedPaper, today: CivilDate): { readonly paper: Paper } | { readonly problems: IdentityProblems } {
  if (typed.kind === 'resident-identity') {
    const number = normaliseIdentityNumber(typed.number);
    if (number === '') return { problems: { number: '身份证号是多少？没有的选“还没有”' } };
    const wrong = checkIdentityNumber(number, today);
    return wrong ? { problems: { number: IDENTITY_NUMBER_SENTENCES[wrong] } } : { paper: { kind: 'resident-identity', number } };
  }
  if (typed.kind === 'none-yet') {
    const reason = typed.reason.trim();
    return reason ? { paper: { kind: 'none-yet', reason } } : { problems: { reason: '为什么还没有？写一句就行' } };
  }
  const number = typed.number.trim();
  if (!typed.other || !OTHER_PAPERS.includes(typed.other)) return { problems: { other: '是哪一种证件？' } };
  return number ? { paper: { kind: typed.other, number } } : { problems: { number: '证件上的号码是多少？' } };
}
