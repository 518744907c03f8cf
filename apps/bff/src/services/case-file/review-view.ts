import type { FamilyCase } from '@assist/contracts';
import type { CivilDate, DivisionCode, Fen } from '@assist/policy';
import { addDays, dateText, yuanText } from '@assist/policy';
import { clausesIn } from '@assist/policy-chongqing';
import { dayInShanghai } from '../../clock.ts';
import { cited } from '../clause/citations.ts';
import type { Context } from '../context.ts';
import type { OpenCase } from './case-file-of.ts';
import { nextReview } from './next-dates.ts';
import { datedBenefits } from './standing-view.ts';

/** Days before a review from which "nothing changed" can be said. */
const OPEN_BEFORE = 30;

/** From this day on reviews are open whose date is not later. */
export const reviewsOpenUntil = (today: CivilDate): CivilDate => addDays(today, OPEN_BEFORE);

/** The next review with what it is; absent where no document sets one. */
export function nextReviewView(ctx: Context, opened: OpenCase): FamilyCase['nextReview'] {
  const { row } = opened;
  const on = row.nextReview as CivilDate | null;
  const due = nextReview(row.district as DivisionCode, datedBenefits(opened), (row.lastReview as CivilDate | null) ?? undefined);
  if (!on || !due) return undefined;
  const today = dayInShanghai(ctx.clock());
  return {
    due: { date: on, provisional: false },
    reviewOpen: on <= reviewsOpenUntil(today),
    sentence: cited(due.cycle.reason, due.cycle.clauses, due.cycle.months === 6 ? 'half-yearly-by-default' : undefined),
  };
}

/** Months in which the old amount is paid on; absent outside of them. */
export function taperView(ctx: Context, { row }: OpenCase): FamilyCase['taper'] {
  const [from, until] = [row.taperFrom as CivilDate | null, row.taperUntil as CivilDate | null];
  if (!from || !until || until < dayInShanghai(ctx.clock())) return undefined;
  const clauses = clausesIn(['YM239-1-3a', 'YM239-1-3b', 'JLP53-6-5a', 'JLP53-6-5b', 'JLP53-6-5d'], row.district as DivisionCode);
  const words = `到${dateText(until)}为止是渐退期，每月还是${yuanText(row.amount as Fen)}。期满要重新算，不会自己停。`;
  return { from, until, amount: row.amount as Fen, sentence: cited(words, clauses) };
}
