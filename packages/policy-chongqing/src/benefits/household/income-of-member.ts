import type { Income, Member } from '../../household.ts';
import { missingOf } from './facts.ts';

/**
 * What one person brings in, in fen a year: the least and the most it can come to, over what is not known yet and what is left
 * to an officer, and the best estimate. Yearly, so that a month's and a year's amount both stay whole numbers of fen.
 */
export interface MemberIncome {
  readonly low: number;
  readonly high: number;
  readonly likely: number;
  readonly missing: readonly string[];
}
export type IncomeFacts = Pick<Member, 'id' | 'income' | 'workCosts'>;

type Treatment = 'work' | 'counted' | 'left-out' | 'pension-switch' | 'open';

/** MCA57-13, F1-21 to F1-26. */
const TREATMENT: Readonly<Record<Income['kind'], Treatment>> = {
  wage: 'work',
  'flexible-work': 'work',
  farming: 'counted',
  business: 'counted',
  property: 'counted',
  land: 'counted',
  pension: 'counted',
  'basic-pension': 'pension-switch',
  'unemployment-insurance': 'counted',
  support: 'counted',
  survivor: 'counted',
  compensation: 'counted',
  gift: 'counted',
  'social-assistance': 'left-out',
  'preferential-treatment': 'left-out',
  scholarship: 'left-out',
  // The city may leave more kinds out; its list was not found (F1-26).
  other: 'open',
};

function isCounted({ kind }: Income): boolean {
  return TREATMENT[kind] === 'work' || TREATMENT[kind] === 'counted';
}

export function incomeOfMember(person: IncomeFacts, pension: 'left-out' | 'open'): MemberIncome {
  if (person.income === undefined) {
    return { low: 0, high: Number.POSITIVE_INFINITY, likely: 0, missing: [missingOf(person.id, 'income')] };
  }
  let work = 0;
  let sure = 0;
  let open = 0;
  let openLikely = 0;
  for (const item of person.income) {
    const yearly = item.per === 'month' ? item.amount * 12 : item.amount;
    // A figure somebody worked out never settles anything by itself: whether it was ever earned is looked at as a whole (YM239-1-1d).
    if (item.reckoned === true && isCounted(item)) {
      open += yearly;
      openLikely += yearly;
      continue;
    }
    switch (TREATMENT[item.kind]) {
      case 'work':
        work += yearly;
        break;
      case 'counted':
        sure += yearly;
        break;
      case 'pension-switch':
        if (pension === 'open') open += yearly;
        break;
      case 'open':
        open += yearly;
        openLikely += yearly;
        break;
    }
  }
  const costsOpen = work > 0 && person.workCosts === undefined;
  // How much of the necessary costs of work may be taken off is an officer's (F1-27); unknown costs may take all of it.
  const workLow = costsOpen ? 0 : Math.max(0, work - 12 * (person.workCosts ?? 0));
  const workLikely = costsOpen ? work : workLow;
  return {
    low: workLow + sure,
    high: work + sure + open,
    likely: workLikely + sure + openLikely,
    missing: costsOpen ? [missingOf(person.id, 'workCosts')] : [],
  };
}
