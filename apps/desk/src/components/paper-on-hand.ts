import {
  checkIdentityNumber,
  IDENTITY_NUMBER_SENTENCES,
  normaliseIdentityNumber,
  OTHER_PAPER_NAMES,
  OTHER_PAPERS,
  type OtherPaper,
  type Paper,
} from '@assist/contracts';

/** A paper that a clerk has in hand. */
export type PaperKind = 'resident-identity' | OtherPaper;
export interface PaperOnHand {
  readonly kind: PaperKind;
  readonly number: string;
}
const KINDS: readonly PaperKind[] = ['resident-identity', ...OTHER_PAPERS];
/** For a list to choose from. */
export const PAPER_CHOICES = KINDS.map((kind) => ({
  value: kind,
  label: kind === 'resident-identity' ? '居民身份证' : OTHER_PAPER_NAMES[kind],
}));

/** What is wrong with the number, in a sentence to the clerk. @param today calendar day in Chongqing, `YYYY-MM-DD` */
export function numberProblem({ kind, number }: PaperOnHand, today: string): string | undefined {
  if (!number.trim()) return '证件上的号码是多少？';
  if (kind !== 'resident-identity') return undefined;
  const wrong = checkIdentityNumber(number, today as Parameters<typeof checkIdentityNumber>[1]);
  return wrong && IDENTITY_NUMBER_SENTENCES[wrong].replaceAll('您', '');
}

export const paperOf = ({ kind, number }: PaperOnHand): Paper =>
  kind === 'resident-identity' ? { kind, number: normaliseIdentityNumber(number) } : { kind, number: number.trim() };
