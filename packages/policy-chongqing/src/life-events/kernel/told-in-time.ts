import type { CivilDate } from '@assist/policy';
import { addMonths } from '@assist/policy';
import { CLOCK_RULES } from '../../procedures/index.ts';

export interface Told {
  readonly inTime: boolean;
  /** Last day on which telling is in time. */
  readonly by: CivilDate;
  readonly clauses: readonly string[];
  readonly sentence: string;
}

/** Whether a change was told within three months. The receipt proves it; being late leads to a talk at most, never to less money. */
export function toldInTime(happenedOn: CivilDate, toldOn: CivilDate): Told {
  const by = addMonths(happenedOn, CLOCK_RULES.toldInTime.period.value);
  const inTime = toldOn <= by;
  return {
    inTime,
    by,
    clauses: CLOCK_RULES.toldInTime.clauses,
    sentence: inTime ? '您已经在三个月内告诉镇街了，这张回执就是凭证。' : '收到了，谢谢您告诉我们。以后有变化早点说就好。',
  };
}
