import type { DraftForm, ProblemField } from '@assist/contracts';
import { calledName } from '../words/lists.ts';
import { INCOME_NAMES, SPENDING_NAMES } from '../words/names.ts';
import { membersOf } from './edits.ts';

// In a draft a kind of income may stand without its amount yet: chosen on one screen, asked on the next.
const isOpen = (item: { readonly amount?: unknown }): boolean => item.amount === undefined || item.amount === null;

/** Whether somebody's income is told to the end; a chosen kind without an amount is not zero. */
export const incomeTold = (member: { readonly income?: readonly { readonly amount?: unknown }[] | undefined }): boolean =>
  member.income !== undefined && !member.income.some(isOpen);

/** The form as far as it is said: what is open counts as not said yet, never as nothing. */
export function saidForm(form: DraftForm): DraftForm {
  const { spending, members, ...rest } = form;
  return {
    ...rest,
    ...(members && {
      members: members.map((m) => {
        if (m.income === undefined || incomeTold(m)) return m;
        const { income: _open, ...said } = m;
        return said;
      }),
    }),
    ...(spending && !spending.some(isOpen) && { spending }),
  };
}

/** Kinds that were chosen and have no amount: asked for at their very screen. */
export function amountsToAsk(form: DraftForm): ProblemField[] {
  const income = membersOf(form).flatMap((m, i) =>
    (m.income ?? []).flatMap((item, j) =>
      isOpen(item)
        ? [
            {
              path: `members.${i}.income.${j}.amount`,
              sentence: `${calledName(m)}的${INCOME_NAMES[item.kind]}有多少？记不清写大概，没有就去掉`,
            },
          ]
        : [],
    ),
  );
  const spending = (form.spending ?? []).flatMap((item, i) =>
    isOpen(item) ? [{ path: `spending.${i}.amount`, sentence: `${SPENDING_NAMES[item.kind]}花了多少？记不清写大概，没有就去掉` }] : [],
  );
  return [...income, ...spending];
}
